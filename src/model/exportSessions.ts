import type { MarkdownContent, MarkdownWords } from './exportMarkdown.ts';
import { fenced, plainMarkdown, webLink } from './plainMarkdown.ts';
import type { Pairing, PairingStyle, Scaffold, ScaffoldStep, Session, SessionKind } from './session.ts';

/** The words of the page about sessions, pairings and steps. */
export type SessionWords = {
  headings: Record<'sessions' | 'pairings' | 'steps', string>;
  fields: Record<
    | 'people'
    | 'minutes'
    | 'link'
    | 'keyboard'
    | 'topic'
    | 'insight'
    | 'nextAction'
    | 'by'
    | 'branch'
    | 'done'
    | 'next'
    | 'unclear'
    | 'failing',
    string
  >;
  planned: string;
  kind(kind: SessionKind): string;
  style(style: PairingStyle): string;
  step(step: ScaffoldStep): string;
  minutes(count: number): string;
};

/** Time at the keyboard in milliseconds, by person: that of `sessions/keyboard`. */
export type KeyboardShares = (pairing: Pairing) => readonly { person: string; time: number }[];

type Content = Pick<MarkdownContent, 'goals' | 'sessions' | 'pairings' | 'scaffolds' | 'keyboard'>;
/** So many turns of a pairing are written out, the last ones. */
const mostTurns = 50;

/** The part of the page about sessions: each with its rows and texts, then what was paired on, then who does what alone. */
export function sessionParts(content: Content, words: MarkdownWords): string[] {
  const { headings } = words.sessions;
  const sessions = content.sessions.flatMap((one) => session(one, content, words));
  const pairings = content.pairings.flatMap((one) => pairing(one, content, words));
  const steps = content.scaffolds.map((one) => scaffold(one, content, words));
  return [
    `## ${headings.sessions}`,
    ...(sessions.length > 0 ? sessions : [words.nothing]),
    ...(pairings.length > 0 ? [`## ${headings.pairings}`, ...pairings] : []),
    ...(steps.length > 0 ? [`## ${headings.steps}`, steps.join('\n')] : []),
  ];
}

function session(one: Session, content: Content, words: MarkdownWords): string[] {
  const { fields, kind, planned, minutes } = words.sessions;
  const title = [day(one.date), kind(one.kind), one.heldAt === null && planned].filter(Boolean).join(' · ');
  const paired = content.pairings.find(({ id, sessionId }) => sessionId === one.id || id === one.pairingId);
  const facts = list([
    [fields.people, one.people.map(plainMarkdown).join(', ')],
    [fields.minutes, one.minutes === null ? '' : minutes(one.minutes)],
    [words.fields.goal, goalTitles(one.goalIds, content)],
    [fields.link, webLink(one.link) ?? ''],
    [fields.keyboard, paired ? keyboardTime(paired, content, words) : ''],
  ]);
  const parts = [`### ${title}${kept(one, words)}`, facts, rows(one, words)].filter((part) => part !== '');
  for (const { by, claimedBy, text, writtenAt } of one.texts) {
    const said = kept({ claimedBy, isPrivate: false }, words);
    parts.push(`${plainMarkdown(by)} · ${day(writtenAt)}${said}`, fenced(text));
  }
  return parts;
}

function rows({ entries }: Session, { sessions: { fields } }: MarkdownWords): string {
  if (entries.length === 0) return '';
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line([fields.topic, fields.insight, fields.nextAction, fields.by]),
    line(['---', '---', '---', '---']),
    ...entries.map((entry) =>
      line([entry.topic, entry.insight, entry.nextAction, entry.by].map(plainMarkdown)),
    ),
  ].join('\n');
}

function pairing(one: Pairing, content: Content, words: MarkdownWords): string[] {
  const { fields, style } = words.sessions;
  const facts = list([
    [fields.people, one.people.map(plainMarkdown).join(', ')],
    [words.fields.goal, goalTitles(one.goalId === null ? [] : [one.goalId], content)],
    [fields.branch, [one.repository ?? '', one.branch].map(plainMarkdown).filter(Boolean).join(' ')],
    [fields.keyboard, keyboardTime(one, content, words)],
  ]);
  const turns = one.handoffs.slice(-mostTurns).map((turn) => {
    const people = [turn.driver, turn.next ?? turn.takenBy].filter((name) => name !== null);
    const said = [
      [fields.done, turn.done],
      [fields.next, turn.todo],
      [fields.unclear, turn.unclear],
      [fields.failing, turn.failing ?? ''],
    ].flatMap(([name, text]) => (text?.trim() ? [`${name}: ${plainMarkdown(text)}`] : []));
    return `- ${[people.map(plainMarkdown).join(' → '), day(turn.handedAt), ...said].join(' · ')}`;
  });
  const title = `### ${day(one.startedAt)} · ${style(one.style)}${kept(one, words)}`;
  return [title, facts, turns.join('\n')].filter((part) => part !== '');
}

function scaffold(one: Scaffold, { goals }: Content, words: MarkdownWords): string {
  const about = goals.find(({ id }) => id === one.goalId)?.title ?? one.part ?? '…';
  const steps = one.steps.map(({ step, reachedAt, url }) =>
    [words.sessions.step(step), day(reachedAt), webLink(url)].filter(Boolean).join(' '),
  );
  return `- ${plainMarkdown(about)}: ${steps.join(', ')}${kept(one, words)}`;
}

function keyboardTime(one: Pairing, { keyboard }: Content, { sessions }: MarkdownWords): string {
  return keyboard(one)
    .map(({ person, time }) => `${plainMarkdown(person)} ${sessions.minutes(Math.round(time / 60_000))}`)
    .join(', ');
}

const goalTitles = (ids: readonly string[], { goals }: Content) =>
  goals.flatMap(({ id, title }) => (ids.includes(id) ? plainMarkdown(title) : [])).join('; ');
const day = (time: string) => plainMarkdown(time.slice(0, 10));

/** Facts as a list, those that are not known left out. */
export const list = (facts: [string, string][]): string =>
  facts.flatMap(([name, value]) => (value === '' ? [] : `- ${name}: ${value}`)).join('\n');

/** What stands behind words that are private, or in a name that is not their writer's. */
export const kept = (one: { isPrivate: boolean; claimedBy: string | null }, words: MarkdownWords): string =>
  (one.claimedBy === null ? '' : ` (${words.unverified(plainMarkdown(one.claimedBy))})`) +
  (one.isPrivate ? ` (${words.private})` : '');
