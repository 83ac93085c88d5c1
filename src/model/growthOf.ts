import type { Agreement, Clause, Guess, Kudos, ScaleAnswer, ThemeDecisions } from './growth.ts';
import type { Said, SpaceRecords } from './records.ts';

/** What people decided about themes. Chains of merges are followed to their end; of a ring the oldest word falls. */
export function decisionsOf({ themes }: SpaceRecords): ThemeDecisions {
  return { names: themes.names, placed: themes.placed, merged: withoutRings(themes.merges) };
}

/**
 * By theme the one that it is part of in the end. A theme that would be part of itself over others stays what the
 * newest merge of that ring made it: the one into which it was merged.
 * @param merges the newest word on each theme, the newest last
 */
export function withoutRings(merges: ReadonlyMap<string, string>): Map<string, string> {
  const age = new Map([...merges.keys()].map((theme, i) => [theme, i]));
  /** Where each theme's chain ends. */
  const ends = new Map<string, string>();
  for (const theme of merges.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let at = theme;
    while (!ends.has(at) && merges.has(at) && !places.has(at)) {
      places.set(at, path.push(at) - 1);
      at = merges.get(at) as string;
    }
    let end = ends.get(at) ?? at;
    if (places.has(at)) {
      const ring = path.slice(places.get(at));
      const newest = ring.reduce((a, b) => ((age.get(a) as number) > (age.get(b) as number) ? a : b));
      end = merges.get(newest) as string;
    }
    for (const one of path) ends.set(one, end);
  }
  return new Map([...ends].filter(([theme, end]) => theme !== end));
}

/** Guesses in the order in which they were made. */
export function guessesOf(records: SpaceRecords): Guess[] {
  return Array.from(records.guesses.values(), ({ judged, expectations, created, ...guess }) => ({
    ...guess,
    expectations: expectations.map((one) => ({
      ...one,
      ...(judged.has(one.id) && { feedbackId: judged.get(one.id) ?? null }),
    })),
    ...kept(created, records.isPrivate.has(guess.id)),
  }));
}

/** Thanks in the order in which they were given; those that were taken back are left out. */
export function kudosOf(records: SpaceRecords): Kudos[] {
  return [...records.kudos.values()]
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ feedback, goal, help, isWithdrawn: _, given, ...kudos }) => ({
      ...kudos,
      feedbackId: feedback,
      helpId: help !== null && records.help.has(help) ? help : null,
      goalId: goal !== null && records.goals.has(goal) ? goal : null,
      ...kept(given, isAnyPrivate(records, kudos.id, feedback, goal, help)),
    }));
}

/** Answers in the order of their time. */
export function scaleAnswersOf(records: SpaceRecords): ScaleAnswer[] {
  return Array.from(records.scaleAnswers.values(), ({ goal, answered, ...answer }) => ({
    ...answer,
    goalId: goal !== null && records.goals.has(goal) ? goal : null,
    ...kept(answered, isAnyPrivate(records, answer.id, goal)),
  })).sort((a, b) => (a.answeredAt < b.answeredAt ? -1 : a.answeredAt > b.answeredAt ? 1 : 0));
}

/**
 * Who agrees to what. In force are those to which somebody who mentors and somebody else who is mentored agree.
 * @param isSame whether two names are one person's
 */
export function agreementsOf(
  { agreements, mentorship }: SpaceRecords,
  isSame: (one: string, other: string) => boolean,
): Agreement[] {
  return Array.from(agreements, ([clause, all]) => {
    const agreed = all.filter(({ isAgreed }) => isAgreed);
    const among = (names: readonly string[] = []) =>
      agreed.filter(({ by }) => names.some((name) => isSame(name, by)));
    const since = among(mentorship?.mentors).flatMap((mentor) =>
      among(mentorship?.mentees)
        .filter((mentee) => mentee !== mentor)
        .map((mentee) => (mentor.at > mentee.at ? mentor.at : mentee.at)),
    );
    return { clause, agreed: agreed.map(({ by }) => by), since: since.sort()[0] ?? null };
  });
}

/** Since when a clause is in force, ISO time; `null` where it is not. */
export function inForce(agreements: readonly Agreement[], clause: Clause): string | null {
  return agreements.find((one) => one.clause === clause)?.since ?? null;
}

const kept = ({ by, claimedBy }: Said, isPrivate: boolean) => ({ createdBy: by, claimedBy, isPrivate });

/** What is said about something private is private with it. */
const isAnyPrivate = ({ isPrivate }: SpaceRecords, ...ids: (string | null)[]) =>
  ids.some((id) => id !== null && isPrivate.has(id));
