import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  largestFile,
  largestFolder,
  readFolder,
  writeOwnFile,
} from '../../../../src/programme/roster/disk.ts';
import { readProgrammeFolder } from '../../../../src/programme/roster/programme.ts';

describe('the folder of a programme', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-roster-'));
    await mkdir(join(folder, 'people'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const put = (name: string, text: string) => writeFile(join(folder, 'people', name), text);
  const ada = '{"version":1,"login":"ada"}';

  it('is read around whatever strangers put there', async () => {
    await put('ada.json', `\ufeff${ada}`);
    await put('bo.json', 'x'.repeat(largestFile + 1));
    await put('full.json', `{"version":1,"login":"full"}${' '.repeat(largestFile - 28)}`);
    await put('a b<img src=x>.json', ada);
    await put('notes.md', 'no person');
    await put('.hidden.json', '{');
    await mkdir(join(folder, 'people', 'folder.json'));
    execFileSync('mkfifo', [join(folder, 'people', 'pipe.json')]);
    const secret = join(folder, 'secret.json');
    await writeFile(secret, '{"version":1,"login":"secret"}');
    await symlink(secret, join(folder, 'people', 'link.json'));
    await symlink(join(folder, 'nowhere'), join(folder, 'people', 'dangling.json'));
    const { people, problems } = await readProgrammeFolder(folder);
    assert.deepEqual(
      people.map(({ login }) => login),
      ['ada', 'full'],
    );
    assert.deepEqual(
      problems.map(({ file, kind }) => [file, kind]),
      [
        ['people/a b<img src=x>.json', 'odd-name'],
        ['people/bo.json', 'too-large'],
        ['people/dangling.json', 'not-a-file'],
        ['people/folder.json', 'not-a-file'],
        ['people/link.json', 'not-a-file'],
        ['people/pipe.json', 'not-a-file'],
      ],
    );
  });

  it('is not left by a link in place of a folder', async () => {
    await symlink(join(folder, 'people'), join(folder, 'spaces'));
    await put('ada.json', ada);
    const { spaces, problems } = await readProgrammeFolder(folder);
    assert.deepEqual([spaces, problems], [[], [{ file: 'spaces', kind: 'not-a-file', detail: null }]]);
    await assert.rejects(writeOwnFile(folder, 'spaces', 'ada', {}), /link/);
    assert.equal(await readFile(join(folder, 'people', 'ada.json'), 'utf8'), ada);
  });

  it('is empty where it is, and says how many files are left out', async () => {
    assert.deepEqual(await readFolder(folder, 'goals', '.md'), { files: [], problems: [] });
    for (const name of ['c', 'a', 'b']) await put(`${name}.json`, ada);
    const { files, problems } = await readFolder(folder, 'people', '.json', { largest: 100, most: 2 });
    assert.deepEqual(
      files.map(({ file }) => file),
      ['people/a.json', 'people/b.json'],
    );
    assert.deepEqual(problems, [{ file: 'people', kind: 'too-many', detail: '1' }]);
  });

  it('is read up to a size of all files together, the small ones first, and says what is left out', async () => {
    for (const name of ['a', 'b', 'c']) await put(`${name}.json`, 'x'.repeat(90));
    await put('zoe.json', ada);
    const limits = { largest: 100, most: 10, together: 120 };
    const { files, problems } = await readFolder(folder, 'people', '.json', limits);
    assert.deepEqual(
      files.map(({ file }) => file),
      ['people/a.json', 'people/zoe.json'],
    );
    assert.deepEqual(problems, [{ file: 'people', kind: 'too-large-together', detail: '2' }]);
    const exact = await readFolder(folder, 'people', '.json', { ...limits, together: 270 + ada.length });
    assert.deepEqual([exact.files.length, exact.problems], [4, []]);
  });

  it('never holds more than 32 MB of it unless told to', async () => {
    const most = largestFolder / largestFile;
    for (let at = 0; at < most + 2; at++) {
      const file = join(folder, 'people', `p${at}.json`);
      await writeFile(file, '');
      await fs.promises.truncate(file, largestFile);
    }
    const { files, problems } = await readFolder(folder, 'people', '.json');
    assert.equal(files.length, most);
    assert.deepEqual(problems, [{ file: 'people', kind: 'too-large-together', detail: '2' }]);
  });

  it('takes room for what a file holds, and all of one that grows while it is read', async () => {
    await put('ada.json', ada);
    const handle = await fs.promises.open(join(folder, 'people', 'ada.json'));
    const prototype = Object.getPrototypeOf(handle) as typeof handle;
    await handle.close();
    const { read } = prototype;
    const rooms: number[] = [];
    const grown = (text: string) =>
      function (this: typeof handle, ...args: [Buffer, number, number, number]) {
        rooms.push(args[2]);
        if (rooms.length === 1) fs.appendFileSync(join(folder, 'people', 'ada.json'), text);
        return read.apply(this, args as unknown as Parameters<typeof read>);
      };
    const readGrown = async (text: string) => {
      rooms.length = 0;
      prototype.read = grown(text) as typeof read;
      try {
        return await readFolder(folder, 'people', '.json', { largest: 100, most: 1 });
      } finally {
        prototype.read = read;
      }
    };
    assert.equal((await readGrown(' '.repeat(40))).files[0]?.text, ada + ' '.repeat(40));
    assert.equal(rooms[0], ada.length + 1);
    const { files, problems } = await readGrown(' '.repeat(500));
    assert.deepEqual([files, problems.map(({ kind }) => kind)], [[], ['too-large']]);
    assert.ok(Math.max(...rooms) <= 101, String(rooms));
  });

  it('gives published spaces as they stand, and says which are no JSON', async () => {
    await mkdir(join(folder, 'spaces'));
    await writeFile(join(folder, 'spaces', 'one.json'), '{"version":1}');
    await writeFile(join(folder, 'spaces', 'two.json'), '{');
    const { spaces, problems } = await readProgrammeFolder(folder);
    assert.deepEqual(spaces, [{ file: 'spaces/one.json', json: { version: 1 } }]);
    assert.deepEqual(problems, [{ file: 'spaces/two.json', kind: 'not-json', detail: null }]);
  });

  it('gets a file of one’s own whole, under a name of Cairn only', async () => {
    await writeOwnFile(folder, 'people', 'ada', { version: 1, login: 'ada' });
    assert.equal(
      await readFile(join(folder, 'people', 'ada.json'), 'utf8'),
      '{\n  "version": 1,\n  "login": "ada"\n}\n',
    );
    for (const name of ['../x', '', '.ada', 'a/b', 'a.b', 'x'.repeat(200)])
      await assert.rejects(writeOwnFile(folder, 'people', name, {}), RangeError, name);
    await assert.rejects(
      writeOwnFile(folder, 'people', 'big', { text: 'x'.repeat(largestFile) }),
      RangeError,
    );
    assert.deepEqual(await readdir(join(folder, 'people')), ['ada.json']);
  });

  it('is not written through a link', async () => {
    const other = join(folder, 'other.json');
    await writeFile(other, 'untouched');
    await symlink(other, join(folder, 'people', 'ada.json'));
    await writeOwnFile(folder, 'people', 'ada', { version: 1 });
    assert.equal(await readFile(other, 'utf8'), 'untouched');
    assert.match(await readFile(join(folder, 'people', 'ada.json'), 'utf8'), /version/);
  });
});
