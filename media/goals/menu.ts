import type { GoalView } from '../../src/ui/goals/protocol.ts';
import { h, set } from './dom.ts';
import { icon } from './icons.ts';

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
