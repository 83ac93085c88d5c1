import type { Act, GoalView } from '../../src/ui/goals/protocol.ts';
import { h, type Part, set } from '../shared/dom.ts';
import { icon, setIcon } from '../shared/icons.ts';

type Run = (act: Act) => Promise<string | null>;

/** One of the buttons that lie over the corner of a card. */
export function tool(run: Run): Part<GoalView['acts'][number]> {
  const picture = icon('edit');
  const element = h('button', { type: 'button', class: 'tool' }, picture);
  let current: GoalView['acts'][number] | undefined;
  element.addEventListener('click', () => current && void run(current.act));
  return {
    element,
    update(act) {
      current = act;
      setIcon(picture, act.icon);
      set(element, { title: act.label, 'aria-label': act.name });
    },
  };
}
