import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileInside, pathBelow, staysInside } from '../../../../src/ui/pairing/places.ts';

describe('the places of a handoff', () => {
  let folder: string;
  let root: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-places-'));
    root = join(folder, 'work');
    await mkdir(join(root, 'src'), { recursive: true });
    await mkdir(join(root, '.git'));
    await writeFile(join(root, '.git', 'config'), '');
    await writeFile(join(root, 'src', 'a b.ts'), '');
    await writeFile(join(folder, 'secret'), '');
    await symlink(join(folder, 'secret'), join(root, 'link'));
    await symlink(folder, join(root, 'up'));
    await symlink(join(root, 'src'), join(root, 'in'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('are files of the repository', async () => {
    assert.equal(await fileInside(root, 'src/a b.ts'), join(root, 'src/a b.ts'));
    assert.equal(await fileInside(root, 'in/a b.ts'), join(root, 'in/a b.ts'));
    assert.equal(pathBelow(root, join(root, 'src', 'a b.ts')), 'src/a b.ts');
  });

  it('never lead out of it, nor into what is git’s own, on whatever system', async () => {
    const hostile = [
      '../secret',
      'src/../../secret',
      join(folder, 'secret'),
      'link',
      'up/secret',
      '.git/config',
      '.GIT/config',
      '.git./config',
      'GIT~1/config',
      '.g\u200cit/config',
      'C:/secret',
      'src\\..\\..\\secret',
      './src/a b.ts',
      'src//a b.ts',
      'a\0b',
      'a\nb',
      '',
      'x'.repeat(5000),
    ];
    for (const path of hostile) assert.equal(await fileInside(root, path), null, JSON.stringify(path));
    for (const path of hostile.filter((one) => one !== 'link' && one !== 'up/secret'))
      assert.equal(staysInside(path), false, JSON.stringify(path));
    assert.equal(pathBelow(root, join(folder, 'secret')), null);
    assert.equal(pathBelow(root, join(root, '.git', 'config')), null);
    assert.equal(pathBelow(root, `${root}-other/x`), null);
  });

  it('are no folders and nothing that is not there', async () => {
    assert.equal(await fileInside(root, 'src'), null);
    assert.equal(await fileInside(root, 'src/gone.ts'), null);
  });
});
