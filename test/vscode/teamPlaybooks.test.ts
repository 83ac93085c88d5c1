import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { State } from '../../src/api.ts';
import { extensionId } from '../../src/ui/ids.ts';
import { cairn, run } from './support.ts';

type Record = { kind: string; id: string; line: number };
type Ran = { made: Record[]; there: Record[] };
type Copied = { uri: string; isNew: boolean };

const shipped = (path: string) =>
  readFileSync(
    join(vscode.extensions.getExtension(extensionId)!.extensionUri.fsPath, 'media/programme', path),
    'utf8',
  );
const state = async (): Promise<State> => (await cairn()).getState();
const rejects = (command: string, argument: object, code: string) =>
  assert.rejects(Promise.resolve(run(command, argument)), { code }, JSON.stringify(argument));

async function lenses(uri: vscode.Uri): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    1000,
  );
  return found.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

describe('a team’s own playbooks', () => {
  let folder: string;
  const file = (name: string) => join(folder, 'playbooks', name);

  before(async () => {
    await cairn();
    folder = mkdtempSync(join(tmpdir(), 'cairn-programme-'));
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    await run('cairn.createSpace', {
      name: 'Team playbooks',
      mentors: ['theo-flint'],
      mentees: ['ada-wren'],
    });
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    await run('cairn.chooseProgrammeFolder', { folder: '' });
    await run('cairn.switchSpace', { space: 'personal' });
    await run('cairn.signOut');
    rmSync(folder, { recursive: true, force: true });
  });

  it('need a folder that somebody chose', async () => {
    await rejects('cairn.copyPlaybook', { name: 'pairing' }, 'no-programme');
    await run('cairn.chooseProgrammeFolder', { folder });
  });

  it('begin as a copy that is an ordinary file, and is never written over without a word', async () => {
    const copied = await run<Copied>('cairn.copyPlaybook', { name: 'pairing' });
    const uri = vscode.Uri.file(file('pairing.md'));
    assert.deepEqual(copied, { uri: String(uri), isNew: true });
    assert.equal(readFileSync(file('pairing.md'), 'utf8'), shipped('playbooks/pairing.md'));
    assert.equal(String(vscode.window.activeTextEditor?.document.uri), String(uri));
    assert.ok((await lenses(uri)).some((title) => /Plan this session/.test(title)));

    writeFileSync(file('pairing.md'), '# Ours\n\n## Now\n\n- Action @me today: Our own step\n');
    await rejects('cairn.copyPlaybook', { name: 'pairing' }, 'invalid-argument');
    assert.match(readFileSync(file('pairing.md'), 'utf8'), /^# Ours/);
    await rejects('cairn.copyPlaybook', { name: 'none' }, 'not-found');
    await rejects('cairn.copyPlaybook', { name: '../people/theo' }, 'not-found');
    await rejects('cairn.copyPlaybook', { name: 'pairing', kind: 'people' }, 'invalid-argument');
    await rejects('cairn.copyPlaybook', { kind: 'goals' }, 'invalid-argument');
  });

  it('go before those that come with Cairn, with the same steps, as they stand in the editor', async () => {
    const opened = await run<{ uri: string }>('cairn.openPlaybook', { name: 'pairing' });
    assert.equal(opened.uri, String(vscode.Uri.file(file('pairing.md'))));
    const { made } = await run<Ran>('cairn.runPlaybookStep', { playbook: 'pairing', line: 5 });
    const action = (await state()).actions.find(({ id }) => id === made[0]?.id);
    assert.deepEqual([action?.text, action?.owner], ['Our own step', 'ada-wren']);
    // The shipped one is still there by its address.
    await rejects('cairn.runPlaybookStep', { playbook: 'cairn:/playbook/pairing.md', line: 5 }, 'not-found');

    const { document } = vscode.window.activeTextEditor!;
    // The editor follows the disk when it hears of it.
    while (!document.getText().startsWith('# Ours')) await new Promise((done) => setTimeout(done, 50));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(3, 0), '\n- Action @me today: Typed a moment ago\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok((await lenses(document.uri)).includes('5 $(checklist) Add this next action'));
    const typed = await run<Ran>('cairn.runPlaybookStep', { playbook: opened.uri, section: 'Now' });
    assert.deepEqual([typed.made.length, typed.there.map(({ id }) => id)], [1, [made[0]!.id]]);
  });

  it('replace what is there where a program says so, and never write through a link', async () => {
    const outside = join(folder, 'outside.md');
    writeFileSync(outside, 'mine');
    symlinkSync(outside, file('reset.md'));
    await rejects('cairn.copyPlaybook', { name: 'reset' }, 'invalid-argument');
    assert.equal(readFileSync(outside, 'utf8'), 'mine');
    const { isNew } = await run<Copied>('cairn.copyPlaybook', { name: 'reset', replace: true });
    assert.deepEqual([isNew, readFileSync(outside, 'utf8')], [true, 'mine']);
    assert.equal(readFileSync(file('reset.md'), 'utf8'), shipped('playbooks/reset.md'));
  });

  it('may be goal templates, rubrics and charters, too', async () => {
    for (const [kind, name] of [
      ['goals', 'junior-confidence'],
      ['rubrics', 'code-review'],
      ['charters', 'one-to-one'],
    ] as const) {
      const { uri } = await run<Copied>('cairn.copyPlaybook', { kind, name });
      assert.equal(uri, String(vscode.Uri.file(join(folder, kind, `${name}.md`))));
      assert.equal(readFileSync(join(folder, kind, `${name}.md`), 'utf8'), shipped(`${kind}/${name}.md`));
    }
  });

  it('are nothing but text, whatever a stranger wrote into them', async () => {
    await mkdir(join(folder, 'playbooks'), { recursive: true });
    const hostile = [
      '# [Quit](command:workbench.action.quit) $(flame) <script>alert(1)</script>',
      '',
      '- For: <img src=x onerror=alert(1)> [all](command:x)',
      '',
      '## <b>Go</b> [on](command:workbench.action.quit)',
      '',
      '![pixel](https://evil.example/p.png) <iframe src="https://evil.example"></iframe>',
      '[Close](command:workbench.action.closeWindow)',
      '',
      '- [ ] @theo-flint: promise me everything by 2027-01-01',
      '- Goal: $(flame) [Win](command:workbench.action.quit) <b>now</b>',
      '  - Milestone: <script>x</script>step',
      '- Session: check-in, in 1 week: # Stop | [x](command:y) <i>z</i>',
      '- Playbook: ../../../../etc/passwd',
      '- Playbook: //evil.example/share',
      '- Action @../../etc in 2 days: $(rm -rf ~); `id`',
      `- Action: ${'x'.repeat(2000)}`,
      '',
    ].join('\n');
    writeFileSync(file('hostile.md'), hostile);
    writeFileSync(file('huge.md'), `# Huge\n\n## A\n\n${'- Action: again\n'.repeat(15_000)}`);
    writeFileSync(file('too-large.md'), `# Too large\n${'x'.repeat(300 * 1024)}`);
    await run('cairn.openPlaybook', { name: 'hostile' });
    const uri = vscode.Uri.file(file('hostile.md'));
    const titles = await lenses(uri);
    assert.deepEqual(
      titles.map((title) => Number.parseInt(title, 10)).sort((a, b) => a - b),
      [5, 11, 13, 14, 15, 16, 17],
      titles.join('\n'),
    );
    assert.equal(titles.filter((title) => title.includes('$(warning) No step')).length, 3);
    assert.ok(!titles.some((title) => /command:|evil|flame|<|script/.test(title)), titles.join('\n'));
    await run('cairn.runPlaybookStep', { playbook: 'hostile', line: 16 });
    const { made } = await run<Ran>('cairn.runPlaybookStep', { playbook: 'hostile', section: 5 });
    const { goals, sessions, actions, feedback } = await state();
    assert.deepEqual(
      made.map(({ kind }) => kind),
      ['goal', 'session'],
    );
    const goal = goals.find(({ id }) => id === made[0]?.id);
    assert.deepEqual([goal?.title, goal?.milestones[0]?.title], ['$(flame) Win now', 'xstep']);
    const session = sessions.find(({ id }) => id === made[1]?.id);
    const agenda = session?.texts[0]?.text ?? '';
    assert.ok(!/\]\(command:|!\[|<iframe|<b>|<i>/.test(agenda), agenda);
    assert.deepEqual(session?.entries, []);
    const ours = actions.filter(({ text }) => text.includes('rm -rf'));
    assert.deepEqual(
      ours.map(({ text, owner, sessionId }) => [text, owner, sessionId]),
      [['$(rm -rf ~); id', '../../etc', null]],
    );
    assert.ok(!actions.some(({ text }) => /promise me/.test(text)), 'a playbook promises nothing by itself');
    assert.ok(!feedback.some(({ author }) => author === 'Stop'));

    const huge = await run<Ran>('cairn.runPlaybookStep', { playbook: 'huge', section: 'A' });
    assert.equal(huge.made.length, 200);
    await run('cairn.undo');
    assert.ok(!(await state()).actions.some(({ text }) => text === 'again'));
    await rejects('cairn.openPlaybook', { name: 'too-large' }, 'not-found');
  });
});
