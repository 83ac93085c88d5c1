import { bare, letters } from '../../model/anchor/lines.ts';
import { alike, signsOf } from '../../model/anchor/similar.ts';
import { isUnknown } from '../../model/codeHistory.ts';
import type { PullRequestRecord, ThreadRecord } from '../../model/pullRequest.ts';
import { basesOf, type Result } from './along.ts';
import type { Code, Region } from './code.ts';
import type { SideOfHunk } from './hunk.ts';
import type { Memory } from './memory.ts';

/** How alike a line has to be to the one that it was, and how much more than any other near it. */
const [like, margin] = [0.6, 0.1];
/** Letters and digits of a line that is told from others by itself. */
const telling = 12;
/** So many lines below the nearest one that stayed are looked at. */
const reach = 15;
/** So many files of a pull request are searched. */
const mostSearched = 60;

/**
 * What became of lines whose commit is gone, by what their hunk says: `changed` where a line that the pull request had
 * added is in none of its files any more, and one like it stands below the same neighbour. `null` where that cannot be
 * told: of what is not in the hunk nothing is known, so that no commit can be named, and nothing can count as removed.
 */
export async function changedByHunk(
  memory: Memory,
  record: PullRequestRecord,
  { path }: ThreadRecord,
  region: Region,
  side: SideOfHunk,
): Promise<Result | null> {
  const head = record.headSha!;
  const at = (line: number) => line - side.first + 1;
  if (at(region.from) < 1 || at(region.to) > side.texts.length) return null;
  const content = await memory.file(head, path);
  const code = typeof content === 'string' ? await memory.code(content) : null;
  if (code === null || isUnknown(code)) return null;
  const said = saidIn(code);
  const isGone = (i: number) =>
    side.isAdded[i] && letters(side.texts[i]!) >= telling && !said.has(bare(side.texts[i]!));
  const gone = Array.from({ length: region.to - region.from }, (_, i) => at(region.from) + i).filter(isGone);
  if (gone.length === 0) return null;
  const place = placeBelow(side, at(region.from), gone[0]!, code);
  if (place === null) return null;
  const words = new Set(gone.map((i) => bare(side.texts[i]!)));
  if (await mayBeElsewhere(memory, record, path, words)) return null;
  return {
    ...{ kind: 'changed', commit: null, reason: 'force-pushed' },
    place: { commit: head, path, content: content as string, region: { from: place, to: place + 1 } },
  };
}

/** The line that one became, below the nearest neighbour above that is there, and once only. */
function placeBelow(side: SideOfHunk, first: number, gone: number, code: Code): number | null {
  for (let i = first - 1; i >= 0; i--) {
    if (letters(side.texts[i]!) < telling) continue;
    const said = bare(side.texts[i]!);
    const places = code.texts.flatMap((line, t) => (bare(line) === said ? [t] : []));
    if (places.length !== 1) continue;
    const was = signsOf(side.texts[gone]!);
    const scores = code.texts
      .slice(places[0]! + 1, places[0]! + 1 + reach)
      .map((line, t) => ({ score: alike(was, signsOf(line)), line: places[0]! + 1 + t }))
      .sort((one, other) => other.score - one.score);
    const [best, next] = scores;
    return best && best.score >= like && best.score - (next?.score ?? 0) >= margin ? best.line : null;
  }
  return null;
}

/** Whether lines stand in another file that the pull request changes, or nobody can tell. */
async function mayBeElsewhere(
  memory: Memory,
  record: PullRequestRecord,
  path: string,
  words: ReadonlySet<string>,
): Promise<boolean> {
  for (const base of await basesOf(memory, record)) {
    const fork = await memory.mergeBase(record.headSha!, base);
    if (isUnknown(fork) || fork === record.headSha) continue;
    const changes = await memory.changes(fork, record.headSha!);
    if (isUnknown(changes) || changes.length > mostSearched) return true;
    const others = changes.flatMap(({ after }) => (after && after.path !== path ? [after] : []));
    const places = others.map((after) => ({ commit: record.headSha!, path: after.path }));
    const contents = await memory.files(places);
    const texts = contents.filter((one) => one !== null);
    if (texts.some(isUnknown)) return true;
    for (const code of await memory.codes(texts as string[])) {
      if (isUnknown(code) && code.unknown !== 'binary') return true;
      if (!isUnknown(code) && [...words].some((line) => saidIn(code).has(line))) return true;
    }
    return false;
  }
  return true;
}

/** What a text says, by lines without their whitespace; many comments ask about the same texts. */
const known = new WeakMap<Code, ReadonlySet<string>>();
function saidIn(code: Code): ReadonlySet<string> {
  const said = known.get(code) ?? new Set(code.texts.map(bare));
  known.set(code, said);
  return said;
}
