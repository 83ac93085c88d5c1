import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { privateFolderOf, Space } from '../../src/journal/space.ts';
import { isSamePerson } from '../../src/model/fold.ts';
import { agreementsOf } from '../../src/model/growthOf.ts';
import type { ProgrammeSummary, PublishedSpace } from '../../src/programme/shared/index.ts';
import { update } from '../../src/ui/programme/publish.ts';
import { cairn, run, signInAndPull } from './support.ts';

const data = process.env.CAIRN_TEST_DATA!;
const rejects = (code: string, command: string, ...args: unknown[]) =>
  assert.rejects(Promise.resolve(run(command, ...args)), { code });
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
};
type Published = { isPublished: boolean; file: string | null; json: PublishedSpace | null };

describe('publishing a space to its programme', () => {
  let programme: string;
  let space: string;
  let lines = 0;
  const settings = () => vscode.workspace.getConfiguration('cairn');
  const clause = 'publish-to-programme';

  before(async () => {
    await signInAndPull();
    programme = await mkdtemp(join(tmpdir(), 'cairn-programme-'));
    const about = { name: 'Secret Orchard', mentors: ['marsh-lind'], mentees: ['ada-wren'], rhythmDays: 14 };
    space = (await run<{ space: string }>('cairn.createSpace', about)).space;
    await run('cairn.createGoal', { title: 'Prune the secret orchard without breaking a branch' });
  });
  after(async () => {
    await settings().update('programme.folder', undefined, vscode.ConfigurationTarget.Global);
    await run('cairn.switchSpace', { space: 'personal' });
    await rm(programme, { recursive: true, force: true });
  });

  /** The mentor's word, as a sync brings it. */
  async function mentorSays(isAgreed: boolean): Promise<void> {
    const id = `e-publish-${lines++}`;
    const event = { id, time: [Date.now(), lines], author: 'marsh-lind', act: id, version: 1 };
    const line = JSON.stringify({ ...event, type: 'agreement.given', payload: { clause, isAgreed } });
    const journal = join(data, 'spaces', space, 'journal', 'marshpublisher');
    await mkdir(journal, { recursive: true });
    await writeFile(join(journal, '2026-11.jsonl'), `${line}\n`, { flag: 'a' });
    const agreed = async () =>
      (await (await cairn()).getState()).agreements
        .find((one) => one.clause === clause)
        ?.agreed.includes('marsh-lind') ?? false;
    await until(async () => (await agreed()) === isAgreed);
  }
  const files = () => readdir(join(programme, 'spaces')).catch(() => []);

  it('is refused as long as somebody has not agreed', async () => {
    await rejects('not-yours', 'cairn.publishSpace', { isPreview: true });
    const mine = await run<{ since: unknown }>('cairn.agree', clause);
    assert.equal(mine.since, null);
    await rejects('not-yours', 'cairn.publishSpace', { isPublished: true });
    assert.deepEqual(await files(), []);
  });

  it('asks for the programme’s folder first', async () => {
    await mentorSays(true);
    await rejects('no-programme', 'cairn.publishSpace', { isPublished: true });
  });

  it('writes the very file that it shows before, and no name or word of anybody', async () => {
    await settings().update('programme.folder', programme, vscode.ConfigurationTarget.Global);
    const shown = await run<Published>('cairn.publishSpace', { isPreview: true });
    assert.deepEqual([shown.isPublished, await files()], [false, []]);
    const { file, json } = await run<Published>('cairn.publishSpace', { isPublished: true });
    assert.deepEqual(json, shown.json);
    const text = await readFile(file!, 'utf8');
    assert.deepEqual([JSON.parse(text), await files()], [json, [`${json!.id}.json`]]);
    assert.deepEqual([json!.rhythm, json!.mentors, json!.mentees], ['fortnightly', 1, 1]);
    assert.doesNotMatch(text, /ada|wren|marsh|lind|orchard|prune|branch/i);
    assert.doesNotMatch(text, new RegExp(space, 'i'));
  });

  it('is counted in the programme, where broken and hostile files are named beside it', async () => {
    await writeFile(join(programme, 'spaces', 'an odd, unread name.json'), '{}');
    await writeFile(join(programme, 'spaces', `${'a'.repeat(32)}.json`), '{"version":1,"id":"../x"}');
    const summary = await run<ProgrammeSummary>('cairn.showProgramme');
    assert.deepEqual([summary.spaces, summary.kinds, summary.kept], [1, null, null]);
    const tabs = () =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ label }) => label === 'Programme');
    while (tabs().length === 0) await new Promise((done) => setTimeout(done, 50));
    await vscode.window.tabGroups.close(tabs());
    await rm(join(programme, 'spaces', 'an odd, unread name.json'));
    await rm(join(programme, 'spaces', `${'a'.repeat(32)}.json`));
  });

  it('is brought up to date at most once a day, and stays away once somebody took it away', async () => {
    const folder = join(data, 'spaces', space);
    const opened = await Space.open({
      ...{ folder, privateFolder: privateFolderOf(data, space), author: () => 'ada-wren' },
    });
    const { records } = opened;
    const agreements = agreementsOf(records, (one, other) => isSamePerson(records, one, other));
    const said: string[] = [];
    const log = { info: (text: string) => said.push(text), warn: (text: string) => said.push(text) };
    const parts = { store: { records, agreements, sessions: [], space: opened }, log };
    const later = new Date(Date.now() + 40 * 86_400_000);
    try {
      assert.equal(await update(parts), null, 'it was written today');
      assert.equal(await update(parts, later), 'written', said.join());
      const [file] = await files();
      const { asOf } = JSON.parse(await readFile(join(programme, 'spaces', file!), 'utf8'));
      assert.equal(asOf, `${later.getFullYear()}-${String(later.getMonth() + 1).padStart(2, '0')}`);
      assert.equal(await update(parts, later), null);
      await rm(join(programme, 'spaces', file!));
      assert.equal(await update(parts, new Date(later.getTime() + 2 * 86_400_000)), 'withdrawn');
      assert.deepEqual(await files(), []);
    } finally {
      opened.dispose();
    }
    await run('cairn.publishSpace', { isPublished: true });
  });

  it('is taken away by itself once somebody agrees no longer', async () => {
    await mentorSays(false);
    await until(async () => (await files()).length === 0);
    await rejects('not-yours', 'cairn.publishSpace', { isPublished: true });
  });

  it('is taken away when its own user says so', async () => {
    await mentorSays(true);
    await run<Published>('cairn.publishSpace', { isPublished: true });
    assert.equal((await files()).length, 1);
    assert.deepEqual(await run('cairn.publishSpace', { isPublished: false }), {
      ...{ isPublished: false, file: null, json: null },
    });
    assert.deepEqual(await files(), []);
  });

  it('is taken away by the word of a member whose machine did not write it', async () => {
    const { file } = await run<Published>('cairn.publishSpace', { isPublished: true });
    await rm(join(data, 'private', space, 'published.json'));
    const ended = await run<{ since: unknown }>('cairn.agree', clause, false);
    assert.equal(ended.since, null);
    await assert.rejects(readFile(file!));
  });

  it('is remembered as published where the folder is away, and says so', async () => {
    await run('cairn.agree', clause);
    const { file } = await run<Published>('cairn.publishSpace', { isPublished: true });
    await rename(programme, `${programme}-away`);
    await rejects('bad-programme', 'cairn.publishSpace', { isPublished: false });
    await rename(`${programme}-away`, programme);
    await run('cairn.publishSpace', { isPublished: false });
    await assert.rejects(readFile(file!));
    await run('cairn.agree', clause, false);
  });
});
