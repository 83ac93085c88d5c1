import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { element } from './svg.ts';
import type { Look, Series, SvgElement } from './types.ts';

/** Half of a stroke lies outside of a frame. */
const stroke = 1;

/** A bar in its look: solid, hatched with a frame, hollow, or dotted with a frame. */
export function bar(
  { key, look }: Pick<Series, 'key' | 'look'>,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  id: string,
): SvgElement {
  if (look === 'solid' || width <= 2 * stroke || height <= 2 * stroke)
    return element('rect', { class: `bar ink-${key}`, x, y, width, height });
  const frame = {
    x: x + stroke / 2,
    y: y + stroke / 2,
    width: width - stroke,
    height: height - stroke,
  };
  const fill = look === 'hollow' ? 'none' : `url(#${fillingId(id, key, look)})`;
  return element('rect', { class: `bar framed line-${key}`, ...frame, fill });
}

const fillingId = (id: string, key: string, look: Look) => `${id}-${look}-${key}`;

/** The fillings that the bars of these series refer to; `null` where there are none. */
export function fillings(series: readonly Pick<Series, 'key' | 'look'>[], id: string): SvgElement | null {
  const patterns = new Map<string, SvgElement>();
  for (const { key, look } of series) {
    const name = fillingId(id, key, look);
    if (look === 'hatched') patterns.set(name, pattern(name, 4, element('rect', hatch(key)), 'rotate(45)'));
    if (look === 'dotted') patterns.set(name, pattern(name, 4, element('circle', dot(key))));
  }
  return patterns.size === 0 ? null : element('defs', {}, ...patterns.values());
}

const hatch = (key: string) => ({ class: `ink-${key}`, width: 1.6, height: 4 });
const dot = (key: string) => ({ class: `ink-${key}`, cx: 2, cy: 2, r: 1 });

function pattern(id: string, size: number, content: SvgElement, patternTransform?: string): SvgElement {
  const attributes = { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform };
  return element('pattern', attributes, content);
}

const dashes: Record<Look, string | undefined> = {
  solid: undefined,
  hatched: '6 3',
  hollow: '2 2.5',
  dotted: '1 3',
};

/** A line in its look: whole, in long or short dashes, in dots. */
export function stretch({ key, look }: Pick<Series, 'key' | 'look'>, d: string): SvgElement {
  return element('path', { class: `stretch line-${key}`, d, fill: 'none', 'stroke-dasharray': dashes[look] });
}

const marks = { solid: symbolCircle, hatched: symbolSquare, hollow: symbolTriangle, dotted: symbolDiamond };

/** The mark of a point of a line: circle, square, triangle, diamond. `size` is its area in square units. */
export function mark(
  { key, look }: Pick<Series, 'key' | 'look'>,
  at: { x: number; y: number },
  size = 18,
  ...children: (SvgElement | null)[]
): SvgElement {
  const d = symbol(marks[look], size).digits(2)() ?? '';
  const transform = `translate(${at.x.toFixed(2)},${at.y.toFixed(2)})`;
  const isHollow = look === 'hollow';
  return element(
    'path',
    { class: isHollow ? `mark hollow line-${key}` : `mark ink-${key}`, d, transform },
    ...children,
  );
}
