import { bar, fillings } from './looks.ts';
import { element, em, fitted, labelled, picture, widthOf, words } from './svg.ts';
import type { BarsChart, Box, SvgElement } from './types.ts';

const row = 1.8 * em;
const thick = 0.9 * em;
const gap = 0.6 * em;
/** Narrower than this, in em, names stand above their bars. */
const narrow = 30;

/** Horizontal bars, one row each: name, bar, value in words. */
export function bars({ rows, label, max }: BarsChart, box: Box): SvgElement {
  const width = box.width * em;
  const isNarrow = box.width < narrow;
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
  const left = isNarrow ? 0 : Math.min(longest(rows.map(({ name }) => name)) + gap, 0.42 * width);
  const right = Math.min(longest(rows.map(({ text }) => text)) + gap, (width - left) * 0.6);
  const room = Math.max(0, width - left - right);
  const largest = max ?? Math.max(0, ...rows.map(({ value }) => value));
  const tall = isNarrow ? row + 1.1 * em : row;
  return picture(
    'bars',
    label,
    { width, height: Math.max(1, rows.length) * tall },
    fillings(rows, box.id),
    ...rows.map((each, at) => {
      const top = at * tall + (isNarrow ? 1.1 * em : 0);
      const middle = top + row / 2;
      const nameAt = isNarrow ? { x: 0, y: top } : { x: 0, y: middle + words * 0.35 };
      const share = largest > 0 ? Math.min(1, Math.max(0, each.value) / largest) : 0;
      const long = share * room;
      const shown = fitted(each.name, isNarrow ? width : left - gap);
      return element(
        'g',
        { class: 'row' },
        labelled('title', {}, `${each.name}: ${each.text}`),
        labelled('text', { class: 'word strong', ...nameAt }, shown),
        long > 0
          ? bar(each, { x: left, y: middle - thick / 2, width: Math.max(1, long), height: thick }, box.id)
          : element('line', {
              class: 'base',
              x1: left,
              x2: left,
              y1: middle - thick / 2,
              y2: middle + thick / 2,
            }),
        labelled(
          'text',
          { class: 'word', x: left + long + gap, y: middle + words * 0.35 },
          fitted(each.text, width - left - long - gap),
        ),
      );
    }),
  );
}
