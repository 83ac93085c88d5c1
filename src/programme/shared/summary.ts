import type { Mentorship } from '../../model/state.ts';
import { lastMonths } from '../load/months.ts';
import type { Person } from '../roster/types.ts';
import { fewest, type Group, grouped } from './grouped.ts';
import type { PublishedSpace, RhythmWord } from './types.ts';

export type Kept = 'kept' | 'not-kept' | 'unknown';

/** A programme in numbers, as far as spaces publish them and people wrote files of their own. */
export type ProgrammeSummary = {
  /** Spaces that run or rest; those that ended are apart, `null` where these are so few that one could be known. */
  spaces: number;
  ended: number | null;
  /** Each broken down only as far as nobody stands out; `null` where that is not at all. */
  kinds: Group<Mentorship['kind']>[] | null;
  rhythms: Group<RhythmWord | 'none'>[] | null;
  kept: Group<Kept>[] | null;
  /** Spaces whose file was not brought up to date since the month before last: nothing is known of them; `null` as above. */
  stale: number | null;
  roster: {
    people: number;
    /** Who offer to mentor, and how many mentees they have room for in all. */
    mentors: number;
    offered: number;
    /** Mentees of the spaces that are published: not everybody publishes. */
    used: number;
    /** Mentors who take on nobody now. */
    resting: number;
    /** Hours a month that were agreed in the published spaces; `null` where fewer than five say so. */
    hours: number | null;
    /** Who look for a mentor and wrote so themselves. */
    looking: Pick<Person, 'login' | 'name'>[];
  };
};

/** Whatever is not said in these files is not known, and stays so. */
export function summaryOf(
  published: readonly PublishedSpace[],
  people: readonly Person[],
  now: Date,
): ProgrammeSummary {
  const [monthBefore] = lastMonths(now, 2);
  const isStale = ({ asOf }: PublishedSpace) => asOf < monthBefore!;
  const open = published.filter(({ status }) => status !== 'ended');
  const mentors = people.filter((person) => person.mentors);
  const timed = open.flatMap(({ hoursPerMonth }) => (hoursPerMonth === null ? [] : [hoursPerMonth]));
  return {
    spaces: open.length,
    ended: atLeast(published.length - open.length),
    kinds: countedBy(open, ({ kind }) => kind),
    rhythms: countedBy(open, ({ rhythm }) => rhythm ?? 'none'),
    kept: countedBy(open, (space): Kept => {
      if (space.isRhythmKept === null || isStale(space)) return 'unknown';
      return space.isRhythmKept ? 'kept' : 'not-kept';
    }),
    stale: atLeast(open.filter(isStale).length),
    roster: {
      people: people.length,
      mentors: mentors.length,
      offered: mentors.reduce((all, { capacity }) => all + capacity, 0),
      used: open.reduce((all, { mentees }) => all + mentees, 0),
      resting: mentors.filter(({ capacity }) => capacity === 0).length,
      hours: timed.length < fewest ? null : timed.reduce((all, hours) => all + hours, 0),
      looking: people.filter(({ isMentored }) => isMentored).map(({ login, name }) => ({ login, name })),
    },
  };
}

/** None, or so many that nobody stands out. */
const atLeast = (count: number): number | null => (count > 0 && count < fewest ? null : count);

function countedBy<K extends string>(
  spaces: readonly PublishedSpace[],
  kindOf: (space: PublishedSpace) => K,
): Group<K>[] | null {
  const counts = new Map<K, number>();
  for (const space of spaces) counts.set(kindOf(space), (counts.get(kindOf(space)) ?? 0) + 1);
  return grouped([...counts]);
}
