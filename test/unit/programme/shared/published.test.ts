import assert from 'node:assert/strict';
import { blankMentorship } from '../../../../src/model/records.ts';
import type { Mentorship } from '../../../../src/model/state.ts';
import {
  mayPublish,
  missingAgreements,
  publishedId,
  publishedOf,
  readPublished,
} from '../../../../src/programme/shared/index.ts';

const now = new Date(2026, 10, 22, 12);
const spaceId = '01JZZZZZZZZZZZZZZZZZZZZZZZ';
const mentorship: Mentorship = {
  ...blankMentorship,
  ...{ title: 'Secret title', kind: 'one-to-one', mentors: ['mia'], mentees: ['ada'] },
  ...{ rhythmDays: 14, hoursPerMonth: 3.6, startsOn: '2026-03-07', purpose: 'Secret purpose', months: 9 },
};
const held = (date: string, isPrivate = false) => ({ date, heldAt: `${date}T12:00:00Z`, isPrivate });
const made = (of: Partial<Mentorship> = {}, sessions = [held('2026-11-17')]) =>
  publishedOf({ ...mentorship, ...of }, sessions, { spaceId, now });
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const agreed = (...names: string[]) => [
  { clause: 'publish-to-programme' as const, agreed: names, since: names.length > 1 ? '2026-11-01' : null },
];

describe('what a space publishes', () => {
  it('is counts and yes or no, and not a field more', () => {
    assert.deepEqual(made(), {
      version: 1,
      id: publishedId(spaceId),
      asOf: '2026-11',
      kind: 'one-to-one',
      rhythm: 'fortnightly',
      isRhythmKept: true,
      status: 'active',
      mentors: 1,
      mentees: 1,
      hoursPerMonth: 4,
    });
  });

  it('holds no word of anybody’s, no name, no day', () => {
    const text = JSON.stringify(made());
    for (const word of ['mia', 'ada', 'Secret', '2026-11-', '2026-03', '14', spaceId])
      assert.ok(!text.includes(word), word);
  });

  it('says of the rhythm whether it is kept, and nothing where nothing tells', () => {
    assert.equal(made({}, [held('2026-10-01')]).isRhythmKept, false);
    assert.equal(made({ rhythmDays: null }).isRhythmKept, null);
    assert.equal(made({ status: 'paused' }).isRhythmKept, null);
    assert.equal(made({ startsOn: null }, []).isRhythmKept, null);
    assert.equal(made({}, [held('2026-11-17', true)]).isRhythmKept, false, 'a private session tells nothing');
  });

  it('says the rhythm no finer than people do', () => {
    const rhythms = [7, 14, 28, 30, 10, 90, null].map((rhythmDays) => made({ rhythmDays }).rhythm);
    assert.deepEqual(rhythms, ['weekly', 'fortnightly', 'monthly', 'monthly', 'other', 'other', null]);
  });

  it('has one id from whichever member’s machine, which is not the space’s own', () => {
    assert.match(publishedId(spaceId), /^[0-9a-f]{32}$/);
    assert.equal(publishedId(spaceId), made().id);
    assert.notEqual(publishedId(spaceId), publishedId('01JZZZZZZZZZZZZZZZZZZZZZZY'));
  });

  it('takes the word of everybody who is named, and of both sides', () => {
    assert.ok(mayPublish(mentorship, agreed('Mia', 'ada'), isSame));
    assert.ok(!mayPublish(mentorship, agreed('mia'), isSame));
    assert.ok(!mayPublish(mentorship, [], isSame));
    const group = { mentors: ['mia'], mentees: ['ada', 'bo'] };
    assert.ok(!mayPublish(group, agreed('mia', 'ada'), isSame), 'one mentee has not agreed');
    assert.deepEqual(missingAgreements(group, agreed('mia', 'ada'), isSame), ['bo']);
    const other = [{ ...agreed('mia', 'ada')[0]!, clause: 'self-review-first' as const }];
    assert.ok(!mayPublish(mentorship, other, isSame));
  });
});

describe('spaces of a programme', () => {
  const record = made();
  const file = `spaces/${record.id}.json`;

  it('are read as they were written', () => {
    assert.deepEqual(readPublished([{ file, json: JSON.parse(JSON.stringify(record)) }]), {
      spaces: [record],
      problems: [],
    });
  });

  it('are never more than their files, and each file that says something else is a problem', () => {
    const odd: [unknown, string][] = [
      [null, 'not-a-record'],
      [[record], 'not-a-record'],
      [{ ...record, version: '1' }, 'not-a-record'],
      [JSON.parse('{"__proto__":{"version":1}}'), 'not-a-record'],
      [{ ...record, version: 2 }, 'newer-version'],
      [{ ...record, kind: '<script>' }, 'bad-field'],
      [{ ...record, mentees: 1e9 }, 'bad-field'],
      [{ ...record, mentors: 0.5 }, 'bad-field'],
      [{ ...record, id: '../people/ada' }, 'bad-field'],
      [{ ...record, asOf: '2026-13' }, 'bad-field'],
      [{ ...record, id: publishedId('another') }, 'other-name'],
    ];
    for (const [json, kind] of odd) {
      const { spaces, problems } = readPublished([{ file, json }]);
      assert.deepEqual([spaces, problems.map((one) => one.kind)], [[], [kind]], JSON.stringify(json));
    }
  });

  it('keep fields of a newer Cairn out of what is read', () => {
    const { spaces } = readPublished([{ file, json: { ...record, names: ['ada'] } }]);
    assert.deepEqual(spaces, [record]);
  });
});
