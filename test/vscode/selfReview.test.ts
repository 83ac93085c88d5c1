import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Agreement, Feedback, State } from '../../src/api.ts';
import { compareGuess } from '../../src/growth/selfReview/index.ts';
import type { HistoryEntry } from '../../src/model/history.ts';
import { inputOf } from '../../src/ui/commands/inputOf.ts';
import { isFeedbackNode, isHeldNode, isNode } from '../../src/ui/feedback/nodes.ts';
import { rowOf } from '../../src/ui/feedback/rows.ts';
import { noticesOf } from '../../src/ui/goals/notices.ts';
import { resultWords, trendWords } from '../../src/ui/selfReview/words.ts';
import { cairn, run, signInAndPull } from './support.ts';

const data = process.env.CAIRN_TEST_DATA!;
const state = async (): Promise<State> => (await cairn()).getState();
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
};
const rejects = (code: string, command: string, ...args: unknown[]) =>
  assert.rejects(Promise.resolve(run(command, ...args)), { code });
type Result = { guess: string; hits: unknown[]; misses: string[]; surprises: string[] };

describe('self-review first, by command', () => {
  let pull: { repository: string; number: number };
  let said: Feedback[];
  let slug: string;

  before(async () => {
    await signInAndPull();
    await run('cairn.switchSpace', { space: 'personal' });
    const { feedback } = await state();
    const counts = Map.groupBy(
      feedback.filter(({ pullRequest, isBot }) => pullRequest && !isBot),
      ({ pullRequest }) => pullRequest!.number,
    );
    const [number, some] = [...counts].sort(([, a], [, b]) => b.length - a.length)[0]!;
    // What other suites have written there is short, and the same more than once.
    said = some.filter(
      ({ isSetAsideSuggested, body }) => !isSetAsideSuggested && body.split(/\s+/).length > 7,
    );
    pull = { repository: some[0]!.pullRequest!.repository, number };
  });
  after(() => run('cairn.switchSpace', { space: 'personal' }));

  const inForce = async () =>
    (await state()).agreements.find(({ clause }: Agreement) => clause === 'self-review-first')?.since ?? null;

  it('asks who mentors whom before anybody can agree', () =>
    rejects('not-found', 'cairn.agree', 'self-review-first'));

  it('is agreed once a mentor and a mentee say so, and ends with the word of one of them', async () => {
    const about = { name: 'Guesses', mentors: ['marsh-lind'], mentees: ['ada-wren'] };
    slug = (await run<{ space: string }>('cairn.createSpace', about)).space;
    const mine = { clause: 'self-review-first', isAgreed: true, since: null };
    assert.deepEqual(await run('cairn.agree', 'self-review-first'), mine);
    assert.equal(await inForce(), null);
    // What the mentor's clone wrote, as a sync brings it.
    const event = { id: 'e-marsh', time: [Date.now(), 0], author: 'marsh-lind', act: 'e-marsh', version: 1 };
    const payload = { clause: 'self-review-first', isAgreed: true };
    const line = JSON.stringify({ ...event, type: 'agreement.given', payload });
    await mkdir(join(data, 'spaces', slug, 'journal', 'marshswriter'), { recursive: true });
    await writeFile(join(data, 'spaces', slug, 'journal', 'marshswriter', '2026-11.jsonl'), `${line}\n`);
    await until(async () => (await inForce()) !== null);
    assert.deepEqual((await state()).agreements[0]?.agreed, ['ada-wren', 'marsh-lind']);
    const ended = await run<{ since: unknown }>('cairn.agree', 'self-review-first', false);
    assert.deepEqual([ended.since, await inForce()], [null, null]);
    await run('cairn.undo');
    assert.notEqual(await inForce(), null);
    await rejects('invalid-argument', 'cairn.agree', 'everything');
    await rejects('invalid-argument', 'cairn.agree', 'self-review-first', 'yes');
  });

  it('keeps a guess, holds it against the review, and lets its author judge', async () => {
    const wished = said[0]!;
    const words = wished.body.split(/\s+/).slice(0, 12).join(' ');
    const expectations = [words, { text: 'zebras and xylophones', path: 'src/zebra.ts' }, 'quokkas'];
    const result = await run<Result>('cairn.guessReview', pull, { expectations });
    assert.ok(result.hits.includes(wished.id), JSON.stringify([words, result]));
    assert.deepEqual(result.misses, ['zebras and xylophones', 'quokkas']);
    assert.ok(result.surprises.length > 0 && !result.surprises.includes(wished.id));
    const [guess] = (await state()).guesses;
    assert.deepEqual([guess?.id, guess?.number, guess?.createdBy], [result.guess, pull.number, 'ada-wren']);
    const [, zebras, quokkas] = guess!.expectations;
    assert.equal(zebras?.path, 'src/zebra.ts');

    const surprise = result.surprises[0]!;
    await run('cairn.judgeGuess', result.guess, { expectation: zebras!.id, feedback: surprise });
    const judged = await run<Result>('cairn.judgeGuess', pull, {
      ...{ expectation: guess!.expectations[0]!.id, feedback: null },
    });
    assert.deepEqual(judged.hits, [{ expectation: zebras!.id, feedback: surprise }]);
    assert.deepEqual(judged.misses, [guess!.expectations[0]!.id, quokkas!.id]);
    assert.ok(judged.surprises.includes(wished.id));
    await rejects('invalid-argument', 'cairn.judgeGuess', result.guess, {
      expectation: 'none',
      feedback: null,
    });
    const nowhere = { expectation: zebras!.id, feedback: 'nowhere' };
    await rejects('invalid-argument', 'cairn.judgeGuess', result.guess, nowhere);

    // A line that stays keeps what was judged.
    const again = await run<Result>('cairn.guessReview', pull, { expectations: [expectations[1], 'tests'] });
    assert.equal(again.guess, result.guess);
    assert.equal((await state()).guesses[0]?.expectations[0]?.feedbackId, surprise);
    const history = await run<HistoryEntry[]>('cairn.showHistory', result.guess);
    await run('workbench.action.closeQuickOpen');
    assert.deepEqual(
      history.flatMap(({ changes }) => changes.map(({ what }) => what)),
      ['guessed', 'judged', 'judged', 'guessed'],
    );
  });

  it('refuses what is no guess', async () => {
    await rejects('invalid-argument', 'cairn.guessReview', pull, { expectations: 'tests' });
    await rejects('invalid-argument', 'cairn.guessReview', pull, { expectations: [{ path: 'a.ts' }] });
    await rejects('invalid-argument', 'cairn.guessReview', { repository: 'x' }, { expectations: [] });
    await rejects('not-found', 'cairn.judgeGuess', { ...pull, number: 4711 });
    const about = { name: 'Of Theo', mentors: ['ada-wren'], mentees: ['theo-flint'] };
    await run('cairn.createSpace', about);
    await rejects('not-yours', 'cairn.guessReview', pull, { expectations: ['tests'] });
    await rejects('not-yours', 'cairn.answerScales', { confidence: 3 });
    await run('cairn.switchSpace', { space: slug });
  });

  it('remembers that a review was to be shown without a guess', async () => {
    await run('cairn.showWithoutGuess', pull);
    await run('cairn.showWithoutGuess', pull);
  });

  it('keeps answers on one’s own scales private until they are shared', async () => {
    const before = (await state()).scaleAnswers.length;
    const hidden = await run<string[]>('cairn.answerScales', { confidence: 2, escalations: 7 });
    assert.equal(hidden.length, 2);
    assert.equal((await state()).scaleAnswers.length, before);
    const open = await run<string[]>('cairn.answerScales', { autonomy: 4, note: 'Releases', isShared: true });
    const [answer] = (await state()).scaleAnswers;
    assert.deepEqual(
      [answer?.id, answer?.scale, answer?.value, answer?.note, answer?.isPrivate],
      [open[0], 'autonomy', 4, 'Releases', false],
    );
    for (const wrong of [{}, { confidence: 0 }, { confidence: 6 }, { autonomy: 2.5 }, { escalations: -1 }])
      await rejects('invalid-argument', 'cairn.answerScales', wrong);
    await rejects('not-found', 'cairn.answerScales', { confidence: 3, goal: 'nowhere' });
    const page = await run<HistoryEntry[]>('cairn.showHistory', open[0]);
    await run('workbench.action.closeQuickOpen');
    assert.ok(page.some(({ changes }) => changes.some(({ what }) => what === 'answered')));
  });

  it('keeps what was answered when the questions are left half-way', async () => {
    const asked = run<string[]>('cairn.answerScales');
    const answered = Promise.resolve(asked).then(
      (ids) => ids,
      () => [],
    );
    const accept = 'workbench.action.acceptSelectedQuickOpenItem';
    let ids: string[] | undefined;
    void answered.then((found) => {
      ids = found;
    });
    // The first list may take a moment: whatever is open is answered once and left then.
    const file = join(data, 'private', slug, 'journal');
    const count = async () => {
      const { readdir, readFile } = await import('node:fs/promises');
      const names = (await readdir(file, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
      const texts = await Promise.all(names.map((name) => readFile(join(file, name), 'utf8')));
      return texts.join('').split('"scale.answered"').length - 1;
    };
    const before = await count();
    while ((await count()) === before) {
      await run(accept);
      await new Promise((done) => setTimeout(done, 50));
    }
    while (ids === undefined) {
      await run('workbench.action.closeQuickOpen');
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.ok(ids.length >= 1, 'what was answered counts');
    assert.equal((await state()).scaleAnswers.length, 1, 'and stays private');
  });
});

describe('self-review first, in words', () => {
  const hostile = '<img src=x> $(trash)\u202E [go](command:cairn.undo)';
  const pull = { repository: 'x/y', number: 3, title: hostile, url: '', feedbackIds: ['a', 'b', 'c'] };
  const node = { type: 'held' as const, pull };

  it('is a row for each review that waits, which says how much waits and nothing of what it says', () => {
    const row = rowOf(node);
    assert.equal(row.label, '#3: 3 comments wait for your guess');
    assert.equal(row.contextValue, 'held');
    assert.doesNotMatch(String(row.description), /\u202E/);
    assert.match(row.accessibilityInformation!.label, /^#3: 3 comments wait for your guess, /);
    assert.equal(
      rowOf({ ...node, pull: { ...pull, feedbackIds: ['a'] } }).label,
      '#3: 1 comment waits for your guess',
    );
    assert.deepEqual([isNode(node), isHeldNode(node), isFeedbackNode(node)], [true, true, false]);
  });

  it('hands the row to the commands that are about it alone', () => {
    const given = (name: Parameters<typeof inputOf>[0]) => inputOf(name, [node, undefined], {} as never);
    assert.deepEqual(given('guessReview'), [pull]);
    assert.deepEqual(given('showWithoutGuess'), [pull]);
    for (const other of ['tagKeep', 'eraseRecord', 'pullFeedback'] as const)
      assert.deepEqual(given(other), []);
  });

  it('says what was expected and what not, and how that changes, as counts', () => {
    const kept = { createdBy: 'ada', claimedBy: null, isPrivate: false };
    const expectations = [{ id: 'x', text: 'tests', path: null }];
    const guess = { ...kept, id: 'g', ...pull, madeAt: '', changedAt: '', expectations };
    assert.equal(resultWords(compareGuess(guess, [])), 'Nobody has said anything yet.');
    assert.equal(
      resultWords({ hits: [], misses: [], surprises: [], isWaiting: false }),
      'You expected 0 of what was said; expected and not said: 0; surprises: 0.',
    );
    assert.equal(
      trendWords({ pullRequests: 2, needed: 4, change: null }),
      'Not enough yet to say how your guesses change: 2 of 4 reviewed pull requests.',
    );
    const change = {
      earlier: { pullRequests: 2, expected: 1, said: 4 },
      later: { pullRequests: 2, expected: 3, said: 3 },
    };
    assert.equal(
      trendWords({ pullRequests: 4, needed: 4, change }),
      'You expected 1 of 4 comments on your first 2 pull requests, 3 of 3 on the last 2.',
    );
  });

  it('asks for one’s own scales by a line in the goal tracker, with a way not to', () => {
    const about = { isSignedIn: true, hasRepositories: true, problems: [], pulling: null, isLoaded: true };
    const input = { ...about, goals: [], feedback: [], actions: [], next: null, now: new Date() };
    const tracker = { goals: [{}], untagged: 0, feedback: 1 } as never;
    const kinds = (asksScales: boolean) =>
      noticesOf({ ...input, asksScales }, tracker).map(({ kind }) => kind);
    assert.deepEqual([kinds(true), kinds(false)], [['scales'], []]);
    const [notice] = noticesOf({ ...input, asksScales: true }, tracker);
    assert.deepEqual(
      notice?.offers.map(({ act }) => act.act),
      ['answerScales', 'dismissScales'],
    );
  });
});
