import { curveStepAfter, line } from 'd3-shape';
import { type Plot, referenceLine, timeAxis, timeRoom, timeScale, valueAxis, within } from './axis.ts';
import { legend } from './legend.ts';
import { mark, stretch } from './looks.ts';
import { element, em, labelled, picture } from './svg.ts';
import type { Box, LinePoint, LinesChart, SvgElement } from './types.ts';

const tall = 9 * em;
/** With more points than these a line shows no marks but its last: they would hide it. */
const mostMarks = 80;

/** Lines or steps over time with their marks. */
export function lines(chart: LinesChart, box: Box): SvgElement {
  const { series, reference, from, to } = chart;
  const width = box.width * em;
  const names = legend(
    series.length < 2
      ? []
      : series.map((each) => ({
          label: each.label,
          draw: ({ x, y, width: wide, height: high }) => {
            const middle = y + high / 2;
            const sample = stretch(each, `M${x},${middle}H${x + wide}`);
            return element('g', {}, sample, mark(each, { x: x + wide / 2, y: middle }));
          },
        })),
    width,
  );
  const top = names.height + (reference ? 1.2 * em : 0.6 * em);
  const values = series.flatMap(({ points }) => points.map(({ y }) => y ?? 0));
  const largest = chart.max ?? Math.max(0, ...values, reference?.value ?? 0);
  const isFixed = chart.max !== undefined;
  const axis = valueAxis(largest, { top, height: tall, isFixed, valueWords: chart.valueWords });
  // Half a mark stands over either end.
  const side = 0.4 * em;
  const plot: Plot = { left: axis.room, top, width: Math.max(0, width - axis.room), height: tall };
  const inner = { ...plot, left: plot.left + side, width: Math.max(0, plot.width - 2 * side) };
  const x = timeScale(from, to, inner);
  return picture(
    'lines',
    chart.label,
    { width, height: top + tall + timeRoom },
    ...names.elements,
    ...axis.draw(plot),
    ...series.map((each) => drawn(each)),
    ...(reference ? referenceLine(reference, axis, plot) : []),
    ...timeAxis(
      within(chart.ticks, from, to),
      ({ at }) => x(at),
      { ...plot, full: width },
      { hasLines: true },
    ),
  );

  function drawn(each: LinesChart['series'][number]): SvgElement {
    const points = each.points.filter(({ x: at }) => at >= from && at <= to);
    const path = line<LinePoint>(
      (point) => x(point.x),
      (point) => axis.at(point.y ?? 0),
    )
      .defined(({ y }) => y !== null)
      .digits(2);
    if (chart.isSteps) path.curve(curveStepAfter);
    const known = points.filter(({ y }) => y !== null);
    const marked = known.length > mostMarks ? known.slice(-1) : known;
    const size = known.length > 40 ? 9 : 18;
    return element(
      'g',
      { class: 'series' },
      stretch(each, path(points) ?? ''),
      ...marked.map((point) =>
        mark(each, { x: x(point.x), y: axis.at(point.y!) }, size, labelled('title', {}, point.name)),
      ),
    );
  }
}
