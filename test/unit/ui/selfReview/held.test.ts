import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cache } from '../../../../src/github/cache.ts';
import { Space } from '../../../../src/journal/space.ts';
import type { NewEvent } from '../../../../src/model/events.ts';
import type { PullRequestRecord } from '../../../../src/model/pullRequest.ts';
import type { Change } from '../../../../src/ui/store.ts';
import { StoreCore } from '../../../../src/ui/storeCore.ts';

/** Reviewed at the end of days, which is after any agreement. */
const record = (number: number, saidAt = '2199-01-01T00:00:00Z'): PullRequestRecord => ({
  ...{
    schema: 1,
    host: 'github.com',
    repository: 'harbour/beacon',
    isPrivate: true,
    number,
    nodeId: `P${number}`,
  },
  ...{ title: `Change ${number}`, url: `https://github.com/harbour/beacon/pull/${number}`, state: 'OPEN' },
  ...{ author: { login: 'Ada', isBot: false }, createdAt: saidAt, updatedAt: saidAt },
  ...{ headSha: null, baseSha: null, threads: [], reviews: [] },
  conversation: [
    {
      ...{ nodeId: `C${number}`, databaseId: `${number}00`, author: { login: 'ines', isBot: false } },
      ...{ body: 'Please add a test.', url: '', createdAt: saidAt, updatedAt: saidAt, isMinimized: false },
    },
  ],
});
const id = (number: number) => `github.com/conversation/${number}00`;
const agreed: NewEvent = {
  type: 'agreement.given',
  payload: { clause: 'self-review-first', isAgreed: true },
};
const guessed = (number: number): NewEvent => ({
  type: 'guess.made',
  payload: {
    ...{ guess: `g${number}`, repository: 'Harbour/beacon', number, title: '', url: null },
    expectations: [],
  },
});

describe('self-review first in the store', () => {
  let folder: string;
  const open: StoreCore[] = [];
  const shown = new Set<string>();

  async function window(name: string): Promise<StoreCore> {
    const space = await Space.open({
      folder: join(folder, 'space'),
      privateFolder: join(folder, `private-${name}`),
      author: () => name,
    });
    const core = await StoreCore.open({
      ...{ space, cache: new Cache(join(folder, 'cache')), login: name, menteeSetting: 'ada' },
      ...{ host: 'github.com', isShown: (key: string) => shown.has(key) },
    });
    open.push(core);
    return core;
  }
  /** What somebody else's clone wrote, as a sync brings it. */
  async function fromOther(author: string, ...events: NewEvent[]): Promise<void> {
    const writer = `writerof${author}`;
    const lines = events.map((event, at) => {
      const key = `e-${author}-${at}`;
      return JSON.stringify({ id: key, time: [1000, at], author, act: key, version: 1, ...event });
    });
    await mkdir(join(folder, 'space', 'journal', writer), { recursive: true });
    await writeFile(join(folder, 'space', 'journal', writer, '2026-01.jsonl'), `${lines.join('\n')}\n`);
  }
  const seen = (core: StoreCore) => core.shown.map((item) => item.id).sort();

  beforeEach(async () => {
    shown.clear();
    folder = await mkdtemp(join(tmpdir(), 'cairn-held-'));
    const cache = new Cache(join(folder, 'cache'));
    await cache.save([record(1), record(2), record(3, '1969-01-01T00:00:00Z')]);
    await fromOther('ines', agreed);
  });
  afterEach(async () => {
    for (const core of open.splice(0)) core.dispose();
    await rm(folder, { recursive: true, force: true });
  });
  async function mentee(): Promise<StoreCore> {
    const core = await window('ada');
    await core.space.perform([
      {
        type: 'mentorship.recorded',
        payload: {
          ...{ title: 't', kind: 'one-to-one', mentors: ['ines'], mentees: ['ada'] },
          ...{ rhythmDays: null, hoursPerMonth: null },
        },
      },
    ]);
    return core;
  }

  it('holds reviews back from the mentee once both agree, and counts nothing of them', async () => {
    const core = await mentee();
    await core.space.perform([
      {
        type: 'goal.created',
        payload: { goal: 'G', title: 'G', category: null, origin: 'mentee', targetDate: null },
      },
      ...[1, 3].flatMap((number): NewEvent[] => [
        { type: 'feedback.tagged', payload: { feedback: id(number), tag: 'start' } },
        { type: 'feedback.linked', payload: { feedback: id(number), goal: 'G' } },
      ]),
    ]);
    assert.equal(core.goals[0]?.counts.start, 2);
    assert.equal(core.shown, core.feedback);
    const changes: Change[] = [];
    core.onChange((change) => changes.push(change));
    await core.space.perform([agreed]);
    assert.deepEqual(seen(core), [id(3)]);
    assert.equal(core.feedback.length, 3);
    assert.equal(core.goals[0]?.counts.start, 1);
    const told = core.openState();
    assert.deepEqual([told.feedback.map((one) => one.id), told.goals[0]?.counts.start], [[id(3)], 1]);
    assert.deepEqual(
      changes.map(({ feedback, growth }) => [feedback, growth]),
      [['all', true]],
    );
    assert.deepEqual(core.held.map(({ number, feedbackIds }) => [number, feedbackIds]).sort(), [
      [1, [id(1)]],
      [2, [id(2)]],
    ]);
    assert.deepEqual([core.isHeld({ repository: 'HARBOUR/beacon', number: 1 })], [true]);
  });

  it('shows a review with the guess, and holds it back again without', async () => {
    const core = await mentee();
    await core.space.perform([agreed]);
    await core.space.perform([guessed(1)]);
    assert.deepEqual(seen(core), [id(1), id(3)]);
    await core.space.undo();
    assert.deepEqual(seen(core), [id(3)]);
    core.takeIn([record(4)]);
    assert.deepEqual(seen(core), [id(3)]);
    assert.equal(core.held.length, 3);
  });

  it('tells other extensions of nothing that was said about what is held back', async () => {
    const quote = 'They said: please add a test.';
    await fromOther('theo', {
      type: 'kudos.given',
      payload: {
        ...{ kudos: 'k', to: 'ada', text: quote, feedback: id(1), goal: null },
        givenAt: '2026-01-01T00:00:00Z',
      },
    });
    await fromOther('kim', {
      type: 'feedback.rated',
      payload: { rating: 'r', feedback: id(1), isHelpful: true, note: quote },
    });
    const anchor = {
      ...{ path: 'a.ts', repository: 'harbour/beacon', side: 'RIGHT' as const, commit: null },
      ...{ startLine: 1, endLine: 1, code: 'a', before: '', after: '', above: '' },
    };
    const published = {
      ...{ repository: 'Harbour/beacon', number: 2, comment: '7', url: 'https://github.com/a/b/pull/2' },
      ...{ isPending: false, publishedAt: '2026-01-01T00:00:00Z' },
    };
    const note = (annotation: string, body: string, feedback: string | null): NewEvent => ({
      type: 'annotation.added',
      payload: { annotation, body, anchor, number: 1, feedback, tag: null },
    });
    await fromOther('noor', note('n', quote, id(1)));
    await fromOther('sol', note('p', 'A part of the review.', null), {
      type: 'annotation.published',
      payload: { annotation: 'p', ...published },
    });
    const core = await mentee();
    await core.space.perform([note('o', 'My own.', id(1))]);
    const notes = () => core.shownAnnotations.map((one) => one.id).sort();
    assert.deepEqual(notes(), ['n', 'o', 'p']);
    const told = () => JSON.stringify(core.openState()).split(quote).length - 1;
    assert.equal(told(), 3);
    await core.space.perform([agreed]);
    assert.equal(told(), 0);
    assert.deepEqual(notes(), ['o']);
    await core.space.perform([guessed(1)]);
    assert.equal(told(), 3);
    assert.deepEqual(notes(), ['n', 'o']);
    await core.space.perform([guessed(2)]);
    assert.deepEqual(notes(), ['n', 'o', 'p']);
  });

  it('shows it on demand, and everything when one of both no longer agrees', async () => {
    const core = await mentee();
    await core.space.perform([agreed]);
    shown.add('harbour/beacon#2');
    assert.deepEqual(seen(core), [id(3)]);
    core.lookAgain();
    assert.deepEqual(seen(core), [id(2), id(3)]);
    await core.space.perform([
      { ...agreed, payload: { clause: 'self-review-first', isAgreed: false } } as NewEvent,
    ]);
    assert.equal(seen(core).length, 3);
  });

  it('holds back what a mentor tagged of a review that is not pulled yet, while it is new', async () => {
    const tagged = (number: number, createdAt: string): NewEvent => ({
      type: 'feedback.tagged',
      payload: {
        ...{ feedback: id(number), tag: 'start' },
        excerpt: {
          ...{ kind: 'conversation', author: 'ines', text: 'Please add a test.', url: null },
          ...{ repository: 'harbour/beacon', isPrivate: true, number, title: '', path: null, line: null },
          createdAt,
        },
      },
    });
    const days = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
    await fromOther('ines', agreed, tagged(8, days(1)), tagged(9, days(40)));
    await fromOther('ada', agreed);
    const core = await mentee();
    assert.ok(core.held.some(({ number }) => number === 8));
    assert.ok(seen(core).includes(id(9)) && !seen(core).includes(id(8)));
  });

  it('shows the mentor everything', async () => {
    const core = await mentee();
    await core.space.perform([agreed]);
    const mentor = await window('ines');
    assert.deepEqual([seen(mentor).length, mentor.held, mentor.mentee], [3, [], 'ada']);
    assert.notEqual(mentor.agreements[0]?.since, null);
  });
});
