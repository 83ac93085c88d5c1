import type { Session, SessionKind } from '../../model/session.ts';
import type { Goal, Mentorship } from '../../model/state.ts';

/** What is known when a session is about to be logged; from it come the first choices. */
export type Known = {
  sessions: readonly Session[];
  mentorship: Mentorship | null;
  goals: readonly Goal[];
  isMe: (name: string) => boolean;
  /** ISO date. */
  today: string;
};

/** Minutes on offer; the first is what is chosen where nothing was planned. */
export const usualMinutes = [30, 15, 45, 60, 90] as const;
/** So many earlier groups of people are on offer. */
const mostGroups = 12;
const mostPlanned = 5;

/** Sessions that are planned and not held, the one nearest to today first. */
export function plannedSessions({ sessions, today }: Known): Session[] {
  const away = ({ date }: Session) => Math.abs(Date.parse(date) - Date.parse(today));
  return sessions
    .filter(({ heldAt }) => heldAt === null)
    .sort((a, b) => away(a) - away(b))
    .slice(0, mostPlanned);
}

/**
 * With whom: the mentorship's other side where that is one person, else whoever was there last, then its others, one by
 * one, then those of earlier sessions. Each as a group of names without the user's own; no group twice.
 */
export function usualPeople({ sessions, mentorship, isMe }: Known): string[][] {
  const others = (names: readonly string[]) => names.filter((name) => !isMe(name));
  const side = mentorship ? others(otherSide(mentorship, isMe)) : [];
  const earlier = held(sessions).map(({ people }) => others(people));
  const everybody = mentorship ? others([...mentorship.mentors, ...mentorship.mentees]) : [];
  const groups = [
    ...(side.length === 1 ? [side] : []),
    ...earlier.slice(0, 1),
    ...(side.length > 1 ? [side] : []),
    ...[...side, ...everybody].map((name) => [name]),
    ...earlier.slice(1),
  ];
  const seen = new Set<string>();
  return groups
    .filter((group) => {
      const key = keyOf(group);
      return key !== '' && !seen.has(key) && seen.add(key);
    })
    .slice(0, mostGroups);
}

/** Active goals of the last session with these people; where they have met without one, of none. */
export function usualGoals(
  { sessions, goals }: Known,
  people: readonly string[],
  isMe: Known['isMe'],
): string[] {
  const key = keyOf(people);
  const last = held(sessions).find((session) => keyOf(session.people.filter((name) => !isMe(name))) === key);
  const active = new Set(goals.filter(({ status }) => status === 'active').map(({ id }) => id));
  return last ? last.goalIds.filter((id) => active.has(id)) : [];
}

/** The kind that is chosen first: a check-in, unless people have met last for something that is no one-off. */
export function usualKind({ sessions, isMe }: Known, people: readonly string[]): SessionKind {
  const key = keyOf(people);
  const last = held(sessions).find((session) => keyOf(session.people.filter((name) => !isMe(name))) === key);
  return last && ['pairing', 'shadowing', 'reverse-shadowing'].includes(last.kind) ? last.kind : 'check-in';
}

/** Held sessions, the newest first. */
function held(sessions: readonly Session[]): Session[] {
  return sessions
    .filter(({ heldAt }) => heldAt !== null)
    .sort((a, b) => (a.heldAt! < b.heldAt! ? 1 : a.heldAt! > b.heldAt! ? -1 : 0));
}

/** Those whom the user mentors, or who mentor them; everybody where the user is neither. */
function otherSide({ mentors, mentees }: Mentorship, isMe: Known['isMe']): string[] {
  const isMentor = mentors.some(isMe);
  const isMentee = mentees.some(isMe);
  if (isMentor === isMentee) return [...new Set([...mentors, ...mentees])];
  return isMentor ? mentees : mentors;
}

const keyOf = (people: readonly string[]) =>
  people
    .map((name) => name.toLowerCase())
    .sort()
    .join('\n');
