import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Feedback, KnowledgeNote } from '../../src/api.ts';
import type { Session } from '../../src/model/session.ts';
import { lineOf } from '../../src/programme/knowledge/tour/pattern.ts';
import { tourSchema } from '../../src/programme/knowledge/tour/shape.ts';
import type { Deps } from '../../src/ui/commands/deps.ts';
import { decorationsFor } from '../../src/ui/knowledge/mark.ts';
import { rowsOf } from '../../src/ui/knowledge/nodes.ts';
import { riskContent } from '../../src/ui/knowledge/risksPanel.ts';
import { itemOf } from '../../src/ui/knowledge/rows.ts';
import { subjectOf } from '../../src/ui/knowledge/subject.ts';
import { tooltipOf } from '../../src/ui/knowledge/words.ts';
import { writeAs } from '../support/journal/sessionLines.ts';
import { cairn, run, signInAndPull } from './support.ts';

const root = () => vscode.workspace.workspaceFolders![0]!.uri;
const uriOf = (path: string) => vscode.Uri.joinPath(root(), path);
const textOf = (path: string) => readFileSync(uriOf(path).fsPath, 'utf8');
const hostile = '<img src=x> [go](command:cairn.undo) $(trash)\u202E';

async function note(id: string): Promise<KnowledgeNote> {
  const found = (await (await cairn()).getState()).knowledge.find((one) => one.id === id);
  assert.ok(found, `no knowledge note ${id}`);
  return found;
}
const capture = async (input: object) => (await run<{ id: string }>('cairn.captureKnowledge', input)).id;
const open = (id: string) => run<{ file: string | null; line: number | null }>('cairn.openKnowledge', id);
const code = (wanted: string) => (error: { code?: string; message: string }) => {
  assert.equal(error.code, wanted, error.message);
  return true;
};
const rejects = (wanted: string, command: string, ...args: unknown[]) =>
  assert.rejects(Promise.resolve(run(command, ...args)), code(wanted));

async function until(look: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let left = 200; !(await look()); left--) {
    assert.ok(left > 0, what);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the file said before, as one's own edit: a window may take its time to see what others write. */
async function restore(path: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await edit(path, (made, uri) => made.replace(uri, all, text));
  await document.save();
}

async function edit(
  path: string,
  change: (edit: vscode.WorkspaceEdit, uri: vscode.Uri) => void,
): Promise<void> {
  const made = new vscode.WorkspaceEdit();
  change(made, uriOf(path));
  assert.ok(await vscode.workspace.applyEdit(made));
}

function kept(changes: Partial<KnowledgeNote> = {}): KnowledgeNote {
  return {
    ...{
      id: 'k',
      what: 'Retry twice',
      why: null,
      feedbackId: null,
      sessionId: null,
      topics: [],
      excerpt: null,
    },
    ...{
      notedAt: new Date().toISOString(),
      changedAt: '',
      createdBy: 'ada',
      claimedBy: null,
      isPrivate: false,
    },
    anchor: {
      ...{ path: 'src/a.ts', repository: null, side: 'RIGHT', commit: null, startLine: 2, endLine: 2 },
      ...{ code: 'send();', before: '', after: '' },
    },
    ...changes,
  };
}

describe('the rows and marks of knowledge, in words', () => {
  const around = { isMine: () => true, isOutdated: () => false, grouping: 'folder' as const };
  const draw = (one: KnowledgeNote, changes: Partial<typeof around> = {}) => {
    const [group] = rowsOf([{ name: 'src', notes: [one] }]);
    assert.ok(group?.type === 'group');
    return itemOf(group.children[0]!, { ...around, ...changes });
  };

  it('say what it is, where, and how it stands; the reason is heard, too', () => {
    const item = draw(kept({ why: 'The harbour is slow', topics: ['outbox'], isPrivate: true }), {
      isOutdated: () => true,
    });
    assert.deepEqual(
      [item.label, item.description, item.contextValue],
      ['Retry twice', 'outdated · a.ts:2 · outbox · private', 'knowledge own private'],
    );
    assert.equal(
      item.accessibilityInformation?.label,
      'Retry twice, outdated, a.ts:2, outbox, private, Why: The harbour is slow',
    );
    assert.equal(draw(kept(), { isMine: () => false }).contextValue, 'knowledge other');
    assert.equal(item.command?.command, 'cairn.openKnowledge');
  });

  it('count what is in a folder, and keep names as they are', () => {
    const [row] = rowsOf([{ name: 'src/__init__', notes: [kept(), kept({ id: 'l' })] }]);
    const item = itemOf(row!, around);
    assert.deepEqual([item.label, item.description], ['src/__init__', '2']);
    assert.equal(item.accessibilityInformation?.label, 'src/__init__, 2 notes');
  });

  it('show strangers’ words as text, in rows, hovers, marks and in the panel', async () => {
    const bad = kept({ what: hostile, why: hostile, topics: [hostile], createdBy: hostile });
    bad.anchor!.path = hostile;
    bad.anchor!.code = `\`\`\`\n${hostile}`;
    const item = draw(bad);
    assert.ok(
      !JSON.stringify([item.label, item.description, item.accessibilityInformation]).includes('\u202E'),
    );
    for (const isOutdated of [true, false]) {
      const hover = tooltipOf(bad, { isOutdated });
      assert.ok(!hover.isTrusted && !hover.supportHtml && !hover.supportThemeIcons);
      const shown = hover.value.replace(/````[\s\S]*````/, '');
      assert.ok(!/<img|\]\(command:/.test(shown), shown);
      assert.ok(!hover.value.includes('\u202E'));
    }
    const document = await vscode.workspace.openTextDocument({ content: 'a\nb\nc' });
    const named = { ...bad, id: 'x)](command:cairn.undo)[', feedbackId: '"])[(' };
    const [made] = decorationsFor([{ note: named, line: 2, isMine: true }], document);
    assert.ok(!made?.renderOptions?.after?.contentText?.includes('\u202E'));
    const [, offers] = made!.hoverMessage as vscode.MarkdownString[];
    assert.deepEqual(offers?.isTrusted, { enabledCommands: ['cairn.openFeedback', 'cairn.editKnowledge'] });
    const links = [...offers!.value.matchAll(/\]\(([^)]*)\)/g)].map(([, to]) => to!.split('?')[0]);
    assert.deepEqual(links, ['command:cairn.openFeedback', 'command:cairn.editKnowledge']);
    assert.equal(offers!.value.split('](').length, 3);
  });

  it('put one mark behind a line, however many notes it has, and one at the head for those whose code is gone', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'a\nbcd\nc' });
    const at = (id: string, line: number | null) => ({ note: kept({ id }), line, isMine: false });
    const marks = decorationsFor([at('1', 2), at('2', 2), at('3', null), at('4', 99)], document);
    assert.deepEqual(
      marks.map(({ range, renderOptions }) => [
        range.start.line,
        range.start.character,
        renderOptions?.after?.contentText,
      ]),
      [
        [1, 3, 'good to know: Retry twice (+1)'],
        [0, 1, 'known once, its code is gone: Retry twice'],
        [2, 1, 'good to know: Retry twice'],
      ],
    );
  });

  it('tell of code that one person knows as a matter of the team', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const base = { root: root(), name: 'o/r', isCut: false, hasReviews: false, active: 3, files: 9 };
    const risk = { files: 2, times: 4, last: '2026-11-03T10:00:00Z', weight: 1, person: 'Theo' };
    const { sections } = riskContent(
      [
        {
          ...base,
          risks: [
            { ...risk, path: 'src/outbox', isFolder: true, kind: 'one' },
            { ...risk, path: 'a.ts', isFolder: false, kind: 'others-left' },
          ],
        },
        { ...base, risks: [] },
        { ...base, risks: [], active: 1 },
        { ...base, risks: [], active: 0, files: 0 },
      ],
      now,
    );
    const [first, ...rest] = sections;
    const [list] = first!.blocks;
    assert.ok(list?.kind === 'list');
    assert.deepEqual(
      list.items.map(({ text, about }) => [text, about]),
      [
        [
          'src/outbox/ (2 files)',
          'One person has touched or reviewed this in the last year: Theo · 4 times · last on Nov 3',
        ],
        [
          'a.ts',
          'Of those who touched or reviewed this in the last year, one was active since three months ago: Theo · 4 times · last on Nov 3',
        ],
      ],
    );
    assert.match(first!.note ?? '', /Reviews are not known here/);
    const said = rest.map(({ blocks: [block] }) => (block?.kind === 'text' ? block.text : ''));
    assert.match(said[0]!, /No part .* one active person alone/);
    assert.match(said[1]!, /One person works on this repository/);
    assert.match(said[2]!, /Nothing was changed/);
  });
});

describe('what a knowledge note is about', () => {
  const item = {
    ...{
      id: 'f',
      kind: 'line',
      author: 'theo',
      body: 'Retry **twice**. Otherwise it comes twice.',
      url: null,
    },
    ...{ path: 'src/a.ts', line: 4, originalLine: 4, startLine: null, side: 'RIGHT', pullRequest: null },
    ...{ diffHunk: '@@ -1,3 +1,4 @@\n a\n b\n c\n+send();', isPrivate: true },
  } as unknown as Feedback;
  const session = {
    ...{ id: 's', isPrivate: false },
    entries: [
      { topic: 'Tides', insight: 'High at noon', nextAction: '', by: 'ada' },
      { topic: 'Names', insight: '', nextAction: '', by: 'ada' },
    ],
  } as unknown as Session;
  const deps = {
    store: { getFeedback: (id: string) => (id === 'f' ? item : undefined), sessions: [session] },
    growth: { themeOf: () => ({ isNamed: true, name: 'retry *policy*' }) },
    feedbackView: { selection: () => [] },
  } as unknown as Deps;
  const about = async (argument: unknown) => {
    const { feedback, session: met, anchor, proposal, topics, isPrivate } = await subjectOf(deps, [argument]);
    return [feedback?.id ?? met?.id, anchor?.code, proposal.what, proposal.why, topics.join(), isPrivate];
  };

  it('is a comment of a thread, its place, and its words told apart, whatever menu it came from', async () => {
    const said = ['f', 'send();', 'Retry twice.', 'Otherwise it comes twice.', 'retry policy', true];
    const thread = { collapsibleState: 0, comments: [{ commentId: 'own' }, { feedbackId: 'f' }] };
    for (const from of [
      ...['f', { feedback: 'f' }, thread, { thread, feedbackId: 'f' }],
      { thread, commentId: 'own', feedbackId: undefined },
    ])
      assert.deepEqual(await about(from), said, JSON.stringify(from));
  });

  it('is what a session has brought, its last insight', async () => {
    assert.deepEqual(await about({ session: 's' }), ['s', undefined, 'High at noon', '', 'Tides', false]);
  });
});

describe('knowledge, by command', () => {
  const config = 'src/config.ts';
  const begin = textOf(config);
  /** No language has to start for it. */
  const plain = 'harbours.txt';
  const lines = Array.from({ length: 12 }, (_, n) => `harbour ${n + 1} has ${n * 7} berths\n`).join('');
  let name: string;

  before(async () => {
    await signInAndPull();
    name = `zephyr${Date.now()}`;
    writeFileSync(uriOf(plain).fsPath, lines);
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    rmSync(uriOf(plain).fsPath, { force: true });
    rmSync(join(root().fsPath, '.tours'), { recursive: true, force: true });
  });

  it('is noted at lines, found again by search, changed, taken back and brought again', async () => {
    const id = await capture({
      ...{ uri: uriOf(config).toString(), startLine: 6, endLine: 7 },
      ...{ what: `Few at a time ${name}`, why: 'Small harbours have one line.', topics: ['outbox'] },
    });
    const made = await note(id);
    assert.deepEqual(
      [made.why, made.topics, made.anchor?.path, made.anchor?.startLine, made.isPrivate],
      ['Small harbours have one line.', ['outbox'], config, 6, false],
    );
    const find = async (query: string) =>
      (await run<{ id: string }[]>('cairn.searchKnowledge', query)).map((one) => one.id);
    for (const query of [name, `${name} harbours line`, `outbox ${name}`, `config.ts ${name}`])
      assert.deepEqual(await find(query), [id], query);
    assert.deepEqual(await find(`${name} nowhere`), []);
    await run('cairn.editKnowledge', id, { why: null, topics: [], what: `Few ${name}` });
    const changed = await note(id);
    assert.deepEqual([changed.what, changed.why, changed.topics], [`Few ${name}`, null, []]);
    await run('cairn.withdrawKnowledge', id);
    await assert.rejects(note(id));
    assert.deepEqual(await find(name), []);
    await run('cairn.undo');
    assert.equal((await note(id)).what, `Few ${name}`);
  });

  it('follows its code while lines are put above it, and says so when the code is gone', async () => {
    const id = await capture({ uri: uriOf(plain).toString(), startLine: 6, what: `Moves ${name}` });
    assert.equal((await open(id)).line, 6);
    await edit(plain, (made, uri) => made.insert(uri, new vscode.Position(0, 0), '// one\n// two\n'));
    assert.deepEqual(await open(id), { id, file: uriOf(plain).toString(), line: 8 });
    await edit(plain, (made, uri) => made.delete(uri, new vscode.Range(7, 0, 8, 0)));
    assert.equal((await open(id)).line, null);
    await restore(plain, lines);
    assert.equal((await open(id)).line, 6);
    // The window reads it again now, and not when it has noticed.
    await edit(plain, (made, uri) => made.insert(uri, new vscode.Position(0, 0), ' '));
    writeFileSync(uriOf(plain).fsPath, `// from outside\n${lines}`);
    await run('workbench.action.files.revert');
    await until(async () => (await open(id)).line === 7, 'what was written outside was not followed');
    await restore(plain, lines);
  });

  it('means the code as it was edited and saved', async () => {
    const id = await capture({ uri: uriOf(plain).toString(), startLine: 6, what: `Edited ${name}` });
    assert.equal((await open(id)).line, 6);
    const before = lines.split('\n')[5]!;
    await edit(plain, (made, uri) =>
      made.insert(uri, new vscode.Position(5, before.length), ' // a few are enough'),
    );
    await vscode.workspace.save(uriOf(plain));
    const isKept = async () => (await note(id)).anchor?.code.endsWith('a few are enough') ?? false;
    await until(isKept, 'the place was not kept');
    await restore(plain, lines);
  });

  it('comes from feedback, with its place and an excerpt, and from a session', async () => {
    const { feedback } = await (await cairn()).getState();
    const item = feedback.find(
      ({ kind, diffHunk, isOutdated, side }) =>
        kind === 'line' && diffHunk !== null && isOutdated === false && side === 'RIGHT',
    );
    assert.ok(item?.path);
    const id = await capture({ feedback: item.id, what: `Said ${name}` });
    const made = await note(id);
    assert.deepEqual(
      [made.feedbackId, made.anchor?.path, made.excerpt?.author],
      [item.id, item.path, item.author],
    );
    const { file, line } = await open(id);
    assert.equal(file, uriOf(item.path).toString());
    assert.equal(line, item.startLine ?? item.line);
    const { id: session } = await run<{ id: string }>('cairn.logSession', {
      kind: 'check-in',
      rows: [`Tides | High at noon ${name}`],
    });
    const noted = await note(await capture({ session, what: `Tide ${name}` }));
    assert.deepEqual([noted.sessionId, noted.anchor], [session, null]);
  });

  it('stays private where that is wanted', async () => {
    const id = await capture({ what: `Only for me ${name}`, isPrivate: true });
    await assert.rejects(note(id));
    assert.equal((await run<unknown[]>('cairn.searchKnowledge', `only me ${name}`)).length, 1);
    await run('cairn.togglePrivate', id, false);
    assert.equal((await note(id)).isPrivate, false);
  });

  it('of a colleague is theirs to change', async () => {
    const data = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
    const id = `theirs-${name}`;
    const about = { why: null, anchor: null, feedback: null, session: null, topics: [] };
    await writeAs('theo', join(data, 'spaces', 'personal'), [
      { type: 'knowledge.noted', payload: { knowledge: id, what: hostile, ...about } },
    ]);
    const isThere = async () => (await (await cairn()).getState()).knowledge.some((one) => one.id === id);
    await until(isThere, 'it did not come');
    await rejects('not-yours', 'cairn.editKnowledge', id, { what: 'Mine now' });
    await rejects('not-yours', 'cairn.withdrawKnowledge', id);
    assert.equal((await note(id)).what, hostile);
  });

  it('is left with Escape, from a menu of the editor as well, and nobody is told of a failure', async () => {
    let isOver = false;
    await vscode.window.showTextDocument(uriOf(plain));
    const asked = Promise.resolve(run('cairn.captureKnowledge', uriOf(plain))).finally(() => {
      isOver = true;
    });
    await until(async () => {
      await run('workbench.action.closeQuickOpen');
      return isOver;
    }, 'the question stayed');
    assert.equal(await asked, undefined);
  });

  it('refuses what it cannot take', async () => {
    await rejects('invalid-argument', 'cairn.captureKnowledge', { what: ' ' });
    await rejects('invalid-argument', 'cairn.captureKnowledge', { what: 'x'.repeat(4001) });
    await rejects('invalid-argument', 'cairn.captureKnowledge', { what: 'x', topics: 'outbox' });
    await rejects('not-found', 'cairn.captureKnowledge', { what: 'x', feedback: 'nowhere' });
    await rejects('not-found', 'cairn.captureKnowledge', { what: 'x', session: 'nowhere' });
    await rejects('not-found', 'cairn.openKnowledge', 'nowhere');
    await rejects('invalid-argument', 'cairn.groupKnowledge', 'colour');
    await run('cairn.groupKnowledge', 'topic');
    await run('cairn.groupKnowledge', 'folder');
  });

  describe('as a tour', () => {
    type Made = { file: string; steps: number; withoutCode: number };
    const read = ({ file }: Made) =>
      tourSchema.parse(JSON.parse(readFileSync(vscode.Uri.parse(file).fsPath, 'utf8')));

    it('is a file for CodeTour in the order that was asked for, whose steps survive inserted lines', async () => {
      const second = await capture({ uri: uriOf(config).toString(), startLine: 7, what: `Second ${name}` });
      const first = await capture({
        ...{ uri: uriOf(config).toString(), startLine: 6, what: `First ${name} [x](command:y)` },
        why: '>> rm -rf ~',
      });
      const nowhere = await capture({ what: `Nowhere ${name}` });
      const input = { knowledge: [first, second, nowhere], title: `Tour ${name}` };
      const made = await run<Made>('cairn.exportTour', input);
      assert.deepEqual(
        [made.steps, made.withoutCode, made.file],
        [3, 1, uriOf(`.tours/tour-${name}.tour`).toString()],
      );
      const { title, steps, ref } = read(made);
      assert.deepEqual([title, ref], [`Tour ${name}`, undefined]);
      assert.deepEqual(
        steps.map(({ file }) => file),
        [config, config, undefined],
      );
      const now = `// new\n\n${begin}`;
      assert.deepEqual(
        steps.slice(0, 2).map(({ pattern }) => lineOf(now, pattern ?? '$x')),
        [8, 9],
      );
      assert.doesNotMatch(steps[0]!.description, /\(command:|^>>/m);

      const before = readFileSync(vscode.Uri.parse(made.file).fsPath, 'utf8');
      await rejects('invalid-argument', 'cairn.exportTour', { ...input, knowledge: [second] });
      assert.equal(readFileSync(vscode.Uri.parse(made.file).fsPath, 'utf8'), before);
      const again = await run<Made>('cairn.exportTour', {
        ...input,
        ...{ knowledge: [second], isOverwriting: true, ref: 'main' },
      });
      assert.deepEqual([read(again).steps.length, read(again).ref], [1, 'main']);
    });

    it('is made of the conversation of a review, a step for each thread, with everybody who spoke', async () => {
      const { feedback } = await (await cairn()).getState();
      const item = feedback.find(({ kind, pullRequest }) => kind === 'line' && pullRequest !== null);
      assert.ok(item);
      const made = await run<Made>('cairn.exportTour', { conversation: item.id, title: `Review ${name}` });
      const { steps } = read(made);
      assert.ok(steps.length > 1);
      const named = steps.filter(({ file }) => file !== undefined);
      assert.equal(steps.length - named.length, made.withoutCode);
      assert.ok(named.length > 0);
      for (const { file, pattern, line } of named)
        assert.ok(line ?? lineOf(`// new\n${textOf(file!)}`, pattern!), `${file} ${pattern}`);
      assert.ok(steps.some(({ description }) => description.includes(`**${item.author}:**`)));
    });

    it('is written nowhere else, and tells nothing private that was not meant', async () => {
      const secret = await capture({ what: `Secret ${name}`, isPrivate: true });
      const input = { knowledge: [secret], title: `Secret ${name}` };
      await rejects('invalid-argument', 'cairn.exportTour', input);
      assert.equal(existsSync(uriOf(`.tours/secret-${name}.tour`).fsPath), false);
      assert.equal((await run<Made>('cairn.exportTour', { ...input, includesPrivate: true })).steps, 1);
      const climbing = await run<Made>('cairn.exportTour', {
        ...{ knowledge: [secret], includesPrivate: true },
        title: `../../out ${name}`,
      });
      assert.equal(climbing.file, uriOf(`.tours/out-${name}.tour`).toString());
      const outside = join(root().fsPath, '..', `outside-${name}`);
      symlinkSync(outside, uriOf(`.tours/linked-${name}.tour`).fsPath);
      const linked = {
        knowledge: [secret],
        includesPrivate: true,
        title: `linked ${name}`,
        isOverwriting: true,
      };
      await rejects('invalid-argument', 'cairn.exportTour', linked);
      assert.equal(existsSync(outside), false);
      await rejects('invalid-argument', 'cairn.exportTour', {
        ...input,
        includesPrivate: true,
        ref: '--all',
      });
      await rejects('invalid-argument', 'cairn.exportTour', {});
      await rejects('not-found', 'cairn.exportTour', { knowledge: ['nowhere'] });
    });
  });

  describe('that one person alone has', () => {
    const git = (args: string[], env: NodeJS.ProcessEnv = {}) =>
      execFileSync('git', args, {
        cwd: root().fsPath,
        env: { ...process.env, ...env },
        stdio: 'pipe',
      }).toString();
    let head: string;

    before(() => {
      head = git(['rev-parse', 'HEAD']).trim();
      const commit = (who: string, file: string, n: number) => {
        writeFileSync(uriOf(file).fsPath, `${n}\n`);
        git(['add', '--', file]);
        const names = { NAME: who, EMAIL: `${who}@example.org` };
        const env = ['AUTHOR', 'COMMITTER'].flatMap((role) =>
          Object.entries(names).map(([key, value]) => [`GIT_${role}_${key}`, value]),
        );
        git(['commit', '--quiet', '--no-gpg-sign', '-m', `${n}`, '--', file], Object.fromEntries(env));
      };
      for (let n = 0; n < 3; n++) commit('solveig', 'known-by-one.txt', n);
      for (let n = 0; n < 3; n++) commit(n === 1 ? 'solveig' : 'ingrid', 'known-by-two.txt', n);
    });
    after(async () => {
      await run('workbench.action.closeAllEditors');
      git(['checkout', '--quiet', '--force', '-B', 'main', head]);
      git(['clean', '--quiet', '--force', '--', 'known-by-one.txt', 'known-by-two.txt']);
    });

    it('is told from history, of what others have not touched, and shown in a panel', async () => {
      type Told = {
        repositories: { name: string; risks: { path: string; person: string; kind: string }[] }[];
      };
      const { repositories } = await run<Told>('cairn.showKnowledgeRisks', { isQuiet: true });
      const risks = repositories.flatMap((one) => one.risks);
      const one = risks.find(({ path }) => path === 'known-by-one.txt');
      assert.deepEqual([one?.person, one?.kind], ['solveig', 'one']);
      assert.ok(!risks.some(({ path }) => path === 'known-by-two.txt'));
      await run('cairn.showKnowledgeRisks', {});
      const isShown = () =>
        vscode.window.tabGroups.all.some(({ tabs }) =>
          tabs.some(({ label }) => label === 'Code that one person knows'),
        );
      await until(isShown, 'the panel was not shown');
    });
  });
});
