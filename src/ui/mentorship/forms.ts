import { ulid } from 'ulid';
import type { NewEvent } from '../../model/events.ts';
import type { PulseQuestion, TrialQuestion, TrialWord } from '../../model/mentorship.ts';
import {
  type Answered,
  copiesOf,
  cutTo,
  ownWholes,
  pulseFields,
  seenOf,
  trialFields,
} from '../../programme/health/index.ts';
import type { Store } from '../store.ts';

export type FormName = 'pulse' | 'trial';

/** What somebody says of the mentorship at a time, whole or cut to what others see. */
export type Filled = {
  id: string;
  answers: Record<string, number | string | null>;
  words: string | null;
  of: string | null;
  /** ISO time. */
  at: string;
  /** Of a check. */
  day?: number;
};

const fields: Record<FormName, readonly string[]> = { pulse: pulseFields, trial: trialFields };
export const fieldsOf = (form: FormName): readonly string[] => fields[form];

type Kept = Answered & { day?: number; givenAt?: string; answeredAt?: string };
export const allOf = (form: FormName, store: Store): readonly Kept[] =>
  form === 'pulse' ? store.pulses : store.trials;

const isMe = (store: Store) => (name: string) => store.space?.isMe(name) ?? false;

/** The user's own whole ones, oldest first. */
export const ownOf = (form: FormName, store: Store): Kept[] => ownWholes(allOf(form, store), isMe(store));

/** What others see of the user's own whole one. */
export const seenBy = (form: FormName, store: Store, whole: Kept): string[] =>
  seenOf(whole, allOf(form, store), isMe(store));

/** Keeps a whole one to its author: it goes into the private journal and nowhere else. */
export async function keepWhole(form: FormName, store: Store, filled: Omit<Filled, 'of'>): Promise<void> {
  await store.perform([eventOf(form, { ...filled, of: null })], { isPrivate: true });
}

/**
 * Lets others see these fields of the user's own whole one, and no others any more. What they see is a record of its
 * own, which is cut, not the whole one: what stays with its author is in no shared file. Resolves to what they see.
 */
export async function shareFields(
  form: FormName,
  store: Store,
  id: string,
  wanted: readonly string[],
): Promise<string[]> {
  const whole = ownOf(form, store).find((one) => one.id === id);
  if (!whole) return [];
  if (!whole.isPrivate) await store.setPrivate(id, true);
  const cut = cutTo(whole as Answered & { answers: Record<string, unknown> }, wanted);
  const copies = copiesOf(id, allOf(form, store), isMe(store));
  const blank = {
    answers: Object.fromEntries(Object.keys(whole.answers).map((question) => [question, null])),
    words: null,
  };
  const at = whole.givenAt ?? whole.answeredAt ?? new Date().toISOString();
  const about = { of: id, at, ...(whole.day === undefined ? {} : { day: whole.day }) };
  const newest = copies.at(-1);
  // One that two windows shared at once is emptied, too: nobody sees more than was named last.
  const events = copies.slice(0, -1).map((copy) => eventOf(form, { id: copy.id, ...blank, ...about }));
  if (cut !== null || newest)
    events.push(eventOf(form, { id: newest?.id ?? ulid(), ...((cut ?? blank) as typeof blank), ...about }));
  if (events.length > 0) await store.perform(events);
  return cut === null ? [] : fieldsOf(form).filter((field) => wanted.includes(field) && says(cut, field));
}

const says = (cut: { answers: Record<string, unknown>; words: string | null }, field: string): boolean =>
  field === 'words' ? cut.words !== null : cut.answers[field] !== null;

function eventOf(form: FormName, { id, answers, words, of, at, day = 30 }: Filled): NewEvent {
  if (form === 'pulse') {
    const given = answers as Record<PulseQuestion, number | null>;
    return { type: 'pulse.given', payload: { pulse: id, ...given, words, of, givenAt: at } };
  }
  const given = answers as Record<TrialQuestion, TrialWord | null>;
  return { type: 'trial.answered', payload: { trial: id, day, ...given, words, of, answeredAt: at } };
}
