import { scaleBand } from 'd3-scale';
import { type Plot, referenceLine, timeAxis, timeRoom, valueAxis } from './axis.ts';
import { legend } from './legend.ts';
import { bar, fillings } from './looks.ts';
import { element, em, labelled, picture } from './svg.ts';
import type { Box, MonthsChart, SvgElement } from './types.ts';

const tall = 9 * em;

/** Stacked bars over time, in the order of the series from the bottom. */
export function months(chart: MonthsChart, box: Box): SvgElement {
  const { series, reference } = chart;
  const width = box.width * em;
  const names = legend(
    series.length < 2
      ? []
      : series.map((each) => ({ label: each.label, draw: (place) => bar(each, place, box.id) })),
    width,
  );
  const top = names.height + (reference ? 1.2 * em : 0.5 * em);
  const totals = chart.months.map(({ values }) => sum(values));
  const largest = Math.max(0, ...totals, reference?.value ?? 0);
  const axis = valueAxis(largest, { top, height: tall });
  const plot: Plot = { left: axis.room, top, width: Math.max(0, width - axis.room), height: tall };
  const band = scaleBand<number>(chart.months.keys(), [plot.left, plot.left + plot.width])
    .paddingInner(chart.months.length > 40 ? 0.15 : 0.3)
    .paddingOuter(0.15);
  const wide = Math.min(band.bandwidth(), 2.6 * em);
  const columns = chart.months.map(({ name, values }, at) => {
    const start = band(at)!;
    const x = start + (band.bandwidth() - wide) / 2;
    const said = series.map(({ label }, i) => `${values[i] ?? 0} ${label}`).join(', ');
    const parts: SvgElement[] = [];
    let below = 0;
    for (const [i, each] of series.entries()) {
      const value = values[i] ?? 0;
      if (!(value > 0)) continue;
      const [low, high] = [axis.at(below), axis.at(below + value)];
      below += value;
      // A thin gap tells neighbours apart where there is room for one.
      const gap = low - high > 4 && parts.length > 0 ? 1 : 0;
      parts.push(bar(each, { x, y: high, width: wide, height: low - high - gap }, box.id));
    }
    const area = { class: 'area', x: start, y: top, width: band.bandwidth(), height: tall };
    const title = labelled('title', {}, `${name}: ${said}`);
    return element('g', { class: 'column' }, title, element('rect', area), ...parts);
  });
  const ticks = chart.months.map(({ tick }, at) => ({ label: tick, at }));
  const middle = ({ at }: { at: number }) => band(at)! + band.bandwidth() / 2;
  return picture(
    'months',
    chart.label,
    { width, height: top + tall + timeRoom },
    fillings(series, box.id),
    ...names.elements,
    ...axis.draw(plot),
    ...columns,
    ...(reference ? referenceLine(reference, axis, plot) : []),
    ...timeAxis(ticks, middle, { ...plot, full: width }, { hasLines: false }),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + Math.max(0, value), 0);
