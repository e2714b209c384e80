/** Shapes of the browse page and of the search field. */
declare namespace OCOP {
  /** Something that narrows the results. */
  interface Chip {
    id: string;
    /** As shown: "5 sao". */
    label: string;
    /** As spoken, with its facet: "Hạng sao: 5 sao". */
    name: string;
    /** The state in which it is gone. */
    without: AddressState;
  }

  interface StateApi {
    changed(state: AddressState, change: Partial<AddressState>): AddressState;
    toggled(state: AddressState, facet: string, value: string): AddressState;
    released(state: AddressState, filter: UnderstoodFilter, understood: UnderstoodFilter[]): AddressState;
    ranged(state: AddressState, key: string, choice: RangeChoice): AddressState;
    cleared(state: AddressState): AddressState;
    query(state: AddressState, size: number): Query;
    steps(page: number, pages: number): number[];
  }

  type Choose = (state: AddressState) => void;

  /** A part of the browse page: an element, and how it follows the state. */
  interface Part {
    element: HTMLElement;
    update(state: AddressState, results: Results): void;
  }

  /** What the browse page may ask for. */
  interface Wishes {
    state(): AddressState;
    choose: Choose;
    /** Another page of the same results. */
    turn(page: number): void;
    /** The address of a page of the same results. */
    address(page: number): string;
  }

  interface BrowsePage {
    show(state: AddressState, results: Results): void;
    /** The numbers beside the facets, which come a little later. */
    count(state: AddressState, results: Results): void;
    wait(waiting: boolean): void;
    goToResults(): void;
  }

  interface Toolbar extends Part {
    /** Takes the focus after page numbers and chips. */
    heading: HTMLElement;
  }

  interface Api {
    state: StateApi;
    /** A number as the reader's language writes it; undefined for nothing, NaN for what is no number. */
    readAmount(text: string): number | undefined;
    chips(state: AddressState, engine: Engine, understood: Understood): Chip[];
    /** Like chips for single words of the query: those no product has, or else each of several. */
    wordChips(state: AddressState, understood: Understood, unknown: string[]): Chip[];
    facetSections(engine: Engine, state: () => AddressState, choose: Choose): Part[];
    rangeSections(engine: Engine, state: () => AddressState, choose: Choose): Part[];
    toolbar(engine: Engine, opener: HTMLElement, wishes: Wishes): Toolbar;
    chipList(engine: Engine, choose: Choose, focusAfter: () => HTMLElement): Part;
    pageNumbers(address: (page: number) => string, turn: (page: number) => void): Part;
    resultList(engine: Engine): Part;
    table(engine: Engine, hits: Hit[]): HTMLElement;
    emptyState(engine: Engine, help: string, choose: Choose): Part;
    drawer(panel: HTMLElement, home: HTMLElement): { button: HTMLElement; update(results: Results, chosen: number): void };
    /** Starts the browse page, or looks again at its address; rejects when a part cannot be loaded. */
    browse(): Promise<void>;
    browsePage(place: HTMLElement, engine: Engine, wishes: Wishes): BrowsePage;
    /** A line of the list below a search field. */
    optionMaker(): (found: Suggestions, asOf: string) => HTMLElement[];
    /** How a query was read: unknown words, corrections, filters; that nothing was found. */
    remarks(found: Suggestions, query: string): string[];
    wordRemarks(found: { unknown: string[]; corrected: Correction[] }): string[];
    /** On the browse page: takes what is typed in the search field. */
    typed?: (text: string) => void;
  }
}
