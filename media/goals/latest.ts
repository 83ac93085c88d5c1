import type { Act, GoalView } from '../../src/ui/goals/protocol.ts';
import { h, set } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';

type Latest = GoalView['latest'];
type Run = (act: Act) => Promise<string | null>;

/** The newest feedback on a goal: a button that opens it where it was said. */
export function latest(): { element: HTMLElement; update(item: Latest, run: Run): void } {
  const element = h('button', { type: 'button', class: 'latest' });
  let open: (() => void) | undefined;
  element.addEventListener('click', () => open?.());
  return {
    element,
    update(item, run) {
      set(element, { hidden: item === null });
      if (!item) return;
      open = () => void run({ act: 'openFeedback', feedback: item.id });
      const about = h('span', { class: 'about' });
      if (item.tag)
        about.append(h('span', { class: `tag ${item.tag.tag}` }, icon(item.tag.tag), item.tag.word));
      for (const words of item.about) about.append(h('span', {}, words));
      element.replaceChildren(
        h('span', { class: 'unseen' }, `${item.name}: `),
        h('span', { class: 'said' }, item.text),
        about,
      );
    },
  };
}
