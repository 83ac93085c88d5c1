import type { Offer, PageState } from '../../src/ui/goals/protocol.ts';
import { h } from '../shared/dom.ts';

/** What to do where there is no goal yet. */
export function welcome(
  item: NonNullable<PageState['welcome']>,
  run: (act: Offer['act']) => void,
): HTMLElement {
  const offers = item.offers.map(({ label, act, isPrimary }) => {
    const button = h('vscode-button' as 'button', { block: true, secondary: !isPrimary }, label);
    button.addEventListener('click', () => run(act));
    return button;
  });
  const link = h('button', { type: 'button', class: 'link' }, item.link.label);
  link.addEventListener('click', () => run(item.link.act));
  const more = h('button', { type: 'button', class: 'link' }, item.more.label);
  more.addEventListener('click', () => run(item.more.act));
  return h(
    'section',
    { class: 'welcome' },
    h('h2', {}, item.title),
    h('p', {}, item.text),
    h('p', { class: 'examples-title' }, item.examplesTitle),
    h('ul', { class: 'examples' }, ...item.examples.map((example) => h('li', {}, example))),
    h('p', {}, more),
    h('div', { class: 'buttons' }, ...offers),
    h('p', { class: 'quiet' }, link),
  );
}
