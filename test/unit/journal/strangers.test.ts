import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Journal } from '../../../src/journal/journal.ts';
import type { JournalEvent } from '../../../src/model/events.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { line, newSpace, putFile, removeSpaces, tagged } from './support.ts';

const now = Date.UTC(2026, 10, 22);
const years = 365 * 24 * 60 * 60 * 1000;

/** A line about its own feedback, so that a fold shows whether it counts. */
const good = (id: string, fields: object = {}) =>
  line({ id, act: id, payload: { feedback: id, tag: 'keep' }, ...fields });

/** Opens a space whose files strangers wrote, and sees that one's own act comes through all the same. */
async function read(space: string) {
  const journal = await Journal.open(space, { author: () => 'ann', now: () => now });
  const events = await journal.read();
  const problems = journal.problems.map(
    ({ file, line, message }) => `${path.relative(path.join(space, 'journal'), file)}:${line} ${message}`,
  );
  await journal.append([tagged('own', 'start')]);
  const all = await journal.read();
  assert.ok(all.some(({ payload }) => 'feedback' in payload && payload.feedback === 'own'));
  assert.equal(all.length, events.length + 1);
  const records = foldEvents(all);
  assert.equal(records.marks.get('own')?.tag, 'start');
  return { ids: events.map(({ id }) => id), events, problems, records };
}

describe('A stranger’s journal file', () => {
  afterEach(removeSpaces);

  const asides: Record<string, [bad: string | Buffer, why: RegExp]> = {
    'is half a line': ['{"id":"x","time":[1,0],"author":"be', /not whole/],
    'is no JSON': ['hello', /no JSON/],
    'is JSON of another kind': ['[1, 2]', /no event/],
    'is an array 100,000 levels deep': [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /no event|no JSON/],
    'is an object 100,000 levels deep': [
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      /no event|no JSON/,
    ],
    'has a payload 100,000 levels deep where text belongs': [
      good('x', { payload: { feedback: 'DEEP', tag: 'keep' } })
        .trim()
        .replace('"DEEP"', '['.repeat(100_000) + ']'.repeat(100_000)),
      /payload\.feedback/,
    ],
    'has two megabytes': [`"${'x'.repeat(2 * 1024 * 1024)}"`, /longer than any event/],
    'is an event of two megabytes': [
      good('x', { more: 'x'.repeat(2 * 1024 * 1024) }).trim(),
      /longer than any event/,
    ],
    'has NUL bytes': [Buffer.alloc(300), /no JSON/],
    'has NUL bytes before an event': [
      Buffer.concat([Buffer.alloc(9), Buffer.from(good('x').trim())]),
      /no JSON/,
    ],
    'is no UTF-8': [Buffer.from(good('x', { author: 'ÿÿ' }).trim(), 'latin1'), /not UTF-8/],
    'is UTF-16': [Buffer.from(good('x').trim(), 'utf16le'), /not UTF-8|no JSON/],
    'has a number for an id': [good('x', { id: 7 }).trim(), /no event/],
    'has an id of a thousand letters': [good('x'.repeat(1000)).trim(), /no event/],
    'has a time of one number': [good('x', { time: [1] }).trim(), /no event/],
    'has a time that is no whole number': [good('x', { time: [0.5, 0] }).trim(), /no event/],
    'has a time beyond what numbers hold': [good('x').trim().replace('1000', '1e400'), /no event/],
    'has a time before 1970': [good('x', { time: [-1, 0] }).trim(), /no event/],
    'has an author that is an object': [good('x', { author: { toString: 'x' } }).trim(), /no event/],
    'has no payload': [good('x', { payload: undefined }).trim(), /no event/],
    'has a list for a payload': [good('x', { payload: [1] }).trim(), /no event/],
    'has a tag that is none': [good('x', { payload: { feedback: 'f', tag: 'more' } }).trim(), /payload\.tag/],
    'has a prototype for a payload': [
      good('x')
        .trim()
        .replace('"payload":{', '"payload":{"__proto__":{"feedback":"f","tag":"keep"},"x":{')
        .concat('}'),
      /payload\.feedback/,
    ],
    'has version 0': [good('x', { version: 0 }).trim(), /no event/],
    'begins with a byte order mark': [`\ufeff${good('x').trim()}`, /no JSON/],
  };
  for (const [what, [bad, why]] of Object.entries(asides)) {
    it(`is read but for a line that ${what}, at its beginning, in its middle and at its end`, async () => {
      const space = newSpace();
      const feed = Buffer.from('\n');
      const parts = [bad, good('a').trim(), bad, good('b').trim(), bad].map((part) =>
        Buffer.from(part as string),
      );
      const bytes = Buffer.concat(parts.flatMap((part) => [part, feed]).slice(0, -1));
      const file = putFile(space, '2026-01.jsonl', bytes);
      const { ids, problems } = await read(space);
      assert.deepEqual(ids, ['a', 'b']);
      assert.equal(problems.length, 3, problems.join('\n'));
      for (const [index, line] of [1, 3, 5].entries()) {
        assert.ok(problems[index]?.startsWith(`otherwriter/2026-01.jsonl:${line} `), problems[index]);
        assert.match(problems[index] ?? '', why);
      }
      assert.deepEqual(fs.readFileSync(file), bytes, 'a stranger’s file stays as it is');
    });
  }

  it('may hold what is new, deep or unusual beside what is known', async () => {
    const space = newSpace();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const lines = [
      good('more fields', { more: { a: [1] } }),
      good('deep').replace('"version":1', `"more":${deep},"version":1`),
      good('deep payload').replace('"tag":"keep"', `"tag":"keep","more":${deep}`),
      good('1e0').replace('"version":1', '"version":1e0'),
      good('twice').replace('"author":"ann"', '"author":"bob","author":"ann"'),
      good('half a letter').replace('"ann"', '"\\ud800"'),
      `\t ${good('spaces').trim()} \r\n`,
      '\n \r\n\t\n',
      good('unended').trim(),
    ];
    // The same in two writers' files: what is equal is compared, and depth must not break that.
    putFile(space, '2026-01.jsonl', lines.join(''), 'aaaaaaaa');
    putFile(space, '2026-01.jsonl', lines.join(''), 'bbbbbbbb');
    const { problems, records } = await read(space);
    assert.deepEqual(problems, []);
    assert.deepEqual([...records.marks.keys()].sort(), [
      '1e0',
      'deep',
      'deep payload',
      'half a letter',
      'more fields',
      'own',
      'spaces',
      'twice',
      'unended',
    ]);
  });

  it('may hold types and versions of the future, which are no problem and stay', async () => {
    const space = newSpace();
    const text =
      good('a', { type: 'pulse.answered', payload: { deep: { er: true } } }) +
      good('b', { version: 2, payload: {} }) +
      good('c', { version: Number.MAX_SAFE_INTEGER }) +
      good('d', { type: '__proto__' }) +
      good('e', { type: 'constructor' }) +
      good('f', { type: 'erased', payload: {} }) +
      good('g');
    const file = putFile(space, '2026-01.jsonl', text);
    const { ids, problems } = await read(space);
    assert.deepEqual(ids, ['g']);
    assert.deepEqual(problems, []);
    assert.equal(fs.readFileSync(file, 'utf8'), text);
  });

  it('may have a clock that is wrong by years, and nobody is kept from correcting what it says', async () => {
    const space = newSpace();
    const about = (tag: string) => ({ payload: { feedback: 'f', tag } });
    putFile(
      space,
      '2026-11.jsonl',
      good('1970', { time: [0, 0], ...about('keep') }) +
        good('twenty years ago', { time: [now - 20 * years, 0], ...about('stop') }) +
        good('ten years ahead', { time: [now + 10 * years, 0], ...about('start') }) +
        good('the last of all', {
          time: [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
          ...about('start'),
        }),
    );
    putFile(
      space,
      '2026-11.jsonl',
      good('next', { time: [now - 1000, Number.MAX_SAFE_INTEGER], ...about('keep') }),
      'bbbbbbbb',
    );
    const { ids, problems, records, events } = await read(space);
    assert.deepEqual(ids, ['1970', 'twenty years ago', 'ten years ahead', 'the last of all', 'next']);
    assert.equal(records.marks.get('f')?.tag, 'keep', 'a later word of somebody with a right clock counts');
    assert.deepEqual(
      problems.map((problem) => problem.split(' ')[0]),
      ['otherwriter/2026-11.jsonl:3', 'otherwriter/2026-11.jsonl:4'],
    );
    assert.ok(events.every(({ time }) => time[0] <= now));
    const journal = await Journal.open(space, { author: () => 'ann', now: () => now });
    await journal.read();
    const [own] = (await journal.append([tagged('f', 'stop')])) as [JournalEvent];
    assert.ok(own.time[0] >= now && own.time[0] < now + 1000, String(own.time));
    assert.equal(foldEvents(await journal.read()).marks.get('f')?.tag, 'stop');
  });

  it('may use an id twice: of one writer the first line counts, in whichever of its files the next ones are', async () => {
    const space = newSpace();
    const say = (feedback: string, at: number) =>
      good('twice', { time: [at, 0], payload: { feedback, tag: 'keep' } });
    putFile(space, '2026-01.jsonl', say('first', 3000) + good('other') + say('again', 1000));
    putFile(space, '2026-02.jsonl', say('later', 500) + say('first', 3000));
    const { problems, records } = await read(space);
    assert.deepEqual([...records.marks.keys()].sort(), ['first', 'other', 'own']);
    assert.deepEqual(
      problems.map((problem) => problem.split(' ')[0]),
      ['otherwriter/2026-01.jsonl:3', 'otherwriter/2026-02.jsonl:1', 'otherwriter/2026-02.jsonl:2'],
    );
    assert.match(problems[0] ?? '', /used before/);
  });

  it('cannot make another’s event disappear by using its id', async () => {
    const space = newSpace();
    const theirs = good('same', { author: 'theo', payload: { feedback: 'theirs', tag: 'keep' } });
    putFile(space, '2026-01.jsonl', theirs + good('equal', { author: 'theo' }), 'mmmmmmmm');
    for (const writer of ['aaaaaaaa', 'zzzzzzzz']) {
      putFile(
        space,
        '2026-01.jsonl',
        good('same', { time: [1, 0], author: 'mallory', payload: { feedback: writer, tag: 'stop' } }) +
          good('equal', { author: 'theo' }),
        writer,
      );
    }
    const { problems, records } = await read(space);
    assert.deepEqual(problems, []);
    assert.deepEqual([...records.marks.keys()].sort(), ['aaaaaaaa', 'equal', 'own', 'theirs', 'zzzzzzzz']);
  });

  it('changes no prototype and is mistaken for none, whatever its keys and ids are', async () => {
    const space = newSpace();
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'];
    const lines = names.flatMap((name, index) => [
      good(name, { author: name, act: name, payload: { feedback: name, tag: 'keep' } }),
      good(`goal ${name}`, {
        type: 'goal.created',
        author: name,
        time: [2000, index],
        payload: { goal: name, title: name, category: name, origin: 'mentee', targetDate: null },
      }),
      good(`linked ${name}`, {
        type: 'feedback.linked',
        author: name,
        time: [3000, index],
        payload: { feedback: name, goal: name },
      }),
      good(`key ${name}`, { author: name })
        .replace('"payload":{', `"payload":{"${name}":{"polluted":"yes","tag":"stop"},`)
        .replace('{"id"', `{"${name}":{"polluted":"yes"},"id"`),
    ]);
    putFile(space, '2026-01.jsonl', lines.join(''));
    const { problems, records, events } = await read(space);
    assert.deepEqual(problems, []);
    assert.equal(events.length, lines.length);
    assert.equal(({} as { polluted?: string }).polluted, undefined);
    for (const name of names) {
      assert.equal(records.marks.get(name)?.tag, 'keep');
      assert.deepEqual(records.marks.get(name)?.goalIds, [name]);
      assert.equal(records.goals.get(name)?.title, name);
      assert.equal(records.marks.get(`key ${name}`)?.tag, 'keep');
    }
    for (const event of events) {
      assert.equal(Object.getPrototypeOf(event), Object.prototype);
      assert.equal(Object.getPrototypeOf(event.payload), Object.prototype);
      assert.ok(!JSON.stringify(event).includes('polluted'));
    }
  });

  it('may be full of nonsense: the reports are bounded, and what is good is read', async () => {
    const space = newSpace();
    putFile(space, '2026-01.jsonl', `${'nonsense\n'.repeat(50_000)}${good('a')}`);
    const { ids, problems } = await read(space);
    assert.deepEqual(ids, ['a']);
    assert.equal(problems.length, 1000);
  });
});

describe('A stranger’s folder', () => {
  afterEach(removeSpaces);

  it('may hold a file of a gigabyte, and one that is a byte too large: neither is read', async () => {
    const space = newSpace();
    fs.truncateSync(putFile(space, '2026-01.jsonl', good('sparse')), 1024 ** 3);
    fs.truncateSync(putFile(space, '2026-02.jsonl', good('large')), 64 * 1024 * 1024 + 1);
    putFile(space, '2026-03.jsonl', good('small'));
    const { ids, problems } = await read(space);
    assert.deepEqual(ids, ['small']);
    assert.deepEqual(problems, [
      'otherwriter/2026-01.jsonl:0 The file is larger than 64 MB; it was not read.',
      'otherwriter/2026-02.jsonl:0 The file is larger than 64 MB; it was not read.',
    ]);
  });

  it('may hold a file of 64 MB without a line’s end', async () => {
    const space = newSpace();
    fs.truncateSync(putFile(space, '2026-01.jsonl', ''), 64 * 1024 * 1024);
    putFile(space, '2026-02.jsonl', good('small'));
    const { ids, problems } = await read(space);
    assert.deepEqual(ids, ['small']);
    assert.equal(problems.length, 1);
    assert.ok(problems[0]?.startsWith('otherwriter/2026-01.jsonl:1 The line is longer'), problems[0]);
  });

  it('may hold links, pipes, sockets and folders in the places of files: none is opened', async () => {
    const space = newSpace();
    const outside = path.join(path.dirname(space), 'outside');
    fs.mkdirSync(path.join(outside, 'otherwriter'), { recursive: true });
    const secret = path.join(outside, 'otherwriter', '2026-01.jsonl');
    fs.writeFileSync(secret, good('secret'));
    const folder = path.dirname(putFile(space, '2026-12.jsonl', good('good')));
    fs.symlinkSync(secret, path.join(folder, '2026-01.jsonl'));
    fs.symlinkSync('../../../../outside/otherwriter/2026-01.jsonl', path.join(folder, '2026-02.jsonl'));
    fs.symlinkSync('2026-03.jsonl', path.join(folder, '2026-03.jsonl'));
    fs.symlinkSync('/dev/zero', path.join(folder, '2026-04.jsonl'));
    fs.mkdirSync(path.join(folder, '2026-05.jsonl'));
    assert.equal(spawnSync('mkfifo', [path.join(folder, '2026-06.jsonl')]).status, 0);
    const server = net.createServer().listen(path.join(folder, '2026-07.jsonl'));
    await new Promise((resolve) => server.once('listening', resolve));
    fs.symlinkSync(path.join(outside, 'otherwriter'), path.join(space, 'journal', 'linkedwriter'));
    fs.symlinkSync('.', path.join(space, 'journal', 'circlewriter'));
    fs.writeFileSync(path.join(space, 'journal', 'afilewriter'), good('file'));
    assert.equal(spawnSync('mkfifo', [path.join(space, 'journal', 'pipewriter')]).status, 0);
    try {
      const { ids, problems } = await read(space);
      assert.deepEqual(ids, ['good']);
      assert.deepEqual(problems.map((problem) => problem.slice(0, problem.indexOf(' '))).sort(), [
        'afilewriter:0',
        'circlewriter:0',
        'linkedwriter:0',
        ...[1, 2, 3, 4, 5, 6, 7].map((month) => `otherwriter/2026-0${month}.jsonl:0`),
        'pipewriter:0',
      ]);
    } finally {
      server.close();
    }
  });

  it('may have names that climb, mislead or are of no use: none is read', async () => {
    const space = newSpace();
    putFile(space, '2026-01.jsonl', good('good'));
    const folders = [
      'UPPERCASE',
      'short',
      'has space',
      '..\\..\\up',
      'dotted.name',
      '.hidden',
      'a'.repeat(33),
      'ｆullwidth',
      'line\nfeed',
      '$(reboot)',
      '-rf-rf-rf',
    ];
    const files = [
      '2026-1.jsonl',
      '26-01.jsonl',
      '2026-01.json',
      '2026-01.jsonl.bak',
      '..2026-01.jsonl',
      '2026-01.jsonl\n',
      '2026-01.x.jsonl',
      '2026-01.12345.jsonl',
      '٢٠٢٦-01.jsonl',
      '2026-01.jsonl\\..\\x',
    ];
    for (const name of folders) putFile(space, '2026-01.jsonl', good(`in ${name}`), name);
    for (const name of files) putFile(space, name, good(`as ${name}`));
    const { ids, problems } = await read(space);
    assert.deepEqual(ids, ['good']);
    assert.deepEqual(
      problems.map((problem) => problem.slice(0, problem.lastIndexOf(':'))).sort(),
      [...folders, ...files.map((name) => `otherwriter/${name}`)].sort(),
    );
    for (const problem of problems)
      assert.match(problem, /This is no (folder of a writer|file of a journal); it was not read\.$/);
  });

  it('may be one of ten thousand', async function () {
    this.timeout(120_000);
    const space = newSpace();
    const writers = Array.from({ length: 10_000 }, (_, index) => `writer${String(index).padStart(6, '0')}`);
    for (const writer of writers) putFile(space, '2026-01.jsonl', good(writer), writer);
    const journal = await Journal.open(space, { author: () => 'ann' });
    await journal.append([tagged('own')]);
    const ids = (await journal.read()).map(({ id }) => id);
    assert.deepEqual(ids.slice(0, -1), writers);
    assert.deepEqual(journal.problems, []);
  });
});
