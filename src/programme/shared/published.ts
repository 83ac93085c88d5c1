import { createHash } from 'node:crypto';
import type { Agreement } from '../../model/growth.ts';
import { inForce } from '../../model/growthOf.ts';
import type { Session } from '../../model/session.ts';
import type { Mentorship } from '../../model/state.ts';
import { rhythmOf } from '../health/rhythm.ts';
import { monthOf } from '../load/months.ts';
import type { PublishedSpace, RhythmWord } from './types.ts';

type IsSame = (one: string, other: string) => boolean;

/** Whom it takes before anything is published: everybody whom the mentorship names, each for themselves. */
export function missingAgreements(
  mentorship: Pick<Mentorship, 'mentors' | 'mentees'>,
  agreements: readonly Agreement[],
  isSame: IsSame,
): string[] {
  const agreed = agreements.find(({ clause }) => clause === 'publish-to-programme')?.agreed ?? [];
  const missing: string[] = [];
  for (const name of [...mentorship.mentors, ...mentorship.mentees]) {
    if (agreed.some((one) => isSame(one, name)) || missing.some((one) => isSame(one, name))) continue;
    missing.push(name);
  }
  return missing;
}

/**
 * Whether the people of a mentorship agree that it is published: both sides do, which is when a clause is in force, and
 * nobody who is named is missing.
 */
export function mayPublish(
  mentorship: Pick<Mentorship, 'mentors' | 'mentees'>,
  agreements: readonly Agreement[],
  isSame: IsSame,
): boolean {
  return (
    inForce(agreements, 'publish-to-programme') !== null &&
    missingAgreements(mentorship, agreements, isSame).length === 0
  );
}

/**
 * The id under which a space is published: the same on every member's machine, so that a mentorship is counted once
 * whoever writes its file, and telling nothing to who does not know the space's own random id.
 */
export const publishedId = (spaceId: string): string =>
  createHash('sha256').update(`cairn programme ${spaceId}`).digest('hex').slice(0, 32);

/** What is published of a mentorship, made of nothing but these counts; sessions that are private tell nothing. */
export function publishedOf(
  mentorship: Mentorship,
  sessions: readonly Pick<Session, 'date' | 'heldAt' | 'isPrivate'>[],
  { spaceId, now }: { spaceId: string; now: Date },
): PublishedSpace {
  const { isKept } = rhythmOf({
    mentorship: { ...mentorship, isCommon: mentorship.group?.isCommon ?? false },
    state: { sessions: sessions.filter(({ isPrivate }) => !isPrivate) as Session[] },
    since: mentorship.startsOn,
    resumedAt: mentorship.status === 'active' ? mentorship.statusSince : null,
    now,
  });
  const { kind, status, rhythmDays, hoursPerMonth } = mentorship;
  return {
    version: 1,
    id: publishedId(spaceId),
    asOf: monthOf(now),
    kind,
    rhythm: rhythmWord(rhythmDays),
    isRhythmKept: isKept,
    status,
    mentors: mentorship.mentors.length,
    mentees: mentorship.mentees.length,
    hoursPerMonth: hoursPerMonth === null ? null : Math.round(hoursPerMonth),
  };
}

function rhythmWord(days: number | null): RhythmWord | null {
  if (days === null) return null;
  if (days >= 6 && days <= 8) return 'weekly';
  if (days >= 13 && days <= 15) return 'fortnightly';
  if (days >= 28 && days <= 31) return 'monthly';
  return 'other';
}
