import type { Notice, Offer } from '../../src/ui/goals/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';

type Run = (act: Offer['act']) => void;

/** What is to be done or goes on besides the goals: a line for each problem, at most one of the other kinds. */
export function showNotices(around: HTMLElement, notices: readonly Notice[], run: Run): void {
  keyed(
    around,
    notices,
    ({ kind, text }) => (kind === 'problem' ? `${kind} ${text}` : kind),
    ({ kind }) => line(kind, run),
  );
}

function line(kind: Notice['kind'], run: Run): Part<Notice> {
  const words = h('span', { class: 'words', role: kind === 'problem' ? 'alert' : null });
  const offers = h('span', { class: 'offers' });
  const element = h('div', { class: `notice ${kind}` });
  if (kind === 'progress') element.append(h('div', { class: 'running', role: 'progressbar' }, h('div')));
  if (kind === 'problem') element.append(icon('warning'));
  if (kind === 'next') element.append(icon('calendar'));
  if (kind === 'recall') element.append(icon('speech'));
  element.append(words, offers);
  const rows = kind === 'recall' ? h('ul', { class: 'recalled' }) : null;
  if (rows) element.append(rows);
  return {
    element,
    update(notice) {
      text(words, notice.text);
      if (kind === 'progress') set(element.firstElementChild!, { 'aria-label': notice.text });
      keyed(
        offers,
        notice.offers,
        ({ act }) => act.act,
        () => link(run),
      );
      if (rows)
        keyed(
          rows,
          notice.recalled?.rows ?? [],
          ({ act }) => JSON.stringify(act),
          () => row(run),
        );
    },
  };
}

type Row = NonNullable<Notice['recalled']>['rows'][number];

/** What was said before, and where: opens the conversation. */
function row(run: Run): Part<Row> {
  const [said, about] = [h('span', { class: 'said' }), h('span', { class: 'where' })];
  const button = h('button', { type: 'button' }, said, about);
  let current: Row | undefined;
  button.addEventListener('click', () => current && run(current.act));
  return {
    element: h('li', {}, button),
    update(next) {
      current = next;
      text(said, next.text);
      text(about, next.about);
      set(button, { title: `${next.text}\n${next.about}` });
    },
  };
}

function link(run: Run): Part<Offer> {
  const element = h('button', { type: 'button', class: 'link' });
  let current: Offer | undefined;
  element.addEventListener('click', () => current && run(current.act));
  return {
    element,
    update(offer) {
      current = offer;
      text(element, offer.label);
    },
  };
}
