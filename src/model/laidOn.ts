import type { Hopes } from './mentorship.ts';

type Record = { mentors: string[]; mentees: string[]; hopes?: Hopes | null };

/**
 * What somebody changed of a mentorship's record, laid on the record as it is by now: a field that they left alone stays
 * what others made of it meanwhile, and so do names that others added or took away, and the other side's hopes.
 * @param newest the record as it is now
 * @param before the record that they saw
 * @param now what they made of it
 */
export function laidOn<T extends Record>(newest: T, before: T, now: T): T {
  const laid = { ...newest };
  for (const key of Object.keys(now) as (keyof T)[]) if (!isSame(now[key], before[key])) laid[key] = now[key];
  laid.mentors = names(newest.mentors, before.mentors, now.mentors);
  laid.mentees = names(newest.mentees, before.mentees, now.mentees);
  if (!isSame(now.hopes, before.hopes)) laid.hopes = hopes(newest.hopes, before.hopes, now.hopes);
  return laid;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function names(newest: string[], before: string[], now: string[]): string[] {
  if (isSame(now, before)) return newest;
  const has = (list: string[], name: string) =>
    list.some((other) => other.toLowerCase() === name.toLowerCase());
  const kept = now.filter((name) => has(newest, name) || !has(before, name));
  return [...kept, ...newest.filter((name) => !has(before, name) && !has(kept, name))];
}

function hopes(newest: Record['hopes'], before: Record['hopes'], now: Record['hopes']): Hopes | null {
  const side = (name: keyof Hopes) => {
    const said = now?.[name] ?? '';
    return said === (before?.[name] ?? '') ? (newest?.[name] ?? '') : said;
  };
  const laid = { mentors: side('mentors'), mentees: side('mentees') };
  return laid.mentors === '' && laid.mentees === '' ? null : laid;
}
