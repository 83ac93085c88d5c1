import { h, type Part } from './dom.ts';

export type Table = { caption: string; head: string[]; rows: string[][] };

/** A table of words and numbers. The first cell of a row names it. */
export function tableOf({ caption, head, rows }: Table): HTMLElement {
  // Columns in which no cell is a number: a page may set them at the start.
  const isNumber = (cell = '') => /^[\d\s.,%+−–-]+$/.test(cell);
  const kind = head.map((_, at) => (rows.some((row) => isNumber(row[at])) ? null : 'words'));
  const top = h(
    'tr',
    {},
    ...head.map((word, at) => h('th', { scope: 'col', class: kind[at] ?? null }, word)),
  );
  const lines = rows.map(([name = '', ...cells]) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      ...cells.map((cell, at) => h('td', { class: kind[at + 1] ?? null }, cell)),
    ),
  );
  return h('table', {}, h('caption', {}, caption), h('thead', {}, top), h('tbody', {}, ...lines));
}

/** The numbers behind a chart, drawn anew where they are others. */
export function table(): Part<Table> {
  const element = h('div', { class: 'table', tabindex: 0, role: 'group' });
  let key = '';
  return {
    element,
    update(next) {
      const nextKey = JSON.stringify(next);
      if (nextKey === key) return;
      key = nextKey;
      element.setAttribute('aria-label', next.caption);
      element.replaceChildren(tableOf(next));
    },
  };
}
