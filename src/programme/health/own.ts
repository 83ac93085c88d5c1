import { pulseQuestions, trialQuestions } from '../../model/mentorship.ts';

/** What of a pulse or of a check its author can let others see, each by itself. */
export const pulseFields = [...pulseQuestions, 'words'] as const;
export const trialFields = [...trialQuestions, 'words'] as const;

/** A pulse or the answers of a check, whole or what others see of one. */
export type Answered = {
  id: string;
  answers: Readonly<Record<string, unknown>>;
  words: string | null;
  of: string | null;
  createdBy: string | null;
  isPrivate: boolean;
};

type IsMe = (name: string) => boolean;
const isOwn = ({ createdBy }: Answered, isMe: IsMe) => createdBy !== null && isMe(createdBy);

/** Whatever of it says something: its questions, and `words`. */
export function saidIn({ answers, words }: Pick<Answered, 'answers' | 'words'>): string[] {
  const questions = Object.keys(answers).filter((question) => answers[question] !== null);
  return words === null || words.trim() === '' ? questions : [...questions, 'words'];
}

/** The copies of the user's whole one that others see, the newest last: several where two windows shared. */
export const copiesOf = <T extends Answered>(id: string, all: readonly T[], isMe: IsMe): T[] =>
  all.filter((one) => one.of === id && !one.isPrivate && isOwn(one, isMe));

/** What others see of the user's whole one: all of it where it is not private, else what the newest copy says. */
export function seenOf(whole: Answered, all: readonly Answered[], isMe: IsMe): string[] {
  const copy = whole.isPrivate ? copiesOf(whole.id, all, isMe).at(-1) : whole;
  return copy ? saidIn(copy) : [];
}

/** The user's whole ones, oldest first, as far as they are on this machine. */
export const ownWholes = <T extends Answered>(all: readonly T[], isMe: IsMe): T[] =>
  all.filter((one) => one.of === null && isOwn(one, isMe));

/** What the user let others see last time; nothing where they never gave one. */
export function seenLast(all: readonly Answered[], isMe: IsMe): string[] {
  const last = ownWholes(all, isMe).at(-1);
  return last ? seenOf(last, all, isMe) : [];
}

/**
 * What others get to see of a whole one: the fields that are named, `null` in every other. `null` where that says nothing:
 * then there is nothing to share.
 */
export function cutTo<A extends Record<string, unknown>>(
  whole: { answers: A; words: string | null },
  fields: readonly string[],
): { answers: A; words: string | null } | null {
  const answers = Object.fromEntries(
    Object.entries(whole.answers).map(([question, value]) => [
      question,
      fields.includes(question) ? value : null,
    ]),
  ) as A;
  const cut = { answers, words: fields.includes('words') ? whole.words : null };
  return saidIn(cut).length === 0 ? null : cut;
}
