import type { GoalView } from '../../src/ui/goals/protocol.ts';
import { h, svg } from '../shared/dom.ts';

type Chart = NonNullable<GoalView['chart']>;
type Labels = { month: string };

const column = 8;
const gap = 4;
const tallest = 30;
const order = ['keep', 'stop', 'start'] as const;

/**
 * Keep, stop and start by month as stacked bars, always in this order from the bottom: solid, hatched,
 * hollow, so that they differ without colour. A table says the same to a screen reader.
 */
export function chart({ caption, months }: Chart, counts: GoalView['counts'], labels: Labels): HTMLElement {
  const most = Math.max(1, ...months.map((month) => total(month.counts)));
  // Few comments make small bars: three in a month must not look like thirty.
  const unit = Math.min(6, tallest / most);
  const height = most * unit;
  const width = months.length * (column + gap) - gap;
  const picture = svg('svg', {
    class: 'chart',
    'aria-hidden': 'true',
    width,
    height: height + 12,
    viewBox: `0 0 ${width} ${height + 12}`,
  });
  months.forEach((month, i) => {
    const x = i * (column + gap);
    const group = svg('g', {}, svg('title', {}, month.summary));
    group.append(
      svg('rect', { class: 'area', x: x - gap / 2, y: 0, width: column + gap, height: height + 12 }),
    );
    group.append(svg('rect', { class: 'base', x, y: height, width: column, height: 1 }));
    let y = height - 0.5;
    for (const tag of order) {
      const tall = (month.counts[tag] ?? 0) * unit;
      if (tall === 0) continue;
      y -= tall;
      group.append(...bar(tag, x, y, Math.max(1, tall - 1)));
    }
    group.append(svg('text', { x: x + column / 2, y: height + 10, 'text-anchor': 'middle' }, month.initial));
    picture.append(group);
  });
  return h('figure', {}, picture, table(caption, months, counts, labels));
}

function bar(tag: (typeof order)[number], x: number, y: number, tall: number): SVGElement[] {
  if (tag === 'keep') return [svg('rect', { class: 'keep', x, y, width: column, height: tall })];
  // Strokes lie on the edge: half a pixel inwards keeps the bars equally wide.
  const frame = { x: x + 0.5, y: y + 0.5, width: column - 1, height: Math.max(0.5, tall - 1) };
  const hatch = tag === 'stop' ? [svg('rect', { class: 'hatch', ...frame })] : [];
  return [...hatch, svg('rect', { class: tag, ...frame })];
}

function total(counts: Partial<Record<string, number>>): number {
  return order.reduce((sum, tag) => sum + (counts[tag] ?? 0), 0);
}

function table(
  caption: string,
  months: Chart['months'],
  counts: GoalView['counts'],
  labels: Labels,
): HTMLElement {
  const head = h('tr', {}, h('th', { scope: 'col' }, labels.month));
  for (const { word } of counts) head.append(h('th', { scope: 'col' }, word));
  const rows = months.map((month) => {
    const row = h('tr', {}, h('th', { scope: 'row' }, month.name));
    for (const { tag } of counts) row.append(h('td', {}, String(month.counts[tag] ?? 0)));
    return row;
  });
  const all = h('table', {}, h('caption', {}, caption), h('thead', {}, head), h('tbody', {}, ...rows));
  // A table takes the width that it wants: what hides it has to be around it.
  return h('div', { class: 'unseen' }, all);
}

/** The hatching that all charts of the page share; has to be in the page once. */
export function hatching(): SVGElement {
  const pattern = svg(
    'pattern',
    { id: 'hatching', width: 3, height: 3, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { class: 'hatching', width: 1.4, height: 3 }),
  );
  return svg(
    'svg',
    { class: 'unseen', 'aria-hidden': 'true', width: 0, height: 0 },
    svg('defs', {}, pattern),
  );
}
