import type { Act, GoalView } from '../../src/ui/goals/protocol.ts';
import { h, set } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';

/** What the workbench's own menu needs to know of a record; its commands get it as their argument. */
export type MenuOf = { kind: 'goal'; goal: string } | { kind: 'action'; action: string };

/** The attribute by which the workbench opens its own menu here: right click, menu key, or the button below. */
export function menuOf({ kind, ...record }: MenuOf): { 'data-vscode-context': string } {
  const context = { ...record, cairnRecord: kind, preventDefaultContextMenuItems: true };
  return { 'data-vscode-context': JSON.stringify(context) };
}

/** The button that opens the menu of what it stands in. */
export function menuButton(): { element: HTMLButtonElement; update(more: GoalView['more']): void } {
  const element = h('button', { type: 'button', class: 'tool', 'aria-haspopup': 'menu' }, icon('more'));
  element.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const { left, bottom } = element.getBoundingClientRect();
    element.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }),
    );
  });
  return {
    element,
    update: ({ label, name }) => set(element, { title: label, 'aria-label': name }),
  };
}

const keys = { p: 'togglePrivate', h: 'showHistory' } as const;

/** The keys that the menu names, for the record that the focus is in. They are those of the Feedback view. */
export function listenToKeys(run: (act: Act) => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey, repeat } = event;
    if (!(target instanceof Element) || ctrlKey || altKey || metaKey || repeat) return;
    const around = target.closest<HTMLElement>('[data-vscode-context]');
    if (!around || (key !== 'p' && key !== 'h')) return;
    const { goal, action } = JSON.parse(around.dataset.vscodeContext!) as { goal?: string; action?: string };
    const record = action ?? goal;
    if (record === undefined) return;
    event.preventDefault();
    run({ act: keys[key], record });
  });
}
