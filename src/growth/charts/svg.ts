import type { SvgElement } from './types.ts';

/** Units of a picture that make one em of the text around it. */
export const em = 10;
/** Size of the words in a picture, in em and in units. */
export const wordSize = 0.85;
export const words = wordSize * em;

export function element(
  tag: string,
  attributes: Record<string, string | number | undefined> = {},
  ...children: (SvgElement | null)[]
): SvgElement {
  return {
    tag,
    attributes: known(attributes),
    children: children.filter((child) => child !== null),
  };
}

/** An element with words in it: a label, or the title that is shown while the pointer rests. */
export function labelled(
  tag: 'text' | 'title',
  attributes: Record<string, string | number | undefined>,
  text: string,
): SvgElement {
  const size = tag === 'text' ? { 'font-size': `${wordSize}em` } : {};
  return { tag, attributes: known({ ...size, ...attributes }), text };
}

/** Coordinates to hundredths: more only makes files long. */
function known(attributes: Record<string, string | number | undefined>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) kept[name] = typeof value === 'number' ? round(value) : value;
  }
  return kept;
}

export const round = (value: number): number => Math.round(value * 100) / 100 || 0;

/** The frame of a picture: as wide as the text around it makes its units, never wider than its place. */
export function picture(
  kind: string,
  label: string,
  { width, height }: { width: number; height: number },
  ...children: (SvgElement | null)[]
): SvgElement {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `chart chart-${kind}`,
      role: 'img',
      'aria-label': label,
      width: `${round(width / em)}em`,
      height: `${round(height / em)}em`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
    },
    element('g', { class: 'drawing', 'font-size': em }, ...children),
  );
}

/** Units that words take, rather too many than too few: fonts differ. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.codePointAt(0)! < 0x1100 ? 0.58 : 1.05;
  return width * words;
}

/** The words, cut so that they take no more than `width` units. */
export function fitted(text: string, width: number): string {
  // Sums of widths differ in the last place.
  if (widthOf(text) <= width + 0.01) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(`${kept}${sign}…`) > width) break;
    kept += sign;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.toWellFormed().replace(/[&<>"']/g, (sign) => signs[sign]!);

/** The picture as text for a file. Whatever the words say, they stay words. */
export function serialise(node: SvgElement): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  const inner = node.text === undefined ? node.children.map(serialise).join('') : escaped(node.text);
  return inner === '' ? `<${node.tag}${attributes}/>` : `<${node.tag}${attributes}>${inner}</${node.tag}>`;
}
