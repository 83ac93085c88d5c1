import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSpace, folderOf, readInfo } from '../../../../src/journal/folders/spaces.ts';
import { privateFolderOf, Space } from '../../../../src/journal/space.ts';
import type { NewEvent } from '../../../../src/model/events.ts';
import { sessionsOf } from '../../../../src/model/sessionsOf.ts';
import { writeOwnFile } from '../../../../src/programme/roster/disk.ts';
import { publishedOf } from '../../../../src/programme/shared/index.ts';
import { fullSpace } from './fullSpace.ts';

const [mentor, mentee] = ['marsh-lind', 'ada-wren'];
/** What may stand there: the values that are published, and words of whose letters a field's or the folder's name is made. */
const vocabulary = new Set([
  ...['one-to-one', 'fortnightly', 'active', '2026-11'],
  ...['kind', 'version', 'space', 'spaces', 'rhythm', 'status', 'mentee', 'act'],
]);

describe('a full space that is published', () => {
  let data = '';
  let programme = '';
  before(() => {
    data = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-published-'));
    programme = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-programme-'));
  });
  after(() => {
    for (const folder of [data, programme]) fs.rmSync(folder, { recursive: true, force: true });
  });

  it('leaves no word, name, id or day of it in any byte of the programme’s folder', async () => {
    const slug = await createSpace(data, 'Quixotic name of a space');
    const folder = folderOf(data, slug);
    const own = { folder, privateFolder: privateFolderOf(data, slug) };
    const said = fullSpace({ mentor, mentee });
    for (const author of [mentor, mentee]) {
      const space = await Space.open({ ...own, author: () => author });
      for (const [type, payloads] of Object.entries(said))
        for (const payload of payloads) await space.perform([{ type, payload } as NewEvent]);
      space.dispose();
    }
    const space = await Space.open({ ...own, author: () => mentor });
    const { mentorship } = space.records;
    const { id: spaceId } = (await readInfo(folder))!;
    const now = new Date(2026, 10, 22, 12);
    const json = publishedOf(mentorship!, sessionsOf(space.records), { spaceId, now });
    space.dispose();
    await writeOwnFile(programme, 'spaces', json.id, json);

    const bytes = everythingIn(programme);
    assert.match(bytes, /"isRhythmKept": true/, 'it is published at all');
    const texts = textsIn(data);
    assert.ok(texts.size > 150, `only ${texts.size} texts to look for`);
    const found = [...texts].filter((text) => bytes.toLowerCase().includes(text.toLowerCase()));
    assert.deepEqual(found, []);
    // What was typed as a number says something, too: minutes, budgets to the minute, lines, pulses' days.
    for (const number of ['47', '53', '3.75', '4711', '41'])
      assert.ok(!bytes.replaceAll(json.id, '').includes(number), number);
  });
});

/** Names and contents of all files below, in one text. */
function everythingIn(folder: string): string {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return `${entry.name}\n${entry.isFile() ? fs.readFileSync(file, 'utf8') : ''}`;
    })
    .join('\n');
}

/** Every text of three characters or more that the files of a space hold, keys left out, and the words of each. */
function textsIn(folder: string): Set<string> {
  const texts = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === 'string') for (const part of [value, ...value.split(/[\s/.:#]+/)]) texts.add(part);
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) take(one);
  };
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    texts.add(entry.name);
    if (!entry.isFile()) continue;
    const text = fs.readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    if (entry.name.endsWith('.jsonl'))
      for (const line of text.split('\n').filter(Boolean)) take(JSON.parse(line));
    else if (entry.name.endsWith('.json')) take(JSON.parse(text));
    else texts.add(text.trim());
  }
  for (const text of texts) if (text.length < 3 || vocabulary.has(text)) texts.delete(text);
  return texts;
}
