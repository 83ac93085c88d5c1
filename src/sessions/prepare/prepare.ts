import type { SessionKind } from '../../model/session.ts';
import type { Mentorship } from '../../model/state.ts';
import type { Frame } from '../templates/frames.ts';
import { promptTopicsFor } from '../templates/prompts.ts';
import { frameText, readHeadings, toFill } from '../templates/write.ts';
import { type AgendaState, agendaOf } from './agenda.ts';
import { agendaText } from './agendaText.ts';
import type { PrepareWords } from './words.ts';

export type Preparation = {
  kind: SessionKind;
  /** ISO date for which it is planned. */
  date: string;
  /** A way to lead the conversation; `null` for none. */
  frame: Frame | null;
  /** Whether the document is for a mentee, who comes with a question, a goal and an example. */
  isMentee: boolean;
};

/**
 * A document to come prepared with, as Markdown: blockers, wins, focus and next actions out of what happened; for a mentee
 * what they bring themselves; the frame; questions that fit; and a table for log entries. What stands in it when it is
 * written says nothing yet to `readSession`: a promise that is quoted does not become a second one.
 * @param state without what is private, unless the session is
 */
export function prepare(state: AgendaState, now: Date, about: Preparation, words: PrepareWords): string {
  const { kind, date, frame, isMentee } = about;
  const agenda = agendaOf(state, now);
  const topics = promptTopicsFor(kind, agenda.focus?.goal?.category ?? null);
  const parts = [
    `# ${words.title(words.kinds[kind], date)}`,
    ...agendaText(agenda, words),
    ...(isMentee ? own.map((part) => toFill(readHeadings[part], words.hints[part])) : []),
  ];
  // The goal of a conversation is one, by whatever name it comes.
  if (frame) parts.push(frameText(frame, words, isMentee ? ['goal'] : []));
  parts.push(
    `## ${words.headings.prompts}`,
    topics
      .flatMap((topic) => words.prompts[topic])
      .map((prompt) => `- ${prompt}`)
      .join('\n'),
    `## ${words.headings.log}\n\n<!-- ${words.hints.log} -->`,
    '| Topic | Insight | Next action |\n| --- | --- | --- |',
  );
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

const own = ['question', 'goal', 'example'] as const;

/** Whether the user comes as a mentee: who is one by name, and where nobody mentors by that name or is known, everybody. */
export function isMentee(
  isMe: (name: string) => boolean,
  { mentee, mentorship }: { mentee: string | null; mentorship: Mentorship | null },
): boolean {
  if (mentorship?.mentees.some(isMe) || (mentee !== null && isMe(mentee))) return true;
  return !mentorship?.mentors.some(isMe) && mentee === null;
}
