import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloneHistory } from '../../../../src/git/history/index.ts';
import {
  type Answer,
  type Asked,
  deleteKept,
  followAll,
  keptIn,
} from '../../../../src/growth/followThrough/index.ts';
import { isFresh, keyOf } from '../../../../src/growth/followThrough/kept.ts';
import type { RunParts } from '../../../../src/growth/followThrough/run.ts';
import type { CodeHistory } from '../../../../src/model/codeHistory.ts';
import { CairnError } from '../../../../src/model/errors.ts';
import { Golden, gitFor, linesOf, newFolder, removeGolden } from './golden.ts';

describe('finding out what became of all commented lines', () => {
  let golden: Golden;
  let folder: string;
  let asked: Asked;
  let fix: string;
  const opened: CloneHistory[] = [];
  const day = 86_400_000;

  beforeEach(() => {
    golden = new Golden();
    folder = newFolder();
    golden.commit({ 'a.ts': linesOf(40) });
    golden.branch('work');
    const said = golden.commit({ 'a.ts': linesOf(50) });
    fix = golden.commit({ 'a.ts': linesOf(50, { 45: 'better(45);' }) });
    asked = {
      record: golden.pullRequest(),
      threads: [golden.thread(said, 'a.ts', 45), golden.thread(said, 'a.ts', 46)],
    };
  });
  afterEach(() => {
    for (const one of opened.splice(0)) one.close();
    removeGolden();
  });

  const clone = (at = golden.folder) => {
    const history = new CloneHistory(gitFor(), at);
    opened.push(history);
    return history;
  };
  async function run(all: Asked[], more: Partial<RunParts> = {}) {
    const answers = new Map<string, Answer>();
    const problems: unknown[] = [];
    await followAll(all, {
      clone: async () => clone(),
      github: async () => null,
      file: ({ number }) => join(folder, `${number}.json`),
      onAnswers: (_, some) => {
        for (const [id, answer] of some) answers.set(id, answer);
      },
      onProblem: (error) => problems.push(error),
      pace: () => undefined,
      now: Date.now,
      signal: new AbortController().signal,
      ...more,
    });
    return { answers, problems, statuses: [...answers.values()].map(({ status }) => status) };
  }

  it('asks a clone once and keeps what it said', async () => {
    assert.deepEqual((await run([asked])).statuses, ['changed', 'unchanged']);
    const none = async () => assert.fail('asked again');
    const { answers } = await run([asked], { clone: none, github: none });
    assert.deepEqual(
      [...answers.values()].map(({ commit }) => commit),
      [fix, null],
    );
  });

  it('keeps nothing where what GitHub said was deleted', async () => {
    const file = join(keptIn(folder), 'a', '7.json');
    await run([asked], { file: () => file });
    assert.ok(existsSync(file));
    await deleteKept(folder);
    assert.ok(!existsSync(keptIn(folder)) && existsSync(folder));
    await deleteKept(folder);
  });

  it('asks again when the pull request has another newest commit', async () => {
    await run([asked]);
    golden.commit({ 'a.ts': linesOf(50, { 45: 'better(45);', 46: 'also();' }) });
    const record = golden.pullRequest();
    assert.notEqual(keyOf(record, asked.threads[0]!), keyOf(asked.record, asked.threads[0]!));
    assert.deepEqual(
      (await run([{ ...asked, record }])).statuses,
      ['changed', 'unchanged', 'changed', 'changed'].slice(2),
    );
  });

  it('asks again after a day what may be another by then, and never what is certain', async () => {
    golden.checkout('main');
    const merge = golden.merge('work');
    const merged = { ...asked, record: golden.pullRequest('work', { merge }) };
    const mergedAt = Date.parse(golden.time(merge));
    await run([merged], { now: () => mergedAt });
    let times = 0;
    const again = async () => {
      times++;
      return clone();
    };
    await run([merged], { clone: again, now: () => mergedAt + day / 2 });
    assert.equal(times, 0);
    const later = golden.commit({ 'a.ts': linesOf(50, { 45: 'better(45);', 46: 'later(46);' }) });
    const { answers } = await run([merged], { clone: again, now: () => mergedAt + 2 * day });
    assert.equal(times, 1);
    assert.deepEqual(
      [...answers.values()].map(({ commit, isBeforeMerge }) => [commit, isBeforeMerge]),
      [
        [fix, true],
        [later, false],
      ],
    );
  });

  it('asks again what became of moved lines as long as the base branch is looked at', () => {
    const mergedAt = Date.parse('2026-01-01T00:00:00Z');
    const record = golden.pullRequest();
    const merged = {
      ...record,
      state: 'MERGED' as const,
      changes: { ...record.changes!, mergedAt: new Date(mergedAt).toISOString() },
    };
    const kept = (status: Answer['status'], at: number) => ({
      ...{ key: '', source: 'clone' as const, at },
      answer: { status, isBeforeMerge: true, reason: null, commit: fix, at: null, place: null },
    });
    const soon = mergedAt + day;
    assert.equal(isFresh(kept('changed', soon), merged, soon + 9 * day), true);
    assert.equal(isFresh(kept('moved', soon), merged, soon + day / 2), true);
    assert.equal(isFresh(kept('moved', soon), merged, soon + 9 * day), false);
    assert.equal(isFresh(kept('moved', mergedAt + 93 * day), merged, mergedAt + 200 * day), true);
  });

  it('takes a file that is torn, or says something else, for none', async () => {
    for (const text of [
      '{"schema":1,"thr',
      '{"schema":99,"threads":{}}',
      'null',
      '{"schema":1,"threads":{"T45RIGHT":{"key":7}}}',
    ]) {
      writeFileSync(join(folder, '7.json'), text);
      assert.deepEqual((await run([asked])).statuses, ['changed', 'unchanged']);
      assert.equal(JSON.parse(readFileSync(join(folder, '7.json'), 'utf8')).schema, 1);
    }
  });

  it('says that there is no clone, keeps nothing of that, and asks GitHub where somebody is signed in', async () => {
    const nobody = await run([asked], { clone: async () => null });
    assert.deepEqual(
      [...nobody.answers.values()].map(({ reason }) => reason),
      ['no-clone', 'no-clone'],
    );
    assert.ok(!existsSync(join(folder, '7.json')));
    const { statuses } = await run([asked], { clone: async () => null, github: async () => clone() });
    assert.deepEqual(statuses, ['changed', 'unchanged']);
  });

  it('asks GitHub what a clone without the commits does not know, about the newest pull requests only', async () => {
    const empty = new Golden();
    empty.commit({ 'b.ts': 'other\n' });
    const numbers: number[] = [];
    const [without, whole] = [clone(empty.folder), clone()];
    const all = Array.from({ length: 30 }, (_, i) => ({ ...asked, record: { ...asked.record, number: i } }));
    await run(all, {
      clone: async () => without,
      github: async ({ number }) => {
        numbers.push(number);
        return whole;
      },
    });
    assert.deepEqual(
      numbers.slice(0, 20),
      Array.from({ length: 20 }, (_, i) => i),
    );
    assert.ok(numbers.length <= 21, String(numbers.length));
  });

  it('leaves GitHub alone when it refuses, and after so many questions', async () => {
    const all = Array.from({ length: 5 }, (_, i) => ({ ...asked, record: { ...asked.record, number: i } }));
    let questions = 0;
    const refusing = {
      files: async () => {
        questions++;
        throw new CairnError('offline', 'No network.');
      },
    };
    const { problems, statuses } = await run(all, {
      clone: async () => null,
      github: async () => refusing as unknown as CodeHistory,
    });
    assert.equal(questions, 1);
    assert.equal(problems.length, 1);
    assert.ok(statuses.every((status) => status === 'unknown'));
  });

  it('asks about other repositories where one is gone, or may not be read', async () => {
    const named = (repository: string, number: number) => ({
      ...asked,
      record: { ...asked.record, repository, number },
    });
    const all = [named('lab/gone', 1), named('Lab/Gone', 2), named('lab/rig', 3)];
    const numbers: number[] = [];
    const { problems, answers } = await run(all, {
      clone: async () => null,
      github: async ({ number, repository }) => {
        numbers.push(number);
        if (repository === 'lab/rig') return clone();
        const files = async () => {
          throw new CairnError('repository-not-found', 'It is not there for your sign-in.');
        };
        return { files } as unknown as CodeHistory;
      },
    });
    assert.deepEqual(numbers, [1, 3]);
    assert.equal(problems.length, 1);
    assert.deepEqual(
      [...answers.values()].map(({ status }) => status),
      ['changed', 'unchanged'],
    );
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const said: number[] = [];
    const all = Array.from({ length: 5 }, (_, i) => ({ ...asked, record: { ...asked.record, number: i } }));
    const running = run(all, {
      signal: stop.signal,
      onAnswers: ({ record }) => {
        said.push(record.number);
        stop.abort(new Error('enough'));
      },
    });
    await assert.rejects(running, /enough/);
    assert.deepEqual(said, [0]);
  });
});
