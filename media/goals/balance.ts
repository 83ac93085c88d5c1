import type { Act, PageState } from '../../src/ui/goals/protocol.ts';
import { h, type Part, set, text } from '../shared/dom.ts';

/** Whom the active goals come from, in one line, and a question where they are hardly the mentee's own. */
export function balanceLine(run: (act: Act) => void): Part<PageState['balance']> {
  const words = h('p', {});
  const asked = h('span', {});
  const add = h('button', { type: 'button', class: 'link' });
  const question = h('p', { class: 'question' }, asked, ' ', add);
  let act: Act | undefined;
  add.addEventListener('click', () => act && run(act));
  const element = h('div', { class: 'balance' }, words, question);
  return {
    element,
    update(balance) {
      set(element, { hidden: balance === null });
      text(words, balance?.text ?? '');
      set(question, { hidden: !balance?.question });
      text(asked, balance?.question?.text ?? '');
      text(add, balance?.question?.offer.label ?? '');
      act = balance?.question?.offer.act;
    },
  };
}
