import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Space } from '../../../src/journal/space.ts';
import type { NewEvent } from '../../../src/model/events.ts';
import { type ExportedEvent, selectEvents } from '../../../src/model/exportSpace.ts';
import { historyOf } from '../../../src/model/history.ts';
import { actionsOf } from '../../../src/model/overlay.ts';
import { pairingsOf, scaffoldsOf } from '../../../src/model/pairingsOf.ts';
import { sessionsOf } from '../../../src/model/sessionsOf.ts';
import { journalFiles, newSpace, removeSpaces } from './support.ts';

const logged = (session: string, goals: string[] = [], pairing: string | null = null): NewEvent => ({
  type: 'session.logged',
  payload: {
    ...{ session, kind: 'check-in', people: ['ann', 'bob'], date: '2026-11-22', heldAt: null, minutes: null },
    ...{ goals, link: null, pairing },
  },
});
const written = (text: string): NewEvent => ({ type: 'session.written', payload: { session: 's', text } });
const promised = (action: string, goal: string | null = null): NewEvent => ({
  type: 'action.added',
  payload: { action, text: `secret ${action}`, owner: null, dueDate: null, goal, session: 's' },
});
const entered = (feedback: string): NewEvent => ({
  type: 'feedback.entered',
  payload: { feedback, author: 'bob', body: `secret ${feedback}`, url: null, saidAt: '', session: 's' },
});
const done = (action: string): NewEvent => ({
  type: 'action.done',
  payload: { action, doneAt: 'secret day' },
});
const goal = (id: string): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title: `secret ${id}`, category: null, origin: 'mentee', targetDate: null },
});
const edited = (goals: string[]): NewEvent => ({ type: 'session.edited', payload: { session: 's', goals } });
const started = (pairing: string, of: string | null = null): NewEvent => ({
  type: 'pairing.started',
  payload: {
    ...{ pairing, people: ['ann'], goal: of, style: 'ping-pong', turnMinutes: 10, repository: null },
    ...{ base: 'main', branch: 'secret branch', startedAt: '2026-11-22T10:00' },
  },
});
const ended = (session: string): NewEvent => ({
  type: 'pairing.ended',
  payload: { pairing: 'p', session, how: 'none', commit: null, endedAt: '' },
});
const reached = (of: string | null, session: string | null): NewEvent => ({
  type: 'scaffold.reached',
  payload: { scaffold: 'c', goal: of, part: 'x', step: 'solo', session, url: null, reachedAt: 'then' },
});

describe('sessions in a space', () => {
  const opened: Space[] = [];
  afterEach(() => {
    for (const space of opened.splice(0)) space.dispose();
    removeSpaces();
  });
  async function open(folder: string, author = 'ann', own = `${folder}-private`): Promise<Space> {
    const space = await Space.open({ folder, privateFolder: own, author: () => author });
    opened.push(space);
    return space;
  }
  /** Somebody else, who has the same files and not the private ones. */
  const other = (folder: string) => open(folder, 'bob', `${folder}-bobs`);
  const textOf = (folder: string) =>
    journalFiles(folder)
      .map(({ text }) => text)
      .join('');
  const share = (folder: string) => fs.mkdirSync(path.join(folder, '.git'), { recursive: true });
  const sessions = (space: Space) => sessionsOf(space.records);

  it('keeps a private session with its text and all that the text makes to oneself', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([logged('s'), written('secret words')], { isPrivate: true });
    await space.perform([written('more secret words'), promised('a'), entered('f'), done('a')]);
    await space.perform([done('a')]);
    await space.perform([{ type: 'feedback.tagged', payload: { feedback: 'f', tag: 'keep' } }]);
    assert.equal(textOf(folder), '');
    assert.deepEqual(sessions(await other(folder)), []);
    assert.deepEqual(
      actionsOf(space.records).map(({ id, isPrivate, doneAt }) => [id, isPrivate, doneAt]),
      [['a', true, 'secret day']],
    );
    const [mine] = sessions(space);
    assert.deepEqual([mine?.isPrivate, mine?.texts[0]?.text], [true, 'more secret words']);
  });

  it('takes a session back from the others with what it made, and gives its text back to them', async () => {
    const folder = newSpace();
    const space = await open(folder);
    share(folder);
    await space.perform([logged('s', [], 'p'), written('secret words'), promised('a'), entered('f')]);
    await space.perform([done('a')]);
    await space.setPrivate('s', true);
    assert.doesNotMatch(textOf(folder), /secret/);
    const theirs = await other(folder);
    assert.deepEqual([sessions(theirs), actionsOf(theirs.records)], [[], []]);
    assert.equal(theirs.records.entered.size, 0);
    assert.deepEqual(
      ['s', 'a', 'f'].map((id) => space.records.isPrivate.has(id)),
      [true, true, true],
    );
    await space.setPrivate('s', false);
    assert.equal(sessions(await other(folder))[0]?.texts[0]?.text, 'secret words');
    assert.doesNotMatch(textOf(folder), /secret [af]/, 'what it made is private by itself');
  });

  it('shares a session without its private goals', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), goal('H')], { isPrivate: true });
    await space.perform([goal('open')]);
    await space.perform([logged('s', ['open', 'G']), written('words')]);
    const goalsOf = (some: Space) => sessions(some)[0]?.goalIds;
    assert.deepEqual(goalsOf(space), ['open', 'G']);
    assert.deepEqual(goalsOf(await open(folder)), ['open', 'G']);
    assert.deepEqual(goalsOf(await other(folder)), ['open']);
    await space.perform([edited(['H', 'open'])]);
    assert.deepEqual(goalsOf(space), ['H', 'open']);
    assert.deepEqual(goalsOf(await other(folder)), ['open']);
    await space.perform([edited([])]);
    for (const one of [space, await other(folder)]) assert.deepEqual(goalsOf(one), []);
    assert.doesNotMatch(textOf(folder), /"[GH]"/);
    await space.undo();
    await space.undo();
    assert.deepEqual(goalsOf(space), ['open', 'G']);
    await space.undo();
    assert.deepEqual(sessions(space), []);
  });

  it('keeps pairings and steps for a private goal private, and the session of such a pairing', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G')], { isPrivate: true });
    await space.perform([started('p', 'G')]);
    await space.perform([logged('s', [], 'p'), written('secret words'), ended('s'), reached('G', 's')]);
    assert.equal(textOf(folder), '');
    const [pairing] = pairingsOf(space.records);
    assert.deepEqual([pairing?.isPrivate, pairing?.sessionId], [true, 's']);
    assert.equal(sessions(space)[0]?.isPrivate, true);
    assert.equal(scaffoldsOf(space.records)[0]?.isPrivate, true);
  });

  it('takes with a goal the pairings for it, and with these their sessions', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), started('p', 'G')]);
    await space.perform([logged('s', [], 'p'), written('secret words'), promised('a'), ended('s')]);
    await space.perform([reached('G', null)]);
    await space.setPrivate('G', true);
    assert.doesNotMatch(textOf(folder), /secret|"G"/);
    assert.deepEqual([...space.records.isPrivate].sort(), ['G', 'a', 'c', 'p', 's']);
    assert.equal(sessions(space)[0]?.texts.length, 1);
  });

  it('erases what its user wrote in a session, and leaves what the text has made', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([started('p'), logged('s', ['G'], 'p'), written('personal words'), promised('a')]);
    await space.perform([written('more personal words'), ended('s'), entered('f'), reached(null, 's')]);
    assert.deepEqual(await space.erase('s'), { lines: 3, others: [] });
    assert.doesNotMatch(textOf(folder), /personal/);
    assert.deepEqual([sessions(space), actionsOf(space.records)[0]?.sessionId], [[], null]);
    assert.equal(space.records.entered.size, 1);
    const [pairing] = pairingsOf(space.records);
    assert.deepEqual([pairing?.endedAt, pairing?.sessionId], ['', null]);
    assert.equal(scaffoldsOf(space.records)[0]?.steps[0]?.sessionId, null);
    await space.erase('p');
    assert.doesNotMatch(textOf(folder), /secret branch/);
  });

  it('leaves a session when a goal of it is erased', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), logged('s', ['G']), written('words'), reached('G', 's')]);
    await space.erase('G');
    assert.deepEqual([sessions(space)[0]?.texts.length, sessions(space)[0]?.goalIds], [1, []]);
    assert.deepEqual(scaffoldsOf(space.records), [], 'steps towards a goal go with it');
  });

  it('tells the history of a session and of a pairing', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([started('p')]);
    await space.perform([logged('s', [], 'p'), written('words'), ended('s')]);
    await space.perform([written('new words'), promised('a')]);
    await space.perform([edited(['G'])]);
    await space.perform([{ type: 'record.withdrawn', payload: { record: 'a', isWithdrawn: true } }]);
    const told = async (id: string) =>
      historyOf(await space.events(), id, () => true).map(({ changes, toggle }) => [
        changes.map(({ what }) => what).join(),
        toggle !== null,
      ]);
    assert.deepEqual(await told('s'), [
      ['sessionEdited', true],
      ['written,created', true],
      ['logged,written', true],
    ]);
    assert.deepEqual(await told('p'), [
      ['logged,pairingEnded', false],
      ['pairingStarted', true],
    ]);
    assert.deepEqual(await told('a'), [
      ['withdrawn', true],
      ['created', true],
    ]);
  });

  it('exports nothing that names a private record, and what only pointed at one without that', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([
      goal('G'),
      goal('open'),
      logged('t', ['open', 'G']),
      logged('s'),
      written('secret words'),
    ]);
    await space.perform([started('p'), ended('s'), reached(null, 's'), promised('a', 'G')]);
    for (const id of ['G', 's']) await space.setPrivate(id, true);
    const { isPrivate } = space.records;
    const chosen = selectEvents((await space.events()) as unknown as ExportedEvent[], isPrivate, false);
    assert.doesNotMatch(JSON.stringify(chosen), /secret words|"G"|"s"|"a"/);
    assert.deepEqual(
      chosen.map(({ type }) => type),
      ['goal.created', 'session.logged', 'pairing.started', 'pairing.ended', 'scaffold.reached'],
    );
  });
});
