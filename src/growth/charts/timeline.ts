import { type Plot, timeAxis, timeRoom, timeScale, within } from './axis.ts';
import { legend } from './legend.ts';
import { element, em, labelled, picture } from './svg.ts';
import type { Box, DotKind, SvgElement, TimelineChart } from './types.ts';

const radius = 0.42 * em;
const lane = 1.05 * em;
/** Marks that would cover each other stand in up to so many lanes. */
const mostLanes = 3;

/**
 * Marks on a line of time: a full disc where something came up, a ring where it could have and did not, a short dash
 * where that is not known, a line across where it counted as learned.
 */
export function timeline(chart: TimelineChart, box: Box): SvgElement {
  const { from, to } = chart;
  const width = box.width * em;
  const names = legend(
    chart.legend.map(({ kind, label }) => ({
      label,
      draw: ({ x, y, width: wide, height }) => dot(kind, { x: x + wide / 2, y: y + height / 2 }, height),
    })),
    width,
  );
  const side = radius + 1;
  const base: Plot = { left: side, top: names.height, width: Math.max(0, width - 2 * side), height: 0 };
  const x = timeScale(from, to, base);
  const placed = lanes(chart.points, ({ at }) => x(at));
  if (chart.points.length + chart.ticks.length === 0)
    return picture('timeline', chart.label, { width, height: names.height }, ...names.elements);
  const deepest = Math.max(0, ...placed.map(({ lane }) => lane));
  const height = (deepest + 1) * lane + 0.3 * em;
  const plot = { ...base, height, full: width };
  const bottom = names.height + height - lane / 2 - 0.15 * em;
  const inOrder = [...placed].sort((a, b) => Number(b.kind === 'learned') - Number(a.kind === 'learned'));
  return picture(
    'timeline',
    chart.label,
    { width, height: names.height + height + timeRoom },
    ...names.elements,
    element('line', { class: 'base', x1: 0, x2: width, y1: bottom, y2: bottom }),
    ...inOrder.map((point) => {
      const place = { x: x(point.at), y: bottom - point.lane * lane };
      const title = labelled('title', {}, point.name);
      if (point.kind !== 'learned') return dot(point.kind, place, 2 * radius, title);
      return dot('learned', { x: place.x, y: names.height + height / 2 }, height, title);
    }),
    ...timeAxis(within(chart.ticks, from, to), ({ at }) => x(at), plot, { hasLines: true }),
  );
}

function dot(
  kind: DotKind,
  { x, y }: { x: number; y: number },
  size: number,
  title: SvgElement | null = null,
): SvgElement {
  const half = size / 2;
  if (kind === 'learned')
    return element('line', { class: 'dot dot-learned', x1: x, x2: x, y1: y - half, y2: y + half }, title);
  if (kind === 'unknown')
    return element('line', { class: 'dot dot-unknown', x1: x - half, x2: x + half, y1: y, y2: y }, title);
  return element('circle', { class: `dot dot-${kind}`, cx: x, cy: y, r: half - 0.5 }, title);
}

type Point = TimelineChart['points'][number];

/** The lane of each point: the lowest one in which nothing is in its way, else the last. */
function lanes(points: readonly Point[], at: (point: Point) => number): (Point & { lane: number })[] {
  const free: number[] = [];
  return [...points]
    .sort((a, b) => a.at - b.at)
    .map((point) => {
      if (point.kind === 'learned') return { ...point, lane: 0 };
      const x = at(point);
      let lane = 0;
      while (lane < mostLanes - 1 && (free[lane] ?? Number.NEGATIVE_INFINITY) > x - radius) lane += 1;
      free[lane] = x + radius;
      return { ...point, lane };
    });
}
