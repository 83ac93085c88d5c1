import { plainMarkdown } from '../../model/plainMarkdown.ts';
import type { SessionKind } from '../../model/session.ts';
import type { MakingStep, Playbook, PlaybookSection, Step, Who } from './types.ts';
import { dayFor } from './when.ts';

/** What a step makes, ready to be said and to be written. `line` is the step's; `serves` that of the goal above it. */
export type Draft =
  | {
      kind: 'goal';
      line: number;
      title: string;
      category: string | null;
      targetDate: string | null;
      milestones: string[];
    }
  | {
      kind: 'session';
      line: number;
      sessionKind: SessionKind;
      date: string;
      topic: string;
      text: string;
      serves: number | null;
    }
  | {
      kind: 'action';
      line: number;
      text: string;
      owner: string | null;
      dueDate: string | null;
      serves: number | null;
    };

/** Who plays which part, and when it began. */
export type Cast = {
  mentee: readonly string[];
  mentor: readonly string[];
  me: string;
  today: Date;
  /** ISO date on which the mentorship began, where that is known. */
  start: string | null;
};

export const isMaking = (step: Step): step is MakingStep =>
  step.kind === 'goal' || step.kind === 'session' || step.kind === 'action';

/** The parts that somebody has to play before these steps can be done. */
export function partsIn(steps: readonly Step[]): ('mentee' | 'mentor')[] {
  const parts = steps.flatMap((step) => (step.kind === 'action' ? [step.who] : []));
  return (['mentee', 'mentor'] as const).filter((part) => parts.includes(part));
}

/**
 * What some steps of a playbook make, in the order of its lines. A promise of a part that several play is made once for
 * each of them.
 * @param lines those of the steps, 1-based
 */
export function draftsOf(playbook: Playbook, lines: ReadonlySet<number>, cast: Cast): Draft[] {
  return playbook.sections.flatMap((section) => {
    let goal: number | null = null;
    return section.steps.flatMap((step): Draft[] => {
      if (step.kind === 'goal') goal = step.line;
      if (!isMaking(step) || !lines.has(step.line)) return [];
      return draftOf(step, goal, [section], cast);
    });
  });
}

/** @param about the sections whose reading a session is about */
export function draftOf(
  step: MakingStep,
  serves: number | null,
  about: readonly PlaybookSection[],
  { today, start, ...cast }: Cast,
): Draft[] {
  const { kind, line } = step;
  if (kind === 'goal') {
    const { title, category, due } = step;
    const milestones = step.milestones.map((one) => one.title);
    return [{ kind, line, title, category, targetDate: due && dayFor(due, today, start), milestones }];
  }
  if (kind === 'session') {
    const { sessionKind, topic, when } = step;
    const date = dayFor(when, today, start);
    return [{ kind, line, sessionKind, date, topic, text: agendaText(topic, about), serves }];
  }
  const { text, due } = step;
  const dueDate = due && dayFor(due, today, start);
  return ownersOf(step.who, cast).map((owner) => ({ kind, line, text, owner, dueDate, serves }));
}

function ownersOf(who: Who | null, { mentee, mentor, me }: Omit<Cast, 'today' | 'start'>): (string | null)[] {
  if (who === null) return [null];
  if (typeof who === 'object') return [who.name];
  return who === 'me' ? [me] : [...(who === 'mentee' ? mentee : mentor)];
}

/**
 * The text that a planned session begins with: its topic, what the playbook says, and the empty log. The playbook's words
 * stand in a quote, so that nothing in them becomes a promise or feedback of whoever plans it.
 */
export function agendaText(topic: string, about: readonly PlaybookSection[]): string {
  const isOne = about.length === 1;
  const quoted = about
    .filter(({ reading }) => reading !== '')
    .map(({ heading, reading }) => (isOne ? reading : `**${plainMarkdown(heading)}**\n\n${reading}`))
    .join('\n\n');
  const quote = quoted === '' ? [] : [quoted.replace(/^/gm, '> ').replace(/^> $/gm, '>'), ''];
  return [titleLine(topic), '', ...quote, ...log].join('\n');
}

/** By it a session is known as the one that a step has planned. */
export const titleLine = (topic: string): string => `# ${plainMarkdown(topic)}`;

const log = ['| Topic | Insight | Next action |', '| --- | --- | --- |', ''];
