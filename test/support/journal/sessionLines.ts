import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewEvent } from '../../../src/model/events.ts';

/** ISO date so many days from today, in local time. */
export function dateIn(days: number, now = new Date()): string {
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 12);
  return date.toISOString().slice(0, 10);
}

/** ISO time so many minutes from now. */
export const timeIn = (minutes: number, now = new Date()): string =>
  new Date(now.getTime() + minutes * 60_000).toISOString();

/**
 * Puts what somebody else wrote into a space, as a sync does: a file of a writer of their own, in which each event
 * is an act.
 */
export async function writeAs(author: string, space: string, events: readonly NewEvent[]): Promise<void> {
  const writer = `${author.toLowerCase().replace(/[^a-z0-9]/g, '')}sfolder12345`.slice(0, 16);
  const folder = join(space, 'journal', writer);
  const time = Date.now();
  const lines = events.map(({ type, payload }, n) => {
    const id = `01KAV${String(time).slice(-8)}${String(n).padStart(13, '0')}`;
    return `${JSON.stringify({ id, time: [time, n], author, act: id, type, version: 1, payload })}\n`;
  });
  await mkdir(folder, { recursive: true });
  const month = new Date(time).toISOString().slice(0, 7);
  await writeFile(join(folder, `${month}.jsonl`), lines.join(''), { flag: 'a' });
}

type Logged = {
  id: string;
  days: number;
  kind?: 'check-in' | 'pairing' | 'retrospective' | 'incident-review' | 'shadowing';
  people?: string[];
  text?: string;
  isHeld?: boolean;
  minutes?: number | null;
  pairing?: string | null;
};

/** A session with what its author wrote in it, so many days from today. */
export function sessionEvents({ id, days, text, isHeld = days <= 0, ...rest }: Logged): NewEvent[] {
  const { kind = 'check-in', people = ['ada-wren', 'theo'], minutes = 45, pairing = null } = rest;
  const date = dateIn(days);
  const heldAt = isHeld ? `${date}T10:00:00.000Z` : null;
  const about = { minutes: isHeld ? minutes : null, goals: [], link: null, pairing };
  return [
    { type: 'session.logged', payload: { session: id, kind, people, date, heldAt, ...about } },
    ...(text === undefined ? [] : [{ type: 'session.written' as const, payload: { session: id, text } }]),
  ];
}
