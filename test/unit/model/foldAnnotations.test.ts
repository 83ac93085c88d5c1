import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotationsOf, ratingsOf } from '../../../src/model/annotationsOf.ts';
import type { Anchor, JournalEvent, NewEvent, Origin } from '../../../src/model/events.ts';
import { applyEvent, emptyRecords, foldEvents } from '../../../src/model/fold.ts';
import { lastAct } from '../../../src/model/lastAct.ts';
import { compareEvents } from '../../../src/model/order.ts';
import { anyEvents } from '../journal/payloads.ts';

type Said = NewEvent & { act?: string; author?: string; at?: number; id?: string } & Origin;

/** Events one millisecond apart, each an act of its own, by ann unless somebody else is named; a folder a person. */
function said(...events: Said[]): JournalEvent[] {
  return events.map(({ type, payload, act, author = 'ann', at, writer, isPrivate, id: given }, index) => {
    const id = given ?? `e${String(index).padStart(6, '0')}`;
    const origin: Origin = isPrivate ? { isPrivate } : { writer: writer ?? `folder-of-${author}` };
    const rest = { id, time: [at ?? 1000 + index, 0], author, act: act ?? id, type, version: 1, payload };
    return { ...rest, ...origin } as JournalEvent;
  });
}
const anchor = (startLine: number, more: Partial<Anchor> = {}): Anchor => ({
  ...{ path: 'src/a.ts', repository: 'x/y', side: 'RIGHT', commit: null, startLine, endLine: startLine },
  ...{ code: `line ${startLine}`, before: '', after: '' },
  ...more,
});
const added = (annotation: string, place = anchor(7)): NewEvent => ({
  type: 'annotation.added',
  payload: { annotation, body: `note ${annotation}`, anchor: place, number: null, feedback: null, tag: null },
});
const replied = (reply: string, annotation = 'n'): NewEvent => ({
  type: 'annotation.replied',
  payload: { annotation, reply, body: `reply ${reply}` },
});
const edited = (reply: string | null, body: string, annotation = 'n'): NewEvent => ({
  type: 'annotation.edited',
  payload: { annotation, reply, body },
});
const deleted = (reply: string | null, annotation = 'n'): NewEvent => ({
  type: 'annotation.deleted',
  payload: { annotation, reply },
});
const moved = (place: Anchor, annotation = 'n'): NewEvent => ({
  type: 'annotation.moved',
  payload: { annotation, anchor: place },
});
const rated = (rating: string, feedback: string, isHelpful: boolean | null, note = ''): NewEvent => ({
  type: 'feedback.rated',
  payload: { rating, feedback, isHelpful, note: note || null },
});
const undone = (act: string): NewEvent => ({ type: 'act.undone', payload: { act } });
const one = (events: JournalEvent[]) => annotationsOf(foldEvents(events))[0];

/** The same events, each brought into the records by itself; a new fold of all so far where that is asked for. */
function stepByStep(events: readonly JournalEvent[]) {
  let records = emptyRecords();
  for (const [i, event] of events.entries()) {
    if (!applyEvent(records, event)) records = foldEvents(events.slice(0, i + 1));
  }
  return records;
}

describe('annotations in the fold', () => {
  it('are written, answered, edited, tagged, linked, resolved, moved and published', () => {
    const events = said(
      {
        type: 'goal.created',
        payload: { goal: 'g', title: 'G', category: null, origin: 'mentee', targetDate: null },
      },
      added('n'),
      { ...replied('r'), author: 'bob' },
      edited(null, 'better'),
      { ...edited('r', 'I see now'), author: 'bob' },
      { type: 'annotation.tagged', payload: { annotation: 'n', tag: 'start' }, author: 'bob' },
      { type: 'annotation.linked', payload: { annotation: 'n', goal: 'g', isLinked: true }, author: 'bob' },
      { type: 'annotation.linked', payload: { annotation: 'n', goal: 'gone', isLinked: true } },
      { type: 'annotation.resolved', payload: { annotation: 'n', isResolved: true }, author: 'bob' },
      { ...moved(anchor(9)), author: 'bob' },
      {
        type: 'annotation.published',
        payload: {
          ...{ annotation: 'n', repository: 'x/y', number: 3, comment: '5', url: 'https://x.y/5' },
          ...{ isPending: true, publishedAt: '2026-01-01' },
        },
      },
    );
    const [note] = annotationsOf(foldEvents(events));
    assert.deepEqual(note, {
      ...{ id: 'n', body: 'better', isDeleted: false, anchors: [anchor(9), anchor(7)], number: null },
      ...{ feedbackId: null, tag: 'start', goalIds: ['g'], isResolved: true },
      replies: [
        {
          ...{ id: 'r', body: 'I see now', createdAt: '1970-01-01T00:00:01.002Z' },
          ...{ editedAt: '1970-01-01T00:00:01.004Z', createdBy: 'bob', claimedBy: null },
        },
      ],
      published: {
        ...{ repository: 'x/y', number: 3, comment: '5', url: 'https://x.y/5' },
        ...{ isPending: true, publishedAt: '2026-01-01' },
      },
      ...{ createdAt: '1970-01-01T00:00:01.001Z', editedAt: '1970-01-01T00:00:01.003Z' },
      ...{ createdBy: 'ann', claimedBy: null, isPrivate: false },
    });
  });

  it('are published by their author, whom nobody makes forget it', () => {
    const published = (comment: string): NewEvent => ({
      type: 'annotation.published',
      payload: {
        ...{ annotation: 'n', repository: 'x/y', number: 3, comment, url: `https://x.y/${comment}` },
        ...{ isPending: false, publishedAt: '2026-01-01' },
      },
    });
    assert.equal(one(said(added('n'), { ...published('5'), author: 'bob' }))?.published, null);
    const act = said(added('n'), published('5'))[1]!.act;
    for (const author of ['ann', 'bob']) {
      const events = said(added('n'), published('5'), { ...undone(act), author });
      assert.equal(one(events)?.published?.comment, '5');
    }
    // Nor is it in the way of taking back what was done before it.
    const events = said(added('n'), published('5'));
    assert.equal(lastAct(events)?.act, events[0]!.act);
    // What was made and published in one act comes back as published.
    const whole = [added('n'), published('5')].map((event) => ({ ...event, act: 'whole' }));
    assert.equal(one(said(...whole, undone('whole'))), undefined);
    const again = said(...whole, { ...undone('whole'), act: 'undo' }, undone('undo'));
    assert.equal(one(again)?.published?.comment, '5');
  });

  it('keep their words from all but their author, and their author from nothing', () => {
    const events = said(
      added('n'),
      { ...replied('r'), author: 'bob' },
      { ...edited(null, 'spoiled'), author: 'bob' },
      edited('r', 'spoiled'),
      { ...deleted(null), author: 'bob' },
      deleted('r'),
      // In her name, in his folder: it counts as his.
      { ...edited(null, 'spoiled'), writer: 'folder-of-bob' },
      { ...edited(null, 'mine'), author: 'Ann' },
    );
    assert.deepEqual([one(events)?.body, one(events)?.replies[0]?.body], ['mine', 'reply r']);
  });

  it('go when their author deletes them, but for what others have answered', () => {
    const base = [added('n'), { ...replied('r'), author: 'bob' }, replied('s')];
    const gone = said(...base, deleted(null), edited(null, 'again'));
    assert.deepEqual([one(gone)?.isDeleted, one(gone)?.body], [true, '']);
    assert.deepEqual(
      one(gone)?.replies.map(({ id }) => id),
      ['r', 's'],
    );
    const empty = said(...base, deleted(null), deleted('s'), { ...deleted('r'), author: 'bob' });
    assert.equal(one(empty), undefined);
    // An undo brings it back, and nobody else's does.
    const act = gone.find(({ type }) => type === 'annotation.deleted')!.act;
    const back = said(...base, deleted(null), { ...undone(act), author: 'bob' });
    assert.equal(one(back)?.isDeleted, true);
    assert.equal(one(said(...base, deleted(null), undone(act)))?.body, 'note n');
  });

  it('remember the newest places and the first one, whatever a stranger puts there', () => {
    const strange = [
      ...['../../etc/passwd', '/etc/passwd', 'C:\\x', 'a/../../b', '', 'a//b', 'a\0b', 'src\\..\\b'].map(
        (path) => moved(anchor(1, { path })),
      ),
    ].map((event) => ({ ...event, author: 'eve' }));
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...moved(anchor(i + 10)), author: 'eve' }));
    const note = one(said(added('n'), ...many, ...strange));
    assert.deepEqual(
      note?.anchors.map(({ startLine }) => startLine),
      [1009, 1008, 1007, 7],
    );
    assert.deepEqual(one(said(added('n', anchor(5, { path: '../x', endLine: 2 }))))?.anchors, [
      anchor(5, { path: '', endLine: 5 }),
    ]);
  });

  it('hold a hundred replies of each person, so that nobody drives out another', () => {
    const flood = Array.from({ length: 5000 }, (_, i) => ({ ...replied(`e${i}`), author: 'eve' }));
    const events = said(
      added('n'),
      ...flood,
      { ...replied('r'), author: 'bob' },
      deleted('e3'),
      replied('a'),
    );
    const replies = one(events)?.replies.map(({ id }) => id) ?? [];
    assert.deepEqual([replies.length, replies.at(0), replies.at(-1)], [102, 'e0', 'a']);
    // Who deletes some makes no room: else it would hang on when they were read.
    const more = said(
      added('n'),
      ...flood,
      { ...deleted('e3'), author: 'eve' },
      { ...replied('x'), author: 'eve' },
    );
    assert.equal(one(more)?.replies.length, 99);
    assert.deepEqual(stepByStep(more), foldEvents(more));
  });

  it('count what was said of a reply by a clock that was behind', () => {
    const events = said(added('n'), edited('r', 'better'), deleted('s'), replied('r'), replied('s'));
    assert.deepEqual(
      one(events)?.replies.map(({ body }) => body),
      ['better'],
    );
    assert.deepEqual(stepByStep(events), foldEvents(events));
    const early = said(edited(null, 'better'), { ...replied('r'), author: 'bob' }, added('n'));
    assert.deepEqual([one(early)?.body, one(early)?.replies.length], ['better', 1]);
    assert.deepEqual(stepByStep(early), foldEvents(early));
  });

  it('become their true author’s where somebody wrote them in their name before', () => {
    const forged = said(
      { ...added('x'), author: 'eve' },
      { ...added('n'), writer: 'folder-of-eve' },
      { ...edited(null, 'forged'), writer: 'folder-of-eve' },
      { ...replied('r', 'x'), writer: 'folder-of-eve' },
      { ...edited('r', 'forged', 'x'), writer: 'folder-of-eve' },
      added('n', anchor(9)),
      replied('r', 'x'),
    );
    const [x, n] = annotationsOf(foldEvents(forged));
    assert.deepEqual(
      [n?.body, n?.createdBy, n?.claimedBy, n?.anchors[0]?.startLine],
      ['note n', 'ann', null, 9],
    );
    assert.deepEqual(
      [x?.replies[0]?.body, x?.replies[0]?.createdBy, x?.replies.length],
      ['reply r', 'ann', 1],
    );
    assert.deepEqual(stepByStep(forged), foldEvents(forged));
    assert.deepEqual(
      annotationsOf(foldEvents(forged.slice(0, 2))).map(({ createdBy, claimedBy }) => [createdBy, claimedBy]),
      [
        ['eve', null],
        ['eve', 'ann'],
      ],
    );
  });

  it('are the same in whatever order events come, and one by one', () => {
    const events = anyEvents(30).map((some) =>
      some.map(({ writer, ...event }) => ({ ...event, ...(writer ? { writer } : { isPrivate: true }) })),
    ) as unknown as fc.Arbitrary<JournalEvent[]>;
    fc.assert(
      fc.property(events, fc.gen(), (some, gen) => {
        const shuffled = gen(() => fc.shuffledSubarray(some, { minLength: some.length }));
        const whole = foldEvents(some);
        assert.deepEqual(foldEvents(shuffled), whole);
        assert.deepEqual(stepByStep(some.toSorted(compareEvents)), whole);
        annotationsOf(whole);
        ratingsOf(whole, () => false);
      }),
      { numRuns: 1500 },
    );
  }).timeout(60_000);
});

describe('ratings', () => {
  const isAnn = (name: string) => name === 'ann';

  it('are the user’s own on the feedback, and others’ where they were sent', () => {
    const events = said(
      rated('1', 'f', true),
      { ...rated('2', 'g', false, 'why?'), isPrivate: true },
      { type: 'record.private', payload: { record: '2', isPrivate: true }, isPrivate: true },
      { ...rated('3', 'f', true), author: 'bob' },
      { ...rated('4', 'h', true), author: 'bob' },
      { ...rated('4', 'h', null), author: 'bob' },
      { ...rated('1', 'f', false), author: 'eve' },
      rated('5', 'f', false, 'newer'),
    );
    const { own, others } = ratingsOf(foldEvents(events), isAnn);
    assert.deepEqual(Object.fromEntries(own), {
      f: { id: '5', isHelpful: false, note: 'newer', isSent: true },
      g: { id: '2', isHelpful: false, note: 'why?', isSent: false },
    });
    assert.deepEqual(
      others.map(({ id, ratedBy, feedbackId, isHelpful }) => [id, ratedBy, feedbackId, isHelpful]),
      [['3', 'bob', 'f', true]],
    );
  });

  it('keep the excerpt of what was rated, and nobody’s but the first person’s word', () => {
    const excerpt = {
      ...{ kind: 'line' as const, author: 'cy', text: 'why?', url: null, repository: null, isPrivate: null },
      ...{ number: null, title: null, path: null, line: null, createdAt: '' },
    };
    const first: NewEvent = {
      type: 'feedback.rated',
      payload: { rating: '1', feedback: 'f', isHelpful: true, note: null, excerpt },
    };
    const events = said(first, { ...rated('1', 'f', false), author: 'eve' }, rated('1', 'f', true, 'since'));
    const [rating] = ratingsOf(foldEvents(events), () => false).others;
    assert.deepEqual([rating?.note, rating?.excerpt, rating?.ratedBy], ['since', excerpt, 'ann']);
  });
});
