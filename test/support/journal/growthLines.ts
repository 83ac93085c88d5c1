import fs from 'node:fs';
import path from 'node:path';
import type { JournalEvent, NewEvent } from '../../../src/model/events.ts';
import type { FollowThrough, Recurrence, Theme } from '../../../src/model/growth.ts';
import type { PullRequestRecord } from '../../../src/model/pullRequest.ts';
import type { Tag } from '../../../src/model/state.ts';
import {
  type GrowthComment,
  growthComments,
  growthFollowThrough,
  growthMentee,
  growthPullRequests,
  growthRepository,
  growthReviewers,
  growthTitles,
} from './growthPulls.ts';

/** What is in a mentorship of `growthLines`, counted while it was written. What is private is in no count but its own. */
export type GrowthKnown = {
  goals: string[];
  /** By goal; each tagged piece is linked to one goal. */
  byGoal: Record<string, Record<Tag, number>>;
  /** One entry a month, the oldest first. */
  byMonth: Record<Tag, number>[];
  tags: Record<Tag, number>;
  reviewers: Record<string, number>;
  pullRequests: number;
  setAside: number;
  untagged: number;
  milestones: number;
  milestonesReached: number;
  sessions: number;
  sessionMinutes: number;
  insights: number;
  actions: { promised: number; inTime: number; late: number; open: number };
  kudos: number;
  guesses: number;
  /** Answers of scales: two of three are private. */
  scaleAnswers: number;
  /** Records that only their author sees: a goal, feedback entered by hand. */
  isPrivate: string[];
};

export type GrowthLines = {
  /** Of all journals, in the order in which they were written; `writer` and `isPrivate` say where a line stands. */
  events: JournalEvent[];
  pullRequests: PullRequestRecord[];
  comments: GrowthComment[];
  /** What the engine and git would say of it; one theme is named, one is computed. */
  themes: Theme[];
  recurrences: Map<string, Recurrence>;
  follow: Map<string, FollowThrough>;
  known: GrowthKnown;
  /** The first and the last day, `yyyy-mm-dd`. */
  from: string;
  to: string;
};

const day = 86_400_000;
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digits = (n: number, length: number): string =>
  length === 0 ? '' : digits(Math.floor(n / 32), length - 1) + letters[n % 32];
const [marsh, theo] = growthReviewers;
const goalTitles = [
  'Handle failures where they happen',
  'Test what can break',
  'Explain a change in its own words',
];

/**
 * A mentorship of so many whole months until the last one: four reviewed pull requests and two check-ins a month, a
 * promise, three goals with three milestones each, and one of each other thing now and then. Two thirds in, what was
 * asked to stop comes up no more. The same numbers give the same lines.
 * @param until its last month, `yyyy-mm`
 */
export function growthLines({ months, until = '2026-06' }: { months: number; until?: string }): GrowthLines {
  const events: JournalEvent[] = [];
  const zero = (): Record<Tag, number> => ({ keep: 0, stop: 0, start: 0 });
  const [year = 0, month = 0] = until.split('-').map(Number);
  const begin = (m: number) => Date.UTC(year, month - months + m, 1);
  let count = 0;
  const idAt = (at: number) => digits(at, 10) + digits(0, 8) + digits(++count, 8);
  const write = (at: number, author: string, event: NewEvent, isPrivate = false) => {
    const id = idAt(at);
    const origin = isPrivate
      ? { isPrivate: true as const }
      : { writer: `${author.replace('-', '')}00000000`.slice(0, 16) };
    events.push({ id, time: [at, 0], author, act: id, version: 1, ...event, ...origin } as JournalEvent);
  };
  const start = begin(0);
  const goals = goalTitles.map((_, n) => idAt(start + n));
  const known: GrowthKnown = {
    ...{
      goals,
      byGoal: Object.fromEntries(goals.map((id) => [id, zero()])),
      byMonth: [],
      tags: zero(),
      reviewers: {},
    },
    ...{ pullRequests: 0, setAside: 0, untagged: 0, milestones: 9, milestonesReached: 0, sessions: 0 },
    ...{ sessionMinutes: 0, insights: 0, actions: { promised: 0, inTime: 0, late: 0, open: 0 } },
    ...{ kudos: 0, guesses: 0, scaleAnswers: 0, isPrivate: [] },
  };
  const comments: GrowthComment[] = [];
  const pullRequests: PullRequestRecord[] = [];
  const stopsUntil = Math.ceil((months * 2) / 3);

  const team = { mentors: [marsh, theo], mentees: [growthMentee] };
  const about = {
    title: 'Growing into the on-call rota',
    kind: 'one-to-one' as const,
    rhythmDays: 14,
    hoursPerMonth: 4,
  };
  write(start, marsh, { type: 'mentorship.recorded', payload: { ...about, ...team } });
  for (const who of [growthMentee, marsh])
    write(start, who, { type: 'agreement.given', payload: { clause: 'self-review-first', isAgreed: true } });
  const milestones = goals.flatMap((goal, n) => {
    const plain = {
      category: 'code quality',
      origin: n === 2 ? ('organisation' as const) : ('mentee' as const),
    };
    const title = goalTitles[n] as string;
    write(start + n, growthMentee, {
      type: 'goal.created',
      payload: { goal, title, ...plain, targetDate: null },
    });
    return [1, 2, 3].map((step) => {
      const milestone = idAt(start + n);
      const payload = { goal, milestone, title: `Step ${step}: ${title.toLowerCase()}` };
      write(start + n, growthMentee, { type: 'milestone.added', payload });
      return { goal, milestone };
    });
  });
  const ownGoal = idAt(start);
  const own = { goal: ownGoal, title: 'Dare to say no in planning', category: null, targetDate: null };
  write(start, growthMentee, { type: 'goal.created', payload: { ...own, origin: 'mentee' } }, true);
  write(start, growthMentee, { type: 'record.private', payload: { record: ownGoal, isPrivate: true } }, true);
  known.isPrivate.push(ownGoal);

  for (let m = 0; m < months; m++) {
    const first = begin(m);
    const at = (n: number, hour = 12) => first + n * day + hour * 3_600_000;
    const said = growthComments(m, first, stopsUntil, (n) => n);
    comments.push(...said);
    pullRequests.push(...growthPullRequests(said));
    known.pullRequests += 4;
    known.byMonth.push(zero());
    for (const one of said) decide(one, m);
    meet(m, at);
    promise(m, at);
    milestones.forEach(({ goal, milestone }, n) => {
      if (Math.floor(((n + 1) * months) / 10) !== m) return;
      known.milestonesReached++;
      const completedAt = new Date(at(27)).toISOString();
      write(at(27), growthMentee, { type: 'milestone.completed', payload: { goal, milestone, completedAt } });
    });
    if (m % 3 === 0) thank(m, at, said);
    if (m % 3 === 1) answer(m, at);
    if (m % 2 === 0) guess(at, said);
    if (m % 6 === 0) keepToOneself(at);
  }

  function decide(one: GrowthComment, m: number): void {
    const { id, tag } = one;
    const url = `https://github.com/${growthRepository}/pull/${one.number}`;
    const excerpt = {
      ...{
        kind: 'line' as const,
        author: one.author,
        text: one.body,
        url: `${url}#discussion_r${one.databaseId}`,
      },
      ...{
        repository: growthRepository,
        isPrivate: false,
        number: one.number,
        title: growthTitles[one.pull]!,
      },
      ...{ path: one.path, line: one.line, createdAt: one.at },
    };
    const when = Date.parse(one.at) + 2 * 3_600_000;
    known.reviewers[one.author] = (known.reviewers[one.author] ?? 0) + 1;
    if (one.isSetAside) {
      known.setAside++;
      write(when, growthMentee, {
        type: 'feedback.setAside',
        payload: { feedback: id, isSetAside: true, excerpt },
      });
    } else if (tag === null) known.untagged++;
    else {
      const goal = goals[tag === 'stop' ? 0 : tag === 'start' ? 1 : m % 3] as string;
      write(when, growthMentee, { type: 'feedback.tagged', payload: { feedback: id, tag, excerpt } });
      write(when, growthMentee, { type: 'feedback.linked', payload: { feedback: id, goal, excerpt } });
      known.tags[tag]++;
      known.byGoal[goal]![tag]++;
      known.byMonth[m]![tag]++;
    }
  }

  function meet(m: number, at: (n: number, hour?: number) => number): void {
    [5, 19].forEach((n, which) => {
      const session = idAt(at(n));
      const date = new Date(at(n)).toISOString().slice(0, 10);
      const people = [growthMentee, marsh];
      const held = { heldAt: new Date(at(n)).toISOString(), minutes: 45 };
      const rest = { goals: [goals[m % 3] as string], link: null, pairing: null };
      write(at(n), growthMentee, {
        type: 'session.logged',
        payload: { session, kind: 'check-in', people, date, ...held, ...rest },
      });
      known.sessions++;
      known.sessionMinutes += 45;
      if (which === 0) return;
      known.insights++;
      const text = `| Topic | Insight | Next action |\n| --- | --- | --- |\n| Queues | Month ${m + 1}: a pause has to grow | |\n`;
      write(at(n), growthMentee, { type: 'session.written', payload: { session, text } });
    });
  }

  /** One a month: kept in time, kept five days late, still open, and so on. */
  function promise(m: number, at: (n: number) => number): void {
    const action = idAt(at(5));
    const dueDate = new Date(at(19)).toISOString().slice(0, 10);
    const words = {
      text: `Write down what month ${m + 1} taught`,
      owner: growthMentee,
      dueDate,
      goal: goals[m % 3]!,
    };
    write(at(5), growthMentee, { type: 'action.added', payload: { action, ...words } });
    known.actions.promised++;
    const kept = (['inTime', 'late', 'open'] as const)[m % 3]!;
    known.actions[kept]++;
    const done = at(kept === 'late' ? 24 : 15);
    if (kept === 'open') return;
    const doneAt = new Date(done).toISOString();
    write(done, growthMentee, { type: 'action.done', payload: { action, doneAt } });
  }

  function thank(m: number, at: (n: number) => number, said: GrowthComment[]): void {
    const feedback = said.find(({ tag }) => tag === 'keep')!.id;
    const givenAt = new Date(at(21)).toISOString();
    const payload = {
      kudos: idAt(at(21)),
      to: marsh,
      text: 'Thank you for naming the reason.',
      goal: goals[m % 3]!,
    };
    write(at(21), growthMentee, { type: 'kudos.given', payload: { ...payload, feedback, givenAt } });
    known.kudos++;
  }

  function answer(m: number, at: (n: number) => number): void {
    const answers = {
      confidence: Math.min(5, 2 + m / 6),
      autonomy: Math.min(5, 1 + m / 6),
      escalations: Math.max(0, 6 - m),
    };
    for (const [scale, value] of Object.entries(answers)) {
      const payload = { answer: idAt(at(22)), scale, value: Math.round(value), goal: null, note: null };
      const answeredAt = new Date(at(22)).toISOString();
      const isPrivate = scale !== 'confidence';
      write(at(22), growthMentee, { type: 'scale.answered', payload: { ...payload, answeredAt } }, isPrivate);
      if (isPrivate) keep(payload.answer, at(22));
      known.scaleAnswers++;
    }
  }

  function guess(at: (n: number) => number, said: GrowthComment[]): void {
    const { number, pull } = said[0]!;
    const id = idAt(at(1));
    const [hit, miss] = [idAt(at(1)), idAt(at(1))];
    const expectations = [
      { id: hit, text: 'They will like the error names', path: null },
      { id: miss, text: 'They will ask for smaller steps', path: null },
    ];
    const pr = { repository: growthRepository, number, title: growthTitles[pull]!, url: null };
    write(at(1), growthMentee, { type: 'guess.made', payload: { guess: id, ...pr, expectations } });
    const judge = (expectation: string, feedback: string | null) =>
      write(at(4), growthMentee, { type: 'guess.judged', payload: { guess: id, expectation, feedback } });
    judge(hit, said.find((one) => one.tag === 'keep')!.id);
    judge(miss, null);
    known.guesses++;
  }

  function keepToOneself(at: (n: number) => number): void {
    const feedback = idAt(at(8));
    const said = { author: 'jo-private', body: 'Between us: you are ready for the next step.', url: null };
    const payload = { feedback, ...said, saidAt: new Date(at(8)).toISOString() };
    write(at(8), growthMentee, { type: 'feedback.entered', payload }, true);
    keep(feedback, at(8));
    write(at(8), growthMentee, { type: 'feedback.tagged', payload: { feedback, tag: 'keep' } }, true);
    write(at(8), growthMentee, { type: 'feedback.linked', payload: { feedback, goal: goals[0]! } }, true);
    known.isPrivate.push(feedback);
  }

  function keep(record: string, at: number): void {
    write(at, growthMentee, { type: 'record.private', payload: { record, isPrivate: true } }, true);
  }

  const named = idAt(start);
  const stops = comments.filter(({ tag }) => tag === 'stop');
  const starts = comments.filter(({ tag }) => tag === 'start');
  if (stops[0]) {
    const when = Date.parse(stops[0].at) + day;
    write(when, growthMentee, { type: 'theme.made', payload: { theme: named, name: 'Let errors through' } });
    for (const { id, at } of stops)
      write(Date.parse(at) + day, growthMentee, {
        type: 'theme.placed',
        payload: { feedback: id, theme: named },
      });
  }
  const themes: Theme[] = [];
  const recurrences = new Map<string, Recurrence>();
  const follow = new Map(comments.map((one) => [one.id, growthFollowThrough(one)]));
  const theme = (id: string, name: string, tag: 'stop' | 'start', all: GrowthComment[], words: string[]) => {
    if (all.length === 0) return;
    themes.push({ id, name, isNamed: id === named, words, feedbackIds: all.map((one) => one.id) });
    recurrences.set(id, recurrenceOf(id, tag, all, pullRequests));
  };
  theme(named, 'Let errors through', 'stop', stops, ['swallow', 'error', 'cause']);
  theme(`auto:${starts[0]?.id}`, 'test, failure, change', 'start', starts, ['test', 'failure', 'change']);
  events.sort((a, b) => a.time[0] - b.time[0]);
  return {
    ...{ events, pullRequests, comments, themes, recurrences, follow, known },
    from: new Date(start).toISOString().slice(0, 10),
    to: new Date(begin(months) - day).toISOString().slice(0, 10),
  };
}

function recurrenceOf(
  themeId: string,
  tag: 'stop' | 'start',
  said: readonly GrowthComment[],
  pullRequests: readonly PullRequestRecord[],
): Recurrence {
  const placeOf = (number: number) => {
    const { repository, url, title, createdAt } = pullRequests.find((one) => one.number === number)!;
    return { repository, number, url, title, at: createdAt };
  };
  const occurrences = said.map((one) => ({ ...placeOf(one.number), at: one.at, feedbackId: one.id }));
  const last = said.at(-1)!;
  const clear = pullRequests
    .filter(({ createdAt, threads }) => createdAt > last.at && threads[0]!.path === last.path)
    .map(({ number }) => placeOf(number));
  const times = occurrences.map(({ at }) => Date.parse(at));
  return {
    ...{ themeId, tag, occurrences, clear, unknown: 0, needed: 3 },
    standing: clear.length >= 3 ? 'learned' : 'open',
    learnedAt: clear[2]?.at ?? null,
    intervals: times.slice(1).map((at, n) => Math.round((at - times[n]!) / day)),
  };
}

/** Writes it as the files of a space and of the private journal beside it, as Cairn would have. */
export function writeGrowth({ events }: GrowthLines, space: string, privateSpace: string): void {
  const files = new Map<string, string[]>();
  const now = Date.now();
  for (const [index, { writer, isPrivate, ...event }] of events.entries()) {
    // The month is not over yet: what is dated later was said by now all the same.
    const line = event.time[0] <= now ? event : { ...event, time: [now, index] as [number, number] };
    const folder = isPrivate
      ? path.join(privateSpace, 'journal', 'privatewriter00')
      : path.join(space, 'journal', writer!);
    const file = path.join(folder, `${new Date(line.time[0]).toISOString().slice(0, 7)}.jsonl`);
    files.set(file, [...(files.get(file) ?? []), `${JSON.stringify(line)}\n`]);
  }
  for (const [file, lines] of files) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, lines.join(''));
  }
}
