import type { Feedback, Goal } from '../../model/state.ts';
import type { Agenda } from './agenda.ts';
import type { Few } from './few.ts';
import { localDay } from './movement.ts';
import { plainLink, plainWords } from './plainWords.ts';
import { isKept } from './threads.ts';
import type { PrepareWords } from './words.ts';

/** The part of a document that is filled from the data: blockers, wins, focus, next actions. */
export function agendaText(agenda: Agenda, words: PrepareWords): string[] {
  const { headings } = words;
  return [
    `## ${headings.blockers}`,
    ...orNothing([...threads(agenda, words), ...stillGoals(agenda, words)], words.noBlockers),
    `## ${headings.wins}`,
    words.since(agenda.since),
    ...orNothing([...keeps(agenda, words), ...milestones(agenda, words)], words.noWins),
    `## ${headings.focus}`,
    ...orNothing(focus(agenda, words), words.noFocus),
    `## ${headings.actions}`,
    ...orNothing(actions(agenda, words), words.noActions),
  ];
}

function threads({ threads: some }: Agenda, words: PrepareWords): string[] {
  return list(words.threads, some, words, ({ first, count }) =>
    count === 1 ? comment(first, words) : words.conversations(count, comment(first, words)),
  );
}

function stillGoals({ still }: Agenda, words: PrepareWords): string[] {
  const when = (last: string | null) => (last === null ? words.neverMoved : words.lastMoved(last));
  return list(words.stillGoals, still, words, ({ goal, last }) => `${title(goal, words)}: ${when(last)}`);
}

const keeps = ({ keeps: some }: Agenda, words: PrepareWords) =>
  list(words.keeps, some, words, (item) => comment(item, words));

function milestones({ milestones: some }: Agenda, words: PrepareWords): string[] {
  return list(words.milestones, some, words, ({ goal, milestone }) => {
    const name = plainWords(milestone.title) || '…';
    return `${name} (${title(goal, words)}, ${localDay(milestone.completedAt ?? '')})`;
  });
}

function focus({ focus: about }: Agenda, words: PrepareWords): string[] {
  if (!about) return [];
  const { goal, since, stops } = about;
  const lead = `${goal ? title(goal, words) : words.withoutGoal}: ${words.stops(stops.items.length + stops.more, since)}`;
  return list(lead, stops, words, (item) => comment(item, words));
}

function actions({ actions: some }: Agenda, words: PrepareWords): string[] {
  return list(null, some, words, ({ action, isOverdue }) => {
    const { text, owner, dueDate, claimedBy } = action;
    const due = dueDate === null ? '' : ` (${isOverdue ? words.overdue(dueDate) : words.due(dueDate)})`;
    const who = owner === null ? '' : `${plainWords(owner) || words.somebody}: `;
    return `${who}${plainWords(text) || '…'}${due}${unverified(claimedBy, words)}`;
  });
}

/**
 * Who said what where. The words stand in it only where the journal has them already: others may be of a private
 * repository that not everybody in the space can read.
 */
function comment(item: Feedback, words: PrepareWords): string {
  const { author, body, pullRequest, path, line, originalLine, url, createdAt, tagClaimedBy } = item;
  const isKnown = isKept(item);
  const number = line ?? originalLine;
  const name = plainWords(author) || words.somebody;
  const where = pullRequest
    ? plainLink(`${pullRequest.repository}#${pullRequest.number}`, url ?? pullRequest.url)
    : plainLink(localDay(createdAt), url);
  const place = isKnown && path !== null ? plainWords(`${path}${number === null ? '' : `:${number}`}`) : '';
  const day = pullRequest ? localDay(createdAt) : '';
  const facts = [name, where, place, day, item.isOutdated === true ? words.outdated : ''].filter(Boolean);
  const said = isKnown ? plainWords(body) : '';
  return `${facts.join(', ')}${said === '' ? '' : `: “${said}”`}${unverified(tagClaimedBy, words)}`;
}

const title = ({ title: sentence, claimedBy }: Goal, words: PrepareWords) =>
  `${plainWords(sentence) || '…'}${unverified(claimedBy, words)}`;
const unverified = (name: string | null, words: PrepareWords) =>
  name === null ? '' : ` (${words.unverified(plainWords(name))})`;

/**
 * What the list is and the list, as a quote, for what is quoted is nobody's words of this session: an owner called
 * "Stop" would make feedback of their promise. Says what is left out; nothing where nothing is.
 */
function list<T>(
  lead: string | null,
  { items, more }: Few<T>,
  words: PrepareWords,
  each: (one: T) => string,
): string[] {
  if (items.length === 0) return [];
  const lines = items.map((one) => `> - ${each(one)}`);
  if (more > 0) lines.push(`> - ${words.more(more)}`);
  return [[...(lead === null ? [] : [`> ${lead}`, '>']), ...lines].join('\n')];
}

const orNothing = (parts: string[], nothing: string) => (parts.length > 0 ? parts : [nothing]);
