import { dayOf } from '../../model/isoDate.ts';
import { trialDays } from '../../model/mentorship.ts';
import { dayOfTime, daysBetween, later } from './days.ts';
import type { Day, Look, SignOf } from './types.ts';
import { othersOf, sideOf } from './who.ts';

/** A check asks until so many days after it was due: then the next one does, or nobody. */
const trialWindow = 45;
/** Days between two pulses, and before the first one. */
export const pulseDays = 28;
/** Days around a check in which nobody is asked for a pulse as well. */
const aroundTrial = 14;
/** Days that the other side has to appear. */
const joinDays = 7;

type Mine = { createdBy: string | null };
const isMine = (look: Look) => (one: Mine) => one.createdBy !== null && look.isMe(one.createdBy);

/** The newest version of the charter, as long as the user has not accepted it. */
export function charterSign(look: Look): SignOf<'charter'> | null {
  const newest = look.state.charters.at(-1);
  if (!newest || newest.acceptedBy.some(look.isMe)) return null;
  const { id, createdBy, writtenAt } = newest;
  return { kind: 'charter', about: id, by: createdBy, writtenOn: dayOfTime(writtenAt) };
}

/** The check after 30 or 60 days that asks the user now; the earlier one no more once the later one is due. */
export function trialSign(look: Look): SignOf<'trial'> | null {
  const begun = begunDays(look);
  if (begun === null) return null;
  const day = trialDays.findLast((due) => begun.days >= due);
  if (day === undefined || begun.days >= day + trialWindow) return null;
  const isAnswered = look.state.trials.filter(isMine(look)).some((trial) => trial.day === day);
  return isAnswered ? null : { kind: 'trial', about: String(day), day, since: begun.since };
}

/** Four weeks since the user's last pulse, or since it began. */
export function pulseSign(look: Look): SignOf<'pulse'> | null {
  const begun = begunDays(look);
  if (begun === null) return null;
  const today = dayOf(look.now);
  const newestOf = (times: readonly string[]): Day | null =>
    times.reduce<Day | null>((last, time) => {
      const day = dayOfTime(time);
      // One given by a clock that was ahead counts as given now.
      return later(last, day !== null && day > today ? today : day);
    }, null);
  const last = newestOf(look.state.pulses.filter(isMine(look)).map(({ givenAt }) => givenAt));
  const checked = newestOf(look.state.trials.filter(isMine(look)).map(({ answeredAt }) => answeredAt));
  const resumed = dayOfTime(look.resumedAt);
  if (daysBetween(later(later(begun.since, last), resumed) as Day, today) < pulseDays) return null;
  if (checked !== null && daysBetween(checked, today) < aroundTrial) return null;
  if (trialSign(look) || trialDays.some((due) => due > begun.days && due - begun.days < aroundTrial))
    return null;
  return { kind: 'pulse', about: null, last, since: begun.since };
}

/** The day until which it was to rest is over, and nobody said that it goes on. Each such day is asked about by itself. */
export function pauseSign({ mentorship, now }: Look): SignOf<'pause'> | null {
  const until = mentorship?.status === 'paused' ? mentorship.statusUntil : null;
  const today = dayOf(now);
  if (until === null || until >= today) return null;
  return { kind: 'pause', about: until, until, days: daysBetween(until, today) };
}

/** Nobody on the other side has written anything, a week after it began. */
export function aloneSign(look: Look): SignOf<'alone'> | null {
  const begun = begunDays(look);
  const names = othersOf(look);
  if (begun === null || begun.days < joinDays || names.length === 0) return null;
  return names.some(look.hasWritten) ? null : { kind: 'alone', about: null, names, since: begun.since };
}

/** The user's own month is over what they have for mentoring. Nobody else is told. */
export function loadSign(look: Look): SignOf<'load'> | null {
  const { load } = look;
  if (!sideOf(look)?.mentors || load?.isOver !== true || load.budget === null) return null;
  const { month, hours, budget, unknownSessions } = load;
  return { kind: 'load', about: month, hours, budget, unknownSessions };
}

/** When it began, and how many days ago; `null` where nothing tells, or it is to come. */
export function begunDays({ since, now }: Pick<Look, 'since' | 'now'>): { since: Day; days: number } | null {
  const day = dayOfTime(since);
  const today = dayOf(now);
  return day === null || day > today ? null : { since: day, days: daysBetween(day, today) };
}
