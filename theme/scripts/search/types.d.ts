/**
 * The public shapes of the search engine. Everything is reached through the one global name `OCOP`; the namespace here
 * holds types only (`@param {OCOP.Hit} hit`), the interface `OCOP.Api` what the scripts put there.
 */
declare namespace OCOP {
  /** Brings a classic script to the page; resolves when it has run, rejects when it cannot be had. */
  type Loader = (address: string) => Promise<void>;

  interface OpenOptions {
    /** Language of the index: "vi" or "en". */
    language: string;
    /** The way from the page to the root of the site, with a slash at its end ("../../"), or "". */
    base: string;
    /** Left out in the browser, where script elements are used; given by tests. */
    load?: Loader;
  }

  interface FacetValue {
    /** Stable id, as in addresses of listings and in the page address: "5", "dak-lak", "fish-sauce-liquid-seasonings". */
    id: string;
    label: string;
    /** Products of the whole catalogue that have it. */
    count: number;
    /** For sets: the id of the group they belong to. */
    parent?: string;
  }

  interface Facet {
    /** standing, export, stars, group, set, province, certification, market, producer_type or stated. */
    key: string;
    label: string;
    /** Whether a product can have more than one of the values. */
    multiple: boolean;
    /** In the order to be shown; only values that at least one product of the catalogue has. */
    values: FacetValue[];
  }

  interface RangeUnit {
    /** "" where there is only one (days of shelf life); a currency ("VND"); the folded words of a unit ("thung"). */
    id: string;
    label: string;
    /** Products that state an amount in this unit. */
    count: number;
    lowest: number;
    highest: number;
  }

  interface Range {
    /** minimum_order, price or shelf_life. */
    key: string;
    label: string;
    /** The most used one first; empty when no product states the key. */
    units: RangeUnit[];
    /** Products of the whole catalogue that state it, in whatever unit. */
    stated: number;
  }

  interface RangeChoice {
    /** Both ends belong to the range; left out means open. */
    from?: number;
    to?: number;
    /** Id of a unit; left out means the most used one. */
    unit?: string;
    /** "without" (also when left out): only products in the range. "with": those that state nothing too. "only": just those. */
    missing?: "only" | "with" | "without";
  }

  type Filters = { [facet: string]: string[] };
  type Ranges = { [key: string]: RangeChoice };
  type Sort = "relevance" | "standing" | "stars" | "expiry" | "name" | "newest" | "minimum_order";

  /** A part of a query that was taken for a filter. */
  interface UnderstoodFilter {
    facet: string;
    value: string;
    /** Words of the value, for the chip. */
    label: string;
    /** The part of the query as it was typed. */
    text: string;
  }

  interface Understood {
    /** The words left to search for, as they were typed. */
    words: string[];
    filters: UnderstoodFilter[];
  }

  interface Query {
    q?: string;
    filters?: Filters;
    ranges?: Ranges;
    /** Relevance when left out; without words this is the same as "standing". */
    sort?: Sort;
    /** From 1; a page past the end gives the last one. */
    page?: number;
    /** Hits on a page, 24 when left out. */
    size?: number;
    /** Whether `counts` and `rangeCounts` are wanted: they need all facet files, so ask for the hits first. */
    count?: boolean;
    /** Parts of the query that the reader wants as plain words after all (`UnderstoodFilter.text` of removed chips). */
    literal?: string[];
  }

  /** A run of a text: index of its first UTF-16 unit, and of the one after its last. */
  type Span = [number, number];

  interface Picture {
    /** Relative to the root of the site. */
    src: string;
    width: number;
    height: number;
    alt: string;
    /** Language of `alt` when it is not that of the index. */
    altLang: string;
    srcset: string;
  }

  interface Hit {
    /** Id of the product. */
    id: string;
    /** Relative to the root of the site. */
    url: string;
    /** The same in each language of the site. */
    urls: { [language: string]: string };
    /** The name that heads a card, as the source states it: Vietnamese where it does. */
    name: string;
    nameLang: string;
    /** The name in the other language, or "". */
    other: string;
    otherLang: string;
    /** Whether `other` is the catalogue's own translation, which is said wherever it is shown. */
    otherTranslated: boolean;
    producer: string;
    producerLang: string;
    producerId: string;
    /** Relative to the root of the site, or "" without a producer. */
    producerUrl: string;
    /** Today's province, or "". */
    province: string;
    provinceId: string;
    /** The province as the record states it where its name is not today's ("Bắc Kạn"), or "". */
    formerProvince: string;
    /** Short name of the product set, or "". */
    set: string;
    setId: string;
    /** Name of the group, or "". */
    group: string;
    groupId: string;
    /** Id of the group that tints a placeholder; "food" without a group. */
    tone: string;
    /** File name of the drawing that stands for a picture, in `assets/placeholders/`, without ".svg". */
    drawing: string;
    picture: Picture | null;
    /** The stars of the award that counts, also when it lapsed or was withdrawn, or those of a proposal; 0 for none.
        Shown as held only in the states valid, expiring, grace and undated. */
    stars: number;
    /** State on the as-of date. */
    state: string;
    /** Where the words for the state are told differently because a part is not known, the key of those: "lapsed.year",
        "proposed.unstated", "withdrawn.removed", "withdrawn.unstated", "unrated.unstated"; else "". */
    case: string;
    /** First day (YYYY-MM-DD, "" for always) and state, oldest first; what holds on a day is the last that has begun.
        Empty when nothing ever changes. */
    course: Array<[string, string]>;
    /** Last day of validity, YYYY-MM-DD, or "". */
    expires: string;
    /** Day of the award, YYYY-MM-DD, or only its year, or "". */
    awarded: string;
    /** In words of the language, or "". */
    minimumOrder: string;
    /** Price for the trade, else at home, in words of the language, or "". */
    price: string;
    /** The last day of the price, YYYY-MM-DD, or "". */
    priceUntil: string;
    /** 0 when not stated. */
    shelfLifeDays: number;
    /** Rules of the delivery terms: "FOB". */
    incoterms: string[];
    /** Names of certificates that have not run out on the as-of date. */
    certifications: string[];
    /** Names of the countries it is sold to. */
    markets: string[];
    /** What the query met in `name`. */
    marks: Span[];
    /** What the query met in `other`. */
    otherMarks: Span[];
  }

  interface Correction {
    /** As typed. */
    from: string;
    to: string;
    /** Whether some product has the word as typed, only none with the other words too. */
    known: boolean;
  }

  interface Suggestions {
    total: number;
    hits: Hit[];
    /** Words that no product has, as typed; `total` is 0 then. */
    unknown: string[];
    /** Words with a typing mistake, and what was searched for instead. */
    corrected: Correction[];
    understood: UnderstoodFilter[];
    /** The words searched for, as `OCOP.mark` takes them. */
    words: string[];
  }

  type Counts = { [facet: string]: { [value: string]: number } };
  type RangeCounts = { [key: string]: { stated: number; missing: number; units: { [unit: string]: number } } };

  interface Results extends Suggestions {
    /** The page shown, from 1. */
    page: number;
    /** At least 1. */
    pages: number;
    /** Every value of every facet, 0 too: any of a facet, all across facets, a facet's own choice left out. {} without `count`. */
    counts: Counts;
    rangeCounts: RangeCounts;
  }

  /** One stated fact: key, label, text, language of the text when it is not that of the page, 1 for the catalogue's own
      translation, last day of what runs out. */
  type SheetRow = [string, string, string, string, number, string];

  interface SheetOf {
    id: string;
    rows: SheetRow[];
  }

  interface Engine {
    language: string;
    /** Number of products. */
    size: number;
    /** The day standings were worked out for, YYYY-MM-DD. */
    asOf: string;
    facets: Facet[];
    ranges: Range[];
    sorts: Sort[];
    understand(text: string, literal?: string[]): Understood;
    search(query: Query): Promise<Results>;
    /** The best hits only; 8 when `limit` is left out. */
    suggest(text: string, limit?: number): Promise<Suggestions>;
    /** In the order asked for; null for an id that no product has. */
    products(ids: string[]): Promise<Array<Hit | null>>;
    /** Where a producer stands, if there is one with the id: its path in each language of the site. */
    maker(id: string): { [language: string]: string };
    /** The stated trade facts in words; unknown ids are left out. */
    sheets(ids: string[]): Promise<SheetOf[]>;
    /** Loads all files of the index, sheets apart, when there are at most `most`; whether there were. */
    keep(most: number): Promise<boolean>;
  }

  type View = "grid" | "table";

  interface SharedList {
    name: string;
    ids: string[];
  }

  /** Everything that an address says. */
  interface AddressState {
    q: string;
    literal: string[];
    filters: Filters;
    ranges: Ranges;
    sort: Sort;
    view: View;
    page: number;
    compare: string[];
    list: SharedList | null;
  }

  interface Address {
    /** From "?q=…", with or without the question mark; whatever cannot be understood is left out. */
    read(text: string): AddressState;
    /** "" or "?…": keys in a fixed order, nothing that is the default. */
    write(state: Partial<AddressState>): string;
  }

  interface Api {
    open(options: OpenOptions): Promise<Engine>;
    /** "Đắk Lắk" is "dak lak". */
    fold(text: string): string;
    /** Where a text meets any of the words, with or without marks, for highlighting. A word with "*" at its end also
        meets longer words that begin with it. */
    mark(text: string, words: string[]): Span[];
    address: Address;
    /** Called by every file of the index. */
    part(key: string, data: any): void;
    /** Brings a script to the page with a script element; the loader when none is given. */
    loadScript: Loader;
  }
}

declare var OCOP: OCOP.Api;

interface Window {
  OCOP: OCOP.Api;
}
