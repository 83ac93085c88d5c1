import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Feedback } from '../../src/api.ts';
import { parsePullRequestUri, pullRequestUri } from '../../src/ui/pullRequest/uri.ts';
import { cairn, control, feedback, run, signInAndPull } from './support.ts';

const repository = 'harbour-lights/beacon';
const key = { repository, number: 41 };

/** Line comments of a pull request as GitHub shows them to somebody else. */
async function comments(number = 41): Promise<{ body: string; user: { login: string } }[]> {
  const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host');
  const path = `/api/v3/repos/${repository}/pulls/${number}/comments?per_page=100`;
  const answer = await fetch(`${host}${path}`, { headers: { authorization: 'Bearer token-for-theo-flint' } });
  assert.ok(answer.ok, await answer.clone().text());
  return (await answer.json()) as { body: string; user: { login: string } }[];
}

async function said(words: string): Promise<Feedback> {
  const found = (await (await cairn()).getState()).feedback.find((one) => one.body.includes(words));
  assert.ok(found, `nobody says "${words}"`);
  return found;
}

const documents = () =>
  vscode.workspace.textDocuments.filter(
    ({ uri }) => uri.scheme === 'cairn-pr' && uri.query.includes('"number":41'),
  );

async function until<T>(look: () => T | undefined | false | null): Promise<T> {
  for (let left = 200; left > 0; left--) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come.');
}

describe('a pull request, by command', () => {
  before(() => signInAndPull());
  afterEach(() => control('clearFaults'));
  after(() => run('workbench.action.closeAllEditors'));

  it('opens both sides of every file without a checkout, in the language of the name', async () => {
    const opened = await run<Record<string, unknown>>('cairn.openPullRequest', key);
    assert.equal(opened.title, 'Draw lots for the order of harbours');
    assert.ok((opened.files as number) >= 4);
    assert.ok((opened.threads as number) >= 4);
    const side = (end: string, wanted: string) =>
      until(() =>
        documents().find(({ uri }) => uri.path.endsWith(end) && parsePullRequestUri(uri)?.side === wanted),
      );
    const right = await side('/src/config.ts', 'RIGHT');
    const left = await side('/src/config.ts', 'LEFT');
    assert.equal(right.languageId, 'typescript');
    assert.match(right.getText(), /concurrency: number;/);
    assert.doesNotMatch(left.getText(), /concurrency: number;/);
    assert.equal((await side('/docs/runbook.md', 'RIGHT')).languageId, 'markdown');
    const file = parsePullRequestUri(right.uri);
    assert.equal(file?.path, 'src/config.ts');
    assert.match(file?.sha ?? '', /^[0-9a-f]{40}$/);
  });

  it('opens by address, too, and refuses other servers and what is no pull request', async () => {
    const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host');
    const opened = await run<{ number: number }>('cairn.openPullRequest', `${host}/${repository}/pull/38`);
    assert.equal(opened.number, 38);
    for (const wrong of ['https://example.com/a/b/pull/1', 'pull 12', { repository: '../x', number: 1 }, 12])
      await assert.rejects(Promise.resolve(run('cairn.openPullRequest', wrong)), {
        code: 'invalid-argument',
      });
    await assert.rejects(Promise.resolve(run('cairn.openPullRequest', { repository, number: 4711 })), {
      code: 'pull-request-not-found',
    });
  });

  it('opens odd names, new, deleted, renamed and binary files of somebody who is not the mentee', async () => {
    const files = [
      { path: 'src/über %41 #1?.ts', previousPath: 'src/old name.ts', before: lines('a'), after: lines('b') },
      { path: 'gone.txt', before: 'One\n', after: null },
      { path: '-rf', before: null, after: 'New\n' },
      { path: 'logo.png', before: 'PNG\0one', after: 'PNG\0two' },
    ];
    await addPullRequest(99, files);
    const opened = await run<{ files: number }>('cairn.openPullRequest', { repository, number: 99 });
    assert.equal(opened.files, 4);
    const all = () =>
      vscode.workspace.textDocuments.flatMap((document) => {
        const file = parsePullRequestUri(document.uri);
        return file?.number === 99 ? [{ ...file, text: document.getText() }] : [];
      });
    await until(() => all().length === 6);
    const text = (path: string, side: string) => all().find((one) => one.path === path && one.side === side);
    assert.equal(text('src/über %41 #1?.ts', 'LEFT')?.text, lines('a'));
    assert.equal(text('src/über %41 #1?.ts', 'LEFT')?.textPath, 'src/old name.ts');
    assert.equal(text('src/über %41 #1?.ts', 'RIGHT')?.text, lines('b'));
    assert.equal(text('gone.txt', 'LEFT')?.text, 'One\n');
    assert.equal(text('gone.txt', 'RIGHT'), undefined);
    assert.equal(text('-rf', 'RIGHT')?.text, 'New\n');
    assert.match(text('logo.png', 'RIGHT')?.text ?? '', /binary/);
  });

  it('reads of a large one what is in view and what has threads', async () => {
    const files = Array.from({ length: 120 }, (_, n) => ({
      path: `src/part${String(n).padStart(3, '0')}.ts`,
      before: lines(`old ${n}`),
      after: lines(`new ${n}`),
    }));
    await addPullRequest(98, files);
    await control('addComment', 98, {
      author: 'theo-flint',
      body: 'Far below.',
      kind: 'line',
      path: 'src/part110.ts',
      line: 10,
      diffHunk: '@@ -8,3 +8,3 @@\n line 7\n line 8\n-old 110\n+new 110',
    });
    const opened = await run<{ files: number }>('cairn.openPullRequest', { repository, number: 98 });
    assert.equal(opened.files, 120);
    const all = () =>
      vscode.workspace.textDocuments.filter(({ uri }) => parsePullRequestUri(uri)?.number === 98);
    await until(() => all().length === 240);
    const text = (part: string) =>
      all()
        .find(({ uri }) => uri.path.includes(part))
        ?.getText();
    await until(() => text('part000') !== 'Loading…');
    assert.match(text('part110') ?? '', /(old|new) 110/);
    const waiting = all().filter((document) => document.getText() === 'Loading…');
    assert.ok(waiting.length > 180, `only ${waiting.length} of 240 wait`);
  });

  it('reads what a clone in the workspace has from there', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const git = (args: string[], input = '') =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@localhost', ...args], {
        cwd: folder,
        input,
      })
        .toString()
        .trim();
    const commit = (text: string, ...parents: string[]) => {
      const blob = git(['hash-object', '-w', '--stdin'], text);
      const tree = git(['mktree'], `100644 blob ${blob}\there.txt\n`);
      return git(['commit-tree', tree, '-m', 'x', ...parents.flatMap((one) => ['-p', one])]);
    };
    const base = commit('the fork\n');
    const head = commit('the head\n', base);
    const later = commit('the base went on\n', base);
    // What GitHub would say is something else, so that it shows where the text is from.
    const files = [{ path: 'here.txt', before: 'GitHub\n', after: 'GitHub!\n' }];
    await addPullRequest(97, files, { head, base: later });
    await run('cairn.openPullRequest', { repository, number: 97 });
    const text = (side: string) =>
      vscode.workspace.textDocuments
        .find(({ uri }) => parsePullRequestUri(uri)?.number === 97 && parsePullRequestUri(uri)?.side === side)
        ?.getText();
    await until(() => text('LEFT') !== undefined && text('RIGHT') !== undefined);
    assert.equal(text('RIGHT'), 'the head\n');
    assert.equal(text('LEFT'), 'the fork\n');
  });

  it('opens what there is of a closed one whose fork is gone and whose commits were replaced', async () => {
    await addPullRequest(96, [{ path: 'a.txt', before: 'One\n', after: 'Two\n' }], { isClosed: true });
    await control('addComment', 96, {
      author: 'marsh-lind',
      body: 'Two of what?',
      kind: 'line',
      path: 'a.txt',
      line: 1,
      diffHunk: '@@ -1 +1 @@\n-One\n+Two',
    });
    await control('forcePush', 96);
    const opened = await run<{ threads: number }>('cairn.openPullRequest', { repository, number: 96 });
    assert.equal(opened.threads, 1);
    const sides = () =>
      vscode.workspace.textDocuments.filter(({ uri }) => parsePullRequestUri(uri)?.number === 96);
    await until(() => sides().length === 2);
    assert.deepEqual(
      sides()
        .map((document) => document.getText())
        .sort(),
      ['One\n', 'Two\n'],
    );
    const tab = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    await until(() => tab().includes('#96'));
    assert.match(tab(), /\(closed\)/);
  });

  it('holds an address to what one can say', () => {
    const sha = 'a'.repeat(40);
    const file = {
      repository,
      number: 1,
      sha,
      base: null,
      side: 'LEFT',
      path: 'a.ts',
      textPath: 'a.ts',
    } as const;
    assert.deepEqual(parsePullRequestUri(vscode.Uri.parse(pullRequestUri(file).toString())), file);
    const renamed = { ...file, base: 'b'.repeat(40), path: 'b c/%2e#?.ts' };
    assert.deepEqual(parsePullRequestUri(vscode.Uri.parse(pullRequestUri(renamed).toString())), renamed);
    for (const wrong of [
      { repository: 'a' },
      { number: 0 },
      { sha: '--all' },
      { base: 'HEAD' },
      { side: 'TOP' },
    ])
      assert.equal(parsePullRequestUri(pullRequestUri({ ...file, ...wrong } as typeof file)), null);
    assert.equal(parsePullRequestUri(vscode.Uri.parse('cairn-pr:/a.ts?nonsense')), null);
    assert.equal(parsePullRequestUri(vscode.Uri.parse('file:///a.ts')), null);
  });

  describe('and its threads', () => {
    let item: Feedback;
    const answers = async (body: string) => (await comments()).filter((one) => one.body === body).length;
    before(async () => {
      item = await said('Is 8 still right');
    });

    it('sends an answer once', async () => {
      const body = 'Eight was measured with 40 harbours.';
      const made = await run<Record<string, unknown>>('cairn.replyToThread', { feedback: item.id, body });
      assert.match(String(made.commentId), /^\d+$/);
      assert.equal(made.isPending, false);
      assert.equal(await answers(body), 1);
    });

    it('finds the answer whose confirmation got lost, and does not send it again', async () => {
      const body = 'Twelve would wait for the database.';
      await control('fail', { kind: 'status', status: 502, only: 'writes', isStored: true });
      await run('cairn.replyToThread', { feedback: item.id, body });
      assert.equal(await answers(body), 1);
    });

    it('looks first the next time, where it could not look at once', async () => {
      const body = 'I shall write that down.';
      await control('fail', { kind: 'status', status: 502, only: 'writes', isStored: true });
      await control('fail', { kind: 'status', status: 502, operation: 'OwnReplies', times: null });
      const send = () => Promise.resolve(run('cairn.replyToThread', { feedback: item.id, body }));
      await assert.rejects(send(), { code: 'answer-lost' });
      // Still nothing is sent: it may be there.
      await assert.rejects(send(), { code: 'github-unavailable' });
      assert.equal(await answers(body), 1);
      await control('clearFaults');
      await send();
      assert.equal(await answers(body), 1);
    });

    it('says what GitHub refuses', async () => {
      await control('fail', { kind: 'forbidden', only: 'writes' });
      const send = () => Promise.resolve(run('cairn.replyToThread', { feedback: item.id, body: 'May I?' }));
      await assert.rejects(send(), { code: 'no-rights' });
      assert.equal(await answers('May I?'), 0);
      await assert.rejects(Promise.resolve(run('cairn.replyToThread', { feedback: item.id, body: '' })), {
        code: 'invalid-argument',
      });
      await assert.rejects(Promise.resolve(run('cairn.replyToThread', { thread: 'nowhere', body: 'Hi' })), {
        code: 'not-found',
      });
    });

    it('resolves and opens again, there and in the state', async () => {
      await run('cairn.resolveThread', { feedback: item.id });
      assert.equal((await feedback(item.id)).isResolved, true);
      await run('cairn.pullFeedback');
      assert.equal((await feedback(item.id)).isResolved, true, 'GitHub knows nothing of it');
      await run('cairn.unresolveThread', { feedback: item.id });
      assert.equal((await feedback(item.id)).isResolved, false);
    });

    it('takes back what it showed when GitHub refuses to resolve', async () => {
      await control('fail', { kind: 'forbidden', only: 'writes' });
      await assert.rejects(Promise.resolve(run('cairn.resolveThread', { feedback: item.id })), {
        code: 'no-rights',
      });
      assert.equal((await feedback(item.id)).isResolved, false);
    });

    it('notes something about a comment in the space, not on GitHub', async () => {
      const before = (await comments()).length;
      const { id } = await run<{ id: string }>('cairn.annotateComment', {
        feedback: item.id,
        body: 'A good example of a question.',
      });
      const state = await (await cairn()).getState();
      const note = (state as unknown as { annotations: Record<string, unknown>[] }).annotations.find(
        (one) => one.id === id,
      );
      assert.equal(note?.feedbackId, item.id);
      assert.equal(note?.number, 41);
      const [anchor] = (note?.anchors ?? []) as Record<string, unknown>[];
      assert.equal(anchor?.path, 'src/config.ts');
      assert.match(String(anchor?.code), /concurrency: number;/);
      assert.equal((await comments()).length, before);
    });

    it('adds to a pending review where it is told to, and says that there is one where it is not', async () => {
      const args = { feedback: item.id, body: 'Later, with the others.' };
      const send = () => Promise.resolve(run('cairn.replyToThread', { ...args, isPending: true }));
      await assert.rejects(send(), { code: 'no-such-review' });
      await control('addComment', 41, { author: 'ada-wren', body: '', kind: 'review', verdict: 'PENDING' });
      await assert.rejects(Promise.resolve(run('cairn.replyToThread', args)), {
        code: 'pending-review-exists',
      });
      const made = (await send()) as { isPending: boolean };
      assert.equal(made.isPending, true);
      assert.equal(await answers(args.body), 0, 'others see it');
    });

    it('does nothing for somebody who has signed out', async () => {
      await run('cairn.signOut');
      try {
        for (const [command, args] of [
          ['cairn.openPullRequest', key],
          ['cairn.replyToThread', { thread: item.threadId, ...key, body: 'Hello?' }],
          ['cairn.resolveThread', { thread: item.threadId, ...key }],
        ] as const)
          await assert.rejects(Promise.resolve(run(command, args)), { code: 'not-signed-in' });
      } finally {
        await signInAndPull();
      }
      assert.equal(await answers('Hello?'), 0);
      assert.equal((await feedback(item.id)).isResolved, false);
    });
  });
});

const lines = (word: string) =>
  `${Array.from({ length: 20 }, (_, n) => (n === 9 ? word : `line ${n}`)).join('\n')}\n`;

/** One more pull request, of somebody else, like the one that is there. */
async function addPullRequest(
  number: number,
  files: object[],
  at: { head?: string; base?: string; isClosed?: boolean } = {},
): Promise<void> {
  const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host');
  const answer = await fetch(`${host}/api/v3/repos/${repository}/pulls/41`, {
    headers: { authorization: 'Bearer token-for-ada-wren' },
  });
  const pull = (await answer.json()) as Record<string, unknown>;
  const sha = at.head ?? `c0ffee${number}`.padEnd(40, '0');
  const user = { login: 'theo-flint', id: 7, node_id: 'U_theo', type: 'User' };
  await control('addPullRequest', {
    number,
    pull: {
      ...pull,
      id: 990_000 + number,
      node_id: `PR_made${number}`,
      number,
      title: 'Odd names',
      user,
      ...(at.isClosed && { state: 'closed', closed_at: new Date().toISOString() }),
      head: { ...(pull.head as object), sha, ...(at.isClosed && { repo: null }) },
      base: { ...(pull.base as object), ...(at.base && { sha: at.base }) },
    },
    reviews: [],
    review_comments: [],
    issue_comments: [],
    force_pushes: [],
    commits: [{ sha, message: 'Odd names' }],
    comment_deleted: 0,
    threads: {},
    minimized: [],
    files,
  });
}
