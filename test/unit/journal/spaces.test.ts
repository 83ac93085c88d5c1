import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSpace,
  ensureInfo,
  infoFile,
  isSlug,
  listSpaces,
  readInfo,
  remoteOf,
  slugOf,
} from '../../../src/journal/folders/spaces.ts';

describe('spaces', () => {
  let data: string;
  beforeEach(async () => {
    data = await fs.mkdtemp(join(tmpdir(), 'cairn-spaces-'));
  });
  afterEach(async () => {
    await fs.chmod(join(data, 'spaces'), 0o700).catch(() => {});
    await fs.rm(data, { recursive: true, force: true });
  });
  const spaceIn = async (slug: string, text?: string) => {
    const folder = join(data, 'spaces', slug);
    await fs.mkdir(join(folder, 'journal'), { recursive: true });
    if (text !== undefined) await fs.writeFile(join(folder, infoFile), text);
    return folder;
  };
  const id = '01M80Z52BNGWHN1J3QB4VW6FNJ';
  const good = (name: string) => JSON.stringify({ cairn: 1, id, name, createdAt: '2026-11-01T00:00:00Z' });

  it('makes a space that is found again by its name and id', async () => {
    const slug = await createSpace(data, '  Ada &  Théo ');
    assert.equal(slug, 'ada-theo');
    const [space, ...others] = await listSpaces(data);
    assert.deepEqual(others, []);
    const info = await readInfo(join(data, 'spaces', slug));
    assert.ok(info && space);
    assert.deepEqual(
      [space.slug, space.name, space.id, space.isShared, space.problem],
      [slug, 'Ada & Théo', info.id, false, null],
    );
    assert.ok(Math.abs(Date.parse(info.createdAt) - Date.now()) < 60_000);
    assert.deepEqual(await fs.readdir(join(data, 'spaces', slug)), [infoFile]);
  });

  it('gives every space a folder of its own, also to those of one name made at once', async () => {
    const slugs = await Promise.all(Array.from({ length: 6 }, () => createSpace(data, 'Beacon')));
    assert.equal(new Set(slugs).size, 6);
    assert.equal(new Set((await listSpaces(data)).map((space) => space.id)).size, 6);
  });

  it('takes no folder in which somebody else’s words are, were or may be', async () => {
    await fs.mkdir(join(data, 'spaces', 'Mixed'), { recursive: true });
    await fs.mkdir(join(data, 'private', 'gone'), { recursive: true });
    await fs.mkdir(join(data, 'backups', 'old'), { recursive: true });
    await fs.mkdir(join(data, 'snapshots'), { recursive: true });
    await fs.writeFile(join(data, 'snapshots', 'folded.json'), '{}');
    const made = [];
    for (const name of ['mixed', 'gone', 'old', 'folded', 'Personal'])
      made.push(await createSpace(data, name));
    assert.deepEqual(made, ['mixed-2', 'gone-2', 'old-2', 'folded-2', 'personal-2']);
  });

  it('names folders so that every system takes them', () => {
    const names = [
      'CON',
      'nul.txt',
      'com1',
      'LPT9.x',
      '...',
      '',
      '..',
      '日本語',
      'a/../../b',
      'end.',
      '-x',
      'A'.repeat(500),
    ];
    for (const name of names) assert.ok(isSlug(slugOf(name)), `${name} -> ${slugOf(name)}`);
    for (const bad of [
      'con',
      'nul',
      'aux.md',
      'x.',
      '.x',
      'A',
      'a/b',
      'a\\b',
      '..',
      '',
      'a b',
      'a'.repeat(151),
    ])
      assert.equal(isSlug(bad), false, bad);
    assert.ok(isSlug('127.0.0.1_4711_ines'));
  });

  it('refuses a name of nothing, and leaves nothing behind', async () => {
    await assert.rejects(createSpace(data, ' \u200b\n '), { code: 'invalid-argument' });
    assert.deepEqual(await fs.readdir(data), []);
  });

  it('says what to do where the disk refuses', async () => {
    await fs.mkdir(join(data, 'spaces'));
    await fs.writeFile(join(data, 'file'), '');
    await assert.rejects(createSpace(join(data, 'file'), 'x'), { code: 'journal-unwritable' });
  });

  it('knows spaces without a space.json by their folder, and none where nothing was said', async () => {
    await spaceIn('personal');
    await fs.mkdir(join(data, 'spaces', 'empty'));
    await fs.mkdir(join(data, 'spaces', '.joining-1', 'journal'), { recursive: true });
    await fs.writeFile(join(data, 'spaces', 'note.txt'), '');
    assert.deepEqual(
      (await listSpaces(data)).map(({ slug, name, id }) => ({ slug, name, id })),
      [{ slug: 'personal', name: 'personal', id: null }],
    );
    assert.deepEqual(await listSpaces(join(data, 'nowhere')), []);
  });

  it('gives an old space its identity once', async () => {
    const folder = await spaceIn('personal');
    const first = await ensureInfo(folder, 'Ada’s growth');
    assert.equal(first.name, 'Ada’s growth');
    assert.deepEqual(await ensureInfo(folder, 'Another name'), first);
    const both = await Promise.all([1, 2].map(async (n) => ensureInfo(await spaceIn('two'), `Name ${n}`)));
    assert.deepEqual(both[0], both[1]);
  });

  const strange: [string, string][] = [
    ['no JSON', '{'],
    ['another kind of JSON', '[]'],
    ['no id', JSON.stringify({ cairn: 1, name: 'x', createdAt: '' })],
    ['an id that is a path', good('x').replace(id, '../../../../../../etc/passwd')],
    ['a newer version', good('x').replace('"cairn":1', '"cairn":2')],
    ['no name', good('')],
    ['a name of a megabyte', good('x'.repeat(1_000_000))],
    ['more than fits', `${good('x')}${' '.repeat(20_000)}`],
    ['deep nesting', '['.repeat(10_000)],
  ];
  for (const [what, text] of strange) {
    it(`sets a space.json aside with ${what}, and says so`, async () => {
      const folder = await spaceIn('strange', text);
      await assert.rejects(readInfo(folder), { code: 'bad-space' });
      const [space] = await listSpaces(data);
      assert.deepEqual([space?.slug, space?.name, space?.id], ['strange', 'strange', null]);
      assert.match(space?.problem ?? '', /space\.json cannot be read/);
      await assert.rejects(ensureInfo(folder, 'x'), { code: 'bad-space' });
      assert.equal(await fs.readFile(join(folder, infoFile), 'utf8'), text);
    });
  }

  it('follows no link: neither as a space.json nor as a space', async () => {
    const folder = await spaceIn('linked');
    await fs.writeFile(join(data, 'elsewhere.json'), good('Elsewhere'));
    await fs.symlink(join(data, 'elsewhere.json'), join(folder, infoFile));
    await assert.rejects(readInfo(folder), { code: 'bad-space' });
    await fs.symlink(folder, join(data, 'spaces', 'link'));
    assert.deepEqual(
      (await listSpaces(data)).map(({ slug }) => slug),
      ['linked'],
    );
    await fs.rm(join(folder, infoFile));
    await fs.mkdir(join(folder, infoFile));
    await assert.rejects(readInfo(folder), { code: 'bad-space' });
  });

  it('shows a stranger’s name on one line, without what hides or turns', async () => {
    await spaceIn('joined', good('Ada\u202e\n\u0000and \u200bTheo'));
    assert.equal((await listSpaces(data))[0]?.name, 'Ada and Theo');
  });

  it('knows that a space is shared by its repository’s remote, read without running git', async () => {
    const folder = await spaceIn('shared', good('Shared'));
    await fs.mkdir(join(folder, '.git'));
    assert.equal(await remoteOf(folder), null);
    await fs.writeFile(join(folder, '.git', 'config'), '[core]\n\tbare = false\n');
    assert.equal(await remoteOf(folder), null);
    await fs.appendFile(
      join(folder, '.git', 'config'),
      '[remote "origin"]\n\turl = https://github.com/ada/space.git\n',
    );
    const [space] = await listSpaces(data);
    assert.deepEqual([space?.isShared, space?.remote], [true, 'https://github.com/ada/space.git']);
    await fs.rename(join(folder, '.git'), join(data, 'repository'));
    await fs.symlink(join(data, 'repository'), join(folder, '.git'));
    assert.equal(await remoteOf(folder), null);
  });
});
