import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { Praise } from '../../src/ui/coach/praise.ts';
import { pullRequestUri } from '../../src/ui/pullRequest/uri.ts';
import { closeBoxes, openBox, until, write } from './commentBox.ts';
import { cairn, control, run, signInAndPull } from './support.ts';

/** Nobody of the sample. */
const reviewer = 'sol-marten';
const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('cairn').update(name, value, vscode.ConfigurationTarget.Global);
const codes = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Cairn')
    .map(({ code }) => (code as { value: string }).value);

describe('a round of review', () => {
  before(async () => {
    await cairn();
    await set('mentee', 'ada-wren');
    await control('addComment', 41, { author: reviewer, body: 'I will have a look.' });
    await signInAndPull(`token-for-${reviewer}`);
  });
  after(async () => {
    await closeBoxes();
    await set('mentee', undefined);
    await run('cairn.signOut', { x: 1 }).then(undefined, () => {});
  });

  it('is much at once from its tenth thread on, where Cairn knows the others', async () => {
    const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host');
    const answer = await fetch(`${host}/api/v3/repos/harbour-lights/beacon/pulls/41`, {
      headers: { authorization: `Bearer token-for-${reviewer}` },
    });
    const { head } = (await answer.json()) as { head: { sha: string } };
    const file = pullRequestUri({
      ...{ repository: 'harbour-lights/beacon', number: 41, sha: head.sha, base: null },
      ...{ side: 'RIGHT', path: 'src/config.ts', textPath: 'src/config.ts' },
    });
    const text = 'suggestion: please rename this to `timeoutMs`, because `5` may be seconds.';
    const box = await openBox(0, file);
    await write(box, text);
    // Nine threads of this round: one more is the tenth. What others say, and answers, do not count.
    const line = { path: 'src/config.ts', kind: 'line', body: 'A thread.', diffHunk: '@@ -1 +1 @@\n+x' };
    for (let n = 0; n < 8; n++) await control('addComment', 41, { ...line, author: reviewer, line: n + 1 });
    await control('addComment', 41, { ...line, author: 'marsh-reed', line: 9 });
    await run('cairn.pullFeedback');
    const explain = () => run<{ findings: string[] }>('cairn.explainCoach', { uri: box.uri.toString() });
    assert.deepEqual((await explain()).findings, []);
    await control('addComment', 41, { ...line, author: reviewer, line: 10 });
    await run('cairn.pullFeedback');
    assert.deepEqual((await explain()).findings, ['too-much']);
    await write(box, `${text} It says the unit.`);
    await until(() => codes(box.uri).includes('too-much'));
  });

  it('is reminded of praise once, by a comment that is more than begun', () => {
    const stored = new Map<string, unknown>();
    const praise = new Praise({
      keys: () => [...stored.keys()],
      get: (key: string) => stored.get(key) as never,
      update: async (key, value) => void stored.set(key, value),
    });
    const said = (text: string, round: string) => praise.remind({ getText: () => text }, round);
    const words = 'question: what would a reader of the log see here?';
    assert.equal(said('please', 'one'), false);
    assert.equal(said('```\nlet manyCharactersOfCodeAndNothingElse = 1;\n```', 'one'), false);
    assert.equal(said(words, 'one'), true);
    assert.equal(said(words, 'one'), false);
    assert.equal(said(words, 'two'), true);
    assert.equal(said('praise: this name says the unit, and so nobody has to guess.', 'three'), false);
    assert.equal(said(words, 'three'), false);
    stored.set('coach.praised', 'not a list');
    assert.equal(said(words, 'four'), true);
  });
});
