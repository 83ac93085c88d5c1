import type { Table } from '../../src/ui/growth/panelProtocol.ts';
import { h, type Part } from '../shared/dom.ts';

/** The numbers behind a chart. The first cell of a row names it. */
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
      const head = h('tr', {}, ...next.head.map((word) => h('th', { scope: 'col' }, word)));
      const rows = next.rows.map(([name = '', ...cells]) =>
        h('tr', {}, h('th', { scope: 'row' }, name), ...cells.map((cell) => h('td', {}, cell))),
      );
      const caption = h('caption', {}, next.caption);
      element.replaceChildren(h('table', {}, caption, h('thead', {}, head), h('tbody', {}, ...rows)));
    },
  };
}
