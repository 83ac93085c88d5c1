import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { guard } from '../../../src/journal/import/importGuard.ts';
import { Space } from '../../../src/journal/space.ts';
import type { Envelope, NewEvent } from '../../../src/model/events.ts';
import { type ExportedEvent, selectEvents } from '../../../src/model/exportSpace.ts';
import { personOf } from '../../../src/model/fold.ts';
import { mentoredOf } from '../../../src/model/mentorshipOf.ts';
import { openState } from '../../../src/model/openState.ts';
import { privateRepositories } from '../../../src/model/repositoryWords.ts';
import { shownState } from '../../../src/model/shownState.ts';
import { journalFiles, newSpace, removeSpaces } from './support.ts';

const entered = (feedback: string): NewEvent => ({
  type: 'feedback.entered',
  payload: { feedback, author: 'bob', body: `secret ${feedback}`, url: null, saidAt: '' },
});
const goal = (id: string): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title: `secret ${id}`, category: null, origin: 'mentee', targetDate: null },
});
const pulse = (id: string, words: string | null, of: string | null = null): NewEvent => ({
  type: 'pulse.given',
  payload: { pulse: id, value: 2, clarity: null, workload: null, relationship: null, words, of, givenAt: id },
});
const trial = (id: string, words: string | null, of: string | null = null): NewEvent => ({
  type: 'trial.answered',
  payload: {
    ...{ trial: id, day: 30, useful: 'partly', respectful: null, sustainable: null, words, of },
    answeredAt: id,
  },
});
const nudged = (nudge: string): NewEvent => ({
  type: 'nudge.answered',
  payload: { nudge, kind: 'secret kind', about: 'someone', answer: 'shown', answeredAt: '' },
});
const rated = (rating: string, evidence: string[]): NewEvent => ({
  type: 'skill.rated',
  payload: {
    ...{ rating, rubric: 'r', skill: 's', person: 'ann', level: 2, evidence, note: `secret ${rating}` },
    ratedAt: '',
  },
});
const noted = (knowledge: string, feedback: string | null, session: string | null = null): NewEvent => ({
  type: 'knowledge.noted',
  payload: {
    ...{ knowledge, what: `secret ${knowledge}`, why: null, anchor: null, feedback, session, topics: [] },
  },
});
const asked = (help: string): NewEvent => ({
  type: 'help.asked',
  payload: { help, topic: `secret ${help}`, path: null, of: 'bob', askedAt: '' },
});
const thanked = (kudos: string, help: string): NewEvent => ({
  type: 'kudos.given',
  payload: { kudos, to: 'bob', text: `secret ${kudos}`, feedback: null, goal: null, givenAt: '', help },
});
const written = (charter: string): NewEvent => ({
  type: 'charter.written',
  payload: { charter, text: `secret ${charter}` },
});
const accepted = (charter: string): NewEvent => ({
  type: 'charter.accepted',
  payload: { charter, isAccepted: true },
});

describe('the mentorship in a space', () => {
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
  const of = ({ records }: Space) => mentoredOf(records, (name) => personOf(records, name));

  it('shares of a pulse and of a check only what their author lets the others see', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([pulse('1', 'secret words')], { isPrivate: true });
    await space.perform([trial('2', 'secret answer')], { isPrivate: true });
    assert.equal(textOf(folder), '');
    await space.perform([pulse('3', null, '1'), trial('4', 'for you', '2')]);
    assert.doesNotMatch(textOf(folder), /secret/);
    const theirs = of(await other(folder));
    assert.deepEqual(
      [theirs.pulses.map(({ id, of: whole }) => [id, whole]), theirs.trials.map(({ words }) => words)],
      [[['3', '1']], ['for you']],
    );
    const own = of(space).pulses;
    assert.deepEqual(
      own.map(({ id, isPrivate }) => [id, isPrivate]),
      [
        ['1', true],
        ['3', false],
      ],
    );
    for (const now of [space, await open(folder)])
      await now.hold(async () => assert.doesNotMatch(textOf(folder), /secret/, 'what a sync would send'));
  });

  it('writes what became of a nudge into its own person’s journal, whoever forgets to say so', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([nudged('n'), goal('open')]);
    assert.doesNotMatch(textOf(folder), /nudge|kind/);
    assert.match(textOf(folder), /"open"/);
    assert.deepEqual([...(await open(folder)).records.nudges.keys()], ['n']);
    await space.setPrivate('n', true);
    await space.setPrivate('n', false);
    assert.doesNotMatch(textOf(folder), /nudge|kind/, 'nor does it leave it when somebody shares it');
    assert.equal(space.records.nudges.size, 1);
    await space.perform([goal('newest')]);
    await space.perform([nudged('m')]);
    await space.undo();
    assert.deepEqual([...space.records.goals.keys()], ['open'], 'the newest act that a person did');
    assert.equal(space.records.nudges.size, 2);
  });

  it('keeps what is said about something private with it', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([entered('F'), goal('G'), asked('H')], { isPrivate: true });
    await space.perform([noted('k', 'F')]);
    await space.perform([rated('r', ['https://github.com/x/y/pull/1', 'G'])]);
    await space.perform([thanked('t', 'H')]);
    assert.equal(textOf(folder), '');
    const { knowledge, skillRatings, help } = of(space);
    assert.deepEqual(
      [knowledge, skillRatings, help].map((some) => some.map(({ id, isPrivate }) => [id, isPrivate])),
      [[['k', true]], [['r', true]], [['H', true]]],
    );
    assert.equal(help[0]?.thanksId, 't');
  });

  it('takes along what is said about a record that becomes private, and brings it back with it', async () => {
    const folder = newSpace();
    const space = await open(folder);
    share(folder);
    await space.perform([entered('F'), goal('G'), asked('H'), goal('open')]);
    await space.perform([noted('k', 'F'), rated('r', ['G']), thanked('t', 'H'), noted('free', null)]);
    for (const id of ['F', 'G', 'H']) await space.setPrivate(id, true);
    assert.doesNotMatch(textOf(folder), /secret (F|G|H|k|r|t)"/);
    assert.match(textOf(folder), /secret free/);
    const theirs = of(await other(folder));
    assert.deepEqual(
      [theirs.knowledge.map(({ id }) => id), theirs.skillRatings, theirs.help],
      [['free'], [], []],
    );
    for (const id of ['F', 'G', 'H', 'k', 'r', 't']) await space.setPrivate(id, false);
    const again = of(await other(folder));
    assert.deepEqual(
      [again.knowledge.length, again.skillRatings.length, again.help[0]?.thanksId],
      [2, 1, 't'],
    );
  });

  it('never says to others what is about something private, in whatever order it is said', async () => {
    const of_ = fc.constantFrom('F', 'open');
    const edited = (id: string): NewEvent => ({
      type: 'knowledge.edited',
      payload: { knowledge: `k-${id}`, what: `secret words k-${id}`, topics: [] },
    });
    const act = fc.oneof(
      of_.map((id): NewEvent[] => [noted(`k-${id}`, id), rated(`r-${id}`, ['https://x.y', id])]),
      of_.map((id): NewEvent[] => [edited(id)]),
      of_.map((id): NewEvent[] => [rated(`r-${id}`, [])]),
      of_.map((id): NewEvent[] => [
        { type: 'record.withdrawn', payload: { record: `k-${id}`, isWithdrawn: true } },
      ]),
      fc.constant<NewEvent[]>([pulse('3', null, '1'), nudged('n')]),
      fc.constant('undo' as const),
      fc.boolean(),
    );
    let times = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 8 }), async (acts) => {
        const folder = newSpace();
        const space = await open(folder);
        share(folder);
        await space.perform([pulse('1', 'secret pulse')], { isPrivate: true });
        await space.perform([entered('F'), entered('open'), noted('k-F', 'F')]);
        for (const one of [true, ...acts]) {
          if (typeof one === 'boolean') await space.setPrivate('F', one);
          else if (one === 'undo') await space.undo();
          else await space.perform(one);
          assert.doesNotMatch(textOf(folder), /secret (pulse|kind)/);
          const { isPrivate } = space.records;
          if (!isPrivate.has('F')) continue;
          times++;
          assert.doesNotMatch(textOf(folder), /secret (F|k-F)/);
          if (isPrivate.has('k-F')) assert.doesNotMatch(textOf(folder), /secret words k-F/);
        }
      }),
      { numRuns: 12 },
    );
    assert.ok(times > 15, String(times));
  }).timeout(60_000);

  it('keeps a charter to oneself while it is a draft, with its acceptance', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([written('c')], { isPrivate: true });
    await space.perform([accepted('c')]);
    assert.equal(textOf(folder), '');
    await space.setPrivate('c', false);
    const [charter] = of(await other(folder)).charters;
    assert.deepEqual([charter?.text, charter?.acceptedBy, charter?.createdBy], ['secret c', ['ann'], 'ann']);
  });

  it('erases each of them for good', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([written('c'), accepted('c'), noted('k', null), asked('h'), rated('r', [])]);
    await space.perform([pulse('1', 'secret words'), trial('2', 'secret answer'), nudged('n')]);
    for (const [id, lines] of [
      ['c', 2],
      ...['k', 'h', 'r', '1', '2', 'n'].map((one) => [one, 1] as const),
    ] as const)
      assert.deepEqual(await space.erase(id), { lines, others: [] }, id);
    assert.doesNotMatch(textOf(folder) + textOf(`${folder}-private`), /secret/);
  });

  it('exports nothing that is private, nor what points at it', async () => {
    const folder = newSpace();
    const space = await open(folder);
    await space.perform([pulse('1', 'secret words')], { isPrivate: true });
    await space.perform([pulse('3', null, '1')]);
    await space.perform([entered('F')], { isPrivate: true });
    await space.perform([noted('k', 'F'), nudged('n'), written('c')]);
    const { isPrivate } = space.records;
    const events = await space.events();
    const chosen = selectEvents(events as unknown as ExportedEvent[], isPrivate, false);
    assert.deepEqual(
      chosen.map(({ type, payload }) => [type, payload.of ?? null]),
      [
        ['pulse.given', null],
        ['charter.written', null],
      ],
    );
    const shown = shownState(events, isPrivate, false, () => undefined);
    assert.deepEqual([shown.pulses.length, shown.knowledge.length, shown.charters.length], [1, 0, 1]);
    const all = shownState(events, isPrivate, true, () => undefined);
    assert.deepEqual(
      all.pulses.map(({ id, isPrivate: own }) => [id, own]),
      [
        ['1', true],
        ['3', false],
      ],
    );
    assert.equal(all.knowledge[0]?.isPrivate, true);
  });

  it('tells other extensions nothing that is private, nor what points at it', async () => {
    const space = await open(newSpace());
    await space.perform([pulse('1', 'secret words'), trial('2', 'secret'), asked('h')], { isPrivate: true });
    await space.perform([pulse('3', null, '1'), trial('4', null, '2'), thanked('t', 'h'), written('c')]);
    await space.perform([entered('F')], { isPrivate: true });
    await space.perform([noted('k', 'F'), rated('r', ['F'])]);
    const none = { feedback: [], actions: [], annotations: [], ratings: [], sessions: [], pairings: [] };
    const grown = { scaffolds: [], guesses: [], kudos: [], scaleAnswers: [], agreements: [] };
    const open_ = openState({ ...none, ...grown, ...of(space) }, space.records);
    assert.deepEqual(
      [open_.pulses, open_.trials].map((some) => some.map(({ id, of: whole }) => [id, whole])),
      [[['3', null]], [['4', null]]],
    );
    assert.deepEqual(
      [open_.help, open_.knowledge, open_.skillRatings, open_.charters.map(({ id }) => id)],
      [[], [], [], ['c']],
    );
  });

  it('names the repository whose code stands in a knowledge note', async () => {
    const space = await open(newSpace());
    const anchor = {
      ...{ path: 'a.ts', repository: 'o/secret', side: 'RIGHT' as const, commit: null },
      ...{ startLine: 1, endLine: 1, code: 'x', before: '', after: '' },
    };
    const note = noted('k', null);
    if (note.type === 'knowledge.noted') note.payload.anchor = anchor;
    await space.perform([note]);
    assert.deepEqual(
      privateRepositories(await space.events()).map(({ repository, knowledge }) => [repository, knowledge]),
      [['o/secret', 1]],
    );
  });

  it('lets no import change somebody else’s words, or bring nudges to others', () => {
    const event = ({ type, payload }: NewEvent, author: string): Envelope => ({
      ...{ id: 'e', time: [1, 0], act: 'a', version: 1, author, type, payload },
    });
    const all = [
      written('c'),
      pulse('1', null),
      trial('2', null),
      rated('r', []),
      noted('k', null),
      asked('h'),
    ];
    const events = all.map((one) => event(one, 'bob'));
    const why = guard({ events, isMe: (name) => name === 'ann', isPrivate: new Set() });
    const edited: NewEvent = { type: 'knowledge.edited', payload: { knowledge: 'k', what: 'theirs' } };
    for (const one of [...all, edited]) {
      assert.match(why(event(one, 'cy')) ?? '', /somebody else's words/, one.type);
      assert.equal(why(event(one, 'bob')), null);
    }
    assert.match(why(event(nudged('n'), 'ann')) ?? '', /nobody else/);
    assert.equal(why({ ...event(nudged('n'), 'ann'), isPrivate: true }), null);
    assert.equal(why(event(written('new'), 'cy')), null);
  });
});
