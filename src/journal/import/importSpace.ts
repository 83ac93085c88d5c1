import type { Envelope, JournalEvent } from '../../model/events.ts';
import { type ExportedEvent, withoutPlaces } from '../../model/exportSpace.ts';
import { erasedType } from '../../model/kinds.ts';
import { People } from '../../model/people.ts';
import type { Found } from '../backup/spaceFiles.ts';
import { type parseExport, readExported } from './importFile.ts';
import { compare, namesOf } from './importFrame.ts';
import { guard } from './importGuard.ts';

/** What an exported file would bring. */
export type ImportPlan = {
  /** Name of the space that was exported. */
  name: string;
  /** To be written as they are, in the order in which they count; `isPrivate` ones to the private journal. */
  events: Found[];
  /** How many of them somebody else wrote: they come in as claims of whoever brings them in. */
  byOthers: number;
  isPrivate: number;
  /** Events that are here already, or were erased here. */
  known: number;
  /** What cannot be taken, `index` counted from 1. */
  problems: { index: number; message: string }[];
};

/** Who brings the events in, and what stands here. */
export type Here = {
  /** Every line of both journals, erased ones included. */
  found: readonly Found[];
  /** Folder of this clone's writer, `null` before the first act. */
  writer: string | null;
  /** Name under which the user acts. */
  author: string;
  /** Records that are kept private here. */
  isPrivate: ReadonlySet<string>;
};

/**
 * What of an export is new here. Each event is checked as a line of a journal is; what a newer Cairn wrote is taken
 * as it is. Nothing private becomes shared: neither what was private where it comes from, nor what names a record
 * that is private here.
 */
export function planImport({ name, events }: ReturnType<typeof parseExport>, here: Here): ImportPlan {
  const plan: ImportPlan = { name, events: [], byOthers: 0, isPrivate: 0, known: 0, problems: [] };
  const found: { event: ExportedEvent; index: number }[] = [];
  events.forEach((value, i) => {
    const event = readExported(value);
    if (typeof event === 'string') plan.problems.push({ index: i + 1, message: event });
    else if (event.type !== erasedType) found.push({ event, index: i + 1 });
  });
  const mine = namesOf(here);
  const isMe = (author: string) => mine.has(author.toLowerCase());
  const claims = claimsIn(found.map(({ event }) => event));
  const isPrivate = new Set([...here.isPrivate, ...madePrivate(found.map(({ event }) => event))]);
  const known = new Map(here.found.map((event) => [event.id, event]));
  const own = new Set(here.found.flatMap((event) => (event.isPrivate ? event.id : [])));

  const refusal = guard({
    events: [...here.found, ...found.map(({ event }) => event)],
    isMe,
    isPrivate: here.isPrivate,
  });

  // The private ones first: what stands in both journals of the export is private here.
  found.sort((a, b) => Number(b.event.isPrivate ?? false) - Number(a.event.isPrivate ?? false));
  for (const { event, index } of found) {
    const there = known.get(event.id);
    const owner = claims.get(event);
    const refused = there ? null : refusal(event);
    if (there) {
      const isSame =
        there.type === erasedType ||
        own.has(event.id) ||
        contentOf(withoutPlaces(there)) === contentOf(withoutPlaces(event));
      if (isSame) plan.known++;
      else plan.problems.push({ index, message: 'Its id is taken by another event.' });
    } else if (owner !== undefined && isMe(event.author)) {
      const message = `It says to be yours, and stands in a file of ${owner.slice(0, 60)}.`;
      plan.problems.push({ index, message });
    } else if (refused !== null) {
      plan.problems.push({ index, message: refused });
    } else {
      const { id, time, author, act, type, version, payload } = event;
      const line: Found = { id, time, author, act, type, version, payload };
      if (
        event.isPrivate ||
        Object.values(payload).some((value) => typeof value === 'string' && isPrivate.has(value))
      ) {
        line.isPrivate = true;
        plan.isPrivate++;
      } else if (!isMe(author)) plan.byOthers++;
      known.set(id, line);
      plan.events.push(line);
    }
  }
  plan.events.sort(compare);
  plan.problems.sort((a, b) => a.index - b.index);
  return plan;
}

/** Lines that somebody wrote in another's name, as far as the export says where they stood; with who that was. */
function claimsIn(events: ExportedEvent[]): Map<ExportedEvent, string> {
  const people = new People();
  const claims = new Map<ExportedEvent, string>();
  for (const event of events.filter(({ writer }) => writer !== undefined).sort(compare)) {
    const owner = people.meet(event as unknown as JournalEvent);
    if (owner !== null) claims.set(event, owner);
  }
  return claims;
}

/** What the export's own words about privacy keep private. */
function madePrivate(events: ExportedEvent[]): string[] {
  const words = events.filter((event) => event.isPrivate && event.type === 'record.private').sort(compare);
  const isPrivate = new Map(words.map(({ payload }) => [String(payload.record), payload.isPrivate === true]));
  return [...isPrivate].flatMap(([record, is]) => (is ? record : []));
}

function contentOf({ id, time, author, act, type, version, payload }: Envelope): string {
  return JSON.stringify([id, time, author, act, type, version, payload]);
}
