import { bars } from './bars.ts';
import { lines } from './lines.ts';
import { months } from './months.ts';
import { timeline } from './timeline.ts';
import type { Box, Chart, SvgElement } from './types.ts';

export { chartStyle, inks } from './style.ts';
export { serialise } from './svg.ts';
export type * from './types.ts';

/** The narrowest picture, in em: below it words would have no room at all. */
const narrowest = 12;

/**
 * A chart as a tree of SVG elements: classes instead of colours (see `chartStyle`), words in em, everything inside of
 * its frame. Its width is `box.width` em, its height follows. Pure, and needs no page.
 */
export function drawChart(chart: Chart, box: Box): SvgElement {
  const width = Math.max(narrowest, Number.isFinite(box.width) ? box.width : narrowest);
  const place = { ...box, width };
  switch (chart.kind) {
    case 'months':
      return months(chart, place);
    case 'lines':
      return lines(chart, place);
    case 'bars':
      return bars(chart, place);
    case 'timeline':
      return timeline(chart, place);
  }
}
