import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { plainLine } from '../../model/plainLine.ts';
import type { CalendarEntry } from './entries.ts';

/**
 * The entries as an iCalendar file (RFC 5545). The library escapes and folds; it is 37 kB, so that this file is to be loaded
 * when it is needed.
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { name, now }: { name: string; now: Date },
): string {
  const calendar = ical({
    // The library escapes what stands in an entry, and not this.
    name: plainLine(name, 100).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Cairn', product: 'Cairn', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) {
    const start = new Date(entry.isAllDay ? `${entry.start}T00:00:00Z` : entry.start);
    calendar.createEvent({
      id: entry.uid,
      stamp: now,
      start,
      // A whole day without an end is that one day.
      ...(!entry.isAllDay &&
        entry.minutes !== null && { end: new Date(start.getTime() + entry.minutes * 60_000) }),
      allDay: entry.isAllDay,
      summary: entry.title,
      location: entry.location,
      description: entry.description,
      status: entry.isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: entry.isFree ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      busystatus: entry.isFree ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    });
  }
  return `${calendar.toString()}\r\n`;
}
