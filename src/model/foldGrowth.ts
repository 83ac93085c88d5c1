import { type Clause, clauses, type Scale, scales } from './growth.ts';
import { isoTime } from './isoTime.ts';
import type { People } from './people.ts';
import type { SpaceRecords } from './records.ts';
import { agree, isTheirs, type Known, mayChange, type OfType, saidIn } from './said.ts';

export type ThemeEvent = OfType<`theme.${string}`>;
export type GrowthEvent = OfType<`guess.${string}` | 'agreement.given' | 'scale.answered' | 'kudos.given'>;

/** Brings what people decided about themes into the records, in place: shared status, whoever says it. */
export function applyTheme({ themes }: SpaceRecords, { type, payload }: ThemeEvent): void {
  switch (type) {
    case 'theme.made':
      themes.names.set(payload.theme, payload.name);
      return;
    case 'theme.placed':
      themes.placed.set(payload.feedback, payload.theme);
      return;
    case 'theme.merged':
      // Anew, so that the newest stands last: where merges form a ring, it wins.
      themes.merges.delete(payload.theme);
      themes.merges.set(payload.theme, payload.into);
  }
}

/**
 * The same for guesses, agreements, scales and thanks: each changes by its own person only.
 * @param owner whose words it counts as, where that is not its author
 */
export function applyGrowth(
  records: SpaceRecords,
  known: Known,
  event: GrowthEvent,
  owner: string | undefined,
): void {
  switch (event.type) {
    case 'guess.made':
      guess(records, known.people, event, owner);
      return;
    case 'guess.judged': {
      const { guess: id, expectation, feedback } = event.payload;
      const there = records.guesses.get(id);
      if (!there) known.awaited.add(id);
      else if (isTheirs(there.created, saidIn(event, owner), known.people))
        there.judged.set(expectation, feedback);
      return;
    }
    case 'kudos.given': {
      const { kudos: id, excerpt = null, help = null, ...rest } = event.payload;
      const given = saidIn(event, owner);
      const there = records.kudos.get(id);
      if (!mayChange(there?.given, given, known.people)) return;
      const isWithdrawn = there?.isWithdrawn ?? false;
      records.kudos.set(id, { id, ...rest, excerpt, help, isWithdrawn, given });
      return;
    }
    case 'scale.answered': {
      const { answer: id, scale, ...rest } = event.payload;
      const answered = saidIn(event, owner);
      if (!isScale(scale) || !mayChange(records.scaleAnswers.get(id)?.answered, answered, known.people))
        return;
      records.scaleAnswers.set(id, { id, scale, ...rest, answered });
      return;
    }
    case 'agreement.given':
      // Nobody agrees in somebody else's name.
      if (owner === undefined) agreeTo(records, known.people, event);
  }
}

/** A newer guess takes the place of the one before; what was judged stays with the expectations that stay. */
function guess(
  { guesses }: SpaceRecords,
  people: People,
  event: OfType<'guess.made'>,
  owner: string | undefined,
): void {
  const { guess: id, expectations, ...rest } = event.payload;
  const there = guesses.get(id);
  const created = saidIn(event, owner);
  if (!mayChange(there?.created, created, people)) return;
  const same = there && isTheirs(there.created, created, people) ? there : null;
  const changedAt = isoTime(event);
  guesses.set(id, {
    ...{ id, ...rest, expectations: once(expectations), judged: same?.judged ?? new Map() },
    ...{ madeAt: same?.madeAt ?? changedAt, changedAt, created: same?.created ?? created },
  });
}

/** The newest word of each person on a clause; since when it stands. */
function agreeTo({ agreements }: SpaceRecords, people: People, event: OfType<'agreement.given'>): void {
  const { clause, isAgreed } = event.payload;
  if (!isClause(clause)) return;
  const list = agreements.get(clause) ?? [];
  agreements.set(clause, list);
  agree(list, event, isAgreed, people);
}

const isScale = (scale: string): scale is Scale => (scales as readonly string[]).includes(scale);
const isClause = (clause: string): clause is Clause => (clauses as readonly string[]).includes(clause);
const once = <T extends { id: string }>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [one.id, one])).values(),
];
