import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Pairing, State } from '../../src/api.ts';
import { cairn, run } from './support.ts';

type HandedOff = {
  pairing: string;
  handoff: string;
  commit: string;
  message: string;
  warning: string | null;
};
type TakenOver = {
  pairing: string;
  handoff: string | null;
  note: { done: string; todo: string; unclear: string; failing: string };
  by: string;
  opened: string[];
};
type Ended = {
  session: string;
  commit: string;
  base: string;
  backups: string[];
  warning: string | null;
};

const root = () => vscode.workspace.workspaceFolders![0]!.uri.fsPath;
const stateOf = async (): Promise<State> => (await cairn()).getState();
async function pairing(id: string): Promise<Pairing> {
  const found = (await stateOf()).pairings.find((one) => one.id === id);
  assert.ok(found, `no pairing ${id}`);
  return found;
}

describe('pairing, by command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-pairing-'));
  const bare = join(folder, 'pair.git');
  const other = join(folder, 'marsh');
  const clean = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', args, {
      ...{ cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...clean } },
    }).trim();
  const file = () => join(root(), 'README.md');
  let goal: string;
  let started: { id: string; branch: string; base: string };
  let begin: string;
  let backup: { ref: string; commit: string };

  before(async () => {
    await cairn();
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', bare);
    begin = git(root(), 'rev-parse', 'HEAD');
    // The other suites' remote stays as it is: mob's settings name the one for pairing.
    git(root(), 'remote', 'add', 'pair', bare);
    writeFileSync(join(root(), '.mob'), 'MOB_REMOTE_NAME="pair"\n');
    appendFileSync(join(root(), '.git', 'info', 'exclude'), '\n.mob\n');
    git(root(), 'config', 'user.name', 'Ada Wren');
    git(root(), 'config', 'user.email', 'ada@beacon.example');
    git(root(), 'push', '--quiet', 'pair', 'main');
    git(folder, 'clone', '--quiet', bare, other);
    git(other, 'config', 'user.name', 'Marsh Lind');
    git(other, 'config', 'user.email', '77+iris-holm@users.noreply.github.com');
    goal = (await run<{ id: string }>('cairn.createGoal', { title: 'Pair on the outbox' })).id;
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    git(root(), 'checkout', '--quiet', '--force', '-B', 'main', begin);
    git(root(), 'clean', '--quiet', '--force');
    git(root(), 'branch', '--quiet', '-D', 'mob/main');
    git(root(), 'remote', 'remove', 'pair');
    rmSync(join(root(), '.mob'), { force: true });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('says why it cannot go on where no pairing runs', async () => {
    await assert.rejects(run('cairn.handOff', { note: 'x' }) as Promise<unknown>, /Start Pairing/);
    await assert.rejects(run('cairn.endPairing', {}) as Promise<unknown>, /No pairing runs here/);
    await assert.rejects(run('cairn.takeOver', {}) as Promise<unknown>, /Nobody has pushed/);
  });

  it('refuses what does not fit before it touches anything', async () => {
    const start = (argument: unknown) => run('cairn.startPairing', argument) as Promise<unknown>;
    await assert.rejects(start({}), /"people"/);
    await assert.rejects(start({ people: ['iris-holm'], style: 'mobbing' }), /"style"/);
    await assert.rejects(start({ people: ['iris-holm'], turnMinutes: 0 }), /"turnMinutes"/);
    await assert.rejects(start({ people: ['iris-holm'], goal: 'nope' }), /no goal/);
    await assert.rejects(start({ people: ['iris-holm'], folder: '/elsewhere' }), /"folder"/);
    assert.equal(git(root(), 'branch', '--show-current'), 'main');
  });

  it('asks a program to decide what becomes of changes, and starts then, with a goal that stays in the space', async () => {
    appendFileSync(file(), '\nA line of Ada.\n');
    const input = { people: ['iris-holm'], goal, style: 'ping-pong', turnMinutes: 7 };
    const undecided = run('cairn.startPairing', input) as Promise<unknown>;
    await assert.rejects(undecided, (error: Error & { code?: string }) => {
      assert.match(error.message, /1 file has changes that are not committed/);
      return true;
    });
    assert.equal(git(root(), 'branch', '--show-current'), 'main');
    started = await run('cairn.startPairing', { ...input, decisions: { dirty: 'carry' } });
    assert.deepEqual([started.branch, started.base], ['mob/main', 'main']);
    assert.equal(git(root(), 'branch', '--show-current'), 'mob/main');
    const { people, goalId, style, turnMinutes, driver } = await pairing(started.id);
    assert.deepEqual(
      { people, goalId, style, turnMinutes, driver },
      {
        people: ['ada-wren', 'iris-holm'],
        goalId: goal,
        style: 'ping-pong',
        turnMinutes: 7,
        driver: 'ada-wren',
      },
    );
  });

  it('holds a probable secret back', async () => {
    const secret = join(root(), 'settings.env');
    writeFileSync(secret, `GITHUB_TOKEN=ghp_${randomBytes(18).toString('hex')}\n`);
    await assert.rejects(
      run('cairn.handOff', { note: 'x' }) as Promise<unknown>,
      /passwords, keys or tokens/,
    );
    rmSync(secret);
    assert.equal((await pairing(started.id)).handoffs.length, 0);
  });

  it('hands off: saves, commits, pushes the note without the goal, and keeps goal and places in the space', async () => {
    const document = await vscode.workspace.openTextDocument(file());
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Typed and not saved.\n'));
    editor.selection = new vscode.Selection(1, 1, 1, 3);
    const handed = await run<HandedOff>('cairn.handOff', {
      note: 'retry works | add a limit | why three? | npm test',
    });
    assert.equal(handed.warning, null);
    assert.equal(git(bare, 'rev-parse', 'mob/main'), handed.commit);
    const message = git(bare, 'log', '-1', '--format=%B', 'mob/main');
    assert.match(message, /^mob next \[ci-skip\] \[ci skip\] \[skip ci\]\n/);
    for (const words of ['retry works', 'add a limit', 'why three?', 'npm test'])
      assert.ok(message.includes(words));
    assert.ok(message.includes(handed.handoff));
    assert.match(message, /lastFile:README\.md$/);
    assert.doesNotMatch(message, /outbox/);
    assert.match(git(bare, 'show', 'mob/main:README.md'), /^Typed and not saved\./);
    const { handoffs, driver } = await pairing(started.id);
    assert.equal(driver, null);
    const [first] = handoffs;
    assert.deepEqual(first?.files[0], { path: 'README.md', line: 2, column: 4 });
    assert.deepEqual([first?.next, first?.commit, first?.failing], ['iris-holm', handed.commit, 'npm test']);
    assert.equal(git(root(), 'status', '--porcelain'), '');
  });

  it('takes over from somebody without Cairn, who has the last file only', async () => {
    git(other, 'fetch', '--quiet');
    git(other, 'checkout', '--quiet', '-B', 'mob/main', 'origin/mob/main');
    appendFileSync(join(other, 'README.md'), '\nA line of Marsh.\n');
    const message =
      'mob next [ci-skip] [ci skip] [skip ci]\n\nI left off at the limit.\n\nlastFile:README.md';
    git(other, 'commit', '--quiet', '--all', '--no-verify', '--message', message);
    git(other, 'push', '--quiet', 'origin', 'mob/main');
    await run('workbench.action.closeAllEditors');
    const taken = await run<TakenOver>('cairn.takeOver', {});
    assert.deepEqual([taken.pairing, taken.handoff, taken.by], [started.id, null, 'Marsh Lind']);
    assert.equal(taken.note.done, 'I left off at the limit.');
    assert.deepEqual(taken.opened, ['README.md']);
    assert.match(readFileSync(file(), 'utf8'), /A line of Marsh\./);
    assert.equal((await pairing(started.id)).driver, 'ada-wren');
  });

  it('opens the files of its own handoff at their places, the active one in front', async () => {
    const show = (path: string) =>
      vscode.window.showTextDocument(vscode.Uri.file(join(root(), path)), { preview: false });
    await show('src/config.ts');
    const editor = await show('README.md');
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    const handed = await run<HandedOff>('cairn.handOff', { done: 'a limit' });
    await run('workbench.action.closeAllEditors');
    const taken = await run<TakenOver>('cairn.takeOver', {});
    assert.equal(taken.handoff, handed.handoff);
    assert.deepEqual(taken.opened, ['README.md', 'src/config.ts']);
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document.uri.fsPath, file());
    assert.deepEqual([active.selection.active.line, active.selection.active.character], [1, 2]);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    assert.deepEqual(tabs.sort(), ['README.md', 'config.ts']);
  });

  it('ends in one commit with every name, not pushed, and logs the session with its turns and goal', async () => {
    const before = git(bare, 'rev-parse', 'main');
    const wip = git(root(), 'rev-parse', 'mob/main');
    const ended = await run<Ended>('cairn.endPairing', { how: 'squash' });
    assert.equal(ended.warning, null);
    assert.equal(git(root(), 'branch', '--show-current'), 'main');
    assert.equal(git(root(), 'rev-parse', 'main'), ended.commit);
    assert.equal(git(root(), 'rev-parse', 'main~1'), begin);
    assert.match(git(root(), 'log', '-1', '--format=%B'), /^Co-authored-by: Marsh Lind <77\+iris-holm@/m);
    assert.equal(git(bare, 'rev-parse', 'main'), before);
    const { sessions, pairings, actions } = await stateOf();
    const session = sessions.find(({ id }) => id === ended.session);
    assert.deepEqual([session?.kind, session?.goalIds, session?.pairingId], ['pairing', [goal], started.id]);
    assert.deepEqual(session?.people, ['ada-wren', 'iris-holm']);
    const text = session?.texts[0]?.text ?? '';
    assert.match(text, /Worked on the goal “Pair on the outbox”/);
    assert.match(
      text,
      /\| ada-wren \| [^|]+ \| \d+ \| retry works \| add a limit \| why three\?; npm test \|/,
    );
    assert.ok(text.includes(ended.commit.slice(0, 10)));
    // What a handoff said is nobody's promise and no insight of whoever logged it.
    assert.deepEqual(
      [session?.entries, actions.filter(({ sessionId }) => sessionId === ended.session)],
      [[], []],
    );
    const over = pairings.find(({ id }) => id === started.id);
    assert.deepEqual([over?.sessionId, over?.commit, over?.driver], [ended.session, ended.commit, null]);
    backup = { ref: ended.backups[0]!, commit: wip };
  });

  it('brings back from its backup what the end has set aside', async () => {
    await assert.rejects(
      run('cairn.restoreBackup', { ref: 'refs/cairn/backup/x' }) as Promise<unknown>,
      /no such backup in this repository/,
    );
    const back = await run<{ branch: string; commit: string }>('cairn.restoreBackup', { ref: backup.ref });
    assert.deepEqual([back.branch, back.commit], ['mob/main', backup.commit]);
    assert.equal(git(root(), 'rev-parse', 'HEAD'), backup.commit);
    assert.equal(git(root(), 'branch', '--show-current'), 'mob/main');
  });
});
