/*
 * Time zones by name, as Intl knows them, or as a fixed distance from UTC. `UTC+05:45` means five hours and three
 * quarters ahead of UTC, everywhere and all year.
 */

/** Minutes ahead of UTC for `UTC`, `UTC+5`, `UTC+05:45` and the same with `GMT` or `Z`; `null` for what is none of these. */
export function fixedOffset(zone: string): number | null {
  const upper = zone.trim().toUpperCase();
  if (upper === 'Z' || upper === 'UTC' || upper === 'GMT') return 0;
  const found = /^(?:UTC|GMT)?([+-−])(\d{1,2})(?::?(\d{2}))?$/.exec(upper);
  if (!found) return null;
  const [hours, minutes] = [Number(found[2]), Number(found[3] ?? '0')];
  // Kiribati is fourteen hours ahead, Baker Island twelve behind.
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return null;
  const ahead = hours * 60 + minutes;
  return found[1] === '+' || ahead === 0 ? ahead : -ahead;
}

const known = new Map<string, boolean>();

/** Whether this is a name that Intl knows, or a fixed distance from UTC. */
export function isTimeZone(zone: string): boolean {
  if (zone.length > 100) return false;
  if (fixedOffset(zone) !== null) return true;
  // `EST` and the like are names, too, without the daylight saving that whoever wrote them may mean.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,99}$/.test(zone)) return false;
  const before = known.get(zone);
  if (before !== undefined) return before;
  let isKnown = true;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    isKnown = false;
  }
  if (known.size > 5000) known.clear();
  known.set(zone, isKnown);
  return isKnown;
}

/** Minutes since midnight of `09:00`, up to `24:00`; `null` for what is no time of a day. */
export function minutesOf(time: string): number | null {
  const found = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(time);
  if (!found) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return minutes > 24 * 60 ? null : minutes;
}
