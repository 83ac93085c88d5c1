/** A line of a journal file: its bytes without the line feed, the event's id if it has one, whether it was erased. */
export type JournalLine = { bytes: Buffer; id: string | null; isErased: boolean };

/** The lines that are not blank. A torn or foreign line has no id. */
export function linesOf(bytes: Buffer): JournalLine[] {
  const lines: JournalLine[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    start = end + 1;
    const text = line.toString('utf8').trim();
    if (text !== '') lines.push({ bytes: line, ...read(text) });
  }
  return lines;
}

function read(text: string): { id: string | null; isErased: boolean } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) {
      const { id, type } = value as { id?: unknown; type?: unknown };
      if (typeof id === 'string') return { id, isErased: type === 'erased' };
    }
  } catch {
    // A torn line, or a stranger's: it stays where it is and counts for nothing.
  }
  return { id: null, isErased: false };
}

/** The events' ids in some files. */
export function idsOf(files: Iterable<Buffer>): Set<string> {
  const ids = new Set<string>();
  for (const bytes of files) for (const { id } of linesOf(bytes)) if (id !== null) ids.add(id);
  return ids;
}

export function isPrefix(short: Buffer, long: Buffer): boolean {
  return short.length <= long.length && short.equals(long.subarray(0, short.length));
}

/** Lines as a file holds them, each with its line feed. */
export function fileOf(lines: readonly Pick<JournalLine, 'bytes'>[]): Buffer {
  return Buffer.concat(lines.flatMap(({ bytes }) => [bytes, lineFeed]));
}
const lineFeed = Buffer.from('\n');

/**
 * What is right for another writer's file, given the copy here and the remote's: the remote's as a rule (a longer
 * one, or one with lines erased); the copy here where the remote's is an older state of it; both together where
 * each has events that the other lacks.
 * @param isElsewhere whether an event is safe in another file here, so that it need not be kept in this one
 */
export function settle(
  local: Buffer,
  remote: Buffer,
  isElsewhere: (id: string) => Promise<boolean>,
): Promise<'remote' | 'local' | Buffer> | 'remote' {
  if (isPrefix(local, remote)) return 'remote';
  return settleById(linesOf(local), linesOf(remote), isElsewhere);
}

async function settleById(
  local: JournalLine[],
  remote: JournalLine[],
  isElsewhere: (id: string) => Promise<boolean>,
): Promise<'remote' | 'local' | Buffer> {
  const there = new Set(remote.map(({ id }) => id));
  const lacking = local.filter(({ id }) => id !== null && !there.has(id));
  const kept: JournalLine[] = [];
  for (const line of lacking) if (!(await isElsewhere(line.id as string))) kept.push(line);
  if (kept.length === 0) return 'remote';
  const here = new Set(local.map(({ id }) => id));
  const isOlder = remote.every(({ id }) => id === null || here.has(id));
  return isOlder && kept.length === lacking.length ? 'local' : fileOf([...remote, ...kept]);
}

/** How many of the own events the remote's copy lacks or has otherwise: erased here and not yet there. */
export function countNews(local: Buffer, remote: Buffer | null): number {
  const lines = linesOf(local).filter(({ id }) => id !== null);
  if (remote === null || remote.length === 0) return lines.length;
  if (isPrefix(remote, local) && remote.at(-1) === 10) {
    return linesOf(local.subarray(remote.length)).filter(({ id }) => id !== null).length;
  }
  const there = new Map(linesOf(remote).map(({ id, bytes }) => [id, bytes]));
  return lines.filter(({ id, bytes }) => !there.get(id)?.equals(bytes)).length;
}
