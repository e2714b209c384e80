/** Shapes of the lists a buyer keeps, of the comparison and of the enquiry. */
declare namespace OCOP {
  /** A product in a list, with what the buyer wrote beside it. */
  interface ListItem {
    id: string;
    quantity: string;
    note: string;
  }

  interface NamedList {
    id: string;
    /** "" for the list that nobody has named yet. */
    name: string;
    items: ListItem[];
  }

  /** What the browser keeps of a buyer's work. */
  interface Kept {
    /** Id of the list that the buttons on cards put products into. */
    current: string;
    /** At least one. */
    lists: NamedList[];
    /** Ids of the products to compare, at most six. */
    compare: string[];
  }

  interface ListsApi {
    mostCompared: number;
    mostItems: number;
    /** From the text of the storage; whatever is not as it should be is left out. */
    read(text: string | null): Kept;
    current(kept: Kept): NamedList;
    has(list: NamedList, id: string): boolean;
    /** A copy with the current list replaced by what `change` makes of it. */
    changed(kept: Kept, change: (list: NamedList) => NamedList): Kept;
    toggled(list: NamedList, id: string): NamedList;
    isId(text: unknown): boolean;
  }

  interface Keeper {
    /** False when the browser refuses to keep anything: what is chosen then lasts until the page is left. */
    keeps(): boolean;
    get(): Kept;
    set(kept: Kept): void;
    /** Calls `listener` after every change, also of another tab. */
    listen(listener: () => void): void;
  }

  /** One stated fact, or nothing. */
  interface ComparedCell {
    text: string;
    lang: string;
    translated: boolean;
    /** Relative to the root of the site, or "". */
    url: string;
    /** Last day of what runs out, YYYY-MM-DD, or "". */
    until: string;
  }

  interface ComparedRow {
    key: string;
    label: string;
    /** In the order of the products; null where nothing is stated. */
    cells: Array<ComparedCell | null>;
    differs: boolean;
  }

  interface ComparedGroup {
    /** "compare.group." plus this is the key of its heading. */
    id: string;
    rows: ComparedRow[];
  }

  type FactRow = SheetRow;

  interface Compared {
    hit: Hit;
    rows: FactRow[];
  }

  /** Product and everything said about it in an enquiry. */
  interface AskedProduct {
    id: string;
    names: { vi: string; en: string };
    urls: { vi: string; en: string };
    quantity: string;
    note: string;
  }

  /** What the buyer filled in; "" for what was left empty. */
  interface Asked {
    name: string;
    company: string;
    mail: string;
    phone: string;
    packing: string;
    /** ISO code of the country. */
    country: string;
    incoterm: string;
    place: string;
    certificates: string;
    /** YYYY-MM-DD. */
    date: string;
    sample: boolean;
    message: string;
  }

  interface Ways {
    mail: string;
    phone: string;
    zalo: string;
    whatsapp: string;
    website: string;
  }

  /** To whom a letter goes. */
  interface Recipient {
    /** Of the producer, or "" when the record names none. */
    producer: string;
    person: string;
    /** Name of the promotion office in both languages, when the letter goes there. */
    office: { vi: string; en: string } | null;
    ways: Ways;
  }

  interface Letter {
    subject: string;
    body: string;
  }

  type Words = { [key: string]: string };

  /** Facts of the page that a letter is written with. */
  interface Stationery {
    words: { vi: Words; en: Words };
    /** Name of a country in a language. */
    country(code: string, language: string): string;
  }

  /** A file of the generator with the facts of up to 128 products. */
  interface SheetPart {
    /** Key, label, language when it is not that of the page, 1 for the catalogue's own translation. */
    keys: Array<[string, string, string, number, string]>;
    shapes: number[][];
    texts: string[];
    /** Id of the product, place of its shape, then for each fact its words or their place in `texts`. */
    rows: Array<Array<number | string>>;
  }

  /** A line that says what has just been done. */
  interface Teller {
    element: HTMLElement;
    /** "" takes the last words away; with `undo` a button goes with them. */
    tell(words: string, undo?: () => void): void;
  }

  interface DeskApi {
    address(page: string, query?: string): string;
    shared(query: string): string;
    write(query: string, again?: boolean): void;
    keepQuery(): void;
    button(label: string, act: () => void, name?: string): HTMLButtonElement;
    link(href: string, label: string, name?: string): HTMLElement;
    teller(): Teller;
    empty(title: string, text: string, action: string): HTMLElement;
    name(hit: Hit, tag?: string): HTMLElement;
    picture(hit: Hit): HTMLElement;
    standing(hit: Hit, asOf: string): HTMLElement;
    products(engine: Engine, ids: string[]): Promise<Map<string, Hit>>;
  }

  /** How facts are put into words for a table. */
  interface TableWords {
    text(key: string): string;
    day(value: string): string;
    days(number: number): string;
    standing(hit: Hit): string;
    price(hit: Hit): string;
    /** Full address of a path of the site. */
    address(url: string): string;
  }

  interface ItemActions {
    change(id: string, values: { quantity?: string; note?: string }): void;
    remove(id: string, name: string): void;
  }

  interface Naming {
    freeName(kept: Kept, name: string, but: string): string;
    /** With a new list, which is then the current one. */
    added(kept: Kept, name: string, ids: string[]): Kept;
    /** Without the current list. */
    dropped(kept: Kept): Kept;
    chosen(kept: Kept, id: string): Kept;
  }

  /** Products that one letter is about, and who gets it. */
  interface Group {
    /** Id of the producer; "?" and the id of the product where the record names none. */
    id: string;
    to: Recipient;
    /** How the promotion office is reached, when the letter goes there. */
    officeWays: Omit<Ways, "website"> | null;
    products: AskedProduct[];
  }

  interface Written {
    group: Group;
    letter: Letter;
  }

  /** What an endpoint is sent, as JSON. */
  interface Posted {
    version: 1;
    /** Language of the page. */
    language: string;
    asked: Asked;
    letters: Array<{
      /** Id of the producer, or "". */
      producer: string;
      name: string;
      /** "office" when the catalogue knows no way to write to the producer. */
      through: "producer" | "office";
      products: Array<{ id: string; name: string; url: string; quantity: string; note: string }>;
      subject: string;
      text: string;
    }>;
  }

  interface EnquiryForm {
    needs(): HTMLElement;
    buyer(): HTMLElement;
    keepDraft(form: HTMLFormElement): void;
    read(form: HTMLFormElement): Asked;
    check(form: HTMLFormElement, asked: Asked, chosen: boolean): HTMLElement | null;
  }

  interface EnquiryProducts {
    draw(groups: Group[], hits: Map<string, Hit>, items: Map<string, ListItem>, asOf: string): HTMLElement;
    read(form: HTMLFormElement, groups: Group[]): Group[];
  }

  interface DeskData {
    words: Words;
    letters?: { vi: Words; en: Words };
    office?: { names: { vi: string; en: string }; ways: Omit<Ways, "website"> } | null;
    endpoint?: string | null;
    /** Full address of the site's root. */
    site?: string;
  }

  interface Api {
    /** Facts of the product at a place of a file, which engine.sheets asks for; null past the end. */
    readSheet(file: SheetPart, place: number): SheetOf | null;
    lists: ListsApi;
    keeper: Keeper;
    /** Puts the buttons into cards and rows inside. */
    dress(within: ParentNode): void;
    /** A button of a product; `name` is the element that names it. */
    pick(way: "compare" | "save", id: string, name: Element | null): HTMLButtonElement;
    /** Bundle `tray`: draws the bar of products to compare again; `refused` is "compare" or "save" when one had no room. */
    tray(refused?: string): void;
    /** Bundle `desk`: fills the page of that name. */
    desks: { [page: string]: (place: HTMLElement, engine: Engine) => Promise<void> | void };
    /** What the page of the desk carries: texts, and for the enquiry what letters are written with. */
    deskData: DeskData;

    desk: DeskApi;
    groups(products: Compared[], data: DeskData): Group[];
    canBeWritten(ways: Omit<Ways, "website">): boolean;
    country(code: string, language: string): string;
    countries(language: string): Array<[string, string]>;
    enquiryForm: EnquiryForm;
    enquiryProducts: EnquiryProducts;
    drawLetter(group: Group, letter: Letter, number: number): HTMLElement;
    posted(asked: Asked, written: Written[], language: string): Posted;
    post(endpoint: string, content: Posted): Promise<string>;
    naming: Naming;
    listTable(list: NamedList, hits: Map<string, Hit>, say: TableWords): string[][];
    fileName(name: string): string;
    listItem(item: ListItem, hit: Hit | undefined, asOf: string, actions: ItemActions | null): HTMLElement;
    listTools(list: NamedList, hits: Map<string, Hit>, asOf: string, teller: Teller): HTMLElement;
    listChoice(teller: Teller): HTMLElement;
    differsMark(): HTMLElement;
    compareTable(products: Compared[], groups: ComparedGroup[], asOf: string, remove: (hit: Hit) => void): HTMLElement;
    differences(products: Compared[], words: Words, day: (value: string) => string): ComparedGroup[];
    csv(rows: string[][]): string;
    xlsx(rows: string[][], title: string): Uint8Array<ArrayBuffer>;
    zip(files: Array<[string, Uint8Array]>): Uint8Array<ArrayBuffer>;
    letter(asked: Asked, products: AskedProduct[], to: Recipient, stationery: Stationery): Letter;
    /** Parts of a text, each at most `room` characters long when encoded for an address. */
    parts(text: string, room: number): string[];
    mailtos(address: string, letter: Letter): string[];
    whatsapps(number: string, letter: Letter): string[];
    /** Without a text: Zalo's addresses take none. */
    zalo(number: string): string;
  }
}
