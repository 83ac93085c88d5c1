import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { State } from '../../src/api.ts';
import { dayOf } from '../../src/model/isoDate.ts';
import { extensionId } from '../../src/ui/ids.ts';
import { cairn, run } from './support.ts';

type Record = { kind: 'goal' | 'session' | 'action'; id: string; line: number };
type Ran = { made: Record[]; there: Record[] };

const folder = join(
  vscode.extensions.getExtension(extensionId)!.extensionUri.fsPath,
  'media/programme/playbooks',
);
const names = readdirSync(folder).map((name) => name.replace('.md', ''));
const state = async (): Promise<State> => (await cairn()).getState();
const uriOf = (name: string) => `cairn:/playbook/${name}.md`;
const people = { mentee: 'ada-wren', mentor: 'theo-flint', me: 'ada-wren' };

/** A day as the words of a playbook say it, for a mentorship of which it is not known when it began. */
function dateOf(words: string): string {
  const now = new Date();
  const [, number = '', unit = ''] = /in (\d+) (day|week|month)/.exec(words) ?? [];
  const [, counted = '', nth = ''] = /(day|week) (\d+)/.exec(words) ?? [];
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  if (unit === 'month') {
    const last = new Date(year, month + Number(number) + 1, 0).getDate();
    return dayOf(new Date(year, month + Number(number), Math.min(date, last), 12));
  }
  const days =
    unit !== ''
      ? Number(number) * (unit === 'week' ? 7 : 1)
      : counted === 'day'
        ? Number(nth)
        : (Number(nth) - 1) * 7;
  assert.ok(days >= 0, words);
  return dayOf(new Date(year, month, date + days, 12));
}

/** What each line of a shipped playbook says will come to be, read as plainly as a person reads it. */
function said(text: string) {
  const lines = text.split('\n');
  let heading = '';
  let goal: string | null = null;
  return lines.flatMap((line, i) => {
    if (line.startsWith('#')) {
      heading = line.replace(/^#+ /, '');
      goal = null;
    }
    const [, kind = '', head = '', words = ''] =
      /^\s*- (Goal|Milestone|Session|Action|Playbook|Knowledge)([^:]*): (.*)$/.exec(line) ?? [];
    if (kind === '') return [];
    if (kind === 'Goal') goal = words;
    return [{ line: i + 1, kind, head: head.trim(), words, heading, goal }];
  });
}

async function lenses(uri: string): Promise<{ line: number; title: string; command: string }[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    vscode.Uri.parse(uri),
    200,
  );
  return found.map(({ range, command }) => ({
    ...{ line: range.start.line + 1, title: command?.title ?? '', command: command?.command ?? '' },
  }));
}

describe('the playbooks that come with Cairn', () => {
  before(async () => {
    await cairn();
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    await run('cairn.createSpace', {
      ...{ name: 'Playbooks', mentors: [people.mentor], mentees: [people.mentee], rhythmDays: 14 },
    });
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    await run('cairn.switchSpace', { space: 'personal' });
    await run('cairn.signOut');
  });

  for (const name of names)
    it(`${name}: opens read-only, and each step makes what its words say`, async () => {
      const text = readFileSync(join(folder, `${name}.md`), 'utf8');
      const { uri } = await run<{ uri: string }>('cairn.openPlaybook', { name });
      assert.equal(uri, uriOf(name));
      const { document } = vscode.window.activeTextEditor!;
      assert.deepEqual([String(document.uri), document.getText()], [uri, text]);
      await assert.rejects(
        Promise.resolve(vscode.workspace.fs.writeFile(document.uri, Buffer.from('x'))),
        /comes with Cairn/,
      );
      const steps = said(text);
      assert.ok(steps.length > 0);
      const made = new Map<number, Record>();
      for (const step of steps) {
        if (step.kind === 'Milestone') continue;
        if (step.kind === 'Playbook') {
          const opened = await run<{ uri: string }>('cairn.runPlaybookStep', {
            playbook: name,
            line: step.line,
          });
          assert.equal(opened.uri, uriOf(step.words));
          continue;
        }
        if (step.kind === 'Knowledge') {
          const words = `What ${name} taught me`;
          const { id } = await run<{ id: string }>('cairn.runPlaybookStep', {
            ...{ playbook: uri, line: step.line, words },
          });
          const note = (await state()).knowledge.find((one) => one.id === id);
          assert.deepEqual([note?.what, note?.why], [words, null]);
          assert.equal(`# ${note?.topics[0]}`, text.split('\n', 1)[0]);
          continue;
        }
        const ran = await run<Ran>('cairn.runPlaybookStep', { playbook: name, line: step.line });
        assert.deepEqual(ran.there, []);
        assert.equal(ran.made.length, 1, step.words);
        made.set(step.line, ran.made[0]!);
      }
      const now = await state();
      for (const [i, step] of steps.entries()) {
        const record = made.get(step.line);
        if (!record) continue;
        const goal = now.goals.find(({ title }) => title === step.goal)?.id ?? null;
        if (step.kind === 'Goal') {
          const { title, category, targetDate, milestones, status } = now.goals.find(
            ({ id }) => id === record.id,
          )!;
          const below = steps.slice(i + 1);
          const end = below.findIndex(({ kind }) => kind !== 'Milestone');
          const wanted = (end < 0 ? below : below.slice(0, end)).map(({ words }) => words);
          assert.deepEqual(
            [title, status, milestones.map((one) => one.title)],
            [step.words, 'active', wanted],
          );
          assert.equal(category, /\((.*)\)/.exec(step.head)?.[1] ?? null);
          assert.equal(targetDate, dateOf(step.head));
        } else if (step.kind === 'Action') {
          const {
            text: words,
            owner,
            dueDate,
            goalId,
            doneAt,
          } = now.actions.find(({ id }) => id === record.id)!;
          const part = /^@(\w+)/.exec(step.head)?.[1] as keyof typeof people;
          assert.deepEqual([words, owner, doneAt, goalId], [step.words, people[part], null, goal]);
          assert.equal(dueDate, dateOf(step.head));
        } else {
          const session = now.sessions.find(({ id }) => id === record.id)!;
          const [, kind, when = '', topic] = /^([^,:]*)(?:, ([^:]*))?(?:: (.*))?$/.exec(step.words)!;
          assert.deepEqual([session.kind, session.heldAt, session.date], [kind, null, dateOf(when)]);
          assert.deepEqual(session.people, [people.me, people.mentor]);
          assert.deepEqual(session.goalIds, goal === null ? [] : [goal]);
          const agenda = session.texts[0]?.text ?? '';
          assert.ok(agenda.startsWith(`# ${topic ?? step.heading}`.replace(/[()!]/g, '\\$&')), agenda);
          const reading = text.split(`## ${step.heading}\n`)[1]!.split('\n## ', 1)[0]!.split('\n');
          const plain = reading.filter(
            (line) => line.trim() !== '' && !/^\s*- (Goal|Mile|Sess|Act|Play|Know)/.test(line),
          );
          for (const line of plain) assert.ok(agenda.includes(`> ${line}`), `${line}\n---\n${agenda}`);
          assert.deepEqual(session.entries, [], 'what is quoted is nobody’s words');
          assert.deepEqual(
            now.actions.filter(({ sessionId }) => sessionId === session.id),
            [],
          );
        }
      }
      // Everything is there: nothing is made twice, and every step says that it is done.
      for (const { heading } of steps) {
        const again = await run<Ran>('cairn.runPlaybookStep', { playbook: name, section: heading });
        assert.deepEqual(again.made ?? [], []);
      }
      const done = (await lenses(uri)).filter(({ title }) => title.startsWith('$(check)'));
      assert.deepEqual(
        done.map(({ line }) => line),
        [...made.keys()],
      );
    });

  it('do a section as one act, which one undo takes back; who it is for is said once', async () => {
    const playbook = 'lunch-and-learn';
    const uri = uriOf(playbook);
    await run('cairn.createSpace', {
      name: 'One act',
      mentors: ['theo-flint', 'mia'],
      mentees: ['ada-wren'],
    });
    await run('cairn.openPlaybook', { name: playbook });
    const titles = async () => (await lenses(uri)).map(({ title }) => title);
    const fresh = await titles();
    assert.ok(
      fresh.some((title) => /Do all 2 steps of this section/.test(title)),
      fresh.join('\n'),
    );
    assert.ok(fresh.includes('$(calendar) Plan this session'));
    const { made } = await run<Ran>('cairn.runPlaybookStep', { playbook, section: 'Find a topic' });
    // One for each of the two mentors, one for the mentee.
    assert.deepEqual(
      made.map(({ kind }) => kind),
      ['action', 'action', 'action'],
    );
    const owners = async () => (await state()).actions.map(({ owner }) => owner);
    assert.deepEqual((await owners()).sort(), ['ada-wren', 'mia', 'theo-flint']);
    assert.ok((await titles()).includes('$(check) Added'));
    await run('cairn.undo');
    assert.deepEqual(await owners(), []);
    assert.deepEqual(await titles(), fresh);
    const one = await run<Ran>('cairn.runPlaybookStep', {
      ...{ playbook, section: 'Find a topic', people: { mentor: 'mia' }, isPrivate: true },
    });
    assert.equal(one.made.length, 2);
    assert.deepEqual(await owners(), [], 'only I know of what is private');
    const again = await run<Ran>('cairn.runPlaybookStep', { playbook, section: 'Find a topic', again: true });
    assert.equal(again.made.length, 3);
    const press = () => run<Ran>('cairn.runPlaybookStep', { playbook, section: 'The hour' });
    const pressed = await Promise.all([press(), press()]);
    assert.deepEqual(pressed.map((ran) => ran.made.length).sort(), [0, 1], 'a button that is pressed twice');
    await run('cairn.switchSpace', { space: 'personal' });
  });

  it('say what a program has to mend', async () => {
    const rejects = (argument: object, code: string) =>
      assert.rejects(
        Promise.resolve(run('cairn.runPlaybookStep', argument)),
        { code },
        JSON.stringify(argument),
      );
    await rejects({ line: 3 }, 'invalid-argument');
    await rejects({ playbook: 'pairing' }, 'invalid-argument');
    await rejects({ playbook: 'pairing', line: 1 }, 'not-found');
    await rejects({ playbook: 'pairing', section: 'Nowhere' }, 'not-found');
    await rejects({ playbook: 'nothing', line: 1 }, 'not-found');
    await rejects({ playbook: '../../../package', line: 1 }, 'not-found');
    await rejects({ playbook: 'cairn:/playbook/../../package.md', line: 1 }, 'not-found');
    await rejects({ playbook: 'file:///etc/passwd', line: 1 }, 'not-found');
    await rejects({ playbook: 'pairing', section: 'Look back', people: { boss: 'x' } }, 'invalid-argument');
    await assert.rejects(Promise.resolve(run('cairn.openPlaybook', { name: 'none' })), { code: 'not-found' });
  });
});

describe('a career conversation, planned from its playbook', () => {
  before(async () => {
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    await run('cairn.createSpace', { name: 'Career', mentors: ['theo-flint'], mentees: ['ada-wren'] });
  });
  after(async () => {
    await run('cairn.switchSpace', { space: 'personal' });
    await run('cairn.signOut');
  });

  it('is one act: a session about the chosen topics, with their goals and next actions', async () => {
    const topics = ['Roles to explore', 'People to meet'];
    const { made } = await run<Ran>('cairn.planCareerConversation', { topics, date: '2099-01-05' });
    assert.deepEqual(
      made.map(({ kind }) => kind),
      ['session', 'goal', 'action', 'action', 'action', 'action'],
    );
    const { sessions, goals, actions } = await state();
    const [session] = sessions;
    assert.deepEqual(
      [session?.date, session?.heldAt, session?.people],
      ['2099-01-05', null, ['ada-wren', 'theo-flint']],
    );
    const text = session?.texts[0]?.text ?? '';
    assert.match(
      text,
      /^# Career conversation\n[\s\S]*> \*\*Roles to explore\*\*[\s\S]*> \*\*People to meet\*\*/,
    );
    assert.ok(!text.includes('Conferences'));
    const [goal] = goals;
    assert.equal(goal?.milestones.length, 2);
    const serving = actions.filter(({ goalId }) => goalId === goal?.id);
    assert.deepEqual(
      serving.map(({ owner }) => owner),
      ['ada-wren', 'theo-flint'],
    );
    assert.deepEqual(
      actions.map(({ owner }) => owner),
      ['ada-wren', 'theo-flint', 'theo-flint', 'ada-wren'],
    );
    // Half a year later: another session, and nothing twice.
    const later = await run<Ran>('cairn.planCareerConversation', { topics: ['Roles to explore'] });
    assert.deepEqual([later.made.map(({ kind }) => kind), later.there.length], [['session'], 3]);
    await run('cairn.undo');
    await run('cairn.undo');
    const now = await state();
    assert.deepEqual([now.sessions, now.goals, now.actions], [[], [], []]);
    await assert.rejects(Promise.resolve(run('cairn.planCareerConversation', { topics: ['Gossip'] })), {
      code: 'invalid-argument',
    });
  });
});
