import type { GoalView } from '../../src/ui/goals/protocol.ts';
import { h, keyed, type Part, set, text } from './dom.ts';
import { icon } from './icons.ts';

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
  const box = h('input', { type: 'checkbox' });
  const title = h('span', { class: 'title' });
  const when = h('span', { class: 'when' });
  const label = h('label', {}, h('span', { class: 'box' }, box, icon('check')), title);
  const element = h('li', {}, label, when);
  let isDone = false;
  let isBusy = false;
  box.addEventListener('change', async () => {
    if (isBusy) {
      box.checked = !box.checked;
      return;
    }
    isBusy = true;
    const problem = await onToggle(id, box.checked);
    isBusy = false;
    if (problem !== null) box.checked = isDone;
  });
  return {
    element,
    update({ milestone, isFixed }) {
      isDone = milestone.isDone;
      if (!isBusy || box.checked === isDone) box.checked = isDone;
      box.disabled = isFixed;
      set(element, { class: isDone ? 'done' : null });
      text(title, milestone.title);
      text(when, milestone.when ?? '');
    },
  };
}
