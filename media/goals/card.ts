import type { GoalView, PageState } from '../../src/ui/goals/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';
import { actionList } from './actions.ts';
import { ask } from './host.ts';
import { latest } from './latest.ts';
import { isOpen, setOpen } from './memory.ts';
import { menuButton, menuOf } from './menu.ts';
import { showMilestones } from './milestones.ts';
import { showMeta, showNumbers } from './numbers.ts';
import { problemLine } from './problem.ts';
import { tool } from './tool.ts';

/** A goal with what the card needs to know of the page around it. */
export type CardItem = { goal: GoalView; isOpenAtFirst: boolean; labels: PageState['labels'] };

let cards = 0;

/** One goal: folded it shows how it stands, unfolded also its milestones and what was said last. */
export function card({ goal: { id }, isOpenAtFirst, labels }: CardItem): Part<CardItem> {
  const number = cards++;
  const title = h('span', {});
  const fold = h('button', {
    type: 'button',
    class: 'fold',
    id: `goal-${number}`,
    'aria-controls': `body-${number}`,
  });
  fold.append(icon('chevron'), title);
  const acts = h('div', { class: 'acts' });
  const more = menuButton();
  const tools = h('div', { class: 'tools' }, acts, more.element);
  const meta = h('ul', { class: 'meta' });
  const problem = problemLine(labels);
  const counts = h('ul', { class: 'counts' });
  const numbers = h('div', { class: 'numbers' }, counts);
  const bar = h('div', { class: 'bar', role: 'progressbar', 'aria-valuemin': 0 }, h('div', {}));
  const progressText = h('span', { 'aria-hidden': 'true' });
  const progress = h('div', { class: 'progress' }, bar, progressText);
  const milestones = h('ul', { class: 'milestones', 'aria-label': labels.milestones });
  const hint = h('p', { class: 'hint' });
  const add = h('button', { type: 'button', class: 'quiet add' });
  const quote = latest();
  const run = async (act: Parameters<typeof ask>[0]) => {
    problem.show(null);
    const said = await ask(act);
    problem.show(said);
    return said;
  };
  const actions = actionList(id, run);
  const body = h('div', { class: 'body', id: `body-${number}` }, milestones, add, actions.element, hint);
  body.append(quote.element);
  const head = h('div', { class: 'head' }, h('h3', {}, fold), tools);
  const element = h('article', { class: 'goal', 'aria-labelledby': `goal-${number}` });
  element.append(head, meta, problem.element, numbers, progress, body);

  const setFold = (open: boolean) => {
    set(fold, { 'aria-expanded': String(open) });
    set(body, { hidden: !open });
  };
  setFold(isOpen('open', id, isOpenAtFirst));
  fold.addEventListener('click', () => {
    const open = fold.getAttribute('aria-expanded') !== 'true';
    setOpen('open', id, open);
    setFold(open);
  });
  add.addEventListener('click', () => void run({ act: 'addMilestone', goal: id }));
  let shown = '';

  return {
    element,
    update({ goal }) {
      const key = JSON.stringify(goal);
      if (key === shown) return;
      shown = key;
      set(element, { 'data-status': goal.status, ...menuOf({ kind: 'goal', goal: id }) });
      more.update(goal.more);
      text(title, goal.title);
      keyed(
        acts,
        goal.acts,
        (act) => act.act.act,
        () => tool(run),
      );
      showMeta(meta, goal);
      showNumbers(counts, numbers, goal, labels);
      set(progress, { hidden: goal.progress === null });
      if (goal.progress) {
        const { done, total, name } = goal.progress;
        set(bar, {
          'aria-valuemax': total,
          'aria-valuenow': done,
          'aria-valuetext': name,
          'aria-label': labels.milestones,
        });
        (bar.firstElementChild as HTMLElement).style.width = `${(100 * done) / total}%`;
        text(progressText, goal.progress.text);
      }
      showMilestones(milestones, goal.milestones, goal.addMilestone === null, (milestone, isDone) =>
        run({ act: 'completeMilestone', goal: id, milestone, isDone }),
      );
      text(hint, goal.hint ?? '');
      set(hint, { hidden: goal.hint === null });
      set(add, { hidden: goal.addMilestone === null, 'aria-label': goal.addMilestone?.name ?? '' });
      add.replaceChildren(icon('plus'), goal.addMilestone?.label ?? '');
      actions.update(goal.actions);
      quote.update(goal.latest, run);
    },
  };
}
