import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Journal } from '../../../src/journal/journal.ts';
import { journalFiles, newSpace, program, removeSpaces, tagged } from './support.ts';

type Refusal = { code: string; message: string; detail: string };
/** Where things stand in a space that was written to once. */
type Place = { space: string; journal: string; writer: string; file: string; id: string };

/** A space in which “before” was said, by a user without special rights. */
async function begin(): Promise<Place> {
  const space = newSpace();
  const top = path.dirname(path.dirname(space));
  if (process.getuid?.() === 0) fs.chownSync(top, 65534, 65534);
  assert.equal(await attempt(space, 'before'), null);
  const journal = path.join(space, 'journal');
  const writer = path.join(journal, fs.readdirSync(journal)[0] ?? '');
  const file = path.join(writer, fs.readdirSync(writer)[0] ?? '');
  return { space, journal, writer, file, id: path.join(space, '.writer-id') };
}

/** @param blocks the largest file that the process may write, in blocks of 512 bytes */
async function attempt(space: string, name: string, blocks?: number): Promise<Refusal | null> {
  const limit = blocks === undefined ? '' : `ulimit -f ${blocks}; `;
  const shell = `${limit}exec "$0" "$@"`;
  const args = [process.execPath, await program('attemptProcess'), space, name];
  const { stdout, stderr, status } = spawnSync('sh', ['-c', shell, ...args], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Refusal | null;
}

const names = async (space: string) =>
  (await (await Journal.open(space, { author: () => 'ann' })).read()).map(({ payload }) =>
    'feedback' in payload ? payload.feedback : '',
  );

function assertRefused(refusal: Refusal | null, advice: RegExp): void {
  assert.equal(refusal?.code, 'journal-unwritable');
  assert.match(refusal.message, /^Nothing was recorded: .*do it again\.$| is a file\. Choose a folder/);
  assert.match(refusal.message, advice);
}

const permission = /Give yourself write permission there, or choose another folder/;
const moveAway = /Move it away|Choose a folder/;
const aside = (file: string) => fs.renameSync(file, `${file}-aside`);
const back = (file: string) => {
  fs.rmSync(file, { recursive: true });
  fs.renameSync(`${file}-aside`, file);
};

/** What stands in the way, how it goes away again, and what a person is told. */
const obstacles: Record<string, { put(at: Place): void; lift(at: Place): void; advice: RegExp }> = {
  'a space without write permission': {
    put: ({ space }) => fs.chmodSync(space, 0o555),
    lift: ({ space }) => fs.chmodSync(space, 0o700),
    advice: permission,
  },
  'a journal folder that nobody may enter': {
    put: ({ journal }) => fs.chmodSync(journal, 0),
    lift: ({ journal }) => fs.chmodSync(journal, 0o700),
    advice: permission,
  },
  'a writer’s folder without write permission when a file is to be made': {
    put: ({ writer, file }) => {
      aside(file);
      fs.chmodSync(writer, 0o555);
    },
    lift: ({ writer, file }) => {
      fs.chmodSync(writer, 0o700);
      fs.renameSync(`${file}-aside`, file);
    },
    advice: permission,
  },
  'a file that turned read-only': {
    put: ({ file }) => fs.chmodSync(file, 0o444),
    lift: ({ file }) => fs.chmodSync(file, 0o600),
    advice: permission,
  },
  'a writer’s id that may not be read': {
    put: ({ id }) => fs.chmodSync(id, 0),
    lift: ({ id }) => fs.chmodSync(id, 0o600),
    advice: permission,
  },
  'a writer’s id that is a folder': {
    put: ({ id }) => {
      aside(id);
      fs.mkdirSync(id);
    },
    lift: ({ id }) => back(id),
    advice: moveAway,
  },
  'a writer’s id that is a pipe': {
    put: ({ id }) => {
      aside(id);
      assert.equal(spawnSync('mkfifo', ['-m', '666', id]).status, 0);
    },
    lift: ({ id }) => back(id),
    advice: moveAway,
  },
  'a writer’s id that is a link': {
    put: ({ id }) => {
      aside(id);
      fs.symlinkSync(`${id}-aside`, id);
    },
    lift: ({ id }) => back(id),
    advice: moveAway,
  },
  'a space that was replaced by a file': {
    put: ({ space }) => {
      aside(space);
      fs.writeFileSync(space, 'notes');
    },
    lift: ({ space }) => back(space),
    advice: moveAway,
  },
  'a journal folder that is a link': {
    put: ({ journal }) => {
      aside(journal);
      fs.symlinkSync(`${journal}-aside`, journal);
    },
    lift: ({ journal }) => back(journal),
    advice: moveAway,
  },
  'a writer’s folder that is a link': {
    put: ({ writer }) => {
      aside(writer);
      fs.symlinkSync(`${writer}-aside`, writer);
    },
    lift: ({ writer }) => back(writer),
    advice: moveAway,
  },
  'a writer’s folder that is a file': {
    put: ({ writer }) => {
      aside(writer);
      fs.writeFileSync(writer, '');
    },
    lift: ({ writer }) => back(writer),
    advice: moveAway,
  },
  'a month’s file that is a link': {
    put: ({ file }) => {
      aside(file);
      fs.symlinkSync(`${file}-aside`, file);
    },
    lift: ({ file }) => back(file),
    advice: moveAway,
  },
  'a month’s file that is a folder': {
    put: ({ file }) => {
      aside(file);
      fs.mkdirSync(file);
    },
    lift: ({ file }) => back(file),
    advice: moveAway,
  },
  'a month’s file that is a pipe': {
    put: ({ file }) => {
      aside(file);
      assert.equal(spawnSync('mkfifo', ['-m', '666', file]).status, 0);
    },
    lift: ({ file }) => back(file),
    advice: moveAway,
  },
};

describe('Journal, where something stands in the way', () => {
  afterEach(removeSpaces);

  for (const [what, { put, lift, advice }] of Object.entries(obstacles)) {
    it(`says what to do about ${what}, and goes on when it is gone`, async () => {
      const place = await begin();
      const { text } = journalFiles(place.space)[0] as { text: string };
      const window = await Journal.open(place.space, { author: () => 'ann' });
      put(place);
      if (advice === moveAway) {
        await assert.rejects(window.append([tagged('refused')]), (error: Refusal) => {
          assertRefused(error, /Move it away/);
          return true;
        });
      }
      assertRefused(await attempt(place.space, 'refused'), advice);
      lift(place);
      assert.deepEqual(
        await names(place.space),
        ['before'],
        'what was there is there, what was refused is not',
      );
      assert.equal(fs.readFileSync(place.file, 'utf8'), text);
      assert.equal(await attempt(place.space, 'after'), null);
      assert.deepEqual(await names(place.space), ['before', 'after']);
      assert.equal(journalFiles(place.space).length, 1, 'the same writer goes on');
      const left = fs.readdirSync(place.space).filter((name) => name.startsWith('.lock'));
      assert.deepEqual(left, []);
    });
  }

  for (const [what, id] of Object.entries({
    empty: '',
    garbage: '\u0000\u0000\u0000',
    'a path': '../../../elsewhere',
    'two lines': 'abcdefgh\nijklmnop\n',
    'upper case': 'ABCDEFGHIJ',
    'far too long': 'a'.repeat(2 ** 20),
  })) {
    it(`takes a new writer’s id where the file’s is ${what}, and loses nothing`, async () => {
      const { space, id: file } = await begin();
      fs.writeFileSync(file, id);
      assert.equal(await attempt(space, 'after'), null);
      assert.deepEqual(await names(space), ['before', 'after']);
      assert.equal(fs.readdirSync(path.join(space, 'journal')).length, 2);
      assert.match(fs.readFileSync(file, 'utf8'), /^[a-z0-9]{16}\n$/);
      assert.equal(await attempt(space, 'later'), null);
      assert.equal(fs.readdirSync(path.join(space, 'journal')).length, 2);
    });
  }

  it('has nothing by halves when a real disk takes no more in the middle of a line', async () => {
    const { space, file } = await begin();
    const acknowledged = ['before'];
    let refusal: Refusal | null = null;
    // 4 blocks are 2,048 bytes; a line has some 200.
    for (let i = 0; !refusal && i < 20; i++) {
      refusal = await attempt(space, `line${i}`, 4);
      if (!refusal) acknowledged.push(`line${i}`);
    }
    assertRefused(refusal, /failed \(EFBIG\)/);
    assert.ok(acknowledged.length > 5, String(acknowledged));
    assert.deepEqual(await names(space), acknowledged);
    assert.ok(
      fs.readFileSync(file, 'utf8').endsWith('}\n'),
      'the part of a line that had room is taken back',
    );
    assert.equal(await attempt(space, 'after'), null);
    assert.deepEqual(await names(space), [...acknowledged, 'after']);
  });

  // Only root may mount; everybody else has the limit above and the made-up ENOSPC of disk.test.ts.
  if (process.getuid?.() === 0) {
    it('says that a disk is full that is full, and goes on when there is room again', async () => {
      const folder = path.dirname(path.dirname(newSpace()));
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status !== 0) return;
      try {
        const space = path.join(folder, 'one');
        const journal = await Journal.open(space, { author: () => 'ann' });
        const long = 'x'.repeat(150);
        const acknowledged: string[] = [];
        for (let i = 0; i < 10; i++) {
          await journal.append([tagged(`${long}${i}`)]);
          acknowledged.push(`${long}${i}`);
        }
        const filler = path.join(folder, 'filler');
        try {
          fs.writeFileSync(filler, Buffer.alloc(64 * 1024));
        } catch (error) {
          assert.equal((error as { code: string }).code, 'ENOSPC');
        }
        let refused = 0;
        for (let i = 0; i < 30; i++) {
          try {
            await journal.append([tagged(`${long}full${i}`)]);
            acknowledged.push(`${long}full${i}`);
          } catch (error) {
            const { code, message, detail } = error as Refusal;
            assertRefused({ code, message, detail }, /the disk is full\. Free some space/);
            refused++;
          }
          assert.deepEqual(await names(space), acknowledged);
        }
        assert.ok(refused > 0);
        fs.unlinkSync(filler);
        await journal.append([tagged('room')]);
        assert.deepEqual(await names(space), [...acknowledged, 'room']);
      } finally {
        spawnSync('umount', [folder]);
      }
    });
  }
});
