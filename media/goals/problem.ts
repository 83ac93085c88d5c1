import { h, set } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';

/** A line that says what went wrong, where it went wrong, until it is dismissed or something else is done. */
export function problemLine(labels: { dismiss: string; problem: string }): {
  element: HTMLElement;
  show(problem: string | null): void;
} {
  const words = h('span', {});
  const close = h(
    'button',
    { type: 'button', class: 'tool', title: labels.dismiss, 'aria-label': labels.dismiss },
    icon('close'),
  );
  const line = h('div', { class: 'notice problem', hidden: true }, icon('warning'), words, close);
  // The alert is there before the words are, or a screen reader would not read them.
  const element = h('div', { role: 'alert' }, line);
  const show = (problem: string | null) => {
    words.replaceChildren(
      ...(problem === null ? [] : [h('span', { class: 'unseen' }, `${labels.problem}: `), problem]),
    );
    set(line, { hidden: problem === null });
  };
  close.addEventListener('click', () => show(null));
  return { element, show };
}
