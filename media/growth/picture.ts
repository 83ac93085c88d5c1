import { type Chart, drawChart, type SvgElement } from '../../src/growth/charts/index.ts';
import { h, type Part, svg } from '../shared/dom.ts';

let pictures = 0;

/** The element tree of a chart as elements of the page; words are only ever text. */
function built({ tag, attributes, text, children }: SvgElement): SVGElement {
  return svg(tag, attributes, ...(text === undefined ? children.map(built) : [text]));
}

/** All pictures that are drawn anew when their place gets another width. */
const shown = new WeakMap<Element, () => void>();
const sizes = new ResizeObserver((entries) => {
  // In the next frame: another height within this one would be seen as a loop.
  requestAnimationFrame(() => {
    for (const { target } of entries) shown.get(target)?.();
  });
});

/** A chart, drawn at the width that it has; another width or another chart draws it anew, nothing else does. */
export function picture(): Part<Chart | null> {
  const id = `chart-${pictures++}`;
  const element = h('div', { class: 'picture' });
  let chart: Chart | null = null;
  let drawn = '';
  let key = '';
  const draw = () => {
    // Whole ems: a width that moves by pixels draws nothing.
    const width = Math.floor((element.clientWidth / fontSize(element)) * 2) / 2;
    const now = `${width} ${key}`;
    if (drawn === now || width === 0) return;
    drawn = now;
    element.replaceChildren(...(chart ? [built(drawChart(chart, { width, id }))] : []));
  };
  shown.set(element, draw);
  sizes.observe(element);
  return {
    element,
    update(next) {
      const nextKey = JSON.stringify(next);
      if (nextKey === key) return;
      key = nextKey;
      chart = next;
      element.hidden = next === null;
      draw();
    },
  };
}

function fontSize(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize) || 13;
}
