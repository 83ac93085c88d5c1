import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { eraseInFile } from '../../../src/journal/eraseLines.ts';
import { Journal } from '../../../src/journal/journal.ts';
import type { Envelope } from '../../../src/model/events.ts';
import { goingDown } from './crash.ts';
import { line, newSpace, putFile, removeSpaces } from './support.ts';

const secret = 'what nobody shall read again';
const about =
  (feedback: string) =>
  ({ payload }: Envelope): boolean =>
    payload.feedback === feedback;
const entered = (id: string, feedback: string, body = secret) =>
  line({
    id,
    type: 'feedback.entered',
    payload: { feedback, author: 'theo', body, url: null, saidAt: '2026-01-02T03:04:05Z' },
  });

describe('eraseInFile', () => {
  afterEach(removeSpaces);

  it('takes the content of the lines that it is asked to, and leaves their envelope and every other byte', async () => {
    const space = newSpace();
    const others = [
      line({ id: 'e1', payload: { feedback: 'other', tag: 'stop' } }),
      '{"torn":',
      '  \n',
      Buffer.from([0xff, 0xfe, 0x0a]).toString('latin1'),
      `${JSON.stringify({ spaced: 'and no event' }, null, 1).replaceAll('\n', ' ')}\r\n`,
    ];
    const before = `${others.join('')}\n${entered('e7', 'f')}${others[0]}${entered('e8', 'g')}{"a torn end`;
    const file = putFile(space, '2026-01.jsonl', Buffer.from(before, 'latin1'));
    assert.equal(await eraseInFile(fs.promises, file, about('f')), 1);
    const erased = `${JSON.stringify({ id: 'e7', time: [1000, 0], author: 'ann', act: 'e1', type: 'erased', version: 1, payload: {} })}\n`;
    assert.equal(fs.readFileSync(file, 'latin1'), before.replace(entered('e7', 'f'), erased));
    assert.equal(
      await eraseInFile(fs.promises, file, () => true),
      3,
      'the erased line counts no second time',
    );
    assert.ok(!fs.readFileSync(file, 'utf8').includes(secret));
  });

  it('erases lines of types and versions that only a newer Cairn knows, with all that they hold beside', async () => {
    const space = newSpace();
    const newer = line({
      type: 'feedback.sung',
      version: 3,
      payload: { feedback: 'f', song: secret },
      note: secret,
    });
    const file = putFile(space, '2026-01.jsonl', newer);
    assert.equal(await eraseInFile(fs.promises, file, about('f')), 1);
    assert.ok(!fs.readFileSync(file, 'utf8').includes(secret));
    assert.match(fs.readFileSync(file, 'utf8'), /"type":"erased","version":3,"payload":\{\}\}\n$/);
  });

  it('leaves a line that no reader takes for an event, and no problem', async () => {
    const space = newSpace();
    const file = putFile(
      space,
      '2026-01.jsonl',
      entered('e7', 'f') + line({ id: 'e8', payload: { feedback: 'g', tag: 'keep' } }),
    );
    await eraseInFile(fs.promises, file, about('f'));
    const journal = await Journal.open(space, { author: () => 'ann' });
    assert.deepEqual(
      (await journal.read()).map(({ id }) => id),
      ['e8'],
    );
    assert.deepEqual(journal.problems, []);
  });

  it('has nothing to do where no line is meant, no file is there or a link stands there', async () => {
    const space = newSpace();
    const file = putFile(space, '2026-01.jsonl', entered('e7', 'f'));
    const { ino } = fs.statSync(file);
    assert.equal(await eraseInFile(fs.promises, file, about('other')), 0);
    assert.equal(fs.statSync(file).ino, ino, 'the file was written anew for nothing');
    assert.equal(await eraseInFile(fs.promises, `${file}.jsonl`, about('f')), 0);
    const link = path.join(path.dirname(file), '2026-02.jsonl');
    fs.symlinkSync(file, link);
    await assert.rejects(eraseInFile(fs.promises, link, about('f')), { code: 'journal-unwritable' });
    assert.ok(fs.readFileSync(file, 'utf8').includes(secret));
  });

  it('leaves the old file or the new one, whole, wherever the machine goes down; the next try ends it', async () => {
    let downs = 0;
    for (let steps = 0; ; steps++) {
      const space = newSpace();
      const before = Array.from({ length: 50 }, (_, i) => entered(`e${i}`, `f${i % 5}`)).join('');
      const file = putFile(space, '2026-01.jsonl', before);
      const { files, wentDown } = goingDown(steps);
      const lines = await eraseInFile(files, file, about('f3')).catch(() => -1);
      const text = fs.readFileSync(file, 'utf8');
      const isOld = text === before;
      const isNew = text.match(/"type":"erased"/g)?.length === 10 && text.split('\n').length === 51;
      assert.ok(isOld || isNew, `after ${steps} operations`);
      if (lines >= 0) assert.ok(isNew, 'said to be erased, and is not');
      await eraseInFile(fs.promises, file, about('f3'));
      const left = fs
        .readdirSync(space, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.includes('new'));
      assert.deepEqual(isOld ? left : [], [], 'what was begun lies about');
      assert.equal(fs.readFileSync(file, 'utf8').match(/"type":"erased"/g)?.length, 10);
      removeSpaces();
      if (!wentDown()) break;
      downs++;
    }
    assert.ok(downs >= 7, `went down ${downs} times`);
  });
});
