import { element, em, fitted, labelled, widthOf, words } from './svg.ts';
import type { SvgElement } from './types.ts';

const swatch = 1.2 * em;
const gap = 0.4 * em;
const between = 1.4 * em;
const row = 1.5 * em;

/** An entry: `draw` makes its sample in a box of `width` by `height` units with its corner at x, y. */
export type Entry = {
  label: string;
  draw(box: { x: number; y: number; width: number; height: number }): SvgElement | null;
};

/** The names of what is drawn, in as many rows as they need; `height` is 0 where there is nothing to name. */
export function legend(entries: readonly Entry[], width: number): { elements: SvgElement[]; height: number } {
  const elements: SvgElement[] = [];
  let [x, y] = [0, 0];
  for (const { label, draw } of entries) {
    const shown = fitted(label, width - swatch - gap);
    const long = swatch + gap + widthOf(shown);
    if (x > 0 && x + long > width) [x, y] = [0, y + row];
    const sample = draw({ x, y: y + 0.25 * em, width: swatch, height: 0.8 * em });
    elements.push(
      element(
        'g',
        { class: 'entry' },
        sample,
        labelled('text', { class: 'word', x: x + swatch + gap, y: y + 0.25 * em + words * 0.85 }, shown),
      ),
    );
    x += long + between;
  }
  return { elements, height: entries.length === 0 ? 0 : y + row + 0.4 * em };
}
