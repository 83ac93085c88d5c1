import type { PanelState } from '../../src/ui/growth/panelProtocol.ts';
import { h, set, text } from '../shared/dom.ts';
import type { Run } from './section.ts';

/** What the panel is about: a period, and one goal or all. */
export function filterBar(run: Run): { element: HTMLElement; update(state: PanelState): void } {
  const periods = h('div', { class: 'periods', role: 'radiogroup' });
  const goalWord = h('span', {});
  const goals = h('select', {});
  const goal = h('label', { class: 'goal' }, goalWord, goals);
  const element = h('div', { class: 'filter' }, periods, goal);
  let state: PanelState | undefined;
  let shown = '';
  const ask = (change: Partial<Pick<PanelState, 'period' | 'goal'>>) => {
    if (!state) return;
    const { period, goal } = { ...state, ...change };
    void run({ act: 'filter', period, goal });
  };
  periods.addEventListener('change', ({ target }) => {
    const choice = state?.periods.find(({ choice }) => choice === (target as HTMLInputElement).value);
    if (choice) ask({ period: choice.choice });
  });
  goals.addEventListener('change', () => ask({ goal: state?.goals[goals.selectedIndex]?.id ?? null }));
  return {
    element,
    update(next) {
      state = next;
      const key = JSON.stringify([next.periods, next.goals]);
      // An open list that is built anew would close.
      if (key !== shown) {
        shown = key;
        periods.replaceChildren(
          ...next.periods.map(({ choice, label }) =>
            h(
              'label',
              {},
              h('input', { type: 'radio', name: 'period', value: choice }),
              h('span', {}, label),
            ),
          ),
        );
        goals.replaceChildren(...next.goals.map(({ label }) => h('option', {}, label)));
      }
      set(periods, { 'aria-label': next.labels.period });
      text(goalWord, next.labels.goal);
      for (const input of periods.querySelectorAll('input')) input.checked = input.value === next.period;
      goals.selectedIndex = Math.max(
        0,
        next.goals.findIndex(({ id }) => id === next.goal),
      );
      set(goal, { hidden: next.goals.length < 2 });
    },
  };
}
