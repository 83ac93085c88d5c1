import type { NudgeAnswer } from '../../model/mentorship.ts';
import { type Sign, type SignKind, signKinds } from './types.ts';

const day = 86_400_000;
/** Between two nudges, whatever they are about. */
export const quietFor = 7 * day;
/** Until the same thing is said again, or what was put off. */
export const restFor = 28 * day;

/** `isNew`: it is shown for the first time, and that it was is yet to be kept. */
export type Nudge = { sign: Sign; isNew: boolean };

type Given = Pick<NudgeAnswer, 'kind' | 'about' | 'answer' | 'answeredAt'>;

/**
 * What is said to the user now: one thing at most, and a new one only when none was shown within seven days. What was
 * shown stays for that week as long as it is true and nobody answered. `never` silences a kind, anything said of the kind
 * afterwards ends that; else the same thing rests for four weeks, and longer each time that nobody said a word about it.
 *
 * Times are compared both ways: after a clock was put back, one that was shown "next week" holds the others up just so,
 * and one that was shown next year holds up nothing.
 * @param answers what became of earlier ones, in the order of the journal
 */
export function nudgeOf(signs: readonly Sign[], answers: readonly Given[], now: Date): Nudge | null {
  const isWithin = ({ answeredAt }: Given, span: number) =>
    Math.abs(now.getTime() - Date.parse(answeredAt)) < span;
  const shown = answers.findLastIndex((one) => one.answer === 'shown' && isWithin(one, quietFor));
  if (shown >= 0) {
    const last = answers[shown] as Given;
    const isAnswered = answers.slice(shown + 1).some((one) => one.answer !== 'shown' && isOf(one, last));
    const sign = signs.find((one) => isOf(one, last));
    return isAnswered || !sign || isSilent(sign.kind, answers) ? null : { sign, isNew: false };
  }
  const rests = (sign: Sign) => {
    const said = answers.filter((one) => isOf(one, sign));
    const last = said.at(-1);
    return said.some((one) => isWithin(one, restFor)) || (last && isWithin(last, restOf(said)));
  };
  const open = signs.filter((sign) => !isSilent(sign.kind, answers) && !rests(sign));
  const [first] = open
    .map((sign) => ({ sign, urgency: urgent.includes(sign.kind) ? 0 : 1, said: lastSaid(sign, answers) }))
    // Whatever was said longest ago, so that nothing waits behind the others for ever.
    .sort((a, b) => a.urgency - b.urgency || a.said - b.said || rank(a.sign) - rank(b.sign));
  return first ? { sign: first.sign, isNew: true } : null;
}

/** How long the same thing rests: whoever passes over it again and again is asked less and less often. */
function restOf(said: readonly Given[]): number {
  const ignored = said.length - 1 - said.findLastIndex(({ answer }) => answer !== 'shown');
  return restFor * Math.min(4, 2 ** Math.max(0, ignored - 1));
}

/** What somebody else waits for, or what has its day, comes first. */
const urgent: readonly SignKind[] = ['charter', 'trial', 'pause'];
/** Of these kinds each one is a thing of its own; of the others only the kind counts. */
const single: readonly string[] = ['charter', 'trial', 'pause'];

type Named = { kind: string; about: string | null };
const isOf = (one: Named, other: Named): boolean =>
  one.kind === other.kind && (!single.includes(one.kind) || one.about === other.about);

/** The newest word on a kind is that it shall not be said. */
export function isSilent(kind: SignKind, answers: readonly Given[]): boolean {
  return answers.findLast((one) => one.kind === kind)?.answer === 'never';
}

/** The kinds that the user does not want to hear of. */
export const silentKinds = (answers: readonly Given[]): SignKind[] =>
  signKinds.filter((kind) => isSilent(kind, answers));

const lastSaid = (sign: Sign, answers: readonly Given[]): number =>
  answers.findLastIndex((one) => one.answer === 'shown' && one.kind === sign.kind);
const rank = ({ kind }: Sign): number => signKinds.indexOf(kind);
