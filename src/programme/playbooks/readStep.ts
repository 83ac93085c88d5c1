import { sessionKinds } from '../../model/kinds.ts';
import type { SessionKind } from '../../model/session.ts';
import type { Step, StepProblem, When, Who } from './types.ts';
import { readWhen } from './when.ts';

/** In UTF-16 code units, as the journal takes them. */
const longest = {
  goal: 500,
  milestone: 500,
  action: 1000,
  topic: 200,
  knowledge: 1000,
  category: 100,
  name: 200,
};
const longestHead = 300;

type Kind = Step['kind'] | 'milestone';
const kinds: readonly Kind[] = ['goal', 'milestone', 'session', 'action', 'playbook', 'knowledge'];

export type ReadStep =
  | { step: Step }
  | { milestone: { title: string; line: number } }
  | { problem: StepProblem }
  /** Reading. */
  | null;

/**
 * Reads an item of a list as a step: its kind, what belongs to it, a colon, its words. An item that only begins with such
 * a word (`Goal setting: …`) is reading, one that begins as a step does and cannot be understood is a problem.
 * @param item plain words
 * @param line 1-based
 * @param heading of the section, the topic of a session that names none
 */
export function readStep(item: string, line: number, heading: string): ReadStep {
  const word = item.slice(0, 12).toLowerCase();
  const kind = kinds.find((one) => word.startsWith(one));
  if (kind === undefined) return null;
  const colon = colonIn(item);
  const head = item.slice(kind.length, colon < 0 ? longestHead : colon).trim();
  const isMeant = item[kind.length] === ':' || isHead(head);
  if (!isMeant) return null;
  if (colon < 0) return { problem: 'words' };
  return readKind(kind, head, item.slice(colon + 1).trim(), line, heading);
}

/** The first colon that stands in no quotes: a name may have one. */
function colonIn(item: string): number {
  let isQuoted = false;
  for (let at = 0; at < Math.min(item.length, longestHead); at++) {
    if (item[at] === '"') isQuoted = !isQuoted;
    else if (item[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

const isHead = (head: string) => /^(?:@|\(|in |on |by |at |day |week |today\b|tomorrow\b)/i.test(head);

function readKind(kind: Kind, head: string, words: string, line: number, heading: string): ReadStep {
  if (kind === 'session') return readSession(head, words, line, heading);
  if (words === '') return { problem: 'words' };
  if (kind === 'playbook') {
    if (head !== '' || !isPlaybookName(words)) return { problem: 'playbook-name' };
    return { step: { kind, line, name: words } };
  }
  if (words.length > longest[kind]) return { problem: 'too-long' };
  if (kind === 'action') return readAction(head, words, line);
  if (kind === 'goal') return readGoal(head, words, line);
  if (head !== '') return null;
  return kind === 'milestone' ? { milestone: { title: words, line } } : { step: { kind, line, text: words } };
}

/** A name of a file of the same folder: nothing that climbs, hides, or means something to a system. */
export const isPlaybookName = (name: string): boolean => /^[a-z0-9][a-z0-9-]{0,79}$/i.test(name);

/** `Goal (category) in 3 months: sentence`. */
function readGoal(head: string, title: string, line: number): ReadStep {
  const close = head.startsWith('(') ? head.indexOf(')') : -1;
  if (head.startsWith('(') && close < 0) return { problem: 'words' };
  const category = head.slice(1, Math.max(close, 1)).trim();
  if (category.length > longest.category) return { problem: 'too-long' };
  const due = readDue(head.slice(close + 1));
  if (due === 'problem') return { problem: 'date' };
  return { step: { kind: 'goal', line, title, category: category || null, due, milestones: [] } };
}

/** `Action @mentee in 3 days: text`, `Action @"Theo Flint": text`. */
function readAction(head: string, text: string, line: number): ReadStep {
  let rest = head;
  let who: Who | null = null;
  if (head.startsWith('@')) {
    const quoted = head[1] === '"';
    const from = quoted ? 2 : 1;
    const found = quoted ? head.indexOf('"', from) : head.search(/\s/);
    const end = found < 0 ? head.length : found;
    const name = head.slice(from, end).trim();
    if (name === '' || name.length > longest.name || (quoted && found < 0)) return { problem: 'who' };
    who = whoOf(name);
    rest = head.slice(quoted ? end + 1 : end);
  }
  const due = readDue(rest);
  return due === 'problem' ? { problem: 'date' } : { step: { kind: 'action', line, text, who, due } };
}

function whoOf(name: string): Who {
  const role = name.toLowerCase();
  return role === 'mentee' || role === 'mentor' || role === 'me' ? role : { name };
}

function readDue(words: string): When | null | 'problem' {
  const plain = words.trim().replace(/^,/, '').trim();
  return plain === '' ? null : (readWhen(plain) ?? 'problem');
}

/** `Session: pairing, in 1 week: topic`; without a day in a week, without a topic the section's heading. */
function readSession(head: string, words: string, line: number, heading: string): ReadStep {
  if (head !== '') return { problem: 'session-kind' };
  const colon = words.slice(0, longestHead).indexOf(':');
  const about = colon < 0 ? words : words.slice(0, colon);
  const comma = about.indexOf(',');
  const name = comma < 0 ? about : about.slice(0, comma);
  const sessionKind = kindOf(name);
  if (!sessionKind) return { problem: 'session-kind' };
  const due = comma < 0 ? null : readDue(about.slice(comma + 1));
  if (due === 'problem') return { problem: 'date' };
  const topic = (colon < 0 ? '' : words.slice(colon + 1).trim()) || heading;
  if (topic === '') return { problem: 'words' };
  if (topic.length > longest.topic) return { problem: 'too-long' };
  const when = due ?? { from: 'today', days: 7, months: 0 };
  return { step: { kind: 'session', line, sessionKind, when, topic } };
}

function kindOf(name: string): SessionKind | undefined {
  const kind = name.trim().toLowerCase().replace(/\s+/g, '-');
  return sessionKinds.find((one) => one === kind);
}
