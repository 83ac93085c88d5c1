import type { Envelope } from '../../model/events.ts';
import type { Found } from '../backup/spaceFiles.ts';
import { newId } from '../id.ts';
import type { Here, ImportPlan } from './importSpace.ts';

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

/** Names that the user of this clone goes by, in lower case. */
export function namesOf({ found, writer, author }: Here): Set<string> {
  const names = [author];
  const own = found.filter((event) => event.isPrivate || (writer !== null && event.writer === writer));
  const shared = own.filter((event) => !event.isPrivate).sort(compare);
  if (shared[0]) names.push(shared[0].author);
  for (const { type, payload, author: by } of own) {
    if (type === 'writer.introduced' && names.includes(by)) names.push(String(payload.name));
  }
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The order in which events count: by time, ties by id. */
export function compare(a: Envelope, b: Envelope): number {
  return a.time[0] - b.time[0] || a.time[1] - b.time[1] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
