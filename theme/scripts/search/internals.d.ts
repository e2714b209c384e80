/** Shapes inside the search engine; nothing outside this folder uses them. */
declare namespace OCOP {
  /** A word of a text. */
  interface Token {
    /** As typed. */
    text: string;
    /** In lower case, composed: as the index writes it. */
    written: string;
    /** Folded. */
    term: string;
    start: number;
    end: number;
  }

  /** A word to search for. */
  interface Word extends Token {
    /** Whether longer words that begin with it are meant too. */
    open: boolean;
    /** Part of a phrase that is a filter already: it decides on the order only. */
    optional: boolean;
    /** Part of what is true of every product ("Vietnamese", "sản phẩm"). */
    every: boolean;
  }

  /** One written form of a term: packed product numbers by field, and packed codes of values. */
  interface Form {
    written: string;
    fields: string[];
    values: string;
  }

  /** What the index knows of a term. */
  interface TermRecord {
    term: string;
    forms: Form[];
    /**
     * Of words written as one: packed numbers of products that have them in names, of their producers and places too, and
     * codes of values; null where it is only a word.
     */
    joined: { fields: string[]; values: string } | null;
  }

  /** A file of terms. */
  interface Shard {
    find(term: string): TermRecord | null;
    beginning(start: string): TermRecord[];
    terms: string[];
  }

  /** What the index has of a term and of what begins with it. */
  interface Reading {
    whole: TermRecord | null;
    longer: TermRecord[];
    /** Packed products by field that stand for longer terms, or for what their values lead to. */
    summed: string[];
  }

  /** For each product the cost of its best match, 255 for none. */
  type Costs = Uint8Array;
  /** One bit a product. */
  type Bits = Uint32Array;

  /** How well two words that stand side by side in the query do so in products. */
  interface Pair {
    /** Products in which they stand side by side. */
    beside: Costs;
    /** Products in which they are written as one word; null for none. */
    joined: Costs | null;
  }

  interface FileKind {
    names: string[];
    /** What each file calls itself. */
    keys: string[];
    /** Address of each file from the root of the site. */
    addresses: string[];
  }

  /** The values of a facet, or of what only helps to find, by their numbers. */
  interface Kind {
    facet: string;
    /** Field that its names count as. */
    field: number;
    first: number;
    end: number;
  }

  interface Directory {
    language: string;
    size: number;
    asOf: string;
    facets: Facet[];
    ranges: Range[];
    kinds: Kind[];
    /** Number of the value that a joined phrase means. */
    phrases: Map<string, number>;
    /** Every value that can be shown, by its number. */
    values: Array<{ facet: string; id: string; label: string }>;
    /** Number of a value by facet and id, with a space between. */
    numbers: Map<string, number>;
    /** Names of former provinces, and the number of the first. */
    former: string[];
    firstFormer: number;
    /** Group, and drawing that stands for a picture, by the number of the set. */
    drawings: Map<number, [string, string]>;
    states: string[];
    /** Products in a file of cards. */
    cards: number;
    /** Language; pages that products share in it; states of the products that do; pages that producers share. */
    places: Array<[string, number, string[], number]>;
    files: Map<string, FileKind>;
  }

  /** Loads parts once, and keeps what was made of them. */
  interface Store {
    directory: Directory;
    /** Data of a file by its kind and place among the files of the kind. */
    data(kind: string, place: number): Promise<any>;
    once<T>(key: string, make: () => Promise<T>): Promise<T>;
    shard(place: number): Promise<Shard>;
    bits(value: number): Promise<Bits>;
    /** Loads the products of values, for `packed`. */
    need(values: number[]): Promise<void>;
    packed(value: number): string;
  }

  interface Amounts {
    unit: string;
    numbers: number[];
    /** As many as `numbers`, `scale` times as large as stated. */
    lows: number[];
    highs: number[];
    scale: number;
  }

  /** A facet or a range, and the products it leaves. */
  interface Cut {
    key: string;
    bits: Bits;
  }

  /** A part of the tokens of a query, and ids of the values it means. */
  interface Run {
    first: number;
    end: number;
    values: string[];
  }

  /** The query as it is searched for. */
  interface Plan {
    words: Word[];
    understood: UnderstoodFilter[];
  }

  /** What the words of a query found. */
  interface Found {
    /** Products in the order of relevance. */
    order: Uint32Array;
    unknown: string[];
    corrected: Correction[];
    /** The words in the end searched for. */
    words: Word[];
  }

  /** A term that may have been meant. */
  interface Right {
    term: string;
    record: TermRecord;
    /** Whether only a letter was struck twice. */
    twice: boolean;
  }

  /** A way to read a word, and how to find out what it finds. */
  interface Way {
    word: Word;
    /** What the word is read as, if not as it is typed. */
    record?: TermRecord;
    look: () => Promise<Costs>;
  }

  /** Other readings of words that nothing was found for. */
  interface Near {
    /** Of a word that no product has, or none in this place. */
    unknown(words: Word[], at: number, others: Costs[]): Promise<{ word: Word; costs: Costs } | null>;
    /** Of one of several words that no product has together. */
    together(words: Word[], costs: Costs[]): Promise<{ at: number; word: Word; costs: Costs } | null>;
  }

  type Matcher = (words: Word[]) => Promise<Found>;

  interface Answer {
    plan: Plan;
    found: Found;
    /** Products that have all words. */
    matched: Bits;
    cuts: Cut[];
  }

  interface Core {
    tokens(text: string): Token[];
    /** The same for spellings that differ only in the place of the tone. */
    spelling(written: string): string;
    hasMarks(text: string): boolean;
    grade(word: Token, written: string): number;
    marks(text: string, words: Array<{ term: string; open: boolean }>): Span[];

    NONE: number;
    each(packed: string, visit: (number: number) => void): void;
    unpack(packed: string): number[];
    unpackAscending(packed: string): number[];
    makeBits(size: number, packed: string): Bits;
    bitsOf(size: number, numbers: ArrayLike<number> & { forEach(visit: (number: number) => void): void }): Bits;
    allBits(size: number): Bits;
    has(bits: Bits, number: number): boolean;
    add(bits: Bits, number: number): void;
    both(one: Bits, other: Bits): Bits;
    without(one: Bits, other: Bits): Bits;
    either(one: Bits, other: Bits): Bits;
    countBits(bits: Bits): number;
    countBoth(one: Bits, other: Bits): number;

    loadPart(key: string, address: string, load: Loader): Promise<any>;
    makeDirectory(data: any): Directory;
    /** Names of the files of a kind. */
    names(directory: Directory, kind: string): string[];
    makeStore(directory: Directory, base: string, load: Loader): Store;
    makeShard(data: [string, string]): Shard;
    shards(store: Store, first: number, end: number): Promise<Shard>[];
    /** Files that hold what begins with a text, by what each of them starts with; the first one holds the text itself. */
    startsWithin(starts: string[], text: string): { first: number; end: number };

    /** `open`: what begins with the term too; `each`: sums of beginnings will not do. */
    read(store: Store, term: string, open: boolean, each?: boolean): Promise<Reading>;
    starsAt(tokens: Token[], at: number): Run | null;
    understand(directory: Directory, text: string, literal: string[]): Plan;
    /** `strict`: marks were typed somewhere in the query; `alone`: it is the only word. */
    lookUp(store: Store, word: Word, strict: boolean, alone: boolean): Promise<Costs>;
    lookUpJoined(store: Store, word: Word): Promise<Costs>;
    lookUpPair(store: Store, first: Word, second: Word): Promise<Pair>;
    isOneTypoAway(one: string, other: string): boolean;
    rightOf(record: TermRecord, twice: boolean): Right;
    writtenIn(record: TermRecord, product: number): string;
    /** Whether a folded term can be a Vietnamese syllable. */
    isSyllable(term: string): boolean;
    /** What a syllable may be without the keys of an input method, and as it sounds. */
    respellings(term: string): string[];
    findRespelled(store: Store, term: string): Promise<Right[]>;
    makeNear(
      store: Store,
      lookUp: (word: Word, strict: boolean) => Promise<Costs>,
      lookUpPairs: (words: Word[]) => Promise<Pair[]>
    ): Near;
    /** Terms one mistake away that products have, the likeliest first. */
    findTypos(store: Store, term: string): Promise<Right[]>;
    /** More words than these are left out. */
    MOST_WORDS: number;
    /** Products that have every word, the best first. */
    inOrder(costs: Costs[], optional: boolean[], pairs: Pair[], size: number): Uint32Array;
    makeMatcher(store: Store): Matcher;

    narrow(store: Store, filters: Filters, ranges: Ranges): Promise<Cut[]>;
    left(bits: Bits, cuts: Cut[], key?: string): Bits;
    countValues(store: Store, bits: Bits, cuts: Cut[]): Promise<Counts>;
    countRanges(store: Store, bits: Bits, cuts: Cut[]): Promise<RangeCounts>;
    amounts(store: Store, key: string): Promise<Amounts[]>;
    order(store: Store, sort: Sort, unit?: string): Promise<Uint32Array>;

    makeHits(store: Store, numbers: ArrayLike<number>, words: Array<{ term: string; open: boolean }>): Promise<Hit[]>;
    numbersOfId(store: Store, id: string): Promise<number[]>;
    /** The checksum of an id. */
    checksum(id: string): number;
    /** The path of a product in each language of the site. */
    placesOf(directory: Directory, id: string, state: string): { [language: string]: string };
    placesOfMaker(directory: Directory, id: string): { [language: string]: string };
    productsByIds(store: Store, ids: string[]): Promise<Array<Hit | null>>;
  }

  interface Api {
    core: Core;
  }
}
