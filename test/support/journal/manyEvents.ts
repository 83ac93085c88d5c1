import fs from 'node:fs';
import path from 'node:path';
import type { Excerpt, NewEvent } from '../../../src/model/events.ts';
import { comment, type Numbers, numbers } from './words.ts';

/** What a journal's line holds. */
type Line = NewEvent & { id: string; time: [number, number]; author: string; act: string; version: 1 };

const people = ['ada-wren', 'tom-ashdown', 'mira-holt', 'lin-okafor'];
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const begin = Date.UTC(2025, 0, 6);
const end = Date.UTC(2026, 5, 30);

/** A ULID: the time in ten letters, then sixteen at random. */
function ulid(random: Numbers, time: number): string {
  let id = '';
  for (let rest = time, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) id = letters[rest % 32] + id;
  for (let i = 0; i < 16; i++) id += letters[random.below(32)];
  return id;
}

/**
 * Writes the journals of a space in which several people worked for a year and a half: `count` events, each in its
 * writer's file of the month. Mostly tags and links with their excerpts, some goals, milestones, next actions,
 * feedback entered by hand, undos and hidden records; a few lines stand in the private journal. The same numbers
 * give the same bytes.
 */
export function writeManyEvents(space: string, privateSpace: string, count: number, seed = 7): void {
  const random = numbers(seed);
  const files = new Map<string, string[]>();
  const flush = () => {
    for (const [file, lines] of files) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.appendFileSync(file, lines.join(''));
    }
    files.clear();
  };
  const mentorship = new Mentorship(random);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(begin + ((end - begin) * i) / count);
    const who = random.below(people.length);
    const isPrivate = random.next() < 0.02;
    const id = ulid(random, at);
    const line: Line = {
      ...{ id, time: [at, i % 3 === 0 ? 1 : 0], author: people[who] as string },
      ...{ act: mentorship.actOf(id, who), version: 1, ...mentorship.next(i, who, at, isPrivate) },
    };
    mentorship.noteAct(line.act, who);
    const { type, version, payload, ...rest } = line;
    const folder = isPrivate
      ? path.join(privateSpace, 'journal', 'privatewriter')
      : path.join(space, 'journal', `writer000${who}`);
    const file = path.join(folder, `${new Date(at).toISOString().slice(0, 7)}.jsonl`);
    const lines = files.get(file) ?? [];
    lines.push(`${JSON.stringify({ ...rest, type, version, payload })}\n`);
    files.set(file, lines);
    if (i % 20_000 === 19_999) flush();
  }
  flush();
}

/** What is there to be spoken of, and what somebody says next. */
class Mentorship {
  readonly #random: Numbers;
  readonly #goals: string[] = [];
  readonly #milestones: { goal: string; milestone: string }[] = [];
  readonly #actions: string[] = [];
  readonly #feedback: { id: string; excerpt: Excerpt }[] = [];
  readonly #acts: string[][] = people.map(() => []);

  constructor(random: Numbers) {
    this.#random = random;
  }

  /** Now and then an event belongs to the act before it. */
  actOf(id: string, who: number): string {
    return this.#random.next() < 0.1 ? (this.#acts[who]?.at(-1) ?? id) : id;
  }

  noteAct(act: string, who: number): void {
    const acts = this.#acts[who] as string[];
    acts.push(act);
    if (acts.length > 20) acts.shift();
  }

  next(index: number, who: number, at: number, isPrivate: boolean): NewEvent {
    const random = this.#random;
    const goal = () => random.pick(this.#goals);
    const chance = random.next();
    if (index === 0) {
      const team = { mentors: people.slice(1, 2), mentees: people.slice(0, 1) };
      const rhythm = { kind: 'one-to-one' as const, rhythmDays: 14, hoursPerMonth: 4 };
      return { type: 'mentorship.recorded', payload: { title: 'Growing into the role', ...team, ...rhythm } };
    }
    if (this.#goals.length === 0 || chance < 0.004) {
      const id = ulid(random, at);
      this.#goals.push(id);
      const about = {
        title: `When I ${comment(random, 80)}`,
        category: random.pick(['craft', 'people', null]),
      };
      return {
        type: 'goal.created',
        payload: { goal: id, ...about, origin: 'mentee', targetDate: random.pick(['2026-03-31', null]) },
      };
    }
    if (chance < 0.008) return { type: 'goal.edited', payload: { goal: goal(), title: comment(random, 80) } };
    if (chance < 0.012)
      return {
        type: 'goal.status',
        payload: { goal: goal(), status: random.pick(['active', 'completed', 'archived']) },
      };
    if (chance < 0.024) {
      const made = { goal: goal(), milestone: ulid(random, at) };
      this.#milestones.push(made);
      return { type: 'milestone.added', payload: { ...made, title: comment(random, 100) } };
    }
    if (chance < 0.034 && this.#milestones.length > 0) {
      return {
        type: 'milestone.completed',
        payload: { ...random.pick(this.#milestones), completedAt: new Date(at).toISOString() },
      };
    }
    if (chance < 0.064) {
      const id = ulid(random, at);
      const said = {
        author: random.pick(people),
        body: comment(random, 600),
        url: null,
        saidAt: new Date(at).toISOString(),
      };
      return { type: 'feedback.entered', payload: { feedback: id, ...said } };
    }
    if (chance < 0.09) {
      const id = ulid(random, at);
      this.#actions.push(id);
      const promise = {
        text: comment(random, 150),
        owner: random.pick(people),
        dueDate: random.pick(['2026-01-15', null]),
      };
      return { type: 'action.added', payload: { action: id, ...promise, goal: random.pick([goal(), null]) } };
    }
    if (chance < 0.1 && this.#actions.length > 0)
      return {
        type: 'action.edited',
        payload: { action: random.pick(this.#actions), dueDate: '2026-05-01' },
      };
    if (chance < 0.12 && this.#actions.length > 0)
      return {
        type: 'action.done',
        payload: { action: random.pick(this.#actions), doneAt: new Date(at).toISOString() },
      };
    if (chance < 0.132)
      return { type: 'act.undone', payload: { act: this.#acts[who]?.at(-1 - random.below(5)) ?? 'none' } };
    if (chance < 0.135 && !isPrivate && this.#feedback.length > 0)
      return {
        type: 'record.hidden',
        payload: { record: random.pick(this.#feedback).id, isHidden: random.next() < 0.7 },
      };
    if (chance < 0.1352 && !isPrivate)
      return { type: 'writer.introduced', payload: { name: people[who] as string } };
    if (isPrivate && random.next() < 0.2 && this.#feedback.length > 0)
      return {
        type: 'record.private',
        payload: { record: random.pick(this.#feedback).id, isPrivate: random.next() < 0.8 },
      };
    return this.#aboutFeedback(index, at);
  }

  /** Most of a journal: what is tagged first is linked or set aside soon after, at times much later. */
  #aboutFeedback(index: number, at: number): NewEvent {
    const random = this.#random;
    const chance = random.next();
    if (this.#feedback.length === 0 || chance < 0.5) {
      const id = `github.com/line/${1_000_000_000 + index * 7}`;
      const excerpt = excerptOf(random, index, at);
      this.#feedback.push({ id, excerpt });
      return {
        type: 'feedback.tagged',
        payload: { feedback: id, tag: random.pick(['keep', 'stop', 'start']), excerpt },
      };
    }
    const recent = Math.floor(
      this.#feedback.length * (random.next() < 0.8 ? 1 - random.next() ** 2 * 0.05 : random.next()),
    );
    const { id, excerpt } = this.#feedback[Math.min(recent, this.#feedback.length - 1)] as {
      id: string;
      excerpt: Excerpt;
    };
    if (chance < 0.8)
      return { type: 'feedback.linked', payload: { feedback: id, goal: random.pick(this.#goals), excerpt } };
    if (chance < 0.9)
      return {
        type: 'feedback.setAside',
        payload: { feedback: id, isSetAside: random.next() < 0.9, excerpt },
      };
    if (chance < 0.93)
      return { type: 'feedback.unlinked', payload: { feedback: id, goal: random.pick(this.#goals) } };
    return {
      type: 'feedback.tagged',
      payload: { feedback: id, tag: random.pick(['keep', 'stop', 'start', null]), excerpt },
    };
  }
}

function excerptOf(random: Numbers, index: number, at: number): Excerpt {
  const repository = random.pick(['ashdown/ledger', 'ashdown/ledger-web', 'holt/tools']);
  const number = 1 + Math.floor(index / 40);
  const id = 1_000_000_000 + index * 7;
  return {
    kind: random.pick(['line', 'line', 'line', 'review', 'conversation']),
    author: random.pick(people),
    text: comment(random, 500),
    url: `https://github.com/${repository}/pull/${number}#discussion_r${id}`,
    repository,
    isPrivate: repository !== 'holt/tools',
    number,
    title: comment(random, 50),
    path: `src/${random.pick(['api', 'store', 'views'])}/${random.pick(['reader', 'list', 'form', 'sync'])}.ts`,
    line: 1 + random.below(400),
    createdAt: new Date(at - random.below(86_400_000)).toISOString(),
  };
}
