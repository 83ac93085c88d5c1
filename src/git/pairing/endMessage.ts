import { clean } from '../../model/cleanText.ts';
import { readMessage, writeTrailers } from './message.ts';
import { harmless, plain } from './note.ts';
import { oneLine } from './oneLine.ts';
import type { Person } from './person.ts';

const mostLines = 30;
const longestLine = 200;
const longestSubject = 72;

/**
 * The message that is proposed for the commit of a whole pairing: what the handoffs say was done and what the other
 * commits say they did, each once, and everybody who took part.
 * @param commits the oldest first
 */
export function proposeMessage(
  commits: readonly { message: string; isWip: boolean }[],
  people: readonly Person[],
  base: string,
  subject?: string,
): string {
  const said = commits.flatMap(({ message, isWip }) => {
    const read = readMessage(message);
    return (isWip ? read.note.done.split('\n') : [read.subject]).map((line) => oneLine(line, longestLine));
  });
  const done = [...new Set(said.filter((line) => line !== ''))].slice(0, mostLines);
  const first = oneLine(subject ?? done.at(-1) ?? `Work of a pairing on ${base}`, longestSubject);
  const rest = done.length > 1 || (done[0] ?? first) !== first ? done.map((line) => `- ${line}`) : [];
  return withTrailers(
    [harmless(first), harmless(rest.join('\n'))].filter((part) => part !== '').join('\n\n'),
    people,
  );
}

/**
 * A person's own message, with everybody who took part where it names nobody; who was left out of a list of names was
 * left out on purpose.
 */
export function completeMessage(written: string, people: readonly Person[]): string {
  const message = clean(written).trim();
  const names = readMessage(message).coAuthors.length > 0;
  return names ? `${message}\n` : withTrailers(message, people);
}

function withTrailers(message: string, people: readonly Person[]): string {
  const trailers = writeTrailers(people);
  if (trailers.length === 0) return `${message}\n`;
  // To a paragraph of trailers that is there already, since git reads the last one only.
  const last = message.split(/\n[ \t]*\n/).at(-1) ?? '';
  const isBlock = last !== message && last.split('\n').every((line) => /^[A-Za-z0-9-]{1,100}: \S/.test(line));
  return `${message}\n${isBlock ? '' : '\n'}${trailers.join('\n')}\n`;
}

/** Whether anything is left of a message. */
export function isEmptyMessage(written: string): boolean {
  return plain(written) === '';
}
