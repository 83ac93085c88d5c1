import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { Journal } from '../../../src/journal/journal.ts';
import { Ids } from '../../../src/journal/reading/ids.ts';
import type { JournalEvent } from '../../../src/model/events.ts';
import { journalFiles, line, newSpace, putFile, removeSpaces, tagged } from './support.ts';

const open = (space: string) => Journal.open(space, { author: () => 'ann' });
const ids = (events: readonly JournalEvent[]) => events.map(({ id }) => id);
const wrong = (journal: Journal) => journal.problems.map(({ file, line }) => ({ file, line }));
/** Replaces a file at one go, as a sync and an erasure do. */
function replace(file: string, text: string): void {
  fs.writeFileSync(`${file}.new`, text);
  fs.renameSync(`${file}.new`, file);
}

describe('A journal that is read', () => {
  afterEach(removeSpaces);

  it('counts the first line of a writer with an id and sets the second aside, over all of its files', async () => {
    const space = newSpace();
    const late = putFile(
      space,
      '2026-02.jsonl',
      line({ id: 'b' }) + line({ id: 'a', payload: { feedback: 'x', tag: 'stop' } }),
    );
    const early = putFile(space, '2026-01.jsonl', line({ id: 'a' }) + line({ id: 'c' }) + line({ id: 'c' }));
    const journal = await open(space);
    const events = await journal.read();
    assert.deepEqual(ids(events), ['a', 'b', 'c']);
    assert.equal(events[0]?.type === 'feedback.tagged' && events[0].payload.feedback, 'f');
    assert.deepEqual(wrong(journal), [
      { file: early, line: 3 },
      { file: late, line: 2 },
    ]);
    assert.deepEqual(ids(await journal.read()), ['a', 'b', 'c'], 'and again');
    assert.equal(journal.problems.length, 2);
  });

  it('asks for a new reading where an id comes up again: the file may stand before the other one', async () => {
    const space = newSpace();
    const folded = (events: readonly JournalEvent[]) => events.map(({ id, payload }) => [id, payload]);
    putFile(space, '2026-02.jsonl', line({ id: 'a' }));
    const january = putFile(space, '2026-01.jsonl', line({ id: 'b' }));
    const journal = await open(space);
    await journal.read();
    fs.appendFileSync(january, line({ id: 'a', payload: { feedback: 'x', tag: 'stop' } }));
    assert.equal((await journal.fresh()).isRewritten, true);
    assert.deepEqual(folded(await journal.read()), folded(await (await open(space)).read()));
    assert.deepEqual(await journal.fresh(), { fresh: [], isRewritten: false }, 'once');
  });

  it('reads the parts of a month in the order in which they were written', async () => {
    const space = newSpace();
    const tenth = putFile(space, '2026-01.10.jsonl', line({ id: 'a' }));
    const second = putFile(space, '2026-01.2.jsonl', line({ id: 'a' }));
    putFile(space, '2026-01.jsonl', line({ id: 'a' }));
    const journal = await open(space);
    assert.equal((await journal.read()).length, 1);
    assert.deepEqual(
      journal.problems.map(({ file }) => file),
      [second, tenth],
    );
  });

  it('cuts lines where they end, however they lie in the pieces that are read', async () => {
    const space = newSpace();
    const long = (length: number) => `${'x'.repeat(length - 1)}\n`;
    const text = `${line({ id: 'a' })}${long(3_000_000)}${line({ id: 'b' })}${long(1024 * 1024 + 1)}${line({ id: 'c' })}`;
    const many = Array.from({ length: 12_000 }, (_, i) => line({ id: `m${i}`, author: `ä${i}` })).join('');
    const file = putFile(space, '2026-01.jsonl', text + many + line({ id: 'z' }).trimEnd());
    const journal = await open(space);
    assert.equal((await journal.read()).length, 12_004);
    assert.deepEqual(wrong(journal), [
      { file, line: 2 },
      { file, line: 4 },
    ]);
    fs.appendFileSync(file, `\nbroken\n${line({ id: 'zz' })}`);
    assert.deepEqual(ids((await journal.fresh()).fresh), ['zz'], 'the torn line was given already');
    assert.deepEqual(
      wrong(journal).map(({ line }) => line),
      [2, 4, 12_007],
    );
  });

  it('goes on where a file was replaced by a longer one that begins in the same way', async () => {
    const space = newSpace();
    const file = putFile(space, '2026-01.jsonl', line({ id: 'a' }));
    const journal = await open(space);
    await journal.read();
    replace(file, line({ id: 'a' }) + line({ id: 'b' }));
    const { fresh, isRewritten } = await journal.fresh();
    assert.deepEqual([ids(fresh), isRewritten], [['b'], false]);
    assert.deepEqual(journal.problems, []);
  });

  it('says when a file was rewritten, once, and gives of it what is new', async () => {
    const space = newSpace();
    const erased = line({ id: 'a', type: 'erased', payload: {} });
    const file = putFile(space, '2026-01.jsonl', line({ id: 'a' }) + line({ id: 'b' }));
    const journal = await open(space);
    await journal.read();
    replace(file, erased + line({ id: 'b' }) + line({ id: 'c' }));
    const { fresh, isRewritten } = await journal.fresh();
    assert.deepEqual([ids(fresh), isRewritten], [['c'], true]);
    assert.deepEqual(await journal.fresh(), { fresh: [], isRewritten: false });
    assert.deepEqual(ids(await journal.read()), ['b', 'c']);
    assert.deepEqual(journal.problems, [], 'an erased line is no problem, and no id was used twice');
  });

  it('tells those who watch of a rewritten file', async () => {
    const space = newSpace();
    const file = putFile(space, '2026-01.jsonl', line({ id: 'a' }) + line({ id: 'b' }));
    const journal = await open(space);
    await journal.read();
    let watch = { dispose: () => {} };
    const told = new Promise<[string[], boolean]>((resolve) => {
      watch = journal.watch((fresh, isRewritten) => resolve([ids(fresh), isRewritten]));
    });
    replace(file, line({ id: 'b' }));
    assert.deepEqual(await told, [[], true]);
    watch.dispose();
  });

  it('knows what is its own by the folder it stands in, and all of a private journal', async () => {
    const space = newSpace();
    const [mine] = await (await open(space)).append([tagged('f')]);
    putFile(space, '2026-01.jsonl', line({ id: mine!.id, time: [1, 0] }));
    const journal = await open(space);
    const events = await journal.read();
    assert.deepEqual(
      events.map((event) => journal.isOwn(event)),
      [false, true],
    );
    const own = await Journal.open(space, { author: () => 'ann', isPrivate: true });
    const [first] = await own.read();
    assert.deepEqual([own.isOwn(first!), own.isOwn(events[0]!), journal.isOwn(first!)], [true, false, false]);
  });

  it('lets other work be done while it reads much', async () => {
    const space = newSpace();
    const text = Array.from({ length: 20_000 }, (_, i) =>
      line({ id: `e${String(i).padStart(6, '0')}`, author: 'x'.repeat(200) }),
    );
    putFile(space, '2026-01.jsonl', text.join(''));
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const journal = await open(space);
    assert.equal((await journal.readAll()).length, 20_000);
    clearInterval(timer);
    assert.ok(turns >= 3, `${turns} turns over ${journalFiles(space)[0]?.text.length} bytes`);
  });
});

describe('Ids', () => {
  it('knows exactly what was added, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 2 })),
        fc.string({ minLength: 1, maxLength: 2 }),
        (added, other) => {
          const known = new Ids();
          const wanted = new Set<string>();
          for (const id of added) {
            assert.equal(known.has(id), wanted.has(id));
            if (!wanted.has(id)) known.add(id);
            wanted.add(id);
          }
          for (const id of [...added, other]) assert.equal(known.has(id), wanted.has(id));
        },
      ),
    );
  });

  it('says that it cannot know what was there before', () => {
    const known = new Ids('m');
    assert.deepEqual([known.has('a'), known.has('m'), known.has('n')], [null, null, false]);
    known.add('n');
    assert.deepEqual([known.has('n'), known.largest], [true, 'n']);
  });
});
