import { set, svg } from './dom.ts';

/** Strokes on a grid of 16, drawn for this page. */
const paths: Record<string, string> = {
  keep: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5.2 8.2l2 2 3.6-4.2',
  stop: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M3.7 3.7l8.6 8.6',
  start: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5 8h5.8M8.4 5.5 10.9 8l-2.5 2.5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  plus: 'M8 3v10M3 8h10',
  edit: 'M3 13l.7-3L10.9 2.8l2.3 2.3L6 12.3zM9.4 4.3l2.3 2.3',
  check: 'M2.8 8.6 6.2 12l7-8',
  archive: 'M2 3h12v3H2zM3 6v7.2h10V6M6.2 8.6h3.6',
  reopen: 'M3.4 5.6A5.4 5.4 0 1 1 2.6 8M3 2.4v3.4h3.4',
  close: 'M4 4l8 8M12 4l-8 8',
  tag: 'M2.2 2.5h5.2l6.2 6.2-4.9 4.9-6.5-6.2zM5 5.2h.01',
  code: 'M5.4 4.4 1.8 8l3.6 3.6M10.6 4.4 14.2 8l-3.6 3.6M9 3 7 13',
  layers: 'M8 2 1.8 5.2 8 8.4l6.2-3.2zM1.8 8 8 11.2 14.2 8M1.8 10.8 8 14l6.2-3.2',
  flame:
    'M8.6 1.8c.4 2.6 3.9 4 3.9 7.6a4.5 4.5 0 0 1-9 0c0-1.7.9-2.8 1.8-3.7.2 1 .7 1.6 1.4 1.9C6.4 5.3 7 3.2 8.6 1.8z',
  speech: 'M2 2.8h12v8H7.2L4.4 13.4v-2.6H2z',
  server: 'M2.5 2.5h11v4.6h-11zM2.5 8.9h11v4.6h-11zM5 4.8h.01M5 11.2h.01',
  person: 'M8 2.2a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8M2.6 13.8a5.4 5.4 0 0 1 10.8 0',
  organisation:
    'M2.5 13.8V2.2h6.4v11.6M8.9 6h4.6v7.8M1.4 13.8h13.2M5.7 5h.01M5.7 8h.01M5.7 11h.01M11.2 9h.01M11.2 11.4h.01',
  target: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 8h.01',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  lock: 'M4 7.2h8v6H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2',
  more: 'M3.2 8h.01M8 8h.01M12.8 8h.01',
  warning: 'M8 2 14.4 13.5H1.6zM8 6.2v3.6M8 11.7h.01',
};

/** An icon beside words: it says nothing of its own to a screen reader. */
export function icon(name: string): SVGElement {
  const path = svg('path', { d: paths[name] ?? paths.tag! });
  const element = svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: `icon ${name}` }, path);
  return element;
}

/** Makes an icon another one. */
export function setIcon(element: SVGElement, name: string): void {
  set(element, { class: `icon ${name}` });
  set(element.firstElementChild!, { d: paths[name] ?? paths.tag! });
}
