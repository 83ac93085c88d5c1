import type { Act, ActionsView, ActionView } from '../../src/ui/goals/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';
import { ask } from './host.ts';
import { isOpen, setOpen } from './memory.ts';
import { menuButton, menuOf } from './menu.ts';
import { tick } from './tick.ts';

type Run = (act: Act) => Promise<string | null>;

let lists = 0;
let rows = 0;

/** Next actions with their boxes to tick, those that are done folded away. `goal` is empty where they serve none. */
export function actionList(goal: string, run: Run, level: 'h2' | 'h4' = 'h4'): Part<ActionsView> {
  const number = lists++;
  const title = h(level, { id: `actions-${number}` });
  const open = h('ul', { 'aria-labelledby': title.id });
  const done = h('ul', { id: `done-${number}` });
  const words = h('span', {});
  const fold = h('button', { type: 'button', class: 'fold quiet', 'aria-controls': done.id });
  fold.append(icon('chevron'), words);
  const add = h('button', { type: 'button', class: 'quiet add' });
  const element = h('div', { class: 'actions' }, title, open, fold, done, add);
  const setFold = (isUnfolded: boolean) => {
    set(fold, { 'aria-expanded': String(isUnfolded) });
    set(done, { hidden: !isUnfolded });
  };
  setFold(isOpen('done', goal, false));
  fold.addEventListener('click', () => {
    const isUnfolded = fold.getAttribute('aria-expanded') !== 'true';
    setOpen('done', goal, isUnfolded);
    setFold(isUnfolded);
  });
  add.addEventListener('click', () => void run({ act: 'addNextAction', goal: goal || null }));
  const show = (list: HTMLElement, items: readonly ActionView[]) =>
    keyed(
      list,
      items,
      ({ id }) => id,
      ({ id }) => row(id, run),
    );

  return {
    element,
    update(view) {
      const next = nextOf(open);
      text(title, view.title);
      set(title, { hidden: view.open.length === 0 && view.done === null });
      set(open, { hidden: view.open.length === 0 });
      show(open, view.open);
      show(done, view.done?.actions ?? []);
      text(words, view.done?.label ?? '');
      set(fold, { hidden: view.done === null });
      set(done, { 'aria-label': view.done?.label ?? '', hidden: view.done === null || !isUnfoldedNow() });
      set(add, { hidden: view.add === null, 'aria-label': view.add?.name ?? '' });
      add.replaceChildren(icon('plus'), view.add?.label ?? '');
      next?.(view.done ? fold : add);
    },
  };

  function isUnfoldedNow(): boolean {
    return fold.getAttribute('aria-expanded') === 'true';
  }
}

/** Who ticks the box that has the focus goes on with the next one, once it is folded away. */
function nextOf(list: HTMLElement): ((otherwise: HTMLElement) => void) | undefined {
  const focused = document.activeElement?.closest('li');
  if (!focused || focused.parentElement !== list) return undefined;
  const following = [...list.children].slice([...list.children].indexOf(focused) + 1);
  const before = [...list.children].slice(0, [...list.children].indexOf(focused)).reverse();
  return (otherwise) => {
    if (focused.isConnected && focused.parentElement === list) return;
    const row = [...following, ...before].find((one) => one.parentElement === list);
    (row?.querySelector('input') ?? otherwise).focus({ preventScroll: true });
  };
}

function row(id: string, run: Run): Part<ActionView> {
  const title = h('span', { class: 'title' });
  const about = h('div', { class: 'about', id: `about-${rows++}` });
  const edit = h('button', { type: 'button', class: 'tool' }, icon('edit'));
  const more = menuButton();
  const tools = h('div', { class: 'tools' }, edit, more.element);
  const { box, label, show } = tick(title, (isDone) =>
    run({ act: 'completeNextAction', action: id, isDone }),
  );
  const element = h('li', { ...menuOf({ kind: 'action', action: id }) }, label, about, tools);
  set(box, { 'aria-describedby': about.id });
  edit.addEventListener('click', () => void run({ act: 'editNextAction', action: id }));
  return {
    element,
    update(view) {
      show(view.isDone);
      set(element, { class: view.isDone ? 'action done' : 'action' });
      text(title, view.text);
      set(edit, { title: view.edit.label, 'aria-label': view.edit.name });
      more.update(view.more);
      about.replaceChildren();
      if (view.due) about.append(dueOf(view.due));
      for (const words of view.about) about.append(h('span', {}, words));
      for (const mark of view.marks)
        about.append(h('span', { class: mark.kind }, icon(mark.icon), mark.text));
      set(about, { hidden: about.childElementCount === 0 });
    },
  };
}

function dueOf({ text: words, isOverdue }: NonNullable<ActionView['due']>): HTMLElement {
  return h('span', { class: isOverdue ? 'overdue' : 'due' }, isOverdue ? icon('warning') : null, words);
}

type ProblemLine = { element: HTMLElement; show(problem: string | null): void };

/** The next actions that serve no active goal: a section of their own. */
export function actionSection(problem: ProblemLine): Part<ActionsView> {
  const list = actionList(
    '',
    async (act) => {
      problem.show(null);
      const said = await ask(act);
      problem.show(said);
      return said;
    },
    'h2',
  );
  const element = h('section', { class: 'group others' }, problem.element, list.element);
  return { element, update: list.update };
}
