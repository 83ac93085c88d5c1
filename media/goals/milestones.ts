import type { GoalView } from '../../src/ui/goals/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { tick } from './tick.ts';

type Milestone = GoalView['milestones'][number];
type OnToggle = (milestone: string, isDone: boolean) => Promise<string | null>;

/** The milestones of a goal, each with its box to tick. */
export function showMilestones(
  list: HTMLElement,
  milestones: readonly Milestone[],
  isFixed: boolean,
  onToggle: OnToggle,
): void {
  set(list, { hidden: milestones.length === 0 });
  const items = milestones.map((milestone) => ({ milestone, isFixed }));
  keyed(
    list,
    items,
    ({ milestone }) => milestone.id,
    ({ milestone }) => row(milestone.id, onToggle),
  );
}

function row(id: string, onToggle: OnToggle): Part<{ milestone: Milestone; isFixed: boolean }> {
  const title = h('span', { class: 'title' });
  const when = h('span', { class: 'when' });
  const { label, show } = tick(title, (isDone) => onToggle(id, isDone));
  const element = h('li', {}, label, when);
  return {
    element,
    update({ milestone, isFixed }) {
      show(milestone.isDone, isFixed);
      set(element, { class: milestone.isDone ? 'done' : null });
      text(title, milestone.title);
      text(when, milestone.when ?? '');
    },
  };
}
