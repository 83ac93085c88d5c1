import { h, set } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';

type Tick = { box: HTMLInputElement; label: HTMLElement; show(isDone: boolean, isFixed?: boolean): void };

/** A real checkbox with words beside it. It goes back when `onTick` says what went wrong. */
export function tick(title: HTMLElement, onTick: (isDone: boolean) => Promise<string | null>): Tick {
  const box = h('input', { type: 'checkbox' });
  const label = h('label', {}, h('span', { class: 'box' }, box, icon('check')), title);
  let shown = false;
  let isBusy = false;
  box.addEventListener('change', async () => {
    if (isBusy) {
      box.checked = !box.checked;
      return;
    }
    isBusy = true;
    const problem = await onTick(box.checked);
    isBusy = false;
    if (problem !== null) box.checked = shown;
  });
  return {
    box,
    label,
    show(isDone, isFixed = false) {
      shown = isDone;
      if (!isBusy || box.checked === isDone) box.checked = isDone;
      set(box, { disabled: isFixed });
    },
  };
}
