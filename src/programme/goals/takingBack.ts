import type { NewEvent } from '../../model/events.ts';
import type { SkillRating } from '../../model/mentorship.ts';
import type { SpaceRecords } from '../../model/records.ts';

type Rated = Extract<NewEvent, { type: 'skill.rated' }>;
type IsSame = (one: string, other: string) => boolean;

/** Somebody's own newest words on a person's skill, `null` where there are none or they were taken back. */
export type OwnWords = {
  /** What the others see. */
  shared: SkillRating | null;
  /** What nobody else sees: the others may have an older one all the same. */
  kept: SkillRating | null;
};

/** @param ratings as `allRatings` gives them */
export function ownWordsOn(
  ratings: readonly SkillRating[],
  about: Pick<SkillRating, 'rubric' | 'skill' | 'person'>,
  { me, isSame }: { me: string; isSame: IsSame },
): OwnWords {
  const own = ratings.filter(
    ({ rubric, skill, person, createdBy, claimedBy }) =>
      rubric === about.rubric &&
      skill === about.skill &&
      isSame(person, about.person) &&
      claimedBy === null &&
      createdBy !== null &&
      isSame(createdBy, me),
  );
  const standing = (isKept: boolean) => {
    const newest = own.findLast(({ isPrivate }) => isPrivate === isKept);
    return newest && newest.level !== null ? newest : null;
  };
  return { shared: standing(false), kept: standing(true) };
}

/**
 * What takes these words back, in one act, wherever they stand: what the others see in words that they see, what
 * nobody else sees as the record that is private, so that no sign of it is shared. Nothing where nothing stands.
 * @param made id and ISO time of the shared one
 */
export function takingBack({ shared, kept }: OwnWords, made: { rating: string; ratedAt: string }): Rated[] {
  const taken = { level: null, evidence: [], note: null, ratedAt: made.ratedAt };
  const event = (rating: string, { rubric, skill, person }: SkillRating): Rated => ({
    type: 'skill.rated',
    payload: { rating, rubric, skill, person, ...taken },
  });
  return [...(kept ? [event(kept.id, kept)] : []), ...(shared ? [event(made.rating, shared)] : [])];
}

/** Those that their own author took back later, the taking back itself not among them. `ratings` as `allRatings` gives them. */
export function takenBackAmong(ratings: readonly SkillRating[], isSame: IsSame): Set<SkillRating> {
  const by = ({ createdBy, claimedBy }: SkillRating) => claimedBy ?? createdBy ?? '';
  const taken = new Set<SkillRating>();
  const ends: SkillRating[] = [];
  for (const one of ratings.toReversed()) {
    const isTaken = ends.some(
      (end) =>
        end.rubric === one.rubric &&
        end.skill === one.skill &&
        (end.claimedBy === null) === (one.claimedBy === null) &&
        isSame(end.person, one.person) &&
        isSame(by(end), by(one)),
    );
    if (isTaken) taken.add(one);
    else if (one.level === null) ends.push(one);
  }
  return taken;
}

/** Every rating there was, the newest last, those that were taken back, too. */
export const allRatings = ({ skillRatings, isPrivate }: SpaceRecords): SkillRating[] =>
  Array.from(skillRatings.values(), ({ rated, ...rating }) => ({
    ...rating,
    ...{ createdBy: rated.by, claimedBy: rated.claimedBy, isPrivate: isPrivate.has(rating.id) },
  }));
