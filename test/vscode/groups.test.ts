import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { discardSpace } from '../../src/journal/folders/spaces.ts';
import { cairn, run, signInAndPull } from './support.ts';

type Made = { common: string; spaces: string[]; missing: string[] };
type Added = { space: string; common: string; isNew: boolean };

const state = async () => (await cairn()).getState();
const invalid = { code: 'invalid-argument' };
const me = 'ada-wren';

describe('groups', () => {
  let data: string;
  let before_: string[];
  let made: Made;
  const spaces = () => readdir(join(data, 'spaces')).catch((): string[] => []);
  const start = (more: object) =>
    run<Made>('cairn.startMentorship', { kind: 'group', title: 'Quiet circle', ...more });
  const show = (space: string) => run('cairn.switchSpace', { space });

  before(async () => {
    await signInAndPull();
    data = vscode.workspace.getConfiguration('cairn').get<string>('dataFolder')!;
    await show('personal');
    before_ = await spaces();
  });
  after(async () => {
    await show('personal');
    for (const slug of await spaces()) if (!before_.includes(slug)) await discardSpace(data, slug);
  });

  it('begin with a space for each mentee and one in common, which is shown', async () => {
    made = await start({ mentors: [me], mentees: ['ben-moor', 'cleo'], purpose: 'Read code together' });
    assert.deepEqual(made.missing, []);
    const { mentorship } = await state();
    assert.deepEqual(
      [mentorship?.kind, mentorship?.mentees, mentorship?.group?.isCommon, mentorship?.purpose],
      ['group', ['ben-moor', 'cleo'], true, 'Read code together'],
    );
    const id = mentorship?.group?.id;
    for (const [i, mentee] of ['ben-moor', 'cleo'].entries()) {
      await show(made.spaces[i]!);
      const own = (await state()).mentorship;
      assert.deepEqual([own?.mentees, own?.mentors, own?.group], [[mentee], [me], { id, isCommon: false }]);
    }
  });

  it('lead from a mentee’s space to what they have in common', async () => {
    await show(made.spaces[0]!);
    assert.deepEqual(await run('cairn.openCommonSpace'), { space: made.common });
    assert.equal((await state()).mentorship?.group?.isCommon, true);
    await show('personal');
    await assert.rejects(async () => run('cairn.openCommonSpace', {}), invalid);
    await assert.rejects(async () => run('cairn.addMentee', { mentee: 'dot' }), invalid);
  });

  it('take in somebody, from whichever of their spaces, and each person once', async () => {
    await show(made.spaces[1]!);
    await run('cairn.createGoal', { title: 'Of cleo alone' });
    const added = await run<Added>('cairn.addMentee', { mentee: '@Dot' });
    assert.deepEqual([added.common, added.isNew], [made.common, true]);
    await show(added.space);
    const own = await state();
    assert.deepEqual([own.mentorship?.mentees, own.goals], [['Dot'], []]);
    assert.deepEqual(await run('cairn.addMentee', { mentee: 'dot' }), { ...added, isNew: false });
    await run('cairn.openCommonSpace');
    assert.deepEqual((await state()).mentorship?.mentees, ['ben-moor', 'cleo', 'Dot']);
    await assert.rejects(async () => run('cairn.addMentee', { mentee: me }), invalid);
    await assert.rejects(async () => run('cairn.addMentee', { mentee: ' ' }), invalid);
  });

  it('give who comes back the space that they had', async () => {
    await show(made.spaces[0]!);
    await run('cairn.createGoal', { title: 'Of ben alone' });
    await assert.rejects(async () => run('cairn.editMentorship', { mentees: ['ben-moor', 'cleo'] }), invalid);
    await show(made.common);
    await run('cairn.editMentorship', { mentees: ['cleo', 'Dot'] });
    await show(made.spaces[0]!);
    assert.deepEqual(
      (await state()).goals.map(({ title }) => title),
      ['Of ben alone'],
    );
    const back = await run<Added>('cairn.addMentee', { mentee: 'ben-moor' });
    assert.deepEqual(back, { space: made.spaces[0], common: made.common, isNew: false });
    await show(made.common);
    assert.deepEqual((await state()).mentorship?.mentees, ['cleo', 'Dot', 'ben-moor']);
  });

  it('give a mentee their own space and the common one only, and nobody’s to somebody else', async () => {
    const there = await spaces();
    const own = await start({ mentors: ['theo-flint'], mentees: ['ben-moor', me] });
    assert.deepEqual([own.spaces.length, own.missing], [1, ['ben-moor']]);
    assert.equal((await spaces()).length, there.length + 2);
    await assert.rejects(async () => run('cairn.addMentee', { mentee: 'ben-moor' }), invalid);
    await assert.rejects(async () => start({ mentors: ['theo-flint'], mentees: ['ben-moor'] }), invalid);
    assert.equal((await spaces()).length, there.length + 2);
  });

  it('say so where the common space is not on this machine', async () => {
    const [lonely] = (await start({ mentors: [me], mentees: ['eve'] })).spaces;
    const { space: common } = await run<{ space: string }>('cairn.openCommonSpace');
    await show(lonely!);
    await discardSpace(data, common);
    for (const command of ['cairn.openCommonSpace', 'cairn.addMentee'])
      await assert.rejects(async () => run(command, { mentee: 'x' }), { code: 'not-found' });
  });
});
