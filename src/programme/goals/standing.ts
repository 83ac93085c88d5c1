import type { SkillRating } from '../../model/mentorship.ts';
import type { Rubric, RubricLevel } from './rubricFile.ts';

/** Where people see one person on one skill. */
export type SkillStanding = {
  skill: string;
  /** The lowest first; empty where the rubric has no such skill any more. */
  levels: RubricLevel[];
  /** The person's own word. */
  self: SkillRating | null;
  /** Those of others, in the order in which they were given. */
  others: SkillRating[];
  /**
   * What is worth saying of it: nobody has rated, one side only has, they see it alike, or differently. No side is
   * right: a difference is something to talk about.
   */
  talk: 'nobody' | 'self-only' | 'others-only' | 'alike' | 'different';
};

/**
 * Puts what people said of a person beside each other, skill by skill, in the rubric's order; skills that it no longer
 * has come last. `rubric` is `null` where nobody here has its text. What somebody says in another's name (unverified)
 * stands among the others' and makes no difference that is worth a talk.
 */
export function standingOf(
  rubric: Pick<Rubric, 'id' | 'skills'> | null,
  ratings: readonly SkillRating[],
  about: { rubric: string; person: string; isSame: (one: string, other: string) => boolean },
): SkillStanding[] {
  const { isSame, person } = about;
  const own = ratings.filter(
    (one) => one.rubric === about.rubric && one.level !== null && isSame(one.person, person),
  );
  const names = [...(rubric?.skills ?? []).map(({ name }) => name), ...own.map(({ skill }) => skill)];
  return [...new Set(names)].map((skill) => {
    const some = own.filter((one) => one.skill === skill);
    const isSelf = ({ createdBy, claimedBy }: SkillRating) =>
      claimedBy === null && createdBy !== null && isSame(createdBy, person);
    const self = some.findLast(isSelf) ?? null;
    const others = some.filter((one) => !isSelf(one));
    const levels = rubric?.skills.find(({ name }) => name === skill)?.levels ?? [];
    return { skill, levels, self, others, talk: talkOf(self, others) };
  });
}

function talkOf(self: SkillRating | null, others: readonly SkillRating[]): SkillStanding['talk'] {
  const theirs = others.filter(({ claimedBy }) => claimedBy === null);
  if (self === null) return theirs.length === 0 ? 'nobody' : 'others-only';
  if (theirs.length === 0) return 'self-only';
  return theirs.every(({ level }) => level === self.level) ? 'alike' : 'different';
}
