import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Annotation } from '../../src/model/annotation.ts';
import { pullRequestUri } from '../../src/ui/pullRequest/uri.ts';
import { cairn, control, run, signInAndPull } from './support.ts';

const repository = 'harbour-lights/beacon';
const token = 'token-for-marsh-lind';

type Comment = {
  id: number;
  body: string;
  path: string;
  line: number | null;
  start_line: number | null;
  side: string;
  user: { login: string };
};
type Published = { annotation: string; comment: string; url: string; isPending: boolean };

async function github<T>(path: string): Promise<T> {
  const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host');
  const answer = await fetch(`${host}/api/v3/repos/${repository}/${path}`, {
    // Somebody else: what is pending is not seen.
    headers: { authorization: 'Bearer token-for-ada-wren' },
  });
  assert.ok(answer.ok, await answer.clone().text());
  return (await answer.json()) as T;
}

/** Line comments with these words, as everybody sees them. */
async function comments(words: string, number = 41): Promise<Comment[]> {
  const all = await github<Comment[]>(`pulls/${number}/comments?per_page=100`);
  return all.filter(({ body }) => body.includes(words));
}

const file = (path: string) =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path).toString();

async function note(id: string): Promise<Annotation> {
  const { annotations } = await (await cairn()).getState();
  const found = annotations.find((one) => one.id === id);
  assert.ok(found, `no note ${id}`);
  return found;
}

const act = async (command: string, ...args: unknown[]) => run(command, ...args);
const add = async (input: object) => (await run<{ id: string }>('cairn.addAnnotation', input)).id;
const publish = async (input: object) => run<Published>('cairn.publishAnnotation', input);
const code = (wanted: string) => (error: { code?: string; message: string }) => {
  assert.equal(error.code, wanted, error.message);
  return true;
};

async function until(look: () => Promise<boolean>): Promise<void> {
  for (let left = 200; !(await look()); left--) {
    assert.ok(left > 0, 'it did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('annotations, by command', () => {
  before(() => signInAndPull(token));
  afterEach(() => control('clearFaults'));
  after(() => run('workbench.action.closeAllEditors'));

  const config = file('src/config.ts');

  it('are put to lines, tagged, linked, answered, changed, resolved and deleted', async () => {
    const { id: goal } = await run<{ id: string }>('cairn.createGoal', {
      title: 'Name what is configured',
      category: 'code quality',
      origin: 'mentee',
    });
    const id = await add({
      uri: config,
      startLine: 6,
      endLine: 7,
      body: 'Why *these*?',
      tag: 'start',
      goals: [goal],
    });
    let now = await note(id);
    assert.deepEqual(
      [now.body, now.tag, now.goalIds, now.isResolved, now.isPrivate],
      ['Why *these*?', 'start', [goal], false, false],
    );
    const [anchor] = now.anchors;
    assert.deepEqual(
      [anchor?.path, anchor?.repository, anchor?.side, anchor?.startLine, anchor?.endLine],
      ['src/config.ts', repository, 'RIGHT', 6, 7],
    );
    assert.match(anchor?.code ?? '', /concurrency: number;/);
    const { id: reply } = await run<{ id: string }>(
      'cairn.replyToAnnotation',
      id,
      'Because of the harbours.',
    );
    await run('cairn.editAnnotation', id, 'Why these two?');
    await run('cairn.editAnnotation', id, 'Because of the small harbours.', reply);
    await run('cairn.tagAnnotation', id, 'keep');
    await run('cairn.linkAnnotation', id, goal);
    await run('cairn.resolveAnnotation', id);
    now = await note(id);
    assert.deepEqual([now.body, now.tag, now.isResolved], ['Why these two?', 'keep', true]);
    assert.deepEqual(
      now.replies.map(({ body }) => body),
      ['Because of the small harbours.'],
    );
    await run('cairn.unresolveAnnotation', { annotation: id });
    assert.equal((await note(id)).isResolved, false);
    await run('cairn.deleteAnnotation', id, reply);
    assert.deepEqual((await note(id)).replies, []);
    await run('cairn.deleteAnnotation', id);
    await assert.rejects(note(id));
    await run('cairn.undo');
    assert.equal((await note(id)).body, 'Why these two?');
  });

  it('are shared or kept private, and no other extension sees those that are private', async () => {
    const id = await add({ uri: config, startLine: 1, body: 'Only for me', isPrivate: true });
    await assert.rejects(note(id));
    await run('cairn.togglePrivateAnnotation', id, false);
    assert.equal((await note(id)).body, 'Only for me');
    await run('cairn.togglePrivateAnnotation', id, true);
    await assert.rejects(note(id));
  });

  it('go with their file when it is renamed', async () => {
    const old = vscode.Uri.parse(file('docs/harbours.md'));
    await vscode.workspace.fs.writeFile(old, new TextEncoder().encode('# Harbours\n\nEach has a tide.\n'));
    const id = await add({ uri: old.toString(), startLine: 3, body: 'Which ones?' });
    const rename = new vscode.WorkspaceEdit();
    const fresh = vscode.Uri.parse(file('docs/ports/names.md'));
    rename.renameFile(old, fresh);
    assert.ok(await vscode.workspace.applyEdit(rename));
    await until(async () => (await note(id)).anchors[0]?.path === 'docs/ports/names.md');
    await run('cairn.openAnnotation', id);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fresh.toString());
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(fresh, '..'), { recursive: true });
  });

  it('have a new place when their own code is edited and saved, and only then', async () => {
    const uri = vscode.Uri.parse(file('docs/pier.md'));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('one\ntwo\nthree\nfour\n'));
    const editor = await vscode.window.showTextDocument(uri);
    const id = await add({ uri: uri.toString(), startLine: 3, body: 'Why three?' });
    await run('cairn.openAnnotation', id);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'zero\n'));
    await editor.document.save();
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 5), ' and a half'));
    await editor.document.save();
    await until(async () => (await note(id)).anchors[0]?.code === 'three and a half');
    const { anchors } = await note(id);
    assert.deepEqual(
      anchors.map(({ code, startLine }) => [code, startLine]),
      [
        ['three and a half', 4],
        ['three', 3],
      ],
    );
    await run('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('that were typed and not sent are opened at their place, else as an unsaved document, and discarded', async () => {
    const folder = join(process.env.CAIRN_TEST_DATA!, 'drafts', 'personal');
    const draft = (id: string, body: string, place: string) => ({
      ...{ id, body, updatedAt: new Date().toISOString(), kind: 'note', annotation: null, thread: null },
      place: {
        uri: config,
        anchor: {
          ...{ path: 'src/config.ts', repository, side: 'RIGHT', commit: null, startLine: 7, endLine: 7 },
          ...{ code: place, before: '', after: '' },
        },
      },
      attempt: null,
    });
    const there = draft('01M8000000000000000000000E', 'Half a thought', '  concurrency: number;');
    const gone = draft('01M8000000000000000000000F', '*Another* one', '  nothing: like.it;');
    await mkdir(folder, { recursive: true });
    for (const one of [there, gone]) await writeFile(join(folder, `${one.id}.json`), JSON.stringify(one));
    await run('cairn.showDrafts', there.id);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), config);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 6);
    const isInBox = ({ uri, getText }: vscode.TextDocument) =>
      uri.scheme === 'comment' && getText() === 'Half a thought';
    await until(async () => vscode.workspace.textDocuments.some(isInBox));
    await run('cairn.showDrafts', gone.id);
    const opened = vscode.window.activeTextEditor?.document;
    assert.deepEqual(
      [opened?.isUntitled, opened?.languageId, opened?.getText()],
      [true, 'markdown', '*Another* one'],
    );
    for (const { id } of [there, gone]) await run('cairn.discardDraft', id);
    assert.deepEqual(await readdir(folder), []);
    await assert.rejects(act('cairn.showDrafts', gone.id), code('not-found'));
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('say what is wrong with what a program hands over', async () => {
    await assert.rejects(add({ uri: config, startLine: 0, body: 'x' }), code('invalid-argument'));
    await assert.rejects(add({ uri: config, startLine: 3, endLine: 2, body: 'x' }), code('invalid-argument'));
    await assert.rejects(
      add({ uri: config, startLine: 3, body: 'x', tag: 'love' }),
      code('invalid-argument'),
    );
    await assert.rejects(add({ uri: config, startLine: 3, body: 'x', goals: ['none'] }), code('not-found'));
    await assert.rejects(add({ uri: 'output:x', startLine: 3, body: 'x' }), code('not-found'));
    await assert.rejects(act('cairn.resolveAnnotation', 'none'), code('not-found'));
    await assert.rejects(publish({ annotation: 'none', how: 'single' }), code('not-found'));
    await assert.rejects(publish({ annotation: 'none', how: 'twice' }), code('invalid-argument'));
  });

  it('are published to the open pull request that has the lines, single and multi-line', async () => {
    const one = await publish({ uri: config, startLine: 7, body: 'Published: one line', how: 'single' });
    assert.equal(one.isPending, false);
    const [single] = await comments('Published: one line');
    assert.deepEqual(
      [single?.path, single?.line, single?.start_line, single?.side, single?.user.login],
      ['src/config.ts', 7, null, 'RIGHT', 'marsh-lind'],
    );
    assert.equal(String(single?.id), one.comment);
    const now = await note(one.annotation);
    assert.deepEqual(
      [now.body, now.published?.number, now.published?.isPending],
      ['Published: one line', 41, false],
    );

    const id = await add({ uri: config, startLine: 6, endLine: 7, body: 'Published: two lines' });
    const two = await publish({ annotation: id, how: 'single' });
    assert.equal(two.annotation, id);
    const [multi] = await comments('Published: two lines');
    assert.deepEqual([multi?.start_line, multi?.line], [6, 7]);
    assert.equal((await note(id)).published?.comment, two.comment);
    await assert.rejects(publish({ annotation: id, how: 'single' }), code('invalid-argument'));
  });

  it('are collected into a pending review that is submitted as one', async () => {
    const first = await publish({ uri: config, startLine: 7, body: 'Review: first', how: 'review' });
    assert.equal(first.isPending, true);
    const second = await publish({ uri: config, startLine: 6, body: 'Review: second', how: 'review' });
    assert.deepEqual(await comments('Review: '), []);
    assert.equal((await note(second.annotation)).published?.isPending, true);
    // One on its own does not pass a review that waits, unless somebody says what becomes of it.
    const alone = { uri: config, startLine: 7, body: 'Review: on its own', how: 'single' };
    await assert.rejects(publish(alone), code('pending-review-exists'));
    assert.deepEqual(await comments('Review: '), []);
    await run('cairn.submitReview', { repository, number: 41, event: 'COMMENT', body: 'Two things.' });
    assert.deepEqual((await comments('Review: ')).map(({ body }) => body).sort(), [
      'Review: first',
      'Review: second',
    ]);
    assert.equal((await note(first.annotation)).published?.isPending, false);
    await publish({ uri: config, startLine: 7, body: 'Review: third', how: 'review' });
    await publish({ ...alone, pending: 'submit' });
    assert.equal((await comments('Review: ')).length, 4);
  });

  it('stand at the lines of a side of the pull request where they are written there', async () => {
    const { head } = await github<{ head: { sha: string } }>('pulls/41');
    const right = pullRequestUri({
      ...{ repository, number: 41, sha: head.sha, base: null, side: 'RIGHT' },
      ...{ path: 'src/config.ts', textPath: 'src/config.ts' },
    });
    const made = await publish({ uri: right.toString(), startLine: 7, body: 'Side: right', how: 'single' });
    assert.deepEqual(
      (await comments('Side: right')).map(({ line, side }) => [line, side]),
      [[7, 'RIGHT']],
    );
    assert.equal((await note(made.annotation)).number, 41);
  });

  it('are refused in words that say what to do where no pull request has the lines', async () => {
    const input = { uri: file('README.md'), startLine: 1, body: 'Nowhere', how: 'single' };
    await assert.rejects(publish(input), (error: Error) => {
      assert.match(error.message, /No open pull request of harbour-lights\/beacon has these lines/);
      return code('line-not-in-diff')(error);
    });
  });

  for (const [name, fault] of Object.entries({
    'an answer that is cut off': { kind: 'cut-off', only: 'writes', isStored: true },
    'a 502 after it was stored': { kind: 'status', status: 502, only: 'writes', isStored: true },
    'a reset after it was stored': { kind: 'reset', only: 'writes', isStored: true },
  })) {
    it(`are there once after ${name}`, async () => {
      const body = `Once: ${name}`;
      const id = await add({ uri: config, startLine: 7, body });
      await control('fail', fault);
      await assert.rejects(publish({ annotation: id, how: 'single' }));
      // Whoever tries again gets what has arrived.
      const made = await publish({ annotation: id, how: 'single' });
      assert.equal((await comments(body)).length, 1);
      assert.equal((await note(id)).published?.comment, made.comment);
    });
  }

  for (const [name, fault, wanted] of [
    ['401', { kind: 'unauthorized' }, 'unauthorized'],
    ['403', { kind: 'forbidden', only: 'writes' }, 'no-rights'],
    ['404', { kind: 'not-found', only: 'writes' }, 'no-rights'],
  ] as const) {
    it(`stay notes after ${name}`, async () => {
      const id = await add({ uri: config, startLine: 7, body: `Stays after ${name}` });
      await control('fail', fault);
      await assert.rejects(publish({ annotation: id, how: 'single' }), code(wanted));
      await control('clearFaults');
      assert.deepEqual(await comments(`Stays after ${name}`), []);
      assert.equal((await note(id)).published, null);
    });
  }

  it('wait while GitHub is away, and go out by themselves when it is back', async () => {
    const id = await add({ uri: config, startLine: 7, body: 'Waits for the line' });
    await control('fail', { kind: 'status', status: 503, times: null });
    await assert.rejects(publish({ annotation: id, how: 'single' }), code('github-unavailable'));
    await control('clearFaults');
    for (let left = 200; (await note(id)).published === null; left--) {
      assert.ok(left > 0, 'it was never sent');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal((await comments('Waits for the line')).length, 1);
  });
});
