import type { PageState } from '../../src/ui/goals/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';
import { card } from './card.ts';
import { isOpen, setOpen } from './memory.ts';

export type GroupItem = { group: PageState['groups'][number]; labels: PageState['labels'] };

let groups = 0;

/** The goals of one status. Active ones are always in sight, the others behind their heading. */
export function group({ group: { status } }: GroupItem): Part<GroupItem> {
  const number = groups++;
  const goals = h('div', { class: 'goals', id: `goals-${number}` });
  const element = h('section', { class: `group ${status}`, 'aria-labelledby': `group-${number}` });
  const words = h('span', {});
  const count = h('span', { class: 'count' });
  const heading = h('h2', { id: `group-${number}`, class: status === 'active' ? 'unseen' : null });
  element.append(heading, goals);
  if (status === 'active') heading.append(words);
  else {
    const fold = h(
      'button',
      { type: 'button', class: 'fold', 'aria-controls': goals.id },
      icon('chevron'),
      words,
      count,
    );
    const setFold = (open: boolean) => {
      set(fold, { 'aria-expanded': String(open) });
      set(goals, { hidden: !open });
    };
    setFold(isOpen('groups', status, false));
    fold.addEventListener('click', () => {
      const open = fold.getAttribute('aria-expanded') !== 'true';
      setOpen('groups', status, open);
      setFold(open);
    });
    heading.append(fold);
  }
  return {
    element,
    update({ group, labels }) {
      text(words, group.title);
      text(count, String(group.goals.length));
      // With a few goals all are read at a glance; with many the first one is, and the others wait folded.
      const isOpenAtFirst = (i: number) => status === 'active' && (i === 0 || group.goals.length <= 3);
      const items = group.goals.map((goal, i) => ({ goal, labels, isOpenAtFirst: isOpenAtFirst(i) }));
      keyed(goals, items, ({ goal }) => goal.id, card);
    },
  };
}
