/** What the scripts of every page and the folder `elements` put into `OCOP`, beside the search engine. */
declare namespace OCOP {
  interface Site {
    /** Language of the page. */
    language: string;
    /** The way from the page to the root of the site: "../../", or "/" on the page for unknown addresses. */
    base: string;
  }

  /** null, undefined and false leave an attribute out, true writes it without a value. */
  type Attributes = { [name: string]: string | number | boolean | null | undefined };
  /** Text, a node, or nothing. */
  type Child = string | Node | null;
  type Places = { [place: string]: string | number };

  /** A standing as its badge tells it. */
  interface Badge {
    state: string;
    label: string;
    /** Stars to draw: 0 when none are held. */
    stars: number;
    /** The stars the label speaks of. */
    number: number;
    /** The day the label speaks of, in words. */
    date: string;
    /** First days and states from the as-of date on; empty when nothing will change. */
    transitions: [string, string][];
  }

  interface Card {
    id: string;
    href: string;
    /** At most 64 letters. */
    name: string;
    long: boolean;
    /** The whole name where it had to be shortened. */
    title: string | null;
    /** What the query met in `name`. */
    spans: Span[];
    badge: Badge;
    facts: CardFact[];
  }

  interface CardFact {
    text: string;
    /** Last day of what runs out, YYYY-MM-DD, or "". */
    until: string;
  }

  interface Api {
    site: Site;
    /** Brings bundles to the page, in this order, each once: words, elements, search, browse, desk. */
    need(bundles: string[]): Promise<void>;
    /** The search engine of the page's language, opened once. */
    engine(): Promise<Engine>;
    /** The short code that somebody typed; null when a sign is wrong. */
    readCode(typed: string): string | null;
    /** Puts a text on the clipboard; rejects when the browser does not let it. */
    copy(text: string): Promise<void>;
    /** Reads every badge inside, and every mark of what has run out, again for the reader's own day. */
    refreshStandings(within: ParentNode): void;
    /** Whether what holds until a day (YYYY-MM-DD, or "" for always) is over on the reader's own. */
    isPast(last: string): boolean;
    /** The state on the reader's own day, of first days and states; null before the first. */
    stateToday(course: [string, string][]): string | null;

    /** Bundle `words`: texts of the interface in the page's language, by key. */
    words: { [key: string]: string };

    /** Bundle `elements`, from here on. The text of a key with its places filled. */
    text(key: string, values?: Places): string;
    /** The form .one or .other of a key, with {count}. */
    count(key: string, value: number, values?: Places): string;
    number(value: number): string;
    /** A day (YYYY-MM-DD) in words. */
    day(value: string): string;
    /** The value of a `lang` attribute: null when the text is in the language of the page. */
    foreign(language: string): string | null;
    element(tag: string, attributes?: Attributes, children?: Child[]): HTMLElement;
    /** A path in a field of 20 by 20; the class is `cat-icon` when no other is given. */
    icon(path: string, name?: string): SVGElement;
    stars(number: number): SVGElement;
    /** A text with some of its runs in `mark` elements. */
    marked(text: string, spans?: Span[]): DocumentFragment;
    /** Puts new children in the place of all that an element holds. */
    fill(place: Element, children: Child[]): void;
    /** Puts elements into their places in this order; those that are there are not taken out first. */
    arrange(place: Element, children: Element[]): void;
    /** Puts words into an element, if it does not say them already. */
    say(place: Element, words: string): void;
    describe(hit: Hit, asOf: string): Card;
    /** The card of a product, as in `theme/catalogue/card.html`. */
    card(hit: Hit, asOf: string): HTMLElement;
    /** Says that what holds until a day is over, hidden as long as it is not; null for what never ends. */
    pastMark(until: string, asOf: string): HTMLElement | null;
    /** The price of a hit with its last day, in words. */
    price(hit: Hit): string;
    /** The name beside the one that heads a product, marked where it is a translation; null without one. */
    gloss(hit: Hit, tag: string, name?: string): HTMLElement | null;
    /** Stars and standing alone. */
    badge(hit: Hit, asOf: string): HTMLElement;
  }
}
