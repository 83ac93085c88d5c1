import type { Chart } from '../../growth/charts/types.ts';

/*
 * What a panel shows: words and data, no HTML and no Markdown. Whatever people wrote may stand in it as it is: the
 * page makes text nodes of it, takes out what hides or reorders text, and cuts what is too long.
 */

export type PanelContent = {
  /** Heading of the page and title of its tab. */
  title: string;
  sections: PanelSection[];
};

export type PanelSection = {
  /** Unique in the panel and the same over redraws: focus and scroll stay by it. */
  id: string;
  heading: string;
  /** One quiet line below the heading: where it comes from, who sees it, what is unknown. */
  note?: string;
  /** Empty: nothing but heading, note and offers, so that an empty state says what to do next. */
  blocks: PanelBlock[];
  /** For who looks at the panel only: it cannot be copied, and is in no file. */
  isOnlyHere?: true;
  offers?: PanelOffer[];
};

export type PanelBlock =
  /** Plain text; paragraphs by blank lines. */
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: PanelItem[]; isNumbered?: boolean }
  /** The first cell of a row names it. */
  | { kind: 'table'; caption: string; columns: string[]; rows: string[][] }
  /** A picture with the table behind it. The picture is data: the page draws it at the width that it has. */
  | { kind: 'chart'; caption: string; picture: Chart; columns: string[]; rows: string[][] };

export type PanelItem = {
  text: string;
  /** A quiet line below. */
  about?: string;
  /** A few words in a frame behind the text: "private", "not yet in force". */
  marks?: string[];
  /** Stays in the panel: what is copied of it, or kept as a file, is for others too. */
  isOnlyHere?: true;
  offers?: PanelOffer[];
};

export type PanelOffer = {
  /** Handed to `act`; unique in its panel. */
  id: string;
  label: string;
  /** The accessible name where the label alone is not clear: "Accept the charter of 3 May". Begins with the label. */
  says?: string;
  /** Drawn as the button to press first; at most one in a section. */
  isPrimary?: boolean;
};
