import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { CairnApi } from '../../src/api.ts';
import type { SkillRating } from '../../src/model/mentorship.ts';
import { readRubricFile } from '../../src/programme/goals/index.ts';
import type { PanelItem } from '../../src/ui/panel/index.ts';
import { type RubricInput, rubricContent } from '../../src/ui/programme/rubricPanel.ts';
import { cairn, run } from './support.ts';

const text =
  '# Our reviews\n\n## Kindness\n\n- 1 Kind: says why\n- 2 Kinder: asks first\n\n## Speed\n\n- 1 Fast: the same day\n';
const { rubric } = readRubricFile('ours.md', text);
const from = { kind: 'rubrics', name: 'ours.md', isTeams: true, path: '/nowhere/ours.md', text } as const;
let count = 0;
const rating = (by: string, level: number | null, more: Partial<SkillRating> = {}): SkillRating => ({
  ...{ id: `r${count++}`, rubric: 'ours', skill: 'Kindness', person: 'ada', level, evidence: [], note: null },
  ...{ ratedAt: '2026-11-12T12:00:00Z', createdBy: by, claimedBy: null, isPrivate: false, ...more },
});
const made = (more: Partial<RubricInput>) =>
  rubricContent({
    ...{ rubric: { ...rubric, from }, id: 'ours', person: 'ada', ratings: [], history: [], problems: [] },
    ...{ isMe: (name: string) => name === 'ada', isSame: (one: string, other: string) => one === other },
    evidence: (id) => ({ kind: id === 'gone' ? 'gone' : 'session', label: `shows ${id}`, about: '' }),
    ...{ hasTeamFolder: true, now: new Date('2026-11-22T12:00:00Z') },
    ...more,
  });
const section = (input: Partial<RubricInput>, id: string) =>
  made(input).content.sections.find((one) => one.id === id);
const items = (input: Partial<RubricInput>, id: string): PanelItem[] =>
  section(input, id)?.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])) ?? [];

describe('the words of the rubric panel', () => {
  it('set both sides beside each other, and take none', () => {
    const ratings = [rating('ada', 1), rating('theo', 2, { note: 'You asked twice last week.' })];
    const kindness = section({ ratings }, 'skill-0')!;
    assert.match(kindness.note ?? '', /differently, which is worth a talk/);
    const [table] = kindness.blocks;
    assert.ok(table?.kind === 'table');
    assert.deepEqual(table.columns, ['Level', 'What it looks like', 'You (self)', 'theo']);
    assert.deepEqual(table.rows, [
      ['1 Kind', 'says why', 'here, Nov 12', ''],
      ['2 Kinder', 'asks first', '', 'here, Nov 12'],
    ]);
    assert.match(section({ ratings }, 'skill-1')?.note ?? '', /Nobody/);
    assert.match(section({ ratings: [rating('ada', 2), rating('theo', 2)] }, 'skill-0')?.note ?? '', /alike/);
    const words = JSON.stringify(made({ ratings }).content);
    assert.doesNotMatch(words, /\b(wrong|better|worse|too high|too low|overestimate|underestimate|score)\b/i);
  });

  it('offer to open what shows it, where it is here', () => {
    const ratings = [rating('ada', 1, { evidence: ['s1', 'gone'] })];
    const { content, acts } = made({ ratings });
    const rows = items({ ratings }, 'skill-0');
    assert.deepEqual(
      rows.map((row) => row.offers?.length ?? 0),
      [0, 1, 0],
    );
    const opening = content.sections.flatMap(({ blocks }) =>
      blocks
        .flatMap((block) => (block.kind === 'list' ? block.items : []))
        .flatMap(({ offers }) => offers ?? []),
    );
    assert.deepEqual(
      opening.map(({ id }) => acts.get(id)),
      [{ act: 'open', evidence: 's1' }],
    );
  });

  it('offer to copy a text that came with Cairn, where a team has a folder for it', () => {
    const acts = (isTeams: boolean, hasTeamFolder: boolean) =>
      [...made({ rubric: { ...rubric, from: { ...from, isTeams } }, hasTeamFolder }).acts.values()].map(
        ({ act }) => act,
      );
    assert.ok(acts(false, true).includes('copy'));
    assert.ok(!acts(true, true).includes('copy') && !acts(false, false).includes('copy'));
  });

  it('say what is private, unverified, taken back, or by a text that is not here', () => {
    const claimed = rating('mallory', 2, { claimedBy: 'theo' });
    const rows = items({ ratings: [rating('ada', 1, { isPrivate: true }), claimed] }, 'skill-0');
    assert.deepEqual(
      rows.map(({ marks }) => marks),
      [['private'], ['unverified']],
    );
    assert.match(rows[1]?.about ?? '', /written by mallory/);
    const history = section({ history: [rating('ada', 1), rating('ada', null)] }, 'history')?.blocks[0];
    assert.ok(history?.kind === 'table');
    assert.deepEqual(history.rows.map(([, , , level]) => level).sort(), ['1 Kind', 'taken back']);
    const theirs = [rating('theo', 1, { note: 'Took it back' }), rating('theo', null), rating('theo', 2)];
    const others = section({ history: theirs }, 'history')?.blocks[0];
    assert.ok(others?.kind === 'table');
    assert.deepEqual(others.rows.map(([, , , level]) => level).sort(), [
      ...['2 Kinder', 'taken back', 'taken back'],
    ]);
    assert.doesNotMatch(JSON.stringify(others), /Took it back/);
    const without = made({ rubric: null, ratings: [rating('theo', 2)] }).content;
    assert.match(without.sections[0]?.note ?? '', /not on this machine/);
    assert.match(JSON.stringify(without), /theo: level 2/);
  });
});

describe('skills, by command', () => {
  const state = async () => (await (await cairn()).getState()) as Awaited<ReturnType<CairnApi['getState']>>;
  const rate = (argument: unknown) => run<{ id: string }>('cairn.rateSkill', argument);
  const about = { rubric: 'code-review', skill: 'Writing comments' };
  const own = async () =>
    (await state()).skillRatings.filter((one) => one.skill === about.skill && one.person === 'rubric-test');

  before(cairn);

  it('are rated with what shows it, newly as often as one likes, and taken back', async () => {
    const goal = await run<{ id: string }>('cairn.createGoal', {
      title: 'I ask before I propose, twice a week',
    });
    const evidence = [goal.id, 'https://example.com/pull/1'];
    await rate({ ...about, person: 'rubric-test', level: 2, evidence, note: 'Since the talk.' });
    const [first, ...none] = await own();
    assert.deepEqual(
      [first?.level, first?.evidence, first?.note, none.length],
      [2, evidence, 'Since the talk.', 0],
    );
    await rate({ ...about, person: 'rubric-test', level: 3 });
    assert.deepEqual(
      (await own()).map(({ level }) => level),
      [3],
    );
    await rate({ ...about, person: 'rubric-test', level: null });
    assert.deepEqual(await own(), []);
    await run('cairn.undo');
    assert.equal((await own()).length, 1);
  });

  it('are taken back from the others too, where a newer one was private', async () => {
    const whom = { ...about, person: 'rubric-both' };
    await rate({ ...whom, level: 2, note: 'For all' });
    await rate({ ...whom, level: 3, isPrivate: true });
    await rate({ ...whom, level: null, isPrivate: true });
    // What others may have of it.
    const folder = await mkdtemp(join(tmpdir(), 'cairn-rubrics-'));
    const file = join(folder, 'space.json');
    await run('cairn.exportSpace', { format: 'json', file });
    const { events } = JSON.parse(await readFile(file, 'utf8')) as {
      events: { payload: Record<string, unknown> }[];
    };
    await rm(folder, { recursive: true, force: true });
    const levels = events.flatMap(({ payload }) => (payload.person === whom.person ? [payload.level] : []));
    assert.deepEqual(levels, [2, null]);
  });

  it('stay with their author where they are private', async () => {
    const { id } = await rate({ ...about, level: 1, note: 'To myself, rubric', isPrivate: true });
    assert.ok(!JSON.stringify(await state()).includes('To myself, rubric'));
    await run('cairn.togglePrivate', id, false);
    assert.ok(JSON.stringify(await state()).includes('To myself, rubric'));
  });

  const refused: [unknown, string][] = [
    [{}, 'invalid-argument'],
    [{ ...about }, 'invalid-argument'],
    [{ ...about, level: '2' }, 'invalid-argument'],
    [{ ...about, level: 1.5 }, 'invalid-argument'],
    [{ ...about, level: 1, evidence: 'x' }, 'invalid-argument'],
    [{ ...about, level: 1, evidence: ['nowhere'] }, 'not-found'],
    [{ ...about, level: 1, evidence: ['javascript:alert(1)'] }, 'not-found'],
    [{ ...about, level: 17 }, 'not-found'],
    [{ ...about, skill: 'Juggling', level: 1 }, 'not-found'],
    [{ ...about, rubric: '../../etc/passwd', level: 1 }, 'not-found'],
  ];
  for (const [argument, code] of refused) {
    it(`refuse ${JSON.stringify(argument)}`, async () => {
      const before = (await state()).skillRatings;
      await assert.rejects(Promise.resolve(rate(argument)), { code });
      assert.deepEqual((await state()).skillRatings, before);
    });
  }

  it('are shown in a panel of their own', async () => {
    await assert.rejects(Promise.resolve(run('cairn.showRubric', { rubric: 'nowhere' })), {
      code: 'not-found',
    });
    const shown = await run<{ rubric: string }>('cairn.showRubric', { rubric: 'incident-response' });
    assert.equal(shown.rubric, 'incident-response');
    const panels = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ label }) => label.startsWith('Incident response: '));
    while (panels().length === 0) await new Promise((done) => setTimeout(done, 50));
    await vscode.window.tabGroups.close(panels());
  });
});
