import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SessionDraft, Unlogged } from '../../../../src/ui/sessions/unlogged.ts';

const draft = (id: string, changes: Partial<SessionDraft> = {}): SessionDraft => ({
  ...{ id, planned: null, kind: 'check-in', people: ['theo'], minutes: 30, goals: [], link: null },
  ...{ rows: ['a | b | c'], typed: 'half', isPrivate: false, updatedAt: '2026-11-20T10:00:00Z' },
  ...changes,
});

describe('sessions that were begun and left', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-unlogged-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('outlive the window as they were last, the newest first, until they are logged', async () => {
    const here = new Unlogged(join(folder, 'drafts'));
    here.keep(draft('A'));
    here.keep(draft('A', { typed: 'half a', updatedAt: '2026-11-20T10:00:05Z' }));
    here.keep(draft('B', { updatedAt: '2026-11-20T10:00:09Z' }));
    assert.deepEqual(
      (await here.list()).map(({ id }) => id),
      ['B', 'A'],
    );
    const later = new Unlogged(join(folder, 'drafts'));
    assert.deepEqual(await later.list(), await here.list());
    assert.equal((await later.list())[1]?.typed, 'half a');
    later.remove('A');
    assert.deepEqual(
      (await later.list()).map(({ id }) => id),
      ['B'],
    );
    assert.deepEqual(await readdir(join(folder, 'drafts')), ['B.json']);
  });

  it('stay here where the disk refuses', async () => {
    await writeFile(join(folder, 'drafts'), 'in the way');
    const here = new Unlogged(join(folder, 'drafts'));
    here.keep(draft('A'));
    assert.deepEqual(await here.list(), [draft('A')]);
    here.remove('A');
    assert.deepEqual(await here.list(), []);
  });

  it('are no stranger’s files: links, other shapes, other names', async () => {
    const secret = join(folder, 'secret');
    await writeFile(secret, JSON.stringify(draft('L')));
    await symlink(secret, join(folder, 'L.json'));
    await writeFile(join(folder, 'M.json'), JSON.stringify(draft('N')));
    await writeFile(join(folder, 'O.json'), JSON.stringify({ ...draft('O'), rows: 'all' }));
    await writeFile(join(folder, 'P.json'), '{');
    assert.deepEqual(await new Unlogged(folder).list(), []);
  });
});
