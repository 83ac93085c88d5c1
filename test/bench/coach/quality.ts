import { createHash } from 'node:crypto';
import { coach, type FindingCode } from '../../../src/coach/comment/index.ts';

export type CommentRow = {
  id: string;
  text: string;
  toxic: boolean | null;
  coach: Record<string, unknown> | null;
};

/** A share with its 95 % interval, and of how many. */
type Share = { at: number; from: number; to: number; of: number };

/**
 * Somebody speaking of their own work: it says I, me or my, or begins as an answer about one's own does, and says
 * neither you nor your. Such rows are labelled toxic for an oath, and are harsh to nobody.
 */
const ofOneself =
  /\b(?:i|i'm|i've|i'll|i'd|me|my|mine)\b|^\W{0,4}(?:(?:oh|ah|argh|ugh|damn|dammit|darn|crap|shit|fuck|wtf|yeah|yes|ok)\W{1,4}){0,3}(?:done|fixed|oops|sorry|thanks|thank you|forgot|good catch|missed)\b/i;
const toSomebody = /\b(?:you|your|you're|u)\b/i;
export const isOfOneself = (text: string) => ofOneself.test(text) && !toSomebody.test(text);

/** Labels by which a comment counts as clear, relevant and informative; where a set has none, as useful. */
const goodLabels = ['clear', 'relevant', 'informative'];

type Read = { row: CommentRow; codes: ReadonlySet<FindingCode> };

/** The figures of the half that was read, of the other half, and of both. */
export function quality(rows: readonly CommentRow[]) {
  const all = rows.map((row): Read => ({ row, codes: new Set(coach(row.text).map(({ code }) => code)) }));
  const isRead = ({ row }: Read) => (createHash('sha256').update(row.id).digest()[0] as number) % 2 === 0;
  return {
    read: figures(all.filter(isRead)),
    other: figures(all.filter((one) => !isRead(one))),
    all: figures(all),
  };
}

function figures(all: readonly Read[]) {
  const isHarsh = ({ row }: Read) => row.toxic === true || row.coach?.Mockery === true;
  const labelled = all.filter(({ row }) => row.toxic !== null || typeof row.coach?.Mockery === 'boolean');
  const others = labelled.filter((one) => !(isHarsh(one) && isOfOneself(one.row.text)));
  const isTold = ({ codes }: Read) => codes.has('harsh') || codes.has('about-the-person');
  const isVague = ({ codes }: Read) => codes.has('vague');
  const unspecific = all.filter(({ row }) => row.coach?.['Lack of specificity'] === true);
  const specific = all.filter(({ row }) => row.coach?.['Lack of specificity'] === false);
  const known = all.filter(({ row }) => goodLabels.some((label) => typeof row.coach?.[label] === 'boolean'));
  const good =
    known.length > 0
      ? known.filter(({ row }) => goodLabels.every((label) => row.coach?.[label] !== false))
      : all.filter(({ row }) => row.coach?.useful === true);
  const tone = (set: readonly Read[]) => ({
    precision: share(set.filter(isTold), isHarsh),
    recall: share(set.filter(isHarsh), isTold),
  });
  return {
    tone: tone(labelled),
    toneWithoutThoseOfOneself: tone(others),
    vagueRecall: share(unspecific, isVague),
    vagueOnSpecific: share(specific, isVague),
    anyOnGood: share(good, ({ codes }) => codes.size > 0),
    anyOnNotToxic: share(
      all.filter(({ row }) => row.toxic === false),
      ({ codes }) => codes.size > 0,
    ),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** The share of those of which it holds, and where 95 % of 2,000 resamples have it. */
function share(set: readonly Read[], holds: (one: Read) => boolean): Share {
  const yes = set.map((one) => (holds(one) ? 1 : 0));
  const next = random(17);
  const shares = Array.from({ length: 2000 }, () => {
    let sum = 0;
    for (let at = 0; at < yes.length; at++) sum += yes[Math.floor(next() * yes.length)] as number;
    return sum / Math.max(1, yes.length);
  }).toSorted((a, b) => a - b);
  const sum = yes.reduce<number>((total, one) => total + one, 0);
  return {
    at: round(sum / Math.max(1, yes.length)),
    from: round(shares[50] as number),
    to: round(shares[1949] as number),
    of: yes.length,
  };
}

/** The same numbers from 0 to 1 in every run (a linear congruential generator with the constants of C's `rand48`). */
export function random(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 0x5deece66dn + 11n) & 0xffffffffffffn;
    return Number(state >> 16n) / 2 ** 32;
  };
}
