import assert from 'node:assert/strict';
import { type Report, toMarkdown } from '../../../../src/growth/report/index.ts';
import { outlineOf } from '../../../../src/growth/report/outline.ts';
import { reportOf } from '../../../../src/growth/report/report.ts';
import { ReportChoice } from '../../../../src/ui/report/choice.ts';
import { growthLines } from '../../../support/journal/growthLines.ts';
import { english, reportInput } from '../../../support/report.ts';

describe('what is chosen of a report', () => {
  const input = reportInput(growthLines({ months: 2 }));
  const [goal] = input.state.goals;
  const title = 'Handle the quiet words';
  const shown = { ...goal!, title };
  const { state, own } = input;
  const others = state.goals.filter(({ id }) => id !== goal!.id);
  const before = reportOf({ ...input, state: { ...state, goals: [shown, ...others] } }, english);
  const after = reportOf(
    { ...input, state: { ...state, goals: others }, own: { ...own, goals: [...own.goals, shown] } },
    english,
  );
  const choose = (report: Report, was?: ReportChoice) => new ReportChoice(report, english.somebody, was);
  const bytes = (choice: ReportChoice) => toMarkdown(outlineOf(choice.chosen(), english), english);

  it('stays, and what is private since then is out of it', () => {
    const first = choose(before);
    assert.ok(bytes(first).includes(title));
    first.put('about:mentors', false);
    first.put('closedNames', true);
    const again = choose(after, first);
    assert.ok(!bytes(again).includes(title));
    assert.deepEqual([again.isIn('about:mentors'), again.isIn('closedNames')], [false, true]);
    again.put(`own:${goal!.id}`, true);
    assert.ok(bytes(again).includes(title), 'where it is put in by hand');
    assert.ok(bytes(choose(after, again)).includes(title), 'and stays there');
  });
});
