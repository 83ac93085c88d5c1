import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type BarsChart,
  type Chart,
  drawChart,
  type LinesChart,
  type MonthsChart,
  type SvgElement,
  serialise,
  type TimelineChart,
} from '../../../../src/growth/charts/index.ts';
import { dotKinds, looks } from '../../../../src/growth/charts/types.ts';
import { outside } from './inside.ts';

const box = { width: 40, id: 'one' };
const tagged: MonthsChart = {
  kind: 'months',
  label: 'Tags by month',
  series: [
    { key: 'keep', label: 'keep', look: 'solid' },
    { key: 'stop', label: 'stop', look: 'hatched' },
  ],
  months: [
    { tick: 'Jan', name: 'January 2026', values: [3, 1] },
    { tick: 'Feb', name: 'February 2026', values: [0, 0] },
    { tick: 'Mar', name: 'March 2026', values: [1, 0] },
  ],
};

describe('the charts', () => {
  it('draw a bar for each value, as tall as it is', () => {
    const drawn = drawChart(tagged, box);
    const bars = all(drawn, 'rect').filter(({ attributes }) => /^bar/.test(String(attributes.class)));
    assert.equal(bars.length, 3 + 2, 'three values and two names');
    const [january] = all(drawn, 'g').filter(({ attributes }) => attributes.class === 'column');
    const [keep, stop] = all(january!, 'rect').slice(1);
    // Whole bars: a frame has half of its stroke outside, and a gap of one unit below it.
    const tall = Number(keep!.attributes.height) / 3;
    assert.ok(tall > 10);
    assert.ok(Math.abs(Number(stop!.attributes.height) - (tall - 2)) < 0.01);
  });

  it('say in words what each bar is, and tell it apart without colour', () => {
    const text = serialise(drawChart(tagged, box));
    assert.match(text, /<title>January 2026: 3 keep, 1 stop<\/title>/);
    assert.match(text, /<title>February 2026: 0 keep, 0 stop<\/title>/);
    assert.match(text, /role="img" aria-label="Tags by month"/);
    assert.match(text, /fill="url\(#one-hatched-stop\)"/);
    assert.match(text, /<pattern id="one-hatched-stop"/);
    assert.doesNotMatch(text, /style=|#[0-9a-f]{3,6}\b|rgb/);
  });

  it('put every ring, disc and dash of a timeline at its time', () => {
    const chart: TimelineChart = {
      kind: 'timeline',
      label: 'Tests first',
      from: 0,
      to: 100,
      ticks: [{ at: 0, label: 'Jan' }],
      points: [
        { at: 0, kind: 'occurrence', name: 'on #1' },
        { at: 50, kind: 'clear', name: 'not on #2' },
        { at: 100, kind: 'clear', name: 'not on #3' },
      ],
      legend: [],
    };
    const circles = all(drawChart(chart, box), 'circle');
    assert.deepEqual(
      circles.map(({ attributes }) => [attributes.class, attributes.cx]),
      [
        ['dot dot-occurrence', 5.2],
        ['dot dot-clear', 200],
        ['dot dot-clear', 394.8],
      ],
    );
  });

  it('break a line where nothing is known, and hold a step until the next point', () => {
    const points = [1, 2, null, 4].map((y, x) => ({ x, y, name: String(x) }));
    const line = { key: 'first', label: 'Confidence', look: 'solid' as const, points };
    const chart: LinesChart = {
      ...{ kind: 'lines', label: 'Scale', series: [line], isSteps: false },
      ...{ from: 0, to: 3, ticks: [], max: 5 },
    };
    const [path] = all(drawChart(chart, box), 'path').map(({ attributes }) => String(attributes.d));
    assert.equal(path!.match(/M/g)?.length, 2);
    const [steps] = all(drawChart({ ...chart, isSteps: true }, box), 'path');
    const [, first, level] = /^M[\d.]+,([\d.]+)L[\d.]+,([\d.]+)L/.exec(String(steps!.attributes.d))!;
    assert.equal(first, level);
  });

  it('keep the words of strangers words', () => {
    const name = `<script>alert("1")</script> & 'more'`;
    const chart: BarsChart = {
      ...{ kind: 'bars', label: name },
      rows: [{ key: 'first', look: 'solid', name, value: 1, text: name }],
    };
    const text = serialise(drawChart(chart, { width: 200, id: 'x' }));
    assert.doesNotMatch(text, /<script/);
    assert.match(text, /&lt;script&gt;alert\(&quot;1&quot;\)/);
  });

  it('draw nothing outside of their frame, whatever they are given', () => {
    fc.assert(
      fc.property(anyChart, fc.double({ min: 8, max: 160, noNaN: true }), (chart, width) => {
        assert.deepEqual(outside(drawChart(chart, { width, id: 'p' })), []);
      }),
      { numRuns: 300 },
    );
  });
});

function all(node: SvgElement, tag: string): SvgElement[] {
  const inner = (node.children ?? []).flatMap((child) => all(child, tag));
  return node.tag === tag ? [node, ...inner] : inner;
}

const word = fc.string({ maxLength: 60 });
const look = fc.constantFrom(...looks);
const series = fc.record({ key: fc.constantFrom('keep', 'stop'), label: word, look });
const reference = fc.option(fc.record({ value: fc.double({ min: 0, max: 1e4, noNaN: true }), label: word }), {
  nil: undefined,
});
const time = fc.integer({ min: 0, max: 2e12 });
const ticks = fc
  .array(fc.record({ at: time, label: word }), { maxLength: 30 })
  .map((some) => some.sort((a, b) => a.at - b.at));
const value = fc.oneof(fc.nat(5), fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }));
const span = fc.tuple(time, time).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

const anyMonths = fc.array(series, { minLength: 1, maxLength: 4 }).chain((some) =>
  fc.record({
    kind: fc.constant('months' as const),
    label: word,
    series: fc.constant(some),
    months: fc.array(
      fc.record({
        tick: word,
        name: word,
        values: fc.array(value, { minLength: some.length, maxLength: some.length }),
      }),
      { maxLength: 80 },
    ),
    reference,
  }),
);
const anyLines = fc
  .tuple(
    fc.array(
      fc.tuple(
        series,
        fc.array(fc.record({ x: time, y: fc.option(value, { nil: null }), name: word }), { maxLength: 90 }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    span,
    ticks,
    reference,
    fc.boolean(),
  )
  .map(
    ([some, { from, to }, ticks, reference, isSteps]): LinesChart => ({
      kind: 'lines',
      label: 'lines',
      series: some.map(([each, points]) => ({ ...each, points: points.sort((a, b) => a.x - b.x) })),
      ...{ isSteps, from, to, ticks, reference },
    }),
  );
const anyBars = fc.record({
  kind: fc.constant('bars' as const),
  label: word,
  rows: fc.array(fc.record({ key: fc.constant('first'), look, name: word, value, text: word }), {
    maxLength: 30,
  }),
});
const anyTimeline = fc
  .tuple(
    fc.array(fc.record({ at: time, kind: fc.constantFrom(...dotKinds), name: word }), { maxLength: 60 }),
    span,
    ticks,
    fc.array(fc.record({ kind: fc.constantFrom(...dotKinds), label: word }), { maxLength: 4 }),
  )
  .map(
    ([points, { from, to }, ticks, legend]): TimelineChart => ({
      kind: 'timeline',
      label: 'timeline',
      ...{ from, to, ticks, points, legend },
    }),
  );
const anyChart: fc.Arbitrary<Chart> = fc.oneof(anyMonths, anyLines, anyBars, anyTimeline);
