import { scaleLinear } from 'd3-scale';
import { element, em, fitted, labelled, widthOf, words } from './svg.ts';
import type { Reference, SvgElement, Tick } from './types.ts';

/** Where values are drawn, in units: the corner at left, top, and how far it goes. */
export type Plot = { left: number; top: number; width: number; height: number };

export type ValueAxis = {
  /** Room that its words take on the left. */
  room: number;
  /** The y of a value. */
  at(value: number): number;
  /** Lines across with their values; lies behind what is drawn. */
  draw(plot: Plot): SvgElement[];
};

/**
 * The axis of values from zero upwards, with whole numbers on it where there are enough of them.
 * @param height units from zero to the end
 */
export function valueAxis(
  largest: number,
  { top, height, isFixed = false, valueWords = '{0}' }: ValueAxisOptions,
): ValueAxis {
  // Less than a thousandth is nothing that an axis could show.
  const most = Number.isFinite(largest) && largest >= 0.001 ? largest : 1;
  const scale = scaleLinear([0, most], [top + height, top]);
  if (!isFixed) scale.nice(3);
  const [, end] = scale.domain() as [number, number];
  const wanted = scale.ticks(height > 7 * em ? 4 : 2);
  const ticks = end >= 2 ? wanted.filter(Number.isInteger) : wanted.filter((tick) => end > 1 || isHalf(tick));
  const named = ticks.map((tick) => ({ tick, label: valueWords.replace('{0}', String(tick)) }));
  return {
    room: Math.max(0, ...named.map(({ label }) => widthOf(label))) + 0.6 * em,
    at: (value) => scale(Math.min(Math.max(value, 0), end)),
    draw: (plot) =>
      named.flatMap(({ tick, label }) => [
        element('line', {
          class: tick === 0 ? 'base' : 'grid',
          x1: plot.left,
          x2: plot.left + plot.width,
          y1: scale(tick),
          y2: scale(tick),
        }),
        labelled(
          'text',
          { class: 'word', x: plot.left - 0.6 * em, y: scale(tick) + words * 0.35, 'text-anchor': 'end' },
          label,
        ),
      ]),
  };
}

export type ValueAxisOptions = {
  top: number;
  height: number;
  /** The axis ends at the largest value, not at the next round number. */
  isFixed?: boolean;
  valueWords?: string;
};

const isHalf = (tick: number) => tick === 0 || tick === 0.5 || tick === 1;

/** Height of the words below a plot. */
export const timeRoom = 1.6 * em;

/** Ticks with their words below a plot: as many as there is room for, and none outside. `at` gives their x. */
export function timeAxis<T extends { label: string }>(
  ticks: readonly T[],
  at: (tick: T) => number,
  plot: Plot & { full: number },
  options: { hasLines: boolean },
): SvgElement[] {
  const elements: SvgElement[] = [];
  const bottom = plot.top + plot.height;
  for (const { label, x, start } of spread(ticks, at, plot.full)) {
    if (options.hasLines)
      elements.push(element('line', { class: 'tick', x1: x, x2: x, y1: bottom, y2: bottom + 0.3 * em }));
    elements.push(labelled('text', { class: 'word', x: start, y: bottom + 0.5 * em + words * 0.8 }, label));
  }
  return elements;
}

/** Every tick, every second, every third month …: so that those that stay are equally far from each other. */
const steps = [1, 2, 3, 4, 6, 12, 24, 60, 120];

function spread<T extends { label: string }>(
  ticks: readonly T[],
  at: (tick: T) => number,
  full: number,
): { label: string; x: number; start: number }[] {
  const placed = ticks.map((tick) => {
    const long = widthOf(tick.label);
    // Words at the edges are moved inwards rather than left out.
    const start = Math.max(0, Math.min(at(tick) - long / 2, full - long));
    return { label: tick.label, x: at(tick), start, end: start + long };
  });
  for (const step of steps) {
    const kept = placed.filter((_, i) => i % step === 0);
    if (
      kept.every(({ end }, i) => end + (i < kept.length - 1 ? 0.8 * em : 0) <= (kept[i + 1]?.start ?? full))
    )
      return kept;
  }
  return placed.slice(0, 1).filter(({ end }) => end <= full);
}

/** The line of a reference with its words above it, at the right. */
export function referenceLine(reference: Reference, axis: ValueAxis, plot: Plot): SvgElement[] {
  const y = axis.at(reference.value);
  const above = y - 0.3 * em;
  return [
    element('line', { class: 'reference', x1: plot.left, x2: plot.left + plot.width, y1: y, y2: y }),
    labelled(
      'text',
      { class: 'word said', x: plot.left + plot.width, y: above, 'text-anchor': 'end' },
      fitted(reference.label, plot.width),
    ),
  ];
}

/** The x of a time between two others; in the middle where both are the same. */
export function timeScale(from: number, to: number, plot: Plot): (at: number) => number {
  const scale = scaleLinear([from, to], [plot.left, plot.left + plot.width]).clamp(true);
  return (at) => (to > from ? scale(at) : plot.left + plot.width / 2);
}

/** Ticks as they are given by callers: those outside of the times that are drawn are left out. */
export const within = (ticks: readonly Tick[], from: number, to: number): Tick[] =>
  ticks.filter(({ at }) => at >= from && at <= to);
