import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFound } from '../../../src/journal/backup/spaceFiles.ts';
import { parseExport } from '../../../src/journal/import/importFile.ts';
import { framed } from '../../../src/journal/import/importFrame.ts';
import { type Here, planImport } from '../../../src/journal/import/importSpace.ts';
import { Space } from '../../../src/journal/space.ts';
import type { JournalEvent } from '../../../src/model/events.ts';
import { exportText, type SpaceExport, toExport } from '../../../src/model/exportSpace.ts';
import { shownState } from '../../../src/model/shownState.ts';
import { journalFiles, line, newSpace, putFile, removeSpaces, tagged } from './support.ts';

const goal = (id: string, title = `goal ${id}`) => ({
  type: 'goal.created' as const,
  payload: { goal: id, title, category: null, origin: 'mentee' as const, targetDate: null },
});
const linked = (feedback: string, goal: string) => ({
  type: 'feedback.linked' as const,
  payload: { feedback, goal },
});
const entered = (feedback: string, body: string) => ({
  type: 'feedback.entered' as const,
  payload: { feedback, author: 'theo', body, url: null, saidAt: '2026-01-02T03:04:05Z' },
});
const action = (id: string, goal: string | null, text = `action ${id}`) => ({
  type: 'action.added' as const,
  payload: { action: id, text, owner: null, dueDate: null, goal },
});

const annotation = (id: string, body: string) => ({
  type: 'annotation.added' as const,
  payload: {
    ...{ annotation: id, body, number: null, feedback: null, tag: null },
    anchor: {
      ...{ path: 'a.ts', repository: null, side: 'RIGHT' as const, commit: null, startLine: 1, endLine: 1 },
      ...{ code: 'a', before: '', after: '' },
    },
  },
});
const reply = (annotation: string, id: string) => ({
  type: 'annotation.replied' as const,
  payload: { annotation, reply: id, body: `reply ${id}` },
});
const rating = (id: string, isHelpful: boolean) => ({
  type: 'feedback.rated' as const,
  payload: { rating: id, feedback: 'f', isHelpful, note: null },
});

const session = (id: string, goals: string[] = []) => ({
  type: 'session.logged' as const,
  payload: {
    ...{
      session: id,
      kind: 'check-in' as const,
      people: [],
      date: '2026-11-22',
      heldAt: null,
      minutes: null,
    },
    ...{ goals, link: null, pairing: null },
  },
});
const written = (of: string, text: string) => ({
  type: 'session.written' as const,
  payload: { session: of, text },
});

const open = (author = 'ann', folder = newSpace()) =>
  Space.open({ folder, privateFolder: `${folder}-private`, author: () => author });
const found = (space: Space) => readFound(fs.promises, space);

const options = { name: 'Ada', id: null, exportedAt: '2026-03-04T05:06:07.000Z' };
async function exported(space: Space, includePrivate = false): Promise<SpaceExport> {
  return toExport(await found(space), space.records.isPrivate, { ...options, includePrivate });
}
async function plan(space: Space, file: unknown, author = 'ann') {
  const here: Here = {
    found: await found(space),
    writer: await space.writer(),
    author,
    isPrivate: space.records.isPrivate,
  };
  return { here, plan: planImport(parseExport(JSON.stringify(file)), here) };
}
async function take(space: Space, file: unknown, author = 'ann') {
  const planned = await plan(space, file, author);
  if (planned.plan.events.length > 0) {
    await space.add(framed(planned.plan, planned.here) as unknown as JournalEvent[]);
  }
  return planned.plan;
}
const bytes = (space: Space) => [...journalFiles(space.folder), ...journalFiles(space.privateFolder)];
const schema = JSON.parse(fs.readFileSync('media/space.schema.json', 'utf8'));
const isValid = new Ajv2020({ validateFormats: false, strictTypes: false }).compile(schema);
const valid = (file: unknown) => isValid(JSON.parse(JSON.stringify(file)));
const isPart = (text: string) => (event: { payload: object }) => JSON.stringify(event).includes(text);

describe('a space that is taken along', () => {
  afterEach(removeSpaces);

  it('is every line as it stands, the ones of a newer Cairn included, each once and in order', async () => {
    const space = await open();
    await space.perform([goal('g'), linked('f', 'g')]);
    await space.undo();
    const newer = {
      type: 'feedback.sung',
      version: 2,
      payload: { feedback: 'f', notes: [1, { deep: 'x' }] },
    };
    const other = line({ id: 'o1', act: 'o1', time: [7, 0], author: 'bob', ...newer });
    putFile(
      space.folder,
      '2026-01.jsonl',
      `${other}no line\n${other.replace('o1', 'e0').replace('feedback.sung', 'erased')}`,
    );
    const file = await exported(space);
    const lines = journalFiles(space.folder)
      .flatMap(({ text }) => text.split('\n'))
      .filter((text) => text.startsWith('{'))
      .map((text) => JSON.parse(text));
    const bare = file.events.map(({ writer, ...event }) => event);
    assert.deepEqual(bare[0], JSON.parse(other));
    assert.deepEqual(new Set(bare.map((event) => JSON.stringify(event))).size, 4);
    assert.ok(bare.every((event) => lines.some((text) => JSON.stringify(text) === JSON.stringify(event))));
    assert.ok(valid(file), JSON.stringify(isValid.errors));
    assert.equal(file.$schema, schema.$id);
    const text = exportText(file);
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(file)));
    assert.equal(text.split('\n').filter((line) => line.startsWith('{"id":')).length, file.events.length);
    assert.deepEqual(JSON.parse(exportText({ ...file, events: [] })), { ...file, events: [] });
  });

  it('fits its schema, which refuses what no journal would take', async () => {
    const space = await open();
    await space.perform([goal('g'), entered('f', 'words'), action('a', 'g')]);
    await space.perform([entered('p', 'mine')], { isPrivate: true });
    const file = await exported(space, true);
    assert.ok(valid(file), JSON.stringify(isValid.errors));
    const [first, ...rest] = file.events as [object, ...object[]];
    for (const wrong of [
      { ...file, format: 'other' },
      { ...file, version: 2 },
      { ...file, events: {} },
      { ...file, space: undefined },
      ...[
        { id: '' },
        { time: [1] },
        { time: [-1, 0] },
        { version: 0 },
        { payload: [] },
        { type: 'erased' },
      ].map((change) => ({ ...file, events: [{ ...first, ...change }, ...rest] })),
      { ...file, events: [{ ...first, payload: { goal: 'g' } }] },
      { ...file, events: [{ ...first, isPrivate: false }] },
    ]) {
      assert.ok(!valid(wrong), JSON.stringify(wrong).slice(0, 300));
    }
    assert.ok(valid({ ...file, events: [{ ...first, type: 'goal.sung', payload: {} }, ...rest] }));
  });

  it('holds nothing private, not in a word, a count or a link, unless the user says so', async () => {
    const space = await open();
    await space.perform([goal('shared'), tagged('f1'), linked('f1', 'shared'), entered('open', 'to all')]);
    await space.perform([goal('hidden goal', 'secret aim')], { isPrivate: true });
    await space.perform([entered('hidden words', 'secret words')], { isPrivate: true });
    await space.perform([linked('hidden words', 'shared'), tagged('hidden words')]);
    await space.perform([action('a1', 'hidden goal', 'secret promise'), linked('f1', 'hidden goal')]);
    await space.perform([{ type: 'action.edited', payload: { action: 'a1', text: 'secret change' } }]);
    await space.perform([action('a2', null)]);
    await space.setPrivate('a2', true);
    await space.perform([tagged('f2')]);
    putFile(space.folder, '2026-01.jsonl', line({ type: 'a.b', payload: { in: [{ deep: 'hidden goal' }] } }));

    const file = await exported(space);
    assert.deepEqual(
      file.events.filter((event) => event.isPrivate || isPart('secret')(event) || isPart('hidden')(event)),
      [],
    );
    assert.deepEqual(file.events.filter(isPart('"a1"')), []);
    assert.deepEqual(file.events.filter(isPart('"a2"')), []);
    const state = (includePrivate: boolean, events: JournalEvent[]) =>
      shownState(events, space.records.isPrivate, includePrivate, () => undefined);
    const bare = state(false, await space.events());
    assert.ok(!JSON.stringify(bare).includes('secret') && !JSON.stringify(bare).includes('hidden'));
    assert.deepEqual(
      bare.goals.map(({ counts }) => counts),
      [{ keep: 1, stop: 0, start: 0 }],
    );
    assert.deepEqual(bare.actions, []);

    const bareLine = {
      ...file.events.find(({ type }) => type === 'feedback.tagged')!,
      id: 'p1',
      isPrivate: true as const,
      writer: undefined,
    };
    assert.ok(
      !JSON.stringify(toExport([bareLine], new Set(), { ...options, includePrivate: false })).includes('p1'),
    );

    const all = await exported(space, true);
    assert.ok(all.events.some(isPart('secret promise')));
    assert.ok(
      all.events.every(
        (event) => event.isPrivate || !isPart('secret')(event) || isPart('secret change')(event),
      ),
    );
    const whole = state(true, await space.events());
    assert.deepEqual(
      whole.goals.map(({ isPrivate, counts }) => [isPrivate, counts.keep]),
      [
        [false, 2],
        [true, 1],
      ],
    );
    assert.deepEqual(
      whole.actions.map(({ isPrivate }) => isPrivate),
      [true, true],
    );
    assert.deepEqual(
      whole.feedback.flatMap(({ id, isPrivate }) => (isPrivate ? id : [])),
      ['hidden words'],
    );
  });
});

describe('an export that is brought in', () => {
  afterEach(removeSpaces);

  /** A space with both journals, and what stands in it. */
  async function full(author = 'ann') {
    const space = await open(author);
    await space.perform([goal('g'), entered('f', 'words')]);
    await space.perform([linked('f', 'g')]);
    await space.perform([entered('mine', 'private words')], { isPrivate: true });
    putFile(
      space.folder,
      '2026-01.jsonl',
      line({ id: 'n1', type: 'x.y', version: 4, payload: { z: [1] } }),
      'otherwriter',
    );
    return space;
  }

  it('makes the space anew elsewhere, private things private; twice is once', async () => {
    const [here, there] = [await full(), await open()];
    const file = await exported(here, true);
    const first = await take(there, file);
    assert.deepEqual([first.events.length, first.known, first.problems, first.isPrivate], [6, 0, [], 2]);
    assert.deepEqual([...there.records.goals.keys()], ['g']);
    assert.deepEqual(there.records.goals.get('g'), here.records.goals.get('g'));
    assert.deepEqual(there.records.entered, here.records.entered);
    assert.deepEqual(there.records.isPrivate, here.records.isPrivate);
    assert.ok(!journalFiles(there.folder).some(({ text }) => text.includes('private words')), 'shared');
    assert.ok(
      journalFiles(there.folder).some(({ text }) => text.includes('"x.y"')),
      'dropped',
    );

    const before = bytes(there);
    const again = await take(there, file);
    assert.deepEqual([again.events.length, again.known, again.problems], [0, 6, []]);
    assert.deepEqual(bytes(there), before);
  });

  it('changes nothing where it comes from, also after an erasure', async () => {
    const space = await full();
    const file = await exported(space, true);
    await space.erase('f');
    const before = bytes(space);
    const planned = await take(space, file);
    assert.deepEqual([planned.events.length, planned.known, planned.problems], [0, 6, []]);
    assert.deepEqual(bytes(space), before);
  });

  it('knows a session again that went out without its private goal', async () => {
    const space = await open();
    await space.perform([goal('g'), goal('h'), session('s', ['g', 'h']), written('s', 'words')]);
    await space.setPrivate('h', true);
    const file = await exported(space);
    assert.deepEqual(file.events.find(({ type }) => type === 'session.logged')?.payload.goals, ['g']);
    const before = bytes(space);
    const planned = await take(space, file);
    assert.deepEqual([planned.events.length, planned.known, planned.problems], [0, 3, []]);
    assert.deepEqual(bytes(space), before);
    const there = await open();
    await take(there, file);
    assert.deepEqual(there.records.sessions.get('s')?.goals, ['g']);
    assert.equal(there.records.sessions.get('s')?.texts[0]?.text, 'words');
  });

  it('keeps private what is private in either of the two, whatever the file says', async () => {
    const [here, there] = [await open(), await open()];
    await here.perform([entered('f', 'told'), tagged('f')]);
    await there.setPrivate('f', true);
    await take(there, await exported(here));
    assert.ok(!journalFiles(there.folder).some(({ text }) => text.includes('told')));
    assert.equal(there.records.entered.get('f')?.body, 'told');

    const file = await exported(here);
    const [first] = file.events;
    const mixed = [{ ...first, isPrivate: 'yes' }, ...file.events];
    const third = await open();
    const planned = await take(third, { ...file, events: mixed });
    assert.deepEqual([planned.events.length, planned.isPrivate, planned.known], [2, 1, 1]);
    assert.ok(!journalFiles(third.folder).some(({ text }) => text.includes('told')));
  });

  it("brings others' words in as claims, which leave this clone its user's own", async () => {
    const [bobs, there] = [await open('bob'), await open('ann')];
    await bobs.perform([goal('g', "bob's aim"), entered('f', 'said to bob')]);
    const planned = await take(there, await exported(bobs), 'ann');
    assert.equal(planned.byOthers, 2);
    const made = () => there.records.goals.get('g')?.created;
    assert.deepEqual(made(), { by: 'ann', claimedBy: 'bob' });
    await there.perform([goal('own')]);
    assert.deepEqual(there.records.goals.get('own')?.created, { by: 'ann', claimedBy: null });
    // Another window, or the next start, reads the files from their beginning.
    const again = await open('ann', there.folder);
    await again.perform([goal('next')]);
    for (const id of ['own', 'next']) {
      assert.deepEqual(again.records.goals.get(id)?.created, { by: 'ann', claimedBy: null }, id);
    }
    const renamed = await open('ann-login', there.folder);
    await renamed.perform([goal('last')]);
    assert.deepEqual(renamed.records.goals.get('last')?.created.claimedBy, null);
    await renamed.perform([{ type: 'goal.edited', payload: { goal: 'own', title: 'changed' } }]);
    assert.equal(renamed.records.goals.get('own')?.title, 'changed', 'no longer the same person');
  });

  it("leaves a user's next name theirs, also right after others' words came in", async () => {
    const [bobs, there] = [await open('bob'), await open('root')];
    await bobs.perform([goal('g')]);
    await there.perform([goal('own')]);
    await take(there, await exported(bobs), 'root');
    const renamed = await open('ann', there.folder);
    await renamed.perform([goal('last')]);
    await renamed.perform([{ type: 'goal.edited', payload: { goal: 'own', title: 'changed' } }]);
    assert.equal(renamed.records.goals.get('last')?.created.claimedBy, null);
    assert.equal(renamed.records.goals.get('own')?.title, 'changed');
  });

  it('does not take a line for mine that somebody else wrote in my name', async () => {
    const [shared, fresh] = [await open('bob'), await open('ann')];
    await shared.perform([goal('g')]);
    const forged = line({ id: 'x', act: 'x', time: [9e12, 0], author: 'Ann', ...goal('forged') });
    const [bobs] = journalFiles(shared.folder);
    fs.appendFileSync(bobs!.file, forged);
    const planned = await take(fresh, await exported(shared));
    assert.deepEqual(planned.problems, [
      { index: 2, message: 'It says to be yours, and stands in a file of bob.' },
    ]);
    assert.deepEqual([...fresh.records.goals.keys()], ['g']);
  });

  it("gives nobody a say by an import that they did not have: over others' words, or over what is private", async () => {
    const there = await open('ann');
    const [made] = await there.perform([
      goal('own', 'my aim'),
      action('own action', null, 'my promise'),
      tagged('f'),
      annotation('own note', 'my note'),
      reply('own note', 'own reply'),
      rating('own rating', true),
      session('own session'),
      written('own session', 'my text'),
    ]);
    await there.perform([entered('p', 'mine')], { isPrivate: true });
    let at = 8e12;
    const bobs = (type: string, payload: object, more = {}) => {
      at += 1;
      return {
        id: `b${at}`,
        time: [at, 0],
        author: 'bob',
        act: `b${at}`,
        type,
        version: 1,
        payload,
        ...more,
      };
    };
    const bobsGoal = bobs('goal.created', goal("bob's").payload);
    const taken = [
      bobsGoal,
      bobs('goal.edited', { goal: "bob's", title: 'his to change' }),
      bobs('goal.edited', { goal: 'own', targetDate: '2027-01-01' }),
      bobs('act.undone', { act: bobsGoal.act }),
      bobs('feedback.tagged', { feedback: 'f', tag: null }),
      bobs('annotation.replied', reply('own note', 'his reply').payload),
      bobs('annotation.edited', { annotation: 'own note', reply: 'his reply', body: 'his to change' }),
      bobs('annotation.tagged', { annotation: 'own note', tag: 'keep' }),
      bobs('feedback.rated', rating('his rating', false).payload),
      bobs('session.written', { session: 'own session', text: 'his text' }),
      bobs('session.edited', { session: 'own session', minutes: 30 }),
      bobs('action.added', action('his action', null).payload),
      bobs('record.withdrawn', { record: 'his action', isWithdrawn: true }),
      // What is there already: it changes nothing.
      bobs('session.logged', session('own session').payload),
      bobs('goal.created', goal('own').payload),
      bobs('annotation.added', annotation('own note', 'not his').payload),
      bobs('annotation.replied', reply('own note', 'own reply').payload),
    ];
    const refused = [
      bobs('goal.edited', { goal: 'own', title: 'not his' }),
      bobs('action.edited', { action: 'own action', text: 'not his' }),
      bobs('act.undone', { act: made!.act }),
      bobs('annotation.edited', { annotation: 'own note', reply: null, body: 'not his' }),
      bobs('annotation.edited', { annotation: 'own note', reply: 'own reply', body: 'not his' }),
      bobs('annotation.deleted', { annotation: 'own note', reply: null }),
      bobs('annotation.deleted', { annotation: 'own note', reply: 'own reply' }),
      bobs('feedback.rated', rating('own rating', false).payload),
      bobs('record.withdrawn', { record: 'own action', isWithdrawn: true }),
      bobs('record.hidden', { record: 'f', isHidden: true }),
      bobs('record.private', { record: 'p', isPrivate: false }, { isPrivate: true }),
      bobs('record.private', { record: 'p', isPrivate: false }, { author: 'ann', isPrivate: true }),
    ];
    const file = { format: 'cairn-space', version: 1, events: [...taken, ...refused] };
    const planned = await take(there, file);
    assert.equal(planned.events.length, taken.length);
    assert.deepEqual(
      planned.problems.map(({ index }) => index),
      refused.map((_, i) => taken.length + i + 1),
    );
    assert.deepEqual(
      [there.records.goals.get('own')?.title, there.records.goals.get('own')?.targetDate],
      ['my aim', '2027-01-01'],
    );
    assert.equal(there.records.actions.get('own action')?.text, 'my promise');
    const note = there.records.annotations.get('own note');
    assert.deepEqual([note?.body, note?.replies[0]?.body, note?.tag], ['my note', 'reply own reply', 'keep']);
    assert.deepEqual(note?.replies[1]?.body, 'his to change');
    assert.equal(there.records.ratings.get('own rating')?.isHelpful, true);
    const logged = there.records.sessions.get('own session');
    assert.deepEqual(
      logged?.texts.map(({ text, written: { claimedBy } }) => [text, claimedBy]),
      [
        ['my text', null],
        ['his text', 'bob'],
      ],
    );
    assert.deepEqual([logged?.minutes, logged?.created.claimedBy], [30, null]);
    const isWithdrawn = (id: string) => there.records.actions.get(id)?.isWithdrawn;
    assert.deepEqual([isWithdrawn('own action'), isWithdrawn('his action')], [false, true]);
    assert.equal(there.records.goals.has("bob's"), false, 'he has undone it himself');
    assert.ok(there.records.isPrivate.has('p'));
    assert.ok(there.records.marks.has('f'), 'hidden');
  });

  it('counts and names what it cannot take, and takes the rest', async () => {
    const [here, there] = [await full(), await open()];
    const file = await exported(here);
    const [first, ...rest] = file.events as [SpaceExport['events'][number], ...SpaceExport['events']];
    const wrong: [unknown, RegExp][] = [
      [null, /no event of a journal/],
      ['text', /no event of a journal/],
      [{ ...first, id: 5 }, /no event of a journal/],
      [{ ...first, id: 'w1', type: 'goal.created', version: 1, payload: { goal: 'g' } }, /payload\.title/],
      [{ ...first, id: 'w2', type: 'x.y', payload: { text: 'x'.repeat(1024 * 1024) } }, /longer/],
      [{ ...first, id: first.id, payload: { other: 1 }, type: 'x.y' }, /id is taken/],
    ];
    const text = JSON.stringify({ ...file, events: [first, ...rest, ...wrong.map(([event]) => event)] });
    const nested = { ...first, id: 'w3', type: 'x.y', payload: { deep: 'HERE' } };
    const at = text.lastIndexOf(']');
    const whole = `${text.slice(0, at)},${JSON.stringify(nested).replace('"HERE"', '['.repeat(200_000) + ']'.repeat(200_000))}]}`;
    const here2: Here = { found: await found(there), writer: null, author: 'ann', isPrivate: new Set() };
    const planned = planImport(parseExport(whole), here2);
    assert.deepEqual(
      planned.problems.map(({ index }) => index),
      [...wrong.keys(), wrong.length].map((i) => i + 1 + file.events.length),
    );
    for (const [i, [, message]] of wrong.entries()) assert.match(planned.problems[i]!.message, message);
    assert.match(planned.problems.at(-1)!.message, /nested/);
    assert.equal(planned.events.length, file.events.length);
  });

  it('refuses what is no export, and one of a newer Cairn, with what to do', () => {
    const file = { format: 'cairn-space', version: 1, events: [] };
    assert.deepEqual(parseExport(JSON.stringify(file)), { name: '', events: [] });
    for (const [text, message] of [
      ['{"format":"cairn-space"', /no JSON/],
      ['[]', /holds no space/],
      [JSON.stringify({ ...file, format: 'other' }), /holds no space/],
      [JSON.stringify({ ...file, events: 5 }), /holds no space/],
      [JSON.stringify({ ...file, version: 2 }), /Update Cairn/],
    ] as const) {
      assert.throws(() => parseExport(text), { code: 'bad-import', message });
    }
  });

  it('reads nothing through a link', async () => {
    const space = await open();
    await space.perform([goal('g')]);
    const [own] = journalFiles(space.folder);
    const outside = path.join(path.dirname(space.folder), 'outside.jsonl');
    fs.writeFileSync(outside, line({ id: 'outside' }));
    fs.symlinkSync(outside, path.join(path.dirname(own!.file), '2020-01.jsonl'));
    assert.ok(!JSON.stringify(await exported(space)).includes('outside'));
  });
});
