import assert from 'node:assert/strict';
import { excerptLength, excerptOf } from '../../../src/model/excerpt.ts';
import { applyMark, fromEntered, fromExcerpt, goalsOf } from '../../../src/model/overlay.ts';
import { blankRecords, type GoalRecord, type Mark } from '../../../src/model/records.ts';

const goal = (id: string): GoalRecord => ({
  id,
  title: `Goal ${id}`,
  category: null,
  origin: 'mentee',
  status: 'active',
  targetDate: null,
  milestones: [],
  createdAt: '2026-01-01T00:00:00Z',
  created: { by: 'ada', claimedBy: null },
});
const mark = (change: Partial<Mark>): Mark => ({
  tag: null,
  taggedAt: null,
  tagged: null,
  goalIds: [],
  isSetAside: false,
  excerpt: null,
  ...change,
});
const spoken = () =>
  fromEntered({
    id: 'F',
    author: 'ines',
    body: 'Well named.',
    url: null,
    saidAt: '2026-02-01T00:00:00Z',
    entered: { by: 'ada', claimedBy: null },
  });

describe('what people decided lies over what was said', () => {
  it('puts tag and links on, and leaves out goals that are not there', () => {
    const item = spoken();
    applyMark(item, mark({ tag: 'keep', goalIds: ['A', 'gone'] }), {
      ...blankRecords(),
      goals: new Map([['A', goal('A')]]),
    });
    assert.equal(item.tag, 'keep');
    assert.deepEqual(item.goalIds, ['A']);
    applyMark(item, undefined, blankRecords());
    assert.equal(item.tag, null);
    assert.deepEqual(item.goalIds, []);
  });

  it('counts tagged feedback by goal, and not what was set aside', () => {
    const records = {
      ...blankRecords(),
      goals: new Map([
        ['A', goal('A')],
        ['B', goal('B')],
      ]),
      marks: new Map([
        ['1', mark({ tag: 'keep', goalIds: ['A', 'B'] })],
        ['2', mark({ tag: 'stop', goalIds: ['A'] })],
        ['3', mark({ tag: 'stop', goalIds: ['A'], isSetAside: true })],
        ['4', mark({ goalIds: ['A'] })],
      ]),
    };
    assert.deepEqual(
      goalsOf(records).map(({ counts }) => counts),
      [
        { keep: 1, stop: 1, start: 0 },
        { keep: 1, stop: 0, start: 0 },
      ],
    );
  });

  it('brings feedback back from the excerpt when its pull request is gone', () => {
    const item = {
      ...spoken(),
      kind: 'line' as const,
      path: 'src/a.ts',
      line: 7,
      url: 'https://h/a/b/pull/3#x',
      pullRequest: { repository: 'a/b', number: 3, title: 'T', url: 'https://h/a/b/pull/3' },
    };
    const back = fromExcerpt('F', mark({ tag: 'start', excerpt: excerptOf(item, true) }));
    assert.equal(back?.body, 'Well named.');
    assert.equal(back?.originalLine, 7);
    assert.deepEqual(back?.pullRequest, item.pullRequest);
    assert.equal(fromExcerpt('F', mark({ excerpt: excerptOf(item, true) })), null);
  });

  it('cuts the excerpt, and never through a surrogate pair', () => {
    const long = { ...spoken(), body: 'x'.repeat(excerptLength - 1) + '😀 and more' };
    const { text } = excerptOf(long, null);
    assert.equal(text.length, excerptLength);
    assert.ok(text.isWellFormed());
  });
});
