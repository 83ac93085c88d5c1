import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Charter, Mentorship, Session, State } from '../../src/api.ts';
import { Space } from '../../src/journal/space.ts';
import type { NewEvent } from '../../src/model/events.ts';
import { dayOf } from '../../src/model/isoDate.ts';
import { mentorshipKinds } from '../../src/model/state.ts';
import { charterParts, readCharter } from '../../src/programme/charter/index.ts';
import { cairn, run, signInAndPull } from './support.ts';

const stateOf = async (): Promise<State> => (await cairn()).getState();
const mentorship = async (): Promise<Mentorship> => {
  const found = (await stateOf()).mentorship;
  assert.ok(found, 'no mentorship is recorded');
  return found;
};
const charters = async (): Promise<Charter[]> => (await stateOf()).charters;
const newest = async (): Promise<Charter> => {
  const found = (await charters()).at(-1);
  assert.ok(found, 'no charter is written');
  return found;
};
const invalid = { code: 'invalid-argument' };
const inDays = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000));

async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function open(argument?: object): Promise<vscode.TextDocument> {
  const { uri } = await run<{ uri: string }>('cairn.openCharter', argument ?? {});
  return vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
}

/** Puts a text in the place of a document's, as if it was typed. */
async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.ok(document.isDirty);
}

const remarks = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
const lenses = async (uri: vscode.Uri) =>
  (await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri)).map(
    ({ command }) => command?.title ?? '',
  );

describe('a mentorship by command', () => {
  let data: string;
  let folder: string;
  let slug: string;
  const start = async (argument: object = {}) => {
    const made = await run<{ space: string }>('cairn.startMentorship', {
      ...{ mentors: ['theo-flint'], mentees: ['ada-wren'], ...argument },
    });
    slug = made.space;
    return made;
  };
  /** What another person of the space says, as a sync brings it. */
  const says = async (author: string, ...events: NewEvent[]) => {
    const theirs = await mkdtemp(join(folder, 'theirs-'));
    const parts = { folder: theirs, privateFolder: join(theirs, 'private'), author: () => author };
    const space = await Space.open(parts);
    await space.perform(events);
    space.dispose();
    const journal = join(data, 'spaces', slug, 'journal');
    for (const writer of await readdir(join(theirs, 'journal')))
      await cp(join(theirs, 'journal', writer), join(journal, writer), { recursive: true });
  };
  const type_ = (text: string) =>
    `# Ours\n\n- Rhythm: weekly\n- Length: 3 months\n\n## Boundaries\n\n${text}\n`;

  before(async () => {
    await signInAndPull();
    data = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
    folder = await mkdtemp(join(tmpdir(), 'cairn-charter-'));
  });
  afterEach(async () => {
    await run('workbench.action.revertAndCloseActiveEditor');
    await run('workbench.action.closeAllEditors');
    await vscode.workspace.getConfiguration('cairn').update('programme.folder', undefined, true);
    await run('cairn.switchSpace', { space: 'personal' });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  describe('begins', () => {
    for (const kind of ['one-to-one', 'reverse'] as const)
      it(`as ${kind}, in a space of its own, with all that is known and sensible defaults`, async () => {
        await start({
          kind,
          purpose: 'Ada leads an incident review by spring.',
          hopes: { mentees: 'to stay calm' },
        });
        const { title, startsOn, months, rhythmDays, ...rest } = await mentorship();
        assert.deepEqual(
          [title, rhythmDays, months, startsOn],
          ['theo-flint and ada-wren', 14, 6, inDays(0)],
        );
        assert.equal(rest.kind, kind);
        assert.equal(rest.purpose, 'Ada leads an incident review by spring.');
        assert.deepEqual(rest.hopes, { mentors: '', mentees: 'to stay calm' });
        assert.deepEqual([rest.mentors, rest.mentees, rest.status], [['theo-flint'], ['ada-wren'], 'active']);
        assert.ok((await readdir(join(data, 'spaces'))).includes(slug));
      });

    it('between peers, who are both on both sides', async () => {
      const both = ['ada-wren', 'theo-flint'];
      await start({ kind: 'peer', mentors: both, mentees: both, rhythmDays: null, months: null });
      const { mentors, mentees, rhythmDays, months, title } = await mentorship();
      assert.deepEqual([mentors, mentees, rhythmDays, months], [both, both, null, null]);
      assert.equal(title, 'ada-wren and theo-flint');
    });

    it('as a group with a space for each mentee and one for all', async () => {
      const made = await run<{ space: string; common: string; spaces: string[] }>('cairn.startMentorship', {
        ...{ kind: 'group', mentors: ['ada-wren'], mentees: ['theo-flint', 'mira-sol'], title: 'Circle' },
      });
      assert.equal(made.space, made.common);
      assert.equal(made.spaces.length, 2);
      assert.deepEqual([(await mentorship()).kind, (await mentorship()).group?.isCommon], ['group', true]);
    });

    it('in the space that is shown, where that has none, and never a second time', async () => {
      const { space } = await run<{ space: string }>('cairn.startMentorship', {
        ...{ mentors: ['theo-flint'], mentees: ['ada-wren'], title: 'To be emptied' },
      });
      await run('cairn.undo');
      assert.equal((await stateOf()).mentorship, null);
      await run('cairn.createGoal', { title: 'A goal that was there before' });
      const made = await start({ space: 'current', purpose: 'Together' });
      assert.equal(made.space, space);
      assert.equal((await mentorship()).purpose, 'Together');
      assert.deepEqual(
        (await stateOf()).goals.map(({ title }) => title),
        ['A goal that was there before'],
      );
      await assert.rejects(async () => start({ space: 'current' }), invalid);
    });

    it('with nothing that makes no sense', async () => {
      const before = await readdir(join(data, 'spaces'));
      for (const wrong of [
        { mentors: [] },
        { mentors: ['ada-wren'] },
        { mentors: ['theo-flint', 'Ada-Wren'] },
        { kind: 'master' },
        { rhythmDays: 0 },
        { months: 1000 },
        { startsOn: '2026-02-30' },
        { purpose: 'x'.repeat(1001) },
        { hopes: 'all' },
        { hopes: { mentees: 'x'.repeat(2001) } },
        { mood: 'fine' },
        { kind: 'group', mentors: ['theo-flint'], mentees: ['ada-wren'], space: 'current' },
      ])
        await assert.rejects(async () => start(wrong), invalid, JSON.stringify(wrong).slice(0, 80));
      assert.deepEqual(await readdir(join(data, 'spaces')), before);
    });
  });

  describe('is changed', () => {
    it('field by field, everything else as it was', async () => {
      await start({ purpose: 'First' });
      await run('cairn.editMentorship', { purpose: null, rhythmDays: 7, hopes: { mentors: 'to listen' } });
      const changed = await mentorship();
      assert.deepEqual(
        [changed.purpose, changed.rhythmDays, changed.months, changed.hopes],
        [null, 7, 6, { mentors: 'to listen', mentees: '' }],
      );
      await run('cairn.undo');
      assert.deepEqual([(await mentorship()).purpose, (await mentorship()).rhythmDays], ['First', 14]);
    });

    it('by nothing that makes no sense', async () => {
      await start();
      for (const wrong of [{ mentors: ['ada-wren'] }, { kind: 'group' }, { title: ' ' }, { status: 'ended' }])
        await assert.rejects(async () => run('cairn.editMentorship', wrong), invalid, JSON.stringify(wrong));
      assert.deepEqual((await mentorship()).mentors, ['theo-flint']);
    });

    it('only where there is one: else it says how one begins', async () => {
      if ((await stateOf()).mentorship !== null)
        await run('cairn.createSpace', { name: 'x', mentors: [], mentees: [] });
      await run('cairn.switchSpace', { space: 'personal' });
      assert.equal((await stateOf()).mentorship, null);
      for (const [command, argument] of [
        ['editMentorship', { purpose: 'x' }],
        ['openCharter', {}],
        ['acceptCharter', {}],
        ['endMentorship', {}],
        ['pauseMentorship', {}],
        ['handOverMentorship', { to: 'mira-sol' }],
      ] as const)
        await assert.rejects(async () => run(`cairn.${command}`, argument), { code: 'not-found' }, command);
    });
  });

  describe('has a charter', () => {
    for (const kind of mentorshipKinds.filter((one) => one !== 'group'))
      it(`that begins with the template of ${kind}, filled in, and is kept by nobody but a person`, async () => {
        const people =
          kind === 'peer' ? { mentors: ['theo-flint', 'ada-wren'], mentees: ['ada-wren', 'theo-flint'] } : {};
        await start({
          kind,
          ...people,
          purpose: 'To be *calm* <script>',
          hopes: { mentees: 'a', mentors: 'b' },
        });
        const document = await open();
        const { parts, remarks: missing, rhythm, length } = readCharter(document.getText());
        assert.deepEqual([...parts.keys()].sort(), [...charterParts].sort());
        assert.deepEqual([missing, rhythm?.days, length?.months], [[], 14, 6]);
        assert.ok(document.getText().includes('To be \\*calm\\* &lt;script\\>'));
        assert.equal(document.languageId, 'markdown');
        assert.equal((await charters()).length, 0);
      });

    it('which a team’s own template begins where it has one', async () => {
      const programme = join(folder, 'programme');
      await mkdir(join(programme, 'charters'), { recursive: true });
      await writeFile(
        join(programme, 'charters', 'one-to-one.md'),
        '# Team rules for {mentees}\n\n## Our own part\n',
      );
      await vscode.workspace.getConfiguration('cairn').update('programme.folder', programme, true);
      await start();
      assert.equal((await open()).getText(), '# Team rules for ada-wren\n\n## Our own part\n');
      await start({ kind: 'reverse' });
      assert.match((await open()).getText(), /^# What we agree/);
    });

    it('that is saved as a new version each time, and the record follows what it says', async () => {
      await start();
      const document = await open();
      await type(document, type_('one'));
      assert.ok(await document.save());
      const [first] = await charters();
      assert.equal(first?.text, type_('one'));
      assert.deepEqual([(await mentorship()).rhythmDays, (await mentorship()).months], [7, 3]);
      await run('cairn.editMentorship', { rhythmDays: 30 });
      await type(document, type_('two'));
      assert.ok(await document.save());
      assert.equal((await mentorship()).rhythmDays, 30, 'its words about the rhythm were not changed');
      await type(document, type_('two').replace('weekly', 'every 10 days').replace('3 months', 'open'));
      assert.ok(await document.save());
      assert.deepEqual([(await mentorship()).rhythmDays, (await mentorship()).months], [10, null]);
      assert.equal((await charters()).length, 3);
      await run('cairn.undo');
      assert.deepEqual([(await mentorship()).rhythmDays, (await newest()).text], [30, type_('two')]);
      await until(() => document.getText() === type_('two'));
    });

    it('that both accept; a change asks again, and the older one holds until then', async () => {
      await start();
      const { charter } = await run<{ charter: string }>('cairn.openCharter', { text: type_('one') });
      const mine = await run<{ inForceSince: string | null }>('cairn.acceptCharter', {});
      assert.equal(mine.inForceSince, null);
      await says('theo-flint', { type: 'charter.accepted', payload: { charter, isAccepted: true } });
      await until(async () => (await newest()).inForceSince !== null);
      assert.deepEqual((await newest()).acceptedBy.sort(), ['ada-wren', 'theo-flint']);
      await run('cairn.openCharter', { text: type_('two') });
      const [first, second] = await charters();
      assert.notEqual(first?.inForceSince, null);
      assert.deepEqual([second?.inForceSince, second?.acceptedBy], [null, []]);
      await run('cairn.acceptCharter', { charter, isAccepted: false });
      assert.equal((await charters())[0]?.inForceSince, null);
      await assert.rejects(async () => run('cairn.acceptCharter', { charter: 'nowhere' }), {
        code: 'not-found',
      });
    });

    it('that nobody accepts whom it does not name, and nobody for another one', async () => {
      await start({ mentors: ['theo-flint'], mentees: ['mira-sol'] });
      const { charter } = await run<{ charter: string }>('cairn.openCharter', { text: type_('one') });
      await assert.rejects(async () => run('cairn.acceptCharter', {}), { code: 'not-yours' });
      assert.deepEqual((await newest()).acceptedBy, []);
      assert.equal((await newest()).id, charter);
    });

    it('that says above its text where it stands and what can be done', async () => {
      await start();
      const document = await open();
      assert.match((await lenses(document.uri)).join(' | '), /not kept yet.*Keep and Accept/);
      await run('cairn.openCharter', { text: type_('one') });
      await until(async () => (await lenses(document.uri)).join(' | ').includes('waits for you, theo-flint'));
      await run('cairn.acceptCharter', {});
      await run('cairn.openCharter', { text: type_('two') });
      const all = await until(async () => {
        const titles = (await lenses(document.uri)).join(' | ');
        return titles.includes('2 Versions') && titles;
      });
      assert.match(all, /Accept….*What Changed Since You Accepted/);
      await run('cairn.openCharter', { changes: true });
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
      const before = await vscode.workspace.openTextDocument(tab.input.original);
      assert.equal(before.getText(), type_('one'));
      assert.match((await lenses(before.uri)).join(' | '), /earlier version.*Compare with the Newest/);
      assert.equal(String(tab.input.modified), String(document.uri));
    });

    it('above which nothing of another space stands, while that one is shown', async () => {
      await start();
      await run('cairn.openCharter', { text: '# Ours\n\n- Rhythm: when it suits\n' });
      const document = await open();
      await until(() => remarks(document.uri).length > 0);
      await start({ title: 'Another one' });
      await run('cairn.openCharter', { text: type_('of another one') });
      await vscode.window.showTextDocument(document);
      const titles = await until(async () => {
        const all = await lenses(document.uri);
        return all.join(' | ').includes('another one is shown') && all;
      });
      assert.equal(titles.length, 1);
      await until(() => remarks(document.uri).length === 0);
    });

    it('above which a name is a name, whatever signs it has', async () => {
      await start({ mentors: ['$(flame) Theo [x](command:y)'] });
      const document = await open();
      await run('cairn.openCharter', { text: type_('one') });
      const titles = await until(async () => {
        const all = (await lenses(document.uri)).join(' | ');
        return all.includes('waits for') && all;
      });
      assert.ok(titles.includes('\\$(flame) Theo x'), titles);
    });

    it('that says kindly what is missing, and what Cairn reckons with instead', async () => {
      await start();
      await run('cairn.openCharter', { text: '# Ours\n\n- Rhythm: when it suits\n\n## Purpose\n\n' });
      const { uri } = await open();
      const said = await until(async () => remarks(uri).length > 2 && remarks(uri));
      assert.ok(said.some((words) => words.startsWith('Not in here yet: confidentiality')));
      assert.ok(said.some((words) => words.startsWith('Cairn cannot read this rhythm')));
      assert.ok(said.some((words) => words.startsWith('Nothing is written here yet')));
      await run('cairn.openCharter', { text: type_('x') });
      await run('cairn.editMentorship', { rhythmDays: 30 });
      await until(() => remarks(uri).some((words) => words.includes('another rhythm: monthly')));
    });

    it('of which no words are lost where somebody else saves in between', async () => {
      await start();
      await run('cairn.openCharter', { text: type_('one') });
      const document = await open();
      await until(() => document.getText() === type_('one'));
      await type(document, type_('what I am typing'));
      const theirs = '01JTHEIRS0000000000000000000';
      await says('theo-flint', {
        type: 'charter.written',
        payload: { charter: theirs, text: type_('theirs') },
      });
      await until(async () => (await newest()).id === theirs);
      // VS Code saves nothing over it: it offers to compare, and leaves it to the person.
      assert.equal(await document.save(), false);
      assert.deepEqual([document.isDirty, document.getText()], [true, type_('what I am typing')]);
      assert.deepEqual([(await newest()).id, (await charters()).length], [theirs, 2]);
    });

    it('whose hostile words are words: 64 kB of them, and not one more', async () => {
      await start();
      const hostile = `# <img src=x onerror=alert(1)> [run](command:cairn.eraseRecord)\n\n- Rhythm: \`rm -rf\`\n\n## ${'['.repeat(2000)}\n`;
      const text = hostile + '<!--'.repeat((65_536 - hostile.length) / 4 - 1);
      await run('cairn.openCharter', { text });
      const document = await open();
      await until(() => document.getText() === text);
      await until(() => remarks(document.uri).length > 0);
      assert.ok((await lenses(document.uri)).length > 0);
      await assert.rejects(async () => run('cairn.openCharter', { text: 'x'.repeat(65_537) }), invalid);
      await assert.rejects(async () => run('cairn.openCharter', { text: ' \n' }), invalid);
      for (const wrong of [{ text: 1 }, { charter: 7 }, { changes: 'yes' }, { mood: 1 }])
        await assert.rejects(async () => run('cairn.openCharter', wrong), invalid, JSON.stringify(wrong));
      assert.equal((await charters()).length, 1);
    });

    it('whose versions never change, and which is not moved or deleted as a file', async () => {
      await start();
      const { charter } = await run<{ charter: string }>('cairn.openCharter', { text: type_('one') });
      const { uri } = await open({ charter });
      await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, Buffer.from('x')));
      const now = (await open()).uri;
      await assert.rejects(async () => vscode.workspace.fs.delete(now));
      for (const path of [
        '/charter',
        '/charter/',
        `/charter/${slug}`,
        `/charter/${slug}/../x`,
        `/charter/${slug}/no/x.md`,
        '/nobody/x.md',
      ])
        await assert.rejects(async () => vscode.workspace.fs.readFile(now.with({ path })), path);
      assert.equal((await newest()).text, type_('one'));
    });
  });

  describe('rests and ends', () => {
    const shared = async () => {
      const files = await readdir(join(data, 'spaces', slug), { recursive: true, withFileTypes: true });
      const texts = files
        .filter((one) => one.isFile())
        .map((one) => readFile(join(one.parentPath, one.name), 'utf8'));
      return (await Promise.all(texts)).join('\n');
    };

    it('pauses until a day, and goes on', async () => {
      await start();
      await run('cairn.pauseMentorship', { until: inDays(20), reason: 'parental leave' });
      const { status, statusUntil, statusReason } = await mentorship();
      assert.deepEqual([status, statusUntil, statusReason], ['paused', inDays(20), 'parental leave']);
      await run('cairn.resumeMentorship', {});
      assert.deepEqual([(await mentorship()).status, (await mentorship()).statusUntil], ['active', null]);
      for (const wrong of [{ until: inDays(0) }, { until: 'soon' }, { reason: 'x'.repeat(2001) }])
        await assert.rejects(
          async () => run('cairn.pauseMentorship', wrong),
          invalid,
          JSON.stringify(wrong).slice(0, 60),
        );
      assert.equal((await mentorship()).status, 'active');
    });

    it('ends with a reason for all, or for nobody but its author', async () => {
      await start();
      assert.deepEqual(await run('cairn.endMentorship', { reason: 'we got there' }), {
        status: 'ended',
        until: null,
      });
      assert.deepEqual(
        [(await mentorship()).status, (await mentorship()).statusReason],
        ['ended', 'we got there'],
      );
      assert.ok((await shared()).includes('we got there'));
      await run('cairn.resumeMentorship', {});
      await run('cairn.endMentorship', { reason: 'it never clicked', isReasonPrivate: true });
      // What other extensions get says nothing of it either.
      assert.deepEqual([(await mentorship()).status, (await mentorship()).statusReason], ['ended', null]);
      assert.equal((await shared()).includes('it never clicked'), false);
      await assert.rejects(async () => run('cairn.pauseMentorship', {}), invalid);
      await assert.rejects(async () => run('cairn.handOverMentorship', { to: 'mira-sol' }), invalid);
    });

    it('goes on with another mentor: in one act, with a session in which all meet', async () => {
      await start();
      const { mentors, session } = await run<{ mentors: string[]; session: string }>(
        'cairn.handOverMentorship',
        {
          to: '@mira-sol',
        },
      );
      assert.deepEqual(mentors, ['mira-sol']);
      const found = (await stateOf()).sessions.find(({ id }) => id === session) as Session;
      assert.deepEqual([found.kind, found.date, found.heldAt], ['check-in', inDays(7), null]);
      assert.deepEqual([...found.people].sort(), ['ada-wren', 'mira-sol', 'theo-flint']);
      assert.match(found.texts[0]?.text ?? '', /Which promises are open/);
      assert.equal((await mentorship()).title, 'mira-sol and ada-wren');
      assert.deepEqual((await stateOf()).actions, []);
      await run('cairn.undo');
      assert.deepEqual((await mentorship()).mentors, ['theo-flint']);
      assert.equal(
        (await stateOf()).sessions.some(({ id }) => id === session),
        false,
      );
    });

    it('goes on with another mentor without a session where none is wanted, and never with nonsense', async () => {
      await start({ mentors: ['theo-flint', 'otis-grey'] });
      for (const wrong of [
        {},
        { to: 'mira-sol' },
        { to: 'otis-grey', from: 'theo-flint' },
        { to: 'ada-wren', from: 'theo-flint' },
        { to: 'mira-sol', from: 'nobody' },
        { to: 'mira-sol', from: 'theo-flint', date: inDays(-3) },
      ])
        await assert.rejects(
          async () => run('cairn.handOverMentorship', wrong),
          invalid,
          JSON.stringify(wrong),
        );
      const made = await run('cairn.handOverMentorship', { to: 'mira-sol', from: 'otis-grey', date: null });
      assert.deepEqual(made, { mentors: ['theo-flint', 'mira-sol'], session: null });
    });
  });
});
