import { type Chart, drawChart, type SvgElement } from '../../src/growth/charts/index.ts';
import { h, type Part, svg } from './dom.ts';

let pictures = 0;

/** The element tree of a chart as elements of the page; words are only ever text. */
function built({ tag, attributes, text, children }: SvgElement): SVGElement {
  return svg(tag, attributes, ...(text === undefined ? children.map(built) : [text]));
}

/** How each picture is drawn at a width in em. */
const draws = new WeakMap<Element, (width: number) => void>();
/** What has another chart than it shows. */
const waiting = new Set<Element>();
const sizes = new ResizeObserver((entries) => {
  // In the next frame: another height within this one would be seen as a loop.
  requestAnimationFrame(() => drawAll(entries.map(({ target }) => target)));
});

/** Draws what has changed. All is measured before anything is built: the page is laid out once, not for each. */
export function drawPictures(): void {
  const some = [...waiting];
  waiting.clear();
  drawAll(some);
}

function drawAll(some: readonly Element[]): void {
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize) || 13;
  // Whole ems: a width that moves by pixels draws nothing.
  const widths = some.map((element) => Math.floor((element.clientWidth / size) * 2) / 2);
  for (const [i, element] of some.entries()) draws.get(element)?.(widths[i]!);
}

/** A chart, drawn at the width that it has; another width or another chart draws it anew, nothing else does. */
export function picture(): Part<Chart | null> {
  const id = `chart-${pictures++}`;
  const element = h('div', { class: 'picture' });
  let chart: Chart | null = null;
  let drawn = '';
  let key = '';
  draws.set(element, (width) => {
    const now = `${width} ${key}`;
    // What is not in the page, or hidden in it, has no width yet.
    if (drawn === now || width === 0) return;
    drawn = now;
    element.replaceChildren(...(chart ? [built(drawChart(chart, { width, id }))] : []));
  });
  sizes.observe(element);
  return {
    element,
    update(next) {
      const nextKey = JSON.stringify(next);
      if (nextKey === key) return;
      key = nextKey;
      chart = next;
      element.hidden = next === null;
      waiting.add(element);
    },
  };
}
