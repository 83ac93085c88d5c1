import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Journal, type JournalProblem } from '../../../src/journal/journal.ts';
import type { JournalEvent, NewEvent } from '../../../src/model/events.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { journalFiles, line, newSpace, putFile, removeSpaces, tagged } from './support.ts';

const open = (space: string, options: { now?: () => number; onProblem?: (p: JournalProblem) => void } = {}) =>
  Journal.open(space, { author: () => 'ann', ...options });
const about = (events: readonly JournalEvent[]) =>
  events.map(({ payload }) => ('feedback' in payload ? payload.feedback : ''));

describe('Journal', () => {
  afterEach(removeSpaces);

  it('makes nothing before something is said', async () => {
    const space = newSpace();
    const journal = await open(space);
    assert.deepEqual(await journal.read(), []);
    assert.deepEqual(await journal.append([]), []);
    assert.equal(fs.existsSync(space), false);
  });

  it('keeps the events of an act, one a line, in a file of its own', async () => {
    const space = newSpace();
    const journal = await open(space, { now: () => Date.UTC(2026, 1, 28, 23, 59) });
    const appended = await journal.append([tagged('f1'), tagged('f2', 'stop')]);
    const [written, ...more] = journalFiles(space);
    assert.deepEqual(more, []);
    assert.match(path.relative(space, written?.file ?? ''), /^journal\/[a-z0-9]{8,32}\/2026-02\.jsonl$/);
    const lines = (written?.text ?? '').split('\n');
    assert.equal(lines.pop(), '');
    assert.deepEqual(
      lines.map((text) => JSON.parse(text)),
      appended.map(({ writer, ...event }) => event),
    );
    assert.deepEqual(Object.keys(JSON.parse(lines[0] ?? '')), [
      'id',
      'time',
      'author',
      'act',
      'type',
      'version',
      'payload',
    ]);
    assert.equal(new Set(appended.map(({ act }) => act)).size, 1);
    assert.deepEqual(await (await open(space)).read(), appended);
  });

  it('stays the same writer, and takes a new id where the file is damaged', async () => {
    const space = newSpace();
    await (await open(space)).append([tagged('f1')]);
    await (await open(space)).append([tagged('f2')]);
    assert.equal(fs.readdirSync(path.join(space, 'journal')).length, 1);
    fs.writeFileSync(path.join(space, '.writer-id'), '../../elsewhere');
    await (await open(space)).append([tagged('f3')]);
    assert.equal(fs.readdirSync(path.join(space, 'journal')).length, 2);
    assert.deepEqual(about(await (await open(space)).read()), ['f1', 'f2', 'f3']);
  });

  it('gives times that grow although the clock goes back, and although others are ahead', async () => {
    const space = newSpace();
    putFile(space, '2026-01.jsonl', line({ time: [5000, 7] }));
    let now = 4000;
    const journal = await open(space, { now: () => now });
    await journal.read();
    const times: [number, number][] = [];
    for (const at of [4000, 4500, 6000, 6000, 100]) {
      now = at;
      times.push(...(await journal.append([tagged('f')])).map(({ time }) => time));
    }
    assert.deepEqual(times, [
      [5000, 8],
      [5000, 9],
      [6000, 0],
      [6000, 1],
      [6000, 2],
    ]);
  });

  it('does not follow a clock that is wrong by years, says so, and lets others correct what it said', async () => {
    const space = newSpace();
    const now = Date.UTC(2026, 5, 1);
    const file = putFile(
      space,
      '2026-06.jsonl',
      line({ id: 'a', time: [now - 5000, 0] }) +
        line({ id: 'b', time: [now * 2, 0], payload: { feedback: 'f', tag: 'stop' } }),
    );
    const journal = await open(space, { now: () => now });
    assert.deepEqual(
      (await journal.read()).map(({ id }) => id),
      ['a', 'b'],
    );
    assert.deepEqual(
      journal.problems.map(({ file, line }) => ({ file, line })),
      [{ file, line: 2 }],
    );
    const [appended] = await journal.append([tagged('f', 'start')]);
    assert.deepEqual(appended?.time, [now, 0]);
    assert.equal(foldEvents(await journal.read()).marks.get('f')?.tag, 'start');
    assert.ok(fs.readFileSync(file, 'utf8').includes(String(now * 2)), 'the line stays as it was');
  });

  it('refuses what no event may say, and writes nothing', async () => {
    const space = newSpace();
    const journal = await open(space);
    for (const wrong of [
      { type: 'feedback.tagged', payload: { feedback: 'f', tag: 'more' } },
      { type: 'x', payload: {} },
    ]) {
      await assert.rejects(journal.append([tagged('f'), wrong as unknown as NewEvent]), {
        code: 'invalid-argument',
      });
    }
    assert.deepEqual(journalFiles(space), []);
  });

  it('keeps many acts that are begun at once, each once and in order', async () => {
    const space = newSpace();
    const journal = await open(space);
    const names = Array.from({ length: 50 }, (_, i) => `f${i}`);
    await Promise.all(names.map((name) => journal.append([tagged(name)])));
    assert.deepEqual(about(await (await open(space)).read()), names);
  });
});

describe('Journal, reading what others left', () => {
  afterEach(removeSpaces);

  it('sets a torn last line aside and begins the next on a line of its own', async () => {
    const space = newSpace();
    await (await open(space)).append([tagged('f1'), tagged('f2')]);
    const { file, text } = journalFiles(space)[0] as { file: string; text: string };
    for (const cut of [1, 20, text.length - text.indexOf('\n') - 2]) {
      fs.writeFileSync(file, text.slice(0, -cut));
      const journal = await open(space);
      const before = about(await journal.read());
      await journal.append([tagged('f3')]);
      const after = await open(space);
      assert.deepEqual(about(await after.read()), cut === 1 ? ['f1', 'f2', 'f3'] : ['f1', 'f3']);
      assert.deepEqual(before, cut === 1 ? ['f1', 'f2'] : ['f1']);
      const lines = cut === 1 ? [] : [2];
      assert.deepEqual(
        journal.problems.map((problem) => problem.line),
        lines,
      );
      assert.deepEqual(
        after.problems.map((problem) => problem.line),
        lines,
      );
    }
  });

  it('sets broken lines aside with file and line, once, and reads all others', async () => {
    const space = newSpace();
    const broken = [
      '{',
      'null',
      '[]',
      '"x"',
      '{}',
      '\u0000\u0000',
      `${'['.repeat(50_000)}`,
      `"${'x'.repeat(2 ** 20)}"`,
    ];
    const wrong = [
      { id: '' },
      { id: 7 },
      { time: [1] },
      { time: [-1, 0] },
      { time: [1.5, 0] },
      { time: [1, -1] },
      { time: [1, 'x'] },
      { author: 'a'.repeat(201) },
    ];
    const payloads = [
      { payload: [] },
      { payload: null },
      { payload: { feedback: 'f', tag: 'x' } },
      { version: 0 },
    ];
    const bad = [...broken.map((text) => `${text}\n`), ...[...wrong, ...payloads].map(line)];
    const invalid = Buffer.from(line({ id: 'y', author: 'an?' }));
    invalid[invalid.indexOf('?')] = 0xff;
    const good = (id: string) => line({ id, act: id });
    const text = good('first') + bad.join(`\r\n`) + good('middle');
    const file = putFile(
      space,
      '2026-01.jsonl',
      Buffer.concat([Buffer.from(text), invalid, Buffer.from(good('last'))]),
    );
    const told: JournalProblem[] = [];
    const journal = await open(space, { onProblem: (problem) => told.push(problem) });
    for (let i = 0; i < 2; i++) {
      assert.deepEqual(
        (await journal.read()).map(({ id }) => id),
        ['first', 'last', 'middle'],
      );
      assert.equal(journal.problems.length, bad.length + 1);
    }
    assert.deepEqual(told, journal.problems);
    const lines = text.split('\n');
    for (const problem of journal.problems.slice(0, -1)) {
      assert.equal(problem.file, file);
      assert.ok(bad.includes(`${lines[problem.line - 1]}\n`.replace('\r', '')), String(problem.line));
    }
  });

  it('keeps newer types and versions in the file without a complaint', async () => {
    const space = newSpace();
    const text =
      line({ id: 'a', type: 'pulse.answered' }) +
      line({ id: 'b', version: 2, payload: {} }) +
      line({ id: 'c' });
    const file = putFile(space, '2026-01.jsonl', text);
    const journal = await open(space);
    assert.deepEqual(
      (await journal.read()).map(({ id }) => id),
      ['c'],
    );
    assert.deepEqual(journal.problems, []);
    assert.equal(fs.readFileSync(file, 'utf8'), text);
  });

  it('keeps both events where two writers use one id: nobody makes another’s event disappear', async () => {
    const space = newSpace();
    putFile(
      space,
      '2026-01.jsonl',
      line({ id: 'a', time: [2000, 0], payload: { feedback: 'late', tag: 'keep' } }),
      'aaaaaaaa',
    );
    putFile(
      space,
      '2026-01.jsonl',
      line({ id: 'a', time: [1000, 0], payload: { feedback: 'early', tag: 'keep' } }),
      'bbbbbbbb',
    );
    assert.deepEqual(about(await (await open(space)).read()), ['early', 'late']);
  });

  it('follows no link, reads nothing but journal files, and says what it left out', async () => {
    const space = newSpace();
    const outside = path.join(space, 'outside');
    fs.mkdirSync(outside, { recursive: true });
    fs.writeFileSync(path.join(outside, '2026-01.jsonl'), line({ id: 'stolen' }));
    putFile(space, '2026-01.jsonl', line({ id: 'good' }));
    fs.symlinkSync(outside, path.join(space, 'journal', 'linkedfolder'));
    fs.symlinkSync(
      path.join(outside, '2026-01.jsonl'),
      path.join(space, 'journal', 'otherwriter', '2026-02.jsonl'),
    );
    putFile(space, '2026-01.jsonl', line({ id: 'upper' }), 'UPPERCASE');
    putFile(space, 'notes.txt', 'x');
    const journal = await open(space);
    assert.deepEqual(
      (await journal.read()).map(({ id }) => id),
      ['good'],
    );
    assert.deepEqual(
      journal.problems.map((problem) => path.relative(path.join(space, 'journal'), problem.file)),
      ['UPPERCASE', 'linkedfolder', 'otherwriter/2026-02.jsonl', 'otherwriter/notes.txt'],
    );
  });

  it('reads no journal folder that is a link, and writes through none', async () => {
    const space = newSpace();
    const outside = path.join(space, 'outside');
    fs.mkdirSync(path.join(outside, 'otherwriter'), { recursive: true });
    fs.writeFileSync(path.join(outside, 'otherwriter', '2026-01.jsonl'), line({}));
    fs.symlinkSync(outside, path.join(space, 'journal'));
    const journal = await open(space);
    assert.deepEqual(await journal.read(), []);
    assert.equal(journal.problems.length, 1);
    await assert.rejects(journal.append([tagged('f')]), { code: 'journal-unwritable' });
    assert.deepEqual(fs.readdirSync(path.join(outside, 'otherwriter')), ['2026-01.jsonl']);
  });

  it('refuses files over 64 MB and reads the rest', async () => {
    const space = newSpace();
    const file = putFile(space, '2026-01.jsonl', line({ id: 'large' }));
    fs.truncateSync(file, 64 * 1024 * 1024 + 1);
    putFile(space, '2026-02.jsonl', line({ id: 'small' }));
    const journal = await open(space);
    assert.deepEqual(
      (await journal.read()).map(({ id }) => id),
      ['small'],
    );
    assert.deepEqual(
      journal.problems.map((problem) => [problem.file, problem.line]),
      [[file, 0]],
    );
    assert.match(journal.problems[0]?.message ?? '', /64 MB/);
  });

  it('starts another file of the month before its own becomes too large to be read', async () => {
    const space = newSpace();
    await (await open(space)).append([tagged('f1')]);
    const file = journalFiles(space)[0]?.file ?? '';
    const blank = `${' '.repeat(1023)}\n`;
    fs.appendFileSync(file, blank.repeat(48 * 1024));
    await (await open(space)).append([tagged('f2')]);
    await (await open(space)).append([tagged('f3')]);
    assert.deepEqual(
      journalFiles(space).map(({ file }) => path.basename(file).slice(7)),
      ['.2.jsonl', '.jsonl'],
    );
    assert.deepEqual(about(await (await open(space)).read()), ['f1', 'f2', 'f3']);
  });
});
