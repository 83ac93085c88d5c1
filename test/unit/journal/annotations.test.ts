import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Space } from '../../../src/journal/space.ts';
import { annotationsOf, ratingsOf } from '../../../src/model/annotationsOf.ts';
import type { Anchor, NewEvent } from '../../../src/model/events.ts';
import { historyOf } from '../../../src/model/history.ts';
import { journalFiles, newSpace, removeSpaces, tagged } from './support.ts';

const anchor: Anchor = {
  ...{ path: 'src/secret.ts', repository: null, side: 'RIGHT', commit: null, startLine: 7, endLine: 7 },
  ...{ code: 'secret code', before: '', after: '' },
};
const added = (annotation: string, feedback: string | null = null): NewEvent => ({
  type: 'annotation.added',
  payload: { annotation, body: `note ${annotation}`, anchor, number: null, feedback, tag: null },
});
const replied = (annotation: string, reply: string): NewEvent => ({
  type: 'annotation.replied',
  payload: { annotation, reply, body: `reply ${reply}` },
});
const linked = (annotation: string, goal: string): NewEvent => ({
  type: 'annotation.linked',
  payload: { annotation, goal, isLinked: true },
});
const rated = (rating: string, feedback: string, isHelpful: boolean | null): NewEvent => ({
  type: 'feedback.rated',
  payload: { rating, feedback, isHelpful, note: 'thoughts' },
});
const goal = (id: string): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title: id, category: null, origin: 'mentee', targetDate: null },
});

describe('annotations and ratings in a space', () => {
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
  const notes = (space: Space) => annotationsOf(space.records);

  it('keeps a private note and all that is said about it out of the shared journal, until it is shared', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([added('n')], { isPrivate: true });
    await space.perform([
      replied('n', 'r'),
      { type: 'annotation.tagged', payload: { annotation: 'n', tag: 'stop' } },
    ]);
    await space.perform([
      { type: 'annotation.moved', payload: { annotation: 'n', anchor: { ...anchor, startLine: 3 } } },
    ]);
    await space.perform([tagged('f')]);
    assert.doesNotMatch(textOf(folder), /secret|note n|reply r/);
    assert.deepEqual([notes(space)[0]?.isPrivate, notes(space)[0]?.tag], [true, 'stop']);
    assert.deepEqual(notes(await other(folder)), []);
    const before = notes(space)[0];
    await space.setPrivate('n', false);
    const [seen] = notes(await other(folder));
    assert.deepEqual(seen, { ...before, isPrivate: false });
  });

  it('takes a shared note back from the others, and gives it back to them', async () => {
    const folder = newSpace();
    const space = await open(folder);
    fs.mkdirSync(path.join(folder, '.git'), { recursive: true });
    await space.perform([added('n'), replied('n', 'r')]);
    await space.setPrivate('n', true);
    assert.doesNotMatch(textOf(folder), /secret|note n|reply r/);
    assert.deepEqual(notes(await other(folder)), []);
    assert.equal(notes(space)[0]?.replies.length, 1);
    await space.setPrivate('n', false);
    assert.equal(notes(await other(folder))[0]?.replies.length, 1);
  });

  it('keeps the link to a private goal private, and shares the note', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G')], { isPrivate: true });
    await space.perform([added('n'), linked('n', 'G')]);
    assert.deepEqual(notes(space)[0]?.goalIds, ['G']);
    assert.equal(notes(await other(folder))[0]?.body, 'note n');
    assert.doesNotMatch(textOf(folder), /"G"/);
  });

  it('keeps what is said about private feedback private, whatever is said of it later', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([tagged('f')]);
    await space.perform([added('n', 'f'), rated('1', 'f', true)]);
    await space.setPrivate('f', true);
    await space.perform([replied('n', 'r'), rated('1', 'f', false), added('m', 'f')]);
    await space.perform([replied('m', 's')]);
    assert.doesNotMatch(textOf(folder), /note|reply|thoughts/);
    assert.deepEqual(
      notes(space).map(({ id, isPrivate, replies }) => [id, isPrivate, replies.length]),
      [
        ['n', true, 1],
        ['m', true, 1],
      ],
    );
  });

  it('sends a rating to the others as an act of its own', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([rated('1', 'f', true)], { isPrivate: true });
    const mine = () => ratingsOf(space.records, (name) => space.isMe(name)).own.get('f');
    const theirs = async () => ratingsOf((await other(folder)).records, (name) => name === 'bob').others;
    assert.deepEqual([mine()?.isSent, await theirs()], [false, []]);
    assert.equal(textOf(folder), '');
    await space.setPrivate('1', false);
    assert.equal(mine()?.isSent, true);
    assert.deepEqual(
      (await theirs()).map(({ id, isHelpful, ratedBy }) => [id, isHelpful, ratedBy]),
      [['1', true, 'ann']],
    );
    await space.perform([rated('1', 'f', false)]);
    assert.deepEqual(
      (await theirs()).map(({ isHelpful }) => isHelpful),
      [false],
    );
    await space.perform([rated('1', 'f', null)]);
    assert.deepEqual([mine(), await theirs()], [undefined, []]);
  });

  it('knows the user by every name that they have here', async () => {
    const folder = newSpace();
    await (await open(folder, 'os-user')).perform([tagged('f')]);
    const space = await open(folder, 'Ann');
    await space.perform([tagged('g')]);
    assert.deepEqual(
      ['ann', 'OS-user', 'bob'].map((name) => space.isMe(name)),
      [true, true, false],
    );
  });

  it('erases a note with what its writer answered there, and leaves what others wrote', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), added('n'), linked('n', 'G'), replied('n', 'r'), rated('1', 'f', true)]);
    const theirs = await other(folder);
    fs.renameSync(path.join(folder, '.writer-id'), path.join(folder, 'ann'));
    await theirs.perform([replied('n', 'bobs')]);
    fs.renameSync(path.join(folder, 'ann'), path.join(folder, '.writer-id'));
    await space.reread();
    assert.deepEqual(await space.erase('n'), { lines: 3, others: ['bob'] });
    assert.doesNotMatch(textOf(folder), /secret|note n|reply r"/);
    assert.match(textOf(folder), /reply bobs/);
    assert.deepEqual([notes(space), space.records.goals.size], [[], 1]);
    assert.deepEqual(await space.erase('1'), { lines: 1, others: [] });
    assert.doesNotMatch(textOf(folder), /thoughts/);
    assert.equal(space.records.ratings.size, 0);
  });

  it('leaves a note that is about feedback when that is erased, and the note of a goal without its link', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), tagged('f'), added('n', 'f'), linked('n', 'G')]);
    await space.erase('f');
    await space.erase('G');
    assert.deepEqual(
      notes(space).map(({ body, goalIds }) => [body, goalIds]),
      [['note n', []]],
    );
  });

  it('undoes a note as a whole act, and tells its history', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G'), tagged('f')]);
    await space.perform([added('n', 'f'), linked('n', 'G')]);
    await space.perform([replied('n', 'r')]);
    await space.perform([
      { type: 'annotation.edited', payload: { annotation: 'n', reply: 'r', body: 'more' } },
    ]);
    await space.perform([{ type: 'annotation.resolved', payload: { annotation: 'n', isResolved: true } }]);
    const told = async (id: string) =>
      historyOf(await space.events(), id, () => true).map(({ changes }) =>
        changes.map(({ what }) => what).join(),
      );
    assert.deepEqual(await told('n'), ['resolved', 'reworded', 'replied', 'created,annotationLinked']);
    assert.deepEqual(await told('G'), ['annotationLinked', 'created']);
    assert.deepEqual(await told('f'), ['created', 'tagged']);
    for (let acts = 0; acts < 4; acts++) assert.ok(await space.undo());
    assert.deepEqual(notes(space), []);
    assert.equal(space.records.goals.size, 1);
  });
});
