import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Journal } from '../../../src/journal/journal.ts';
import { payloads } from '../../../src/model/events.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { journalFiles, newSpace, removeSpaces, tagged } from './support.ts';

const released = path.join(import.meta.dirname, 'released');
const versions = fs.readdirSync(released).sort();

/** What the stored records say has to stand there still; what a later Cairn adds to a record is no difference. */
function assertKept(found: unknown, stored: unknown, where: string): void {
  if (typeof stored !== 'object' || stored === null) {
    assert.equal(found, stored, where);
    return;
  }
  assert.ok(typeof found === 'object' && found !== null, where);
  if (Array.isArray(stored)) assert.equal((found as unknown[]).length, stored.length, where);
  for (const [key, value] of Object.entries(stored)) {
    assertKept((found as Record<string, unknown>)[key], value, `${where}.${key}`);
  }
}

/** Copies the journal of a release into a space of its own, as it was left there. */
function spaceOf(version: string): string {
  const space = newSpace();
  fs.cpSync(path.join(released, version, 'journal'), path.join(space, 'journal'), { recursive: true });
  return space;
}

/** Records as JSON holds them, each kind by its name. */
const plain = (records: object) =>
  Object.fromEntries(
    Object.entries(records).map(([kind, value]) => [
      kind,
      value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value,
    ]),
  ) as Record<string, unknown>;

async function recordsOf(space: string) {
  const journal = await Journal.open(space, { author: () => 'ada-wren' });
  const events = await journal.read();
  const records = foldEvents(events);
  return { journal, events: events.length, records };
}

function storedRecords(version: string, found: object): Record<string, object> {
  const file = path.join(released, version, 'records.json');
  assert.ok(fs.existsSync(file), `Store as ${file}, once each record is right: ${JSON.stringify(found)}`);
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, object>;
}

describe('A journal of a released version', () => {
  afterEach(removeSpaces);

  for (const version of versions) {
    it(`opens for ever and says what it said: ${version}`, async () => {
      const { journal, events, records } = await recordsOf(spaceOf(version));
      assert.deepEqual(journal.problems, []);
      const found = { events, ...plain(records) };
      const stored = storedRecords(version, found);
      assertKept(found, stored, version);
      for (const kind of Object.keys(stored).filter((name) => name !== 'events')) {
        const kept = (found as Record<string, unknown>)[kind] ?? {};
        assert.deepEqual(Object.keys(kept).sort(), Object.keys(stored[kind] ?? {}).sort(), kind);
      }
    });

    it(`is added to and keeps every byte: ${version}`, async () => {
      const space = spaceOf(version);
      const before = journalFiles(space);
      const { journal, events } = await recordsOf(space);
      await journal.append([tagged('one more', 'start')]);
      const after = await recordsOf(space);
      assert.equal(after.events, events + 1);
      assert.equal(after.records.marks.get('one more')?.tag, 'start');
      for (const { file, text } of before) {
        assert.equal(fs.readFileSync(file, 'utf8').slice(0, text.length), text);
      }
    });
  }

  it('has every type of event that 0.1.0 knew', () => {
    const lines = journalFiles(path.join(released, '0.1.0')).flatMap(({ text }) =>
      text.trimEnd().split('\n'),
    );
    const types = new Set(lines.map((text) => (JSON.parse(text) as { type: string }).type));
    assert.deepEqual([...types].sort(), [
      'act.undone',
      'feedback.entered',
      'feedback.linked',
      'feedback.setAside',
      'feedback.tagged',
      'feedback.unlinked',
      'goal.created',
      'goal.edited',
      'goal.status',
      'milestone.added',
      'milestone.completed',
    ]);
    for (const type of types) assert.ok(type in payloads, type);
  });
});
