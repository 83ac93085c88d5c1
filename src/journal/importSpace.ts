import * as z from 'zod/mini';
import { CairnError } from '../model/errors.ts';
import { type Envelope, erasedType, type JournalEvent } from '../model/events.ts';
import { type ExportedEvent, exportFormat, exportVersion } from '../model/exportSpace.ts';
import { People } from '../model/people.ts';
import { checkEvent } from './check.ts';
import { newId } from './id.ts';
import { longestLine } from './lines.ts';
import type { Found } from './spaceFiles.ts';
import { writerPattern } from './writer.ts';

/** Larger files are not read, in bytes: more than three times what 100,000 events take, and what a text can hold. */
export const largestImport = 256 * 1024 * 1024;

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

const fileSchema = z.object({
  format: z.literal(exportFormat),
  version: z.int().check(z.positive()),
  space: z.optional(z.object({ name: z.string() })),
  events: z.array(z.unknown()),
});

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
 * Reads what a space was exported to.
 * @throws CairnError 'bad-import'
 */
export function parseExport(text: string): { name: string; events: unknown[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CairnError('bad-import', 'This file is not whole, or no JSON. Export the space anew, as JSON.');
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    throw new CairnError(
      'bad-import',
      'This file holds no space. Choose one that "Cairn: Export Space" has made, as JSON.',
    );
  }
  if (parsed.data.version !== exportVersion) {
    throw new CairnError('bad-import', 'A newer Cairn made this file. Update Cairn, then import it again.');
  }
  return { name: parsed.data.space?.name.slice(0, 200) ?? '', events: parsed.data.events };
}

/**
 * What of an export is new here. Each event is checked as a line of a journal is; what a newer Cairn wrote is taken
 * as it is. Nothing private becomes shared: neither what was private where it comes from, nor what names a record
 * that is private here.
 */
export function planImport({ name, events }: ReturnType<typeof parseExport>, here: Here): ImportPlan {
  const plan: ImportPlan = { name, events: [], byOthers: 0, isPrivate: 0, known: 0, problems: [] };
  const found: { event: ExportedEvent; index: number }[] = [];
  events.forEach((value, i) => {
    const event = read(value);
    if (typeof event === 'string') plan.problems.push({ index: i + 1, message: event });
    else if (event.type !== erasedType) found.push({ event, index: i + 1 });
  });
  const mine = namesOf(here);
  const isMe = (author: string) => mine.has(author.toLowerCase());
  const claims = claimsIn(found.map(({ event }) => event));
  const isPrivate = new Set([...here.isPrivate, ...madePrivate(found.map(({ event }) => event))]);
  const known = new Map(here.found.map((event) => [event.id, event]));
  const own = new Set(here.found.flatMap((event) => (event.isPrivate ? event.id : [])));

  // The private ones first: what stands in both journals of the export is private here.
  found.sort((a, b) => Number(b.event.isPrivate ?? false) - Number(a.event.isPrivate ?? false));
  for (const { event, index } of found) {
    const there = known.get(event.id);
    const owner = claims.get(event);
    if (there) {
      const isSame = there.type === erasedType || own.has(event.id) || contentOf(there) === contentOf(event);
      if (isSame) plan.known++;
      else plan.problems.push({ index, message: 'Its id is taken by another event.' });
    } else if (owner !== undefined && isMe(event.author)) {
      const message = `It says to be yours, and stands in a file of ${owner.slice(0, 60)}.`;
      plan.problems.push({ index, message });
    } else {
      const { id, time, author, act, type, version, payload } = event;
      const line: Found = { id, time, author, act, type, version, payload };
      if (event.isPrivate || Object.values(payload).some((value) => isPrivate.has(String(value)))) {
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

/**
 * What has to be written around others' events, so that this clone's folder stays its user's own: whose it is goes by
 * its first event, and under which name they write by its last line.
 */
export function framed(plan: ImportPlan, here: Here, now = Date.now()): Found[] {
  const own = here.found.filter((event) => event.writer !== undefined && event.writer === here.writer);
  own.sort(compare);
  const shared = plan.events.filter((event) => !event.isPrivate);
  const first = own[0]?.author ?? here.author;
  const last = own.at(-1);
  const introduced = last?.type === 'writer.introduced' ? last.payload.name : undefined;
  const current = typeof introduced === 'string' ? introduced : (last?.author ?? here.author);
  if (shared.every(({ author }) => author === current && author === first)) return plan.events;
  return [
    introduction(first, first, [0, 0]),
    ...plan.events,
    introduction(current, current, [Math.max(now, 0), 0]),
  ];
}

function introduction(author: string, name: string, time: [number, number]): Found {
  const id = newId();
  return { id, time, author, act: id, type: 'writer.introduced', version: 1, payload: { name } };
}

/** An event of the file, or what is wrong with it. */
function read(value: unknown): ExportedEvent | string {
  const checked = checkEvent(value);
  if (checked && 'problem' in checked)
    return checked.problem.replace('The line is JSON, but no', 'This is no');
  const { id, time, author, act, type, version, payload, writer, isPrivate } = value as ExportedEvent;
  const event: ExportedEvent = { id, time, author, act, type, version, payload };
  try {
    if (Buffer.byteLength(JSON.stringify(event)) > longestLine) return 'It is longer than any event.';
  } catch {
    return 'It is nested too deeply.';
  }
  if (isPrivate) event.isPrivate = true;
  else if (typeof writer === 'string' && writerPattern.test(writer)) event.writer = writer;
  return event;
}

/** Names that the user of this clone goes by, in lower case. */
function namesOf({ found, writer, author }: Here): Set<string> {
  const names = [author];
  const own = found.filter((event) => event.isPrivate || (writer !== null && event.writer === writer));
  const shared = own.filter((event) => !event.isPrivate).sort(compare);
  if (shared[0]) names.push(shared[0].author);
  for (const { type, payload, author: by } of own) {
    if (type === 'writer.introduced' && names.includes(by)) names.push(String(payload.name));
  }
  return new Set(names.map((name) => name.toLowerCase()));
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

function compare(a: Envelope, b: Envelope): number {
  return a.time[0] - b.time[0] || a.time[1] - b.time[1] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
