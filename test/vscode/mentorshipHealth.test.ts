import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { State } from '../../src/api.ts';
import type { NewEvent } from '../../src/model/events.ts';
import { dayOf } from '../../src/model/isoDate.ts';
import { blankMentorship, blankRecords } from '../../src/model/records.ts';
import { daysAfter, signKinds, waysOf } from '../../src/programme/health/index.ts';
import { noticesOf } from '../../src/ui/goals/notices.ts';
import { type HealthStore, lookAt } from '../../src/ui/mentorship/look.ts';
import { Nudges, takeWay } from '../../src/ui/mentorship/nudges.ts';
import { mentorshipContent, mentorshipPanel } from '../../src/ui/mentorship/panel.ts';
import { signWords, wayLabel } from '../../src/ui/mentorship/signWords.ts';
import { sectionMarkdown } from '../../src/ui/panel/markdown.ts';
import { cairn, run } from './support.ts';

const data = process.env.CAIRN_TEST_DATA!;
const state = async (): Promise<State> => (await cairn()).getState();
const rejects = (code: string, command: string, ...args: unknown[]) =>
  assert.rejects(Promise.resolve(run(command, ...args)), { code });
type Given = { pulse: string; shared: string[] };

describe('how a mentorship is, by command', () => {
  let slug: string;

  before(async () => {
    await cairn();
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    const about = { name: 'How it is', mentors: ['marsh-lind'], mentees: ['ada-wren'] };
    slug = (await run<{ space: string }>('cairn.createSpace', about)).space;
  });
  after(() => run('cairn.switchSpace', { space: 'personal' }));

  const bytes = async (kind: 'spaces' | 'private') => {
    const folder = join(data, kind, slug, 'journal');
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
    return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
  };
  /** What other extensions see, which is what is shared: of which whole one it is a part is not told. */
  const shared = async () => (await state()).pulses;

  it('keeps a pulse to whoever gave it', async () => {
    const words = 'Platypus: too many meetings';
    const given = await run<Given>('cairn.pulse', { value: 4, workload: 1, words });
    assert.deepEqual(given.shared, []);
    assert.deepEqual(await shared(), []);
    assert.ok((await bytes('private')).includes('Platypus'));
    assert.ok(!(await bytes('spaces')).includes('Platypus'));
    assert.ok(!(await bytes('spaces')).includes(given.pulse));
  });

  it('shares what is chosen, less of it later, and nothing in the end', async () => {
    const words = 'Echidna';
    const given = await run<Given>('cairn.pulse', { value: 2, clarity: 5, words, share: ['value', 'words'] });
    assert.deepEqual(given.shared, ['value', 'words']);
    const [copy] = await shared();
    assert.deepEqual([copy?.answers.value, copy?.answers.clarity, copy?.words], [2, null, words]);
    const less = await run<Given>('cairn.sharePulse', { pulse: given.pulse, share: ['clarity'] });
    assert.deepEqual(less, { pulse: given.pulse, shared: ['clarity'] });
    const [second, ...more] = await shared();
    assert.deepEqual([second?.id, second?.answers.value, second?.answers.clarity], [copy?.id, null, 5]);
    assert.deepEqual(more, []);
    await run('cairn.sharePulse', { share: 'nothing' });
    const [none] = await shared();
    assert.deepEqual([...Object.values(none!.answers), none!.words], [null, null, null, null, null]);
    const whole = await run<Given>('cairn.sharePulse', { share: 'everything' });
    assert.deepEqual(whole.shared, ['value', 'clarity', 'words']);
  });

  it('answers the checks in the same way', async () => {
    const answers = { day: 60, useful: 'yes', sustainable: 'no', share: ['useful'] };
    const given = await run<{ trial: string; day: number; shared: string[] }>('cairn.answerTrial', answers);
    assert.deepEqual([given.day, given.shared], [60, ['useful']]);
    const [copy] = (await state()).trials;
    assert.deepEqual(copy?.answers, { useful: 'yes', respectful: null, sustainable: null });
  });

  it('refuses what it cannot take', async () => {
    for (const wrong of [{}, { value: 0 }, { value: 6 }, { clarity: 2.5 }, { value: '3' }, { words: 'x' }])
      await rejects('invalid-argument', 'cairn.pulse', wrong);
    await rejects('invalid-argument', 'cairn.pulse', { value: 3, share: ['names'] });
    await rejects('invalid-argument', 'cairn.pulse', { value: 3, words: 'x'.repeat(2001) });
    await rejects('invalid-argument', 'cairn.answerTrial', { day: 31, useful: 'yes' });
    await rejects('invalid-argument', 'cairn.answerTrial', { useful: 'maybe' });
    await rejects('not-found', 'cairn.sharePulse', { pulse: 'nowhere', share: 'nothing' });
  });

  it('takes four picks by the keyboard, and what others see as last time', async () => {
    await run('cairn.pulse', { value: 5, clarity: 4, share: ['clarity'] });
    let given: Given | undefined;
    void Promise.resolve(run<Given>('cairn.pulse')).then((one) => {
      given = one;
    });
    // Enter and nothing else: the first list may take a moment.
    while (given === undefined) {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.deepEqual(given.shared, ['clarity']);
    const copy = (await shared()).at(-1);
    assert.deepEqual(copy?.answers, { value: null, clarity: 3, workload: null, relationship: null });
  });

  it('is asked of those who mentor or are mentored alone', async () => {
    await run('cairn.createSpace', { name: 'Others', mentors: ['marsh-lind'], mentees: ['theo-flint'] });
    await rejects('not-yours', 'cairn.pulse', { value: 3 });
    await run('cairn.switchSpace', { space: 'personal' });
    await run('cairn.switchSpace', { space: slug });
  });

  it('goes a way out as a command of its own, and keeps that it was gone', async () => {
    const store = memory('ada-wren', '2026-01-05');
    store.records.mentorship!.mentees = ['ada-wren'];
    const look = (await lookAt(store))!;
    const sign = {
      kind: 'preparation',
      about: null,
      count: 3,
      from: '2026-01-10',
      to: '2026-01-24',
    } as const;
    await takeWay(store, sign, 'resetGoals', look);
    const planned = (await state()).sessions.filter(({ kind }) => kind === 'retrospective');
    assert.deepEqual(
      planned.map(({ date, heldAt }) => [date, heldAt]),
      [[daysAfter(dayOf(look.now), 7), null]],
    );
    assert.deepEqual(
      store.told.map(
        ({ payload }) => 'kind' in payload && 'answer' in payload && [payload.kind, payload.answer],
      ),
      [['preparation', 'taken']],
    );
    await run('workbench.action.closeActiveEditor');
  });

  it('opens its panel', async () => {
    await run('cairn.showMentorship');
    await run('workbench.action.closeActiveEditor');
  });
});

/** A store in memory; what is kept is taken in as the fold would. */
function memory(me: string, startsOn: string): HealthStore & { told: NewEvent[] } {
  const records = blankRecords();
  records.mentorship = {
    ...blankMentorship,
    ...{
      title: 'Both <b>',
      kind: 'one-to-one',
      mentors: ['mara'],
      mentees: ['ada'],
      rhythmDays: 14,
      startsOn,
    },
    ...{ hoursPerMonth: 4, purpose: '<img src=x> [go](command:cairn.undo)' },
  };
  const told: NewEvent[] = [];
  const kept = { createdBy: 'ada', claimedBy: null };
  const pulse = { answers: { value: 4, clarity: 2, workload: null, relationship: 5 }, givenAt: '2026-02-01' };
  return {
    ...{ isLoaded: true, records, told, goals: [], feedback: [], actions: [], sessions: [], annotations: [] },
    ...{ scaffolds: [], charters: [], trials: [], skillRatings: [] },
    help: [
      {
        ...{
          id: 'h',
          topic: 'Who reads query plans?',
          path: null,
          of: 'theo',
          thanksId: null,
          isPrivate: false,
        },
        ...{ askedAt: '2026-01-10T10:00:00.000Z', ...kept },
      },
    ],
    kudos: [
      {
        ...{ id: 'k', to: 'mara', text: 'For the *talk*', feedbackId: null, goalId: null, excerpt: null },
        ...{ ...kept, isPrivate: false, givenAt: '2026-02-02T00:00:00Z' },
      },
    ],
    pulses: [
      { ...kept, ...pulse, id: 'p', words: 'Mine <b>alone</b>', of: null, isPrivate: true },
      { ...kept, ...pulse, id: 'c', words: null, of: 'p', isPrivate: false },
    ],
    space: { isMe: (name: string) => name === me, folder: '/nowhere' },
    async perform(events: NewEvent[]) {
      told.push(...events);
      for (const { type, payload } of events) {
        if (type !== 'nudge.answered') continue;
        const { nudge: id, ...rest } = payload;
        records.nudges.set(id, { id, ...rest } as never);
      }
      return [];
    },
  } as never;
}

const words = (content: unknown): string => JSON.stringify(content);

describe('the panel of a mentorship', () => {
  const now = new Date(2026, 1, 10, 12);
  const read = (me: string, acts = new Map<string, () => Promise<unknown>>()) =>
    mentorshipContent(memory(me, '2026-01-05'), acts, now);

  it('shows purpose, people, rhythm, charter, trial, pulses and thanks, as words', async () => {
    const { title, sections } = await read('ada');
    assert.equal(title, 'Both <b>'.replace(' <b>', ''));
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['about', 'noticed', 'rhythm', 'charter', 'trial', 'pulse', 'kudos'],
    );
    const said = words(sections);
    for (const part of ['nothing from them has arrived here yet', 'every two weeks', 'For the talk', 'Mine'])
      assert.ok(said.includes(part), part);
    const chart = sections.find(({ id }) => id === 'pulse')!.blocks[0]!;
    assert.equal(chart.kind === 'chart' && chart.rows.length, 1);
    assert.deepEqual(chart.kind === 'chart' && chart.rows[0]!.slice(1), [
      ...['4', '2', '–', '5', 'Value, Clarity, and Relationship'],
    ]);
  });

  it('shows a reason that nobody else reads as such, and copies nothing of it', async () => {
    const store = memory('ada', '2026-01-05');
    const about = async (isReasonPrivate: boolean) => {
      const reason = { statusReason: 'It never clicked', isReasonPrivate };
      store.records.mentorship = { ...store.records.mentorship!, status: 'ended', ...reason };
      const { sections } = await mentorshipContent(store, new Map(), now);
      return sections.find(({ id }) => id === 'about')!;
    };
    const own = await about(true);
    assert.match(words(own), /It never clicked","marks":\["only you see it"\]/);
    assert.doesNotMatch(own.note ?? '', /clicked/);
    assert.doesNotMatch(sectionMarkdown(own), /clicked/);
    assert.match((await about(false)).note ?? '', /It never clicked/);
  });

  it('brings up a question of one’s own that waits for a thank-you, and nobody else’s', async () => {
    const acts = new Map<string, () => Promise<unknown>>();
    const thanks = async (me: string) =>
      words((await read(me, acts)).sections.find(({ id }) => id === 'kudos'));
    assert.match(await thanks('ada'), /query plans.*You asked theo/s);
    assert.ok(acts.has('help.h'));
    assert.doesNotMatch(await thanks('mara'), /query plans/);
  });

  it('lets nobody who is not named act, and notices nothing for them', async () => {
    const acts = new Map<string, () => Promise<unknown>>();
    const { sections } = await read('lena', acts);
    const noticed = sections.find(({ id }) => id === 'noticed')!;
    assert.ok(noticed.blocks.every(({ kind }) => kind === 'text'));
    assert.ok(
      ![...acts.keys()].some((id) => /^(noticed|about|pulse|trial)\./.test(id)),
      [...acts.keys()].join(),
    );
  });

  it('silences what somebody does not want to hear, and brings it back', async () => {
    const store = memory('ada', '2026-01-05');
    const acts = new Map<string, () => Promise<unknown>>();
    const noticed = async () => words((await mentorshipContent(store, acts, now)).sections[1]);
    assert.match(await noticed(), /Nothing by mara has arrived/);
    store.records.nudges.set('n', { id: 'n', kind: 'alone', about: null, answer: 'never', answeredAt: '' });
    assert.doesNotMatch(await noticed(), /Nothing by mara/);
    assert.match(await noticed(), /Not said any more: nobody on the other side/);
    await acts.get('noticed.alone.again')!();
    assert.match(await noticed(), /Nothing by mara has arrived/);
    assert.deepEqual(
      store.told.map(({ payload }) => 'answer' in payload && payload.answer),
      ['later'],
    );
  });

  it('begins with who mentors whom where nobody is recorded', async () => {
    const store = memory('ada', '2026-01-05');
    store.records.mentorship = null;
    const panel = mentorshipPanel(
      Object.assign(store, { load: async () => {}, onDidChange: (() => {}) as never }),
    );
    const { sections } = await panel.read();
    assert.deepEqual(
      sections.map(({ offers }) => offers?.map(({ id }) => id)),
      [['start']],
    );
    await panel.act('nothing-offered');
  });
});

describe('what the tracker says of a mentorship', () => {
  it('is one thing, kept as shown before it is shown, and gone when it is put off', async () => {
    const store = memory('ada', '2026-01-05');
    let changes = 0;
    const failures: unknown[] = [];
    const nudges = new Nudges(
      store,
      () => changes++,
      (error) => failures.push(error),
    );
    const drawn = async () => {
      const before = changes;
      nudges.refresh();
      nudges.refresh();
      for (let n = 0; n < 100 && changes === before; n++) await new Promise((done) => setTimeout(done, 5));
    };
    assert.equal(nudges.notice, null);
    await drawn();
    assert.match(nudges.notice!.text, /^Nothing by mara has arrived in this space since it began on /);
    assert.deepEqual(
      store.told.map(({ payload }) => 'answer' in payload && payload.answer),
      ['shown'],
    );
    nudges.refresh();
    await nudges.act('laterNudge');
    await drawn();
    assert.equal(nudges.notice, null);
    assert.deepEqual(
      store.told.map(({ payload }) => 'answer' in payload && payload.answer),
      ['shown', 'later'],
    );
    assert.deepEqual(failures, []);
  });

  it('is nothing where it cannot be kept: it would come again and again', async () => {
    const store = memory('ada', '2026-01-05');
    store.perform = () => Promise.reject(new Error('The disk is full'));
    const failed = new Promise<unknown>((resolve) => {
      const nudges = new Nudges(
        store,
        () => {},
        (error) => resolve([error, nudges.notice]),
      );
      nudges.refresh();
    });
    const [error, notice] = (await failed) as [Error, unknown];
    assert.deepEqual([error.message, notice], ['The disk is full', null]);
  });

  it('stands above the goals with its ways out, instead of the question for scales', () => {
    const about = { isSignedIn: true, hasRepositories: true, problems: [], pulling: null, isLoaded: true };
    const input = { ...about, goals: [], feedback: [], actions: [], next: null, now: new Date() };
    const tracker = { goals: [{}], untagged: 0, feedback: 1 } as never;
    const nudge = { key: 'pulse', text: 'x'.repeat(5000), first: 'Give a pulse' };
    const [notice, ...more] = noticesOf({ ...input, nudge, asksScales: true }, tracker);
    assert.deepEqual(more, []);
    assert.equal(notice?.kind, 'mentorship');
    assert.ok(notice!.text.length <= 2000);
    assert.deepEqual(
      notice?.offers.map(({ act }) => act.act),
      ['takeNudge', 'nudgeWays', 'laterNudge'],
    );
    assert.equal(noticesOf({ ...input, nudge: null, asksScales: true }, tracker)[0]?.kind, 'scales');
  });

  it('has words for each kind and each way, and takes no sign of a stranger for its own', () => {
    const now = new Date(2026, 5, 1);
    const hostile = '<b>x</b>\n[a](command:x)';
    const some = { about: null, names: [hostile], since: '2026-01-01', by: hostile, writtenOn: '2026-01-01' };
    const more = { day: 30, hours: 9.25, budget: 8, unknownSessions: 1, last: '2026-01-01', days: 28 };
    const rest = {
      rhythmDays: 14,
      count: 3,
      others: 1,
      oldest: '2026-01-01',
      text: hostile,
      from: '2026-01-01',
      until: '2026-01-01',
    };
    for (const kind of signKinds) {
      const sign = { kind, ...some, ...more, ...rest, to: '2026-02-01', title: hostile, isMade: false };
      const text = signWords(sign as never, now);
      assert.ok(text.length > 20 && !text.includes('<b>') && !text.includes('undefined'), text);
      for (const way of waysOf(kind, { mentors: true, isMentored: true }))
        assert.ok(wayLabel(way).length > 3);
    }
  });
});
