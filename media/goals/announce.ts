import type { PageState } from '../../src/ui/goals/protocol.ts';
import { h, text } from '../shared/dom.ts';
import { setToldRecall, toldRecall } from './memory.ts';

/** Tells a screen reader what has changed, one sentence for the one goal that a person works on. */
export function announcer(): { element: HTMLElement; heard(state: PageState): void } {
  const element = h('div', { class: 'unseen', role: 'status' });
  let before: Map<string, string> | undefined;
  return {
    element,
    heard(state) {
      if (state.isLoading) return;
      const now = new Map(
        state.groups.flatMap(({ title, status, goals }) =>
          goals.map((goal) => [goal.id, status === 'active' ? goal.summary : `${title}: ${goal.summary}`]),
        ),
      );
      if (state.actions) now.set('', state.actions.summary);
      const changed = [...now].filter(([id, summary]) => before?.get(id) !== summary);
      // The first state and a flood of changes, as while pulling, are not read aloud.
      if (before && changed.length === 1) text(element, changed[0]![1]);
      before = now;
      const recalled = state.notices.find(({ kind }) => kind === 'recall');
      const key = recalled?.recalled?.key;
      // Once for the same files, also over hiding the page.
      if (!recalled || key === undefined || key === toldRecall()) return;
      setToldRecall(key);
      text(element, recalled.text);
    },
  };
}
