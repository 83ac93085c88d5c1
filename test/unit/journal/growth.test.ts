import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { guard } from '../../../src/journal/import/importGuard.ts';
import { Space } from '../../../src/journal/space.ts';
import type { Envelope, NewEvent } from '../../../src/model/events.ts';
import { type ExportedEvent, selectEvents } from '../../../src/model/exportSpace.ts';
import { decisionsOf, guessesOf, kudosOf, scaleAnswersOf } from '../../../src/model/growthOf.ts';
import { shownState } from '../../../src/model/shownState.ts';
import { journalFiles, newSpace, removeSpaces, tagged } from './support.ts';

const entered = (feedback: string): NewEvent => ({
  type: 'feedback.entered',
  payload: { feedback, author: 'bob', body: `secret ${feedback}`, url: null, saidAt: '' },
});
const goal = (id: string): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title: `secret ${id}`, category: null, origin: 'mentee', targetDate: null },
});
const named = (theme: string): NewEvent => ({
  type: 'theme.made',
  payload: { theme, name: `secret name ${theme}` },
});
const placed = (feedback: string, theme: string | null): NewEvent => ({
  type: 'theme.placed',
  payload: { feedback, theme },
});
const guessed = (guess: string): NewEvent => ({
  type: 'guess.made',
  payload: {
    ...{ guess, repository: 'x/y', number: 3, title: 'Retry', url: null },
    expectations: [{ id: 'x', text: 'secret guess', path: null }],
  },
});
const judged = (feedback: string | null): NewEvent => ({
  type: 'guess.judged',
  payload: { guess: 'u', expectation: 'x', feedback },
});
const thanked = (kudos: string, feedback: string | null): NewEvent => ({
  type: 'kudos.given',
  payload: { kudos, to: 'bob', text: `secret thanks ${kudos}`, feedback, goal: null, givenAt: '' },
});
const answered = (answer: string, of: string | null = null): NewEvent => ({
  type: 'scale.answered',
  payload: { answer, scale: 'autonomy', value: 3, goal: of, note: 'secret note', answeredAt: answer },
});

describe('growth in a space', () => {
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

  it('keeps what is said about private feedback to oneself: its place, its theme’s name, thanks, a judgement', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([entered('F')], { isPrivate: true });
    await space.perform([named('t'), placed('F', 't')]);
    await space.perform([thanked('k', 'F')]);
    await space.perform([placed('F', null)]);
    await space.perform([placed('F', 't')]);
    await space.perform([named('t')]);
    await space.perform([{ type: 'theme.merged', payload: { theme: 't', into: 'u' } }]);
    assert.equal(textOf(folder), '');
    assert.deepEqual([...space.records.isPrivate].sort(), ['F', 'k', 't']);
    assert.equal(decisionsOf((await open(folder)).records).merged.get('t'), 'u');
    await space.perform([guessed('u')]);
    await space.perform([judged('F')]);
    assert.doesNotMatch(textOf(folder), /"F"/);
    assert.equal(guessesOf(space.records)[0]?.expectations[0]?.feedbackId, 'F');
    assert.equal(guessesOf((await other(folder)).records)[0]?.expectations[0]?.feedbackId, undefined);
  });

  it('never says to others what is about private feedback, in whatever order it is said', async () => {
    const theme = fc.constantFrom('t', 'u');
    const feedback = fc.constantFrom('F', 'open');
    const act = fc.oneof(
      fc.tuple(feedback, fc.option(theme, { nil: null })).map(([of, into]) => [placed(of, into)]),
      fc.tuple(theme, feedback).map(([of, piece]) => [named(of), placed(piece, of)]),
      fc
        .tuple(theme, theme)
        .map(([of, into]): NewEvent[] => [{ type: 'theme.merged', payload: { theme: of, into } }]),
      feedback.map((of) => [thanked(`k-${of}`, of), judged(of)]),
      fc.boolean(),
    );
    let times = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
        const folder = newSpace();
        const space = await open(folder);
        await space.perform([guessed('u-1'), entered('F'), entered('open')]);
        for (const one of [true, ...acts]) {
          if (typeof one === 'boolean') await space.setPrivate('F', one);
          else await space.perform(one);
          const isPrivate = space.records.isPrivate.has('F');
          times += Number(isPrivate);
          if (isPrivate) assert.doesNotMatch(textOf(folder), /"F"|secret F|thanks k-F/);
          const { names } = decisionsOf((await other(folder)).records);
          for (const id of space.records.isPrivate) assert.ok(!names.has(id), `${id} is private`);
        }
      }),
      { numRuns: 15 },
    );
    assert.ok(times > 20, String(times));
  }).timeout(60_000);

  it('takes back a theme that others know once it holds nothing but what is private', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([entered('F'), entered('open')]);
    await space.perform([named('t'), placed('open', 't')]);
    await space.setPrivate('F', true);
    await space.perform([placed('open', null)]);
    await space.perform([named('t'), placed('F', 't')]);
    assert.doesNotMatch(textOf(folder), /secret name t/);
    assert.equal(decisionsOf((await other(folder)).records).names.has('t'), false);
    assert.equal(decisionsOf(space.records).names.get('t'), 'secret name t');
  });

  it('tells the others a theme that has something of theirs in it, without what is private', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([entered('F')], { isPrivate: true });
    await space.perform([entered('open')]);
    await space.perform([named('t'), placed('F', 't'), placed('open', 't')]);
    assert.doesNotMatch(textOf(folder), /"F"/);
    assert.equal(space.records.themes.placed.get('F'), 't');
    const { names, placed: places } = decisionsOf((await other(folder)).records);
    assert.deepEqual([[...names.keys()], [...places]], [['t'], [['open', 't']]]);
    await space.perform([placed('open', null)]);
    await space.perform([named('t')]);
    assert.equal(space.records.isPrivate.has('t'), true, 'from now on it holds nothing but what is private');
  });

  it('takes the name of a theme along when the last of its feedback becomes private', async () => {
    const folder = newSpace();
    const space = await open(folder);
    share(folder);
    await space.perform([named('t'), placed('f', 't'), placed('g', 't'), tagged('f')]);
    await space.setPrivate('f', true);
    assert.match(textOf(folder), /secret name/);
    await space.setPrivate('g', true);
    assert.doesNotMatch(textOf(folder), /secret name|"f","theme"/);
    const theirs = decisionsOf((await other(folder)).records);
    assert.deepEqual([theirs.names.size, theirs.placed.size], [0, 0]);
    assert.equal(decisionsOf(space.records).names.get('t'), 'secret name t');
    for (const id of ['t', 'f', 'g']) await space.setPrivate(id, false);
    assert.deepEqual([...decisionsOf((await other(folder)).records).placed.keys()].sort(), ['f', 'g']);
  });

  it('keeps answers to oneself until they are shared, and those for a private goal with it', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([goal('G')], { isPrivate: true });
    await space.perform([answered('1')], { isPrivate: true });
    await space.perform([answered('2', 'G')]);
    assert.equal(textOf(folder), '');
    assert.deepEqual(
      scaleAnswersOf(space.records).map(({ id, isPrivate }) => [id, isPrivate]),
      [
        ['1', true],
        ['2', true],
      ],
    );
    await space.setPrivate('1', false);
    assert.deepEqual(
      scaleAnswersOf((await other(folder)).records).map(({ id, isPrivate }) => [id, isPrivate]),
      [['1', false]],
    );
  });

  it('erases a guess, thanks, an answer and a theme for good', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([guessed('u'), judged('f'), thanked('k', 'f'), answered('1'), named('t')]);
    await space.perform([placed('f', 't')]);
    for (const [id, lines] of [
      ['u', 2],
      ['k', 1],
      ['1', 1],
      ['t', 2],
    ] as const)
      assert.deepEqual(await space.erase(id), { lines, others: [] });
    assert.doesNotMatch(textOf(folder), /secret/);
    const { guesses, kudos, scaleAnswers, themes } = (await open(folder)).records;
    assert.deepEqual([guesses.size, kudos.size, scaleAnswers.size, themes.placed.size], [0, 0, 0, 0]);
  });

  it('exports nothing that names a private record', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([entered('F'), thanked('k', 'F'), guessed('u'), judged('F')]);
    await space.perform([named('t'), placed('F', 't'), placed('open', 'v'), named('v')]);
    await space.setPrivate('F', true);
    await space.perform([answered('1')], { isPrivate: true });
    const { isPrivate } = space.records;
    const events = await space.events();
    const chosen = selectEvents(events as unknown as ExportedEvent[], isPrivate, false);
    assert.deepEqual(chosen.map(({ type }) => type).sort(), ['guess.made', 'theme.made', 'theme.placed']);
    const shown = shownState(events, isPrivate, false, () => undefined);
    assert.deepEqual(
      [shown.kudos, shown.scaleAnswers, shown.guesses[0]?.expectations[0]?.feedbackId],
      [[], [], undefined],
    );
    assert.deepEqual(
      shown.themes.map(({ id, feedbackIds }) => [id, feedbackIds]),
      [['v', ['open']]],
    );
    const all = shownState(events, isPrivate, true, () => undefined);
    assert.deepEqual(
      all.themes.map(({ id, isPrivate: own }) => [id, own]),
      [
        ['t', true],
        ['v', false],
      ],
    );
    assert.deepEqual([all.kudos[0]?.isPrivate, all.scaleAnswers[0]?.isPrivate], [true, true]);
  });

  it('takes thanks back and gives them again', async () => {
    const space = await open(newSpace());
    await space.perform([thanked('k', 'f')]);
    await space.undo();
    assert.equal(kudosOf(space.records).length, 0);
    const undo = (await space.events()).findLast(({ type }) => type === 'act.undone');
    await space.undo(undo?.act);
    assert.equal(kudosOf(space.records).length, 1);
  });

  it('lets no import change somebody else’s guess, thanks or answer', () => {
    const event = ({ type, payload }: NewEvent, author: string): Envelope => ({
      ...{ id: 'e', time: [1, 0], act: 'a', version: 1, author, type, payload },
    });
    const events = [guessed('u'), thanked('k', null), answered('1'), named('t')].map((one) =>
      event(one, 'bob'),
    );
    const why = guard({ events, isMe: (name) => name === 'ann', isPrivate: new Set() });
    for (const one of [guessed('u'), thanked('k', null), answered('1'), judged('f')]) {
      assert.match(why(event(one, 'cy')) ?? '', /somebody else's words/, one.type);
      assert.equal(why(event(one, 'bob')), null);
    }
    assert.equal(why(event(named('t'), 'cy')), null);
    assert.equal(why(event(guessed('new'), 'cy')), null);
  });
});
