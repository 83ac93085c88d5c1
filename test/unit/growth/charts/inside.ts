import type { SvgElement } from '../../../../src/growth/charts/types.ts';

type Place = { left: number; top: number; right: number; bottom: number };

/** What of a picture lies outside of its frame, as sentences; empty where everything is inside. */
export function outside(root: SvgElement): string[] {
  const [, , width = 0, height = 0] = String(root.attributes.viewBox).split(' ').map(Number);
  const found: string[] = [];
  const slack = 0.6;
  const visit = (node: SvgElement) => {
    if (node.tag === 'pattern' || node.tag === 'title') return;
    for (const [name, value] of Object.entries(node.attributes)) {
      if (typeof value === 'number' && !Number.isFinite(value)) found.push(`${node.tag} ${name}=${value}`);
      if (/NaN|Infinity|undefined/.test(String(value))) found.push(`${node.tag} ${name}=${value}`);
    }
    const place = placeOf(node);
    if (
      place &&
      (place.left < -slack ||
        place.top < -slack ||
        place.right > width + slack ||
        place.bottom > height + slack)
    )
      found.push(`${JSON.stringify({ ...node, children: undefined })} in ${width} x ${height}`);
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return found;
}

function placeOf({ tag, attributes, text }: SvgElement): Place | null {
  const number = (name: string) => Number(attributes[name] ?? 0);
  if (tag === 'rect')
    return {
      left: number('x'),
      top: number('y'),
      right: number('x') + number('width'),
      bottom: number('y') + number('height'),
    };
  if (tag === 'circle') return around(number('cx'), number('cy'), number('r'));
  if (tag === 'line')
    return {
      left: Math.min(number('x1'), number('x2')),
      right: Math.max(number('x1'), number('x2')),
      top: Math.min(number('y1'), number('y2')),
      bottom: Math.max(number('y1'), number('y2')),
    };
  if (tag === 'text') {
    // Half an em a sign is about what fonts take.
    const long = [...(text ?? '')].length * 8.5 * 0.5;
    const left = attributes['text-anchor'] === 'end' ? number('x') - long : number('x');
    return { left, right: left + long, top: number('y') - 6, bottom: number('y') };
  }
  if (tag === 'path') {
    const move = /translate\(([-\d.]+),([-\d.]+)\)/.exec(String(attributes.transform ?? ''));
    if (move) return around(Number(move[1]), Number(move[2]), 2);
    return ofPath(String(attributes.d));
  }
  return null;
}

const around = (x: number, y: number, r: number): Place => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});

/** Paths of M, L, H, V and Z with absolute coordinates, as lines and steps make them. */
function ofPath(d: string): Place | null {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, sign, numbers] of d.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    const values = (numbers ?? '')
      .split(/[ ,]/)
      .filter((part) => part !== '')
      .map(Number);
    if (sign === 'H') xs.push(...values);
    else if (sign === 'V') ys.push(...values);
    else for (const [i, value] of values.entries()) (i % 2 === 0 ? xs : ys).push(value);
  }
  if (xs.length === 0 || ys.length === 0) return null;
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
