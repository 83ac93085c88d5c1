/** An element of a picture: plain data, for a page (`createElementNS`) and for a file (`serialise`) alike. */
export type SvgElement = {
  tag: string;
  attributes: Readonly<Record<string, string | number>>;
} & ({ children: readonly SvgElement[]; text?: undefined } | { text: string; children?: undefined });

/** What tells series apart besides colour: the filling of bars, the dashes and marks of lines. */
export const looks = ['solid', 'hatched', 'hollow', 'dotted'] as const;
export type Look = (typeof looks)[number];

/** `key` becomes the class `ink-<key>`, which gives the colour; letters, digits and hyphens only. */
export type Series = { key: string; label: string; look: Look };

/** A dashed line across, as a rhythm or a budget is. */
export type Reference = { value: number; label: string };

type Common = {
  /** The picture in one sentence, for those who do not see it. */
  label: string;
};

/** Stacked bars over time, one for each month (or quarter, or year: the words say which). */
export type MonthsChart = Common & {
  kind: 'months';
  series: Series[];
  /** Oldest first; one value, zero or more, for each series. `tick` stands below, `name` is read with the values. */
  months: { tick: string; name: string; values: number[] }[];
  reference?: Reference;
};

/** Values over time: lines from point to point, or steps that hold until the next point. */
export type LinesChart = Common & {
  kind: 'lines';
  series: (Series & { points: LinePoint[] })[];
  isSteps: boolean;
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  ticks: Tick[];
  /** The value axis; without `max` it ends at the largest value. */
  max?: number;
  /** How a value is written on the axis: `{0} %`. */
  valueWords?: string;
  reference?: Reference;
};
/** Oldest first; where `y` is `null`, nothing is known and the line is broken. */
export type LinePoint = { x: number; y: number | null; name: string };
export type Tick = { at: number; label: string };

/** Horizontal bars with a name and their value in words. */
export type BarsChart = Common & {
  kind: 'bars';
  rows: { key: string; look: Look; name: string; value: number; text: string }[];
  /** The value of a bar over the whole width; otherwise the largest one. */
  max?: number;
};

/** What happened at a time, as marks on a line. `learned` is a line across, all others differ by their shape. */
export const dotKinds = ['occurrence', 'clear', 'unknown', 'learned'] as const;
export type DotKind = (typeof dotKinds)[number];
export type TimelineChart = Common & {
  kind: 'timeline';
  from: number;
  to: number;
  ticks: Tick[];
  points: { at: number; kind: DotKind; name: string }[];
  /** Words for the kinds; empty where they stand elsewhere. */
  legend: { kind: DotKind; label: string }[];
};

export type Chart = MonthsChart | LinesChart | BarsChart | TimelineChart;

export type Box = {
  /** Width in em of the text around it. The height follows from what is drawn. */
  width: number;
  /** Tells the fillings of several charts of one page apart: letters, digits and hyphens. */
  id: string;
};
