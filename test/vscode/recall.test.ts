import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Feedback } from '../../src/api.ts';
import { RecallIndex } from '../../src/growth/recall/index.ts';
import { RecallWatch, type RecallWatchParts } from '../../src/ui/recall/begin.ts';
import { optionsFor } from '../../src/ui/recall/decorations.ts';
import type { RecallNotice } from '../../src/ui/recall/register.ts';
import type { GitExtension } from '../../src/ui/recall/watch.ts';
import { known, piece, theme } from '../unit/growth/recall/pieces.ts';
import { until } from './commentBox.ts';
import { cairn, run } from './support.ts';

type Repository = { status(): Promise<void> };
const path = 'src/config.ts';

describe('what is recalled before a push, by the real Git extension', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'cairn-recall-'));
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const clean = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@beacon.example'];
  let begin: string;
  let feedback: Feedback[];
  let extra: ReturnType<typeof known>;
  let kept: Map<string, unknown>;
  let login: string | null;
  let notice: RecallNotice | null;
  let watch: RecallWatch | undefined;
  const changed = new vscode.EventEmitter<void>();
  const stored = new vscode.EventEmitter<never>();

  before(async () => {
    await cairn();
    begin = git('rev-parse', 'HEAD');
  });
  beforeEach(() => {
    feedback = [piece('one', { path, body: 'Say the **unit** in the name.', tag: 'start' })];
    extra = known();
    kept = new Map();
    login = 'Ada-Wren';
    notice = null;
  });
  afterEach(async () => {
    watch?.dispose();
    watch = undefined;
    git('reset', '--quiet', '--hard', begin);
    await look();
  });
  after(() => {
    changed.dispose();
    stored.dispose();
    rmSync(temporary, { recursive: true, force: true });
  });

  it('says what was said about a file that is staged, and nothing any more once it is not', async () => {
    await change(path);
    await start();
    await change('README.md');
    git('add', path, 'README.md');
    await look();
    await until(() => notice !== null);
    assert.equal(notice?.text, 'Before you push: 1 file that you staged had feedback before');
    assert.deepEqual(
      notice?.rows.map((row) => [row.feedback, row.text]),
      [['one', 'Say the unit in the name.']],
    );
    assert.match(notice!.rows[0]!.about, /^config\.ts · sol-marten · .*ago$|^config\.ts · sol-marten/);
    git('restore', '--staged', path);
    await look();
    await until(() => notice === null);
  });

  it('says it at the start, too, and again when it is another one', async () => {
    await change(path);
    git('add', path);
    await look();
    await start();
    await until(() => notice?.rows[0]?.feedback === 'one');
    feedback.unshift(piece('two', { path, tag: 'stop' }));
    stored.fire(undefined as never);
    await until(() => notice?.rows.length === 2);
    feedback.length = 0;
    stored.fire(undefined as never);
    await until(() => notice === null);
  });

  it('knows a file under its earlier name, also after the rename was committed', async () => {
    await start();
    git('mv', path, 'src/settings.ts');
    await look();
    await until(() => notice?.rows[0]?.feedback === 'one');
    git(...who, 'commit', '--quiet', '--message', 'Rename');
    await look();
    await until(() => notice === null);
    await change('src/settings.ts');
    git('add', 'src/settings.ts');
    await look();
    await until(() => notice?.rows[0]?.feedback === 'one');
    assert.match(notice!.rows[0]!.about, /^settings\.ts/);
  });

  it('says nothing of a file that goes, or of another repository', async () => {
    const other = join(temporary, 'other');
    mkdirSync(join(other, 'src'), { recursive: true });
    writeFileSync(join(other, path), 'export {};\n');
    execFileSync('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: other });
    execFileSync('git', ['remote', 'add', 'origin', 'https://elsewhere.example/harbour-lights/beacon.git'], {
      cwd: other,
    });
    execFileSync('git', ['add', '--all'], { cwd: other });
    await start();
    await run('git.openRepository', other);
    await until(() => apiOf().repositories.length > 1);
    git('rm', '--quiet', path);
    await look();
    await change('README.md');
    feedback.push(piece('sentinel', { path: 'README.md', tag: 'stop' }));
    stored.fire(undefined as never);
    git('add', 'README.md');
    await look();
    await until(() => notice !== null);
    assert.deepEqual(
      notice?.rows.map((row) => row.feedback),
      ['sentinel'],
    );
    await run(
      'git.close',
      apiOf().repositories.find(({ rootUri }) => rootUri.fsPath === other),
    );
  });

  it('says nothing where it is switched off, and does again', async () => {
    const set = (value: boolean | undefined) =>
      vscode.workspace
        .getConfiguration('cairn')
        .update('growth.recall', value, vscode.ConfigurationTarget.Global);
    await change(path);
    git('add', path);
    await look();
    await start();
    await until(() => notice !== null);
    try {
      await set(false);
      await until(() => notice === null);
      await set(true);
      await until(() => notice !== null);
    } finally {
      await set(undefined);
    }
  });

  it('says nothing to who mentors, or where nobody is signed in', async () => {
    login = null;
    await change(path);
    git('add', path);
    await look();
    await start();
    login = 'sol-marten';
    changed.fire();
    login = 'ada-wren';
    changed.fire();
    await until(() => notice !== null);
    login = 'sol-marten';
    changed.fire();
    await until(() => notice === null);
  });

  it('is quiet about files for which it was dismissed, until they are staged for another push', async () => {
    await start();
    await change(path);
    git('add', path);
    await look();
    await until(() => notice !== null);
    watch!.dismiss();
    await until(() => notice === null);
    feedback.unshift(piece('two', { path: 'README.md', tag: 'stop' }));
    stored.fire(undefined as never);
    // A further file is news, and so is the whole.
    await change('README.md');
    git('add', 'README.md');
    await look();
    await until(() => notice?.rows.length === 2);
    git('restore', '--staged', 'README.md', path);
    await look();
    await until(() => notice === null);
    git('add', path);
    await look();
    await until(() => notice?.rows.length === 1);
  });

  it('learns the themes later, and then recalls such code', async () => {
    feedback = [piece('one', { path: 'src/other.ts', tag: 'start' })];
    await start();
    await change(path);
    git('add', path);
    await look();
    extra = known({ themes: [theme('t', 'one')] });
    changed.fire();
    await until(() => notice !== null);
    assert.equal(notice?.text, 'Before you push: code like what you staged had feedback before');
  });

  it('stands at the code, with the whole comment as untrusted words', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(join(root, path)));
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => /concurrency: number/.test(text));
    assert.ok(line > 0);
    const body =
      '<img src="https://evil.example/x.png"> ![x](https://evil.example/y.png) [a](command:workbench.action.quit)';
    const diffHunk = `@@ -1,1 +1,1 @@\n ${document.lineAt(line - 1).text}\n+${document.lineAt(line).text}`;
    const hostile = piece('x) [y](command:z "\u202E', { path, body, line: 1, diffHunk, tag: 'stop' });
    const index = new RecallIndex([hostile], known());
    const [recalled] = index.answer(['harbour-lights/beacon'], [{ path }]).files;
    const { range, hoverMessage, renderOptions } = optionsFor(recalled!, document);
    assert.equal(range.start.line, line);
    assert.ok(range.isEmpty && range.end.isEqual(document.lineAt(line).range.end));
    assert.match(renderOptions?.after?.contentText ?? '', /^last time here: /);
    const [said, opening] = hoverMessage as vscode.MarkdownString[];
    assert.equal(said?.isTrusted, false);
    assert.ok(!said?.supportHtml && !/!\[|<img|\]\(command:/.test(said!.value));
    assert.deepEqual(opening?.isTrusted, { enabledCommands: ['cairn.openFeedback'] });
    const argument = /^\[Open the conversation\]\(command:cairn\.openFeedback\?([^()[\] ]*)\)$/.exec(
      opening!.value,
    );
    assert.deepEqual(JSON.parse(decodeURIComponent(argument![1]!)), [hostile.id]);
    // What is no longer there is said in the first line, as something about the file.
    const gone = {
      ...recalled!,
      feedback: { ...hostile, diffHunk: '@@ -1 +1 @@\n+nothingOfThisKindIsHere();' },
    };
    const first = optionsFor(gone, document);
    assert.equal(first.range.start.line, 0);
    assert.match(first.renderOptions?.after?.contentText ?? '', /^last time in this file: /);
  });

  it('is the same among 8,000 pieces of feedback; how long that takes after git’s event is printed', async () => {
    const lines = Array.from({ length: 8000 }, (_, i) =>
      piece(`piece ${i}`, { path: `src/part${i % 400}/file${i % 97}.ts`, tag: i % 2 ? 'stop' : 'start' }),
    );
    feedback = [...lines, ...feedback];
    const took: number[] = [];
    await start((milliseconds) => took.push(milliseconds));
    await change(path);
    for (let n = 0; n < 3; n++) {
      git('add', path);
      await look();
      await until(() => notice !== null);
      git('restore', '--staged', path);
      await look();
      await until(() => notice === null);
    }
    console.log(
      `${process.env.CAIRN_TEST_MARK ?? ''}      recalled after ${took.map((each) => each.toFixed(1)).join(', ')} ms`,
    );
    assert.ok(took.length >= 3);
  });

  function git(...args: string[]): string {
    const options = { cwd: root, encoding: 'utf8', env: { ...process.env, ...clean } } as const;
    return execFileSync('git', args, options).trim();
  }

  async function change(file: string): Promise<void> {
    writeFileSync(join(root, file), `${readFileSync(join(root, file), 'utf8')}\n// changed\n`);
  }

  /** As the Git extension does by itself a while after something has changed. */
  async function look(): Promise<void> {
    const repository = apiOf().repositories.find(({ rootUri }) => rootUri.fsPath === root);
    await (repository as unknown as Repository | undefined)?.status();
  }

  async function start(onAnswered?: (milliseconds: number) => void): Promise<void> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    await extension!.activate();
    await until(() => apiOf().repositories.length > 0);
    const parts: RecallWatchParts = {
      store: {
        load: async () => {},
        isLoaded: true,
        get feedback() {
          return feedback;
        },
        mentee: 'ada-wren',
        onDidChange: stored.event,
      },
      signIn: { login: () => login, onDidChange: changed.event },
      growth: {
        themes: async () => [],
        recurrences: async () => extra.recurrences,
        themeOf: (id) => extra.themeOf(id),
        followThrough: (id) => extra.followThrough(id),
        onDidChange: changed.event,
      },
      memory: {
        keys: () => [...kept.keys()],
        get: (key: string) => kept.get(key) as never,
        update: async (key, value) => void kept.set(key, value),
      },
      log: { trace: () => {}, error: (error) => assert.fail(String(error)) },
      onNotice: (next) => {
        notice = next;
      },
      ...(onAnswered ? { onAnswered } : {}),
    };
    watch = new RecallWatch(parts);
  }

  const apiOf = () => vscode.extensions.getExtension<GitExtension>('vscode.git')!.exports.getAPI(1);
});
