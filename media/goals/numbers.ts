import type { GoalView, PageState } from '../../src/ui/goals/protocol.ts';
import { h, set } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';
import { chart } from './chart.ts';

/** What kind of goal it is, whose, and until when. */
export function showMeta(list: HTMLElement, { category, origin, by, marks, due }: GoalView): void {
  list.replaceChildren();
  if (category) list.append(h('li', {}, icon(category.icon), category.text));
  list.append(h('li', { class: 'origin' }, icon(origin.icon), origin.text));
  if (by) list.append(h('li', {}, by));
  if (due)
    list.append(
      h('li', { class: due.isOverdue ? 'overdue' : 'due' }, due.isOverdue ? icon('warning') : null, due.text),
    );
  for (const mark of marks) list.append(h('li', { class: mark.kind }, icon(mark.icon), mark.text));
}

/** How often keep, stop and start, and how that moved. */
export function showNumbers(
  list: HTMLElement,
  around: HTMLElement,
  goal: GoalView,
  labels: PageState['labels'],
): void {
  set(around, { hidden: goal.chart === null });
  list.replaceChildren(
    ...goal.counts.map(({ tag, count, word }) =>
      h(
        'li',
        { class: `${tag}${count === 0 ? ' zero' : ''}` },
        icon(tag),
        h('b', {}, String(count)),
        ` ${word}`,
      ),
    ),
  );
  around.querySelector('figure')?.remove();
  if (goal.chart) around.append(chart(goal.chart, goal.counts, labels));
}
