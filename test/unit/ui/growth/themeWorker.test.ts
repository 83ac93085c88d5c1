import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ThemeInput } from '../../../../src/growth/themes/index.ts';
import type { ThemeDecisions } from '../../../../src/model/growth.ts';
import { ThemeWorker } from '../../../../src/ui/growth/themeWorker.ts';

const blank: ThemeDecisions = { names: new Map(), placed: new Map(), merged: new Map() };

/**
 * Stands for the worker: tells what it was told, as one theme whose feedback is what it knows and whose words are the
 * messages that it got. A piece with the body "crash" ends it, "stumble" when it comes as a change, "throw" makes its answer an error.
 */
const double = `
import { parentPort } from 'node:worker_threads';
const known = new Map();
const got = [];
parentPort.on('message', ({ request, act, inputs = [], put = inputs, remove = [], isPart, decisions }) => {
  got.push(act + ':' + put.length + (isPart ? '+' : ''));
  if (act === 'set' && !got.at(-2)?.endsWith('+')) known.clear();
  for (const id of remove) known.delete(id);
  for (const input of put) known.set(input.id, input);
  if (put.some(({ body }) => body === 'crash' || (body === 'stumble' && act === 'change'))) process.exit(7);
  if (isPart) return;
  if (put.some(({ body }) => body === 'throw')) return parentPort.postMessage({ request, error: 'broken' });
  const theme = { id: 'T', name: [...decisions.names.values()].join(), isNamed: false, words: got, feedbackIds: [...known.keys()] };
  parentPort.postMessage({ request, themes: [theme] });
});
`;

const piece = (id: string, body = 'Close it.'): ThemeInput => ({
  ...{ id, body, tag: null, goalIds: [], path: null, diffHunk: null },
  ...{ at: '2026-01-01T00:00:00Z', pullRequest: null },
});

describe('the thread of the themes', () => {
  let folder: string;
  let worker: ThemeWorker;
  let problems: unknown[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-themes-'));
    await writeFile(join(folder, 'double.mjs'), double);
    problems = [];
    worker = open(pathToFileURL(join(folder, 'double.mjs')));
  });

  afterEach(async () => {
    worker.dispose();
    await rm(folder, { recursive: true });
  });

  const open = (file: URL) => new ThemeWorker({ file, onProblem: (error) => problems.push(error) });

  async function update(put: ThemeInput[], remove: string[] = [], decisions = blank) {
    const [theme] = await worker.update({ put, remove, decisions });
    return theme!;
  }

  it('is told everything once and then what changed', async () => {
    await update([piece('a'), piece('b')]);
    const theme = await update([piece('c')], ['a'], { ...blank, names: new Map([['T', 'Closing']]) });
    assert.deepEqual(theme.words, ['set:2', 'change:1']);
    assert.deepEqual(theme.feedbackIds, ['b', 'c']);
    assert.equal(theme.name, 'Closing');
    assert.deepEqual(problems, []);
  });

  it('is told much in parts', async () => {
    const many = Array.from({ length: 601 }, (_, place) => piece(`p${place}`));
    const theme = await update(many);
    assert.deepEqual(theme.words, ['set:250+', 'set:250+', 'set:101']);
    assert.equal(theme.feedbackIds.length, 601);
  });

  it('is started once more when it falls over, and told everything', async () => {
    await update([piece('a')]);
    const theme = await update([piece('b', 'stumble')]);
    assert.deepEqual([theme.words, theme.feedbackIds], [['set:2'], ['a', 'b']]);
    assert.equal(problems.length, 1);
  });

  it('is given up after the second time, until something changes', async () => {
    await update([piece('a')]);
    await assert.rejects(update([piece('b', 'crash')]), { code: 'themes-failed' });
    assert.equal(problems.length, 2, 'one for each try');
    const theme = await update([piece('b', 'mended')]);
    assert.deepEqual([theme.words, theme.feedbackIds], [['set:2'], ['a', 'b']]);
  });

  it('is asked again from nothing after a failed answer', async () => {
    await update([piece('a')]);
    await assert.rejects(update([piece('b', 'throw')]), { code: 'themes-failed' });
    assert.deepEqual((await update([], ['b'])).words, ['set:1']);
  });

  it('tells what it cannot start', async () => {
    worker = open(pathToFileURL(join(folder, 'missing.mjs')));
    await assert.rejects(update([piece('a')]), { code: 'themes-failed' });
  });

  it('ends with its owner, also in the middle of a question', async () => {
    await update([piece('a')]);
    const asked = update([piece('b')]);
    worker.dispose();
    await assert.rejects(asked, { code: 'cancelled' });
    await assert.rejects(update([piece('c')]), { code: 'cancelled' });
    assert.deepEqual(problems, []);
  });

  it('works with the real script', async () => {
    worker = open(new URL('../../../../src/growth/themes/worker.ts', import.meta.url));
    const decisions = { ...blank, placed: new Map([['a', 'T1']]), names: new Map([['T1', 'Closing']]) };
    const theme = await update([piece('a')], [], decisions);
    assert.deepEqual([theme.id, theme.name, theme.feedbackIds], ['T1', 'Closing', ['a']]);
  });
});
