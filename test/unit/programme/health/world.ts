import { dayOf } from '../../../../src/model/isoDate.ts';
import type { Charter, NudgeAnswer, Pulse, Trial } from '../../../../src/model/mentorship.ts';
import type { Session } from '../../../../src/model/session.ts';
import type { Goal, NextAction } from '../../../../src/model/state.ts';
import {
  type Look,
  type Nudge,
  nudgeOf,
  type OwnLoad,
  type Sign,
  signsOf,
} from '../../../../src/programme/health/index.ts';

/** A mentorship in memory with a clock: Mara mentors, Ada is mentored. What a day brings is up to its character. */
export class World {
  now = new Date(2026, 0, 5, 9);
  readonly sessions: Session[] = [];
  readonly goals: Goal[] = [];
  readonly actions: NextAction[] = [];
  readonly charters: Charter[] = [];
  readonly pulses: Pulse[] = [];
  readonly trials: Trial[] = [];
  readonly written = new Set<string>();
  readonly made = new Map<string, string>();
  readonly answers: Record<string, NudgeAnswer[]> = { mara: [], ada: [], lena: [] };
  mentorship: NonNullable<Look['mentorship']> = {
    ...{ mentors: ['mara'], mentees: ['ada'], rhythmDays: 14, status: 'active', isCommon: false },
    statusUntil: null,
  };
  resumedAt: string | null = null;
  since: string | null = '2026-01-05';
  load: OwnLoad | null = null;
  #ids = 0;

  get today(): string {
    return dayOf(this.now);
  }

  look(who: string, now = this.now): Look & { madeOn: (id: string) => string | null } {
    const { sessions, goals, actions, charters, pulses, trials } = this;
    const seen = <T extends { isPrivate: boolean; createdBy: string | null }>(all: T[]) =>
      all.filter((one) => !one.isPrivate || one.createdBy === who);
    return {
      state: {
        ...{ sessions, goals, actions, charters, pulses: seen(pulses), trials: seen(trials) },
        ...{ feedback: [], annotations: [], kudos: [], scaffolds: [], skillRatings: [] },
      },
      mentorship: this.mentorship,
      isMe: (name) => name === who,
      isSame: (one, other) => one === other,
      hasWritten: (name) => this.written.has(name),
      ...{ since: this.since, resumedAt: this.resumedAt, now },
      load: who === 'mara' ? this.load : null,
      madeOn: (id) => this.made.get(id) ?? null,
    };
  }

  meet(text = '', { kind = 'check-in', date = this.today }: Partial<Session> = {}): Session {
    const texts = text === '' ? [] : [{ by: 'ada', claimedBy: null, text, writtenAt: this.iso }];
    const session: Session = {
      ...{ id: this.#id('s'), kind, people: ['ada', 'mara'], date, heldAt: this.iso, minutes: 60 },
      ...{ goalIds: this.goals.map(({ id }) => id), link: null, pairingId: null, texts, entries: [] },
      ...{ createdAt: this.iso, ...kept('mara') },
    };
    this.sessions.push(session);
    return session;
  }

  goal(title: string, by = 'ada'): Goal {
    const goal: Goal = {
      ...{ id: this.#id('g'), title, category: null, origin: 'mentee', status: 'active', targetDate: null },
      ...{ milestones: [], counts: { keep: 0, stop: 0, start: 0 }, ...kept(by) },
    };
    this.goals.push(goal);
    this.made.set(goal.id, this.iso);
    return goal;
  }

  promise(
    owner: string,
    dueDate: string | null,
    text = 'Read the book',
    goalId: string | null = null,
  ): NextAction {
    const action: NextAction = {
      ...{ id: this.#id('a'), text, owner, dueDate, goalId, doneAt: null, sessionId: null },
      ...{ createdAt: this.iso, ...kept(owner) },
    };
    this.actions.push(action);
    return action;
  }

  charter(by = 'mara', accepted = [by]): Charter {
    const charter: Charter = {
      ...{
        id: this.#id('c'),
        text: '# Charter',
        writtenAt: this.iso,
        acceptedBy: accepted,
        inForceSince: null,
      },
      ...kept(by),
    };
    this.charters.push(charter);
    return charter;
  }

  pulse(by: string): void {
    this.pulses.push({
      ...{ id: this.#id('p'), answers: { value: 4, clarity: 3, workload: 3, relationship: 5 }, words: null },
      ...{ of: null, givenAt: this.iso, ...kept(by), isPrivate: true },
    });
  }

  trial(by: string, day: number): void {
    this.trials.push({
      ...{ id: this.#id('t'), day, answers: { useful: 'yes', respectful: 'yes', sustainable: 'partly' } },
      ...{ words: null, of: null, answeredAt: this.iso, ...kept(by), isPrivate: true },
    });
  }

  status(status: 'active' | 'paused' | 'ended', statusUntil: string | null = null): void {
    if (this.mentorship.status !== status && status === 'active') this.resumedAt = this.iso;
    this.mentorship = { ...this.mentorship, status, statusUntil };
  }

  signs(who: string): Sign[] {
    return signsOf(this.look(who));
  }

  /** What the tracker does: shows, and keeps that it was shown. */
  see(who: string, now = this.now): Nudge | null {
    const nudge = nudgeOf(signsOf(this.look(who, now)), this.answers[who]!, now);
    if (nudge?.isNew) this.answer(who, nudge.sign, 'shown', now);
    return nudge;
  }

  answer(
    who: string,
    { kind, about }: Pick<Sign, 'kind' | 'about'>,
    answer: NudgeAnswer['answer'],
    now = this.now,
  ) {
    this.answers[who]!.push({ id: this.#id('n'), kind, about, answer, answeredAt: now.toISOString() });
  }

  get iso(): string {
    return this.now.toISOString();
  }

  #id(prefix: string): string {
    return `${prefix}${++this.#ids}`;
  }
}

const kept = (by: string) => ({ createdBy: by, claimedBy: null, isPrivate: false });

export const prepared = '## Question\nHow do I split this?\n\n## Goal\nSmaller changes\n';

export type Character = {
  /** The world before the first day. */
  begin?: (world: World) => void;
  /** What happens on the so-and-so-many-th day, before anybody looks. */
  day?: (world: World, n: number) => void;
  /** What somebody does about a new nudge on the day on which it is shown. */
  react?: (world: World, who: string, sign: Sign) => NudgeAnswer['answer'] | undefined;
};

/** Lets a year pass; both look at the tracker twice a day. Says who was told what on which day. */
export function year(character: Character, days = 365): { world: World; told: Record<string, string[]> } {
  const world = new World();
  world.written.add('mara').add('ada');
  character.begin?.(world);
  const told: Record<string, string[]> = { mara: [], ada: [] };
  for (let n = 0; n < days; n++) {
    for (const hour of [9, 17]) {
      world.now = new Date(2026, 0, 5 + n, hour);
      if (hour === 9) character.day?.(world, n);
      for (const who of ['mara', 'ada']) {
        const nudge = world.see(who);
        if (!nudge?.isNew) continue;
        told[who]!.push(`${world.today} ${nudge.sign.kind}`);
        const answer = character.react?.(world, who, nudge.sign);
        if (answer) world.answer(who, nudge.sign, answer);
      }
    }
  }
  return { world, told };
}
