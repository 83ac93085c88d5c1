import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Journal } from '../../../src/journal/journal.ts';
import { loadSnapshot, type SnapshotFile, saveSnapshot } from '../../../src/journal/snapshot/snapshot.ts';
import type { JournalEvent } from '../../../src/model/events.ts';
import { applyEvent, foldEvents } from '../../../src/model/fold.ts';
import { compareEvents, sortEvents } from '../../../src/model/order.ts';
import type { SpaceRecords } from '../../../src/model/records.ts';
import { anyEvents } from './payloads.ts';
import { line, newSpace, putFile, removeSpaces, tagged } from './support.ts';

type Two = { shared: Journal; own: Journal };
const now = Date.UTC(2026, 5, 1);

async function open(space: string, at = now): Promise<Two> {
  const options = { author: () => 'ann', now: () => at };
  const own = await Journal.open(`${space}-private`, { ...options, isPrivate: true });
  return { shared: await Journal.open(space, options), own };
}
async function readAll({ shared, own }: Two): Promise<SpaceRecords> {
  return foldEvents(sortEvents([...(await shared.read()), ...(await own.read())]));
}
const fileOf = (space: string, version = '1'): SnapshotFile => ({ file: `${space}.json`, version });
async function save(space: string, two: Two, records: SpaceRecords): Promise<void> {
  const places = [two.shared.places(), two.own.places()];
  assert.ok(places[0] && places[1]);
  await saveSnapshot(fs.promises, fileOf(space), { records, places: [places[0], places[1]] });
}
/** Loads, and reads on; `null` where everything has to be read. */
async function resume(
  space: string,
  at = now,
): Promise<{ two: Two; records: SpaceRecords; fresh: JournalEvent[] } | null> {
  const stored = await loadSnapshot(fs.promises, fileOf(space));
  if (!stored) return null;
  const two = await open(space, at);
  const [shared, own] = [
    await two.shared.readFrom(stored.places[0]!),
    await two.own.readFrom(stored.places[1]!),
  ];
  const fresh = shared && own && [...shared, ...own].sort(compareEvents);
  return fresh?.every((event) => applyEvent(stored.records, event))
    ? { two, records: stored.records, fresh }
    : null;
}
/** A snapshot's marks look up their excerpts; here they stand still, to be compared. */
function plain(records: SpaceRecords) {
  const marks = Array.from(records.marks, ([id, mark]) => {
    const { tag, taggedAt, tagged: said, goalIds, isSetAside, excerpt } = mark;
    return [id, { tag, taggedAt, tagged: said, goalIds, isSetAside, excerpt }] as const;
  });
  return { ...records, marks: new Map(marks) };
}
const excerpt = (text: string) => ({
  ...{
    kind: 'line' as const,
    author: 'bo',
    text,
    url: null,
    repository: null,
    isPrivate: null,
    number: null,
  },
  ...{ title: null, path: null, line: null, createdAt: '2026-01-01T00:00:00Z' },
});

describe('A snapshot', () => {
  afterEach(removeSpaces);

  it('with what was written since gives what all events give, wherever it was made', async function () {
    this.timeout(60_000);
    let inPlace = 0;
    await fc.assert(
      fc.asyncProperty(anyEvents(14), fc.nat(14), fc.boolean(), async (events, cut, isSorted) => {
        const space = newSpace();
        if (isSorted) events.sort((a, b) => compareEvents(a as JournalEvent, b as JournalEvent));
        const put = (some: typeof events) => {
          for (const { writer, ...event } of some) {
            const folder = path.join(writer ? space : `${space}-private`, 'journal', writer ?? 'pppppppp');
            fs.mkdirSync(folder, { recursive: true });
            fs.appendFileSync(path.join(folder, '2026-01.jsonl'), `${JSON.stringify(event)}\n`);
          }
        };
        // A few newer ones can mostly be gone on with; many in any order hardly ever.
        const at = isSorted ? Math.max(0, events.length - (cut % 4)) : cut;
        put(events.slice(0, at));
        const before = await open(space);
        await save(space, before, await readAll(before));
        put(events.slice(at));
        const resumed = await resume(space);
        const all = await readAll(await open(space));
        if (resumed) {
          if (resumed.fresh.length > 0) inPlace++;
          assert.deepEqual(plain(resumed.records), plain(all));
          // And a snapshot of what came out of a snapshot.
          await save(space, resumed.two, resumed.records);
          const again = await resume(space);
          assert.deepEqual(plain(again?.records as SpaceRecords), plain(all));
        }
        removeSpaces();
      }),
      { numRuns: 150 },
    );
    assert.ok(inPlace > 10, `only ${inPlace} were gone on with`);
  });

  it('does not change with the records it was made of', async () => {
    const space = newSpace();
    const two = await open(space);
    const goal = { goal: 'g', title: 'G', category: null, origin: 'mentee' as const, targetDate: null };
    await two.shared.append([
      { type: 'goal.created', payload: goal },
      { type: 'milestone.added', payload: { goal: 'g', milestone: 'm', title: 'M' } },
      { type: 'action.added', payload: { action: 'a', text: 'A', owner: null, dueDate: null, goal: null } },
      { type: 'feedback.linked', payload: { feedback: 'f', goal: 'g', excerpt: excerpt('one') } },
    ]);
    const records = await readAll(two);
    const before = structuredClone(records);
    const saving = save(space, two, records);
    // At once, before anything could be written.
    const later = [
      { type: 'milestone.completed', payload: { goal: 'g', milestone: 'm', completedAt: 'x' } },
      { type: 'action.done', payload: { action: 'a', doneAt: 'x' } },
      { type: 'goal.edited', payload: { goal: 'g', category: 'c' } },
      { type: 'feedback.linked', payload: { feedback: 'f', goal: 'h', excerpt: excerpt('two') } },
      { type: 'feedback.tagged', payload: { feedback: 'f', tag: 'stop' } },
    ].map((event, i) => ({
      id: `z${i}`,
      time: [now + 1, i],
      author: 'ann',
      act: `z${i}`,
      version: 1,
      ...event,
    }));
    for (const event of later) assert.ok(applyEvent(records, event as JournalEvent));
    await saving;
    const stored = await loadSnapshot(fs.promises, fileOf(space));
    assert.deepEqual(plain(stored?.records as SpaceRecords), plain(before));
    assert.notDeepEqual(plain(records), plain(before));
  });

  it('is JSON that only its user may read, and leaves nothing else behind', async () => {
    const space = newSpace();
    const two = await open(space);
    await two.shared.append([
      { type: 'feedback.tagged', payload: { feedback: 'f', tag: 'keep', excerpt: excerpt('“x”\n') } },
    ]);
    const records = await readAll(two);
    await save(space, two, records);
    await save(space, two, records);
    const { file } = fileOf(space);
    const { excerpts } = JSON.parse(fs.readFileSync(file, 'utf8')) as { excerpts: unknown[] };
    assert.deepEqual(excerpts, [excerpt('“x”\n'), null]);
    assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(
      fs.readdirSync(path.dirname(file)).filter((name) => name.includes('json')),
      [path.basename(file)],
    );
  });

  it('leaves the one before where the disk refuses', async () => {
    const space = newSpace();
    const two = await open(space);
    await two.shared.append([tagged('f')]);
    const records = await readAll(two);
    await save(space, two, records);
    const before = fs.readFileSync(fileOf(space).file);
    const failing = {
      ...fs.promises,
      open: async (...given: Parameters<typeof fs.promises.open>) => {
        const handle = await fs.promises.open(...given);
        handle.sync = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOSPC' }));
        return handle;
      },
    };
    const places = [two.shared.places()!, two.own.places()!];
    await assert.rejects(saveSnapshot(failing, fileOf(space), { records, places }), { code: 'ENOSPC' });
    assert.deepEqual(fs.readFileSync(fileOf(space).file), before);
    assert.equal(fs.readdirSync(path.dirname(space)).filter((name) => name.endsWith('.new')).length, 0);
  });

  describe('is left aside, and everything read,', () => {
    let space = '';
    let file = '';
    beforeEach(async () => {
      space = newSpace();
      file = putFile(space, '2026-01.jsonl', line({ id: 'a' }) + line({ id: 'b', time: [2000, 0] }));
      const two = await open(space);
      await save(space, two, await readAll(two));
      assert.ok(await resume(space), 'as it is it is used');
    });

    it('when a byte of it changed, wherever, or it is cut', async () => {
      const snapshot = fileOf(space).file;
      const bytes = fs.readFileSync(snapshot);
      for (let at = 0; at < bytes.length; at += 7) {
        const damaged = Buffer.from(bytes);
        damaged[at]! ^= 1;
        fs.writeFileSync(snapshot, damaged);
        assert.equal(await loadSnapshot(fs.promises, fileOf(space)), null, `byte ${at}`);
      }
      for (const length of [0, 10, bytes.length - 1]) {
        fs.writeFileSync(snapshot, bytes.subarray(0, length));
        assert.equal(await loadSnapshot(fs.promises, fileOf(space)), null, `cut to ${length}`);
      }
    });

    it('when another version of Cairn made it, or none did, or it is a link', async () => {
      const snapshot = fileOf(space).file;
      assert.equal(await loadSnapshot(fs.promises, fileOf(space, '2')), null);
      fs.renameSync(snapshot, `${snapshot}.elsewhere`);
      assert.equal(await loadSnapshot(fs.promises, fileOf(space)), null);
      fs.symlinkSync(`${snapshot}.elsewhere`, snapshot);
      assert.equal(await loadSnapshot(fs.promises, fileOf(space)), null);
    });

    it('when a file of the journal is gone, shorter or says something else', async () => {
      const text = fs.readFileSync(file, 'utf8');
      const changes: [string, () => void][] = [
        ['gone', () => fs.rmSync(file)],
        ['shorter', () => fs.writeFileSync(file, line({ id: 'a' }))],
        ['another end', () => fs.writeFileSync(file, text.replace('"id":"b"', '"id":"c"'))],
        ['erased at the beginning', () => fs.writeFileSync(file, text.replace('"tag":"keep"', '"tag":null'))],
        ['replaced', () => fs.writeFileSync(file, line({ id: 'other' }).repeat(5))],
      ];
      for (const [name, change] of changes) {
        fs.writeFileSync(file, text);
        change();
        assert.equal(await resume(space), null, name);
      }
    });

    it('when the time of a line counts in another way by now', async () => {
      const day = 86_400_000;
      fs.appendFileSync(file, line({ id: 'z', time: [now + 30 * day, 0] }));
      const two = await open(space);
      const records = await readAll(two);
      assert.equal(two.shared.problems.length, 1);
      await save(space, two, records);
      const resumed = await resume(space);
      assert.deepEqual(resumed?.two.shared.problems, two.shared.problems, 'problems are told of again');
      assert.equal(await resume(space, now + 30 * day), null);
      assert.equal(await resume(space, 0 - 2 * day), null, 'a clock that was put back');
    });
  });

  it('goes on where a file was replaced by a longer one with the same beginning, and reads new files', async () => {
    const space = newSpace();
    const file = putFile(space, '2026-01.jsonl', line({ id: 'a' }));
    const two = await open(space);
    await save(space, two, await readAll(two));
    fs.writeFileSync(`${file}.new`, line({ id: 'a' }) + line({ id: 'b', time: [2000, 0] }));
    fs.renameSync(`${file}.new`, file);
    putFile(space, '2026-01.jsonl', line({ id: 'a', time: [3000, 0] }), 'anotherwriter');
    assert.deepEqual(
      (await resume(space))?.fresh.map(({ id, writer }) => [id, writer]),
      [
        ['b', 'otherwriter'],
        ['a', 'anotherwriter'],
      ],
    );
  });

  it('reads everything when an id comes up that may have been there, and not for one that was not', async () => {
    const space = newSpace();
    const file = putFile(space, '2026-01.jsonl', line({ id: 'b' }));
    const two = await open(space);
    await save(space, two, await readAll(two));
    fs.appendFileSync(file, line({ id: 'c', time: [2000, 0] }));
    assert.equal((await resume(space))?.fresh.length, 1);
    fs.appendFileSync(file, line({ id: 'b', time: [3000, 0] }));
    assert.equal(await resume(space), null);
  });

  it('gives times behind what it holds, knows what is its own and under which name it wrote', async () => {
    const space = newSpace();
    const two = await open(space);
    const ahead = now + 3_600_000;
    putFile(space, '2026-01.jsonl', line({ time: [ahead, 3] }));
    const [mine] = await two.shared.append([tagged('mine')]);
    await readAll(two);
    await two.shared.fresh();
    await save(space, two, await readAll(two));
    const resumed = await resume(space);
    assert.equal(resumed?.two.shared.isOwn(mine!), true);
    const renamed = await resumed?.two.shared.append([tagged('f')]);
    assert.deepEqual(renamed?.[0]?.time, [ahead, 4]);
    const other = await Journal.open(space, { author: () => 'Cy', now: () => now });
    const places = (await loadSnapshot(fs.promises, fileOf(space)))?.places[0];
    await other.readFrom(places!);
    assert.deepEqual(
      (await other.append([tagged('g')])).map(({ type, author }) => [type, author]),
      [
        ['writer.introduced', 'ann'],
        ['feedback.tagged', 'Cy'],
      ],
    );
  });

  it('has no place while something was appended and not read, and has one after', async () => {
    const space = newSpace();
    const two = await open(space);
    await two.shared.append([tagged('f')]);
    assert.equal(two.shared.places(), null);
    const reading = two.shared.fresh();
    await Promise.resolve();
    assert.ok(two.shared.places() === null);
    await reading;
    assert.deepEqual(two.shared.places()?.ownWriters, [await two.shared.writer()]);
  });
});
