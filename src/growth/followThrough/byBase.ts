import { bare } from '../../model/anchor/lines.ts';
import { gapAround, inverse, type Region } from './code.ts';
import type { Compared } from './memory.ts';

/**
 * Whose doing it was that lines are no longer what they were, where two lines of work came together (a merge, a rebase):
 * the pull request's own, or only that of the base branch, which changed the same lines meanwhile.
 * @param own from the pull request's text before to the one after
 * @param fork from what the base branch had when they parted to the pull request's text before
 * @param base from the same to what the base branch had when they came together
 */
export function whose(
  region: Region,
  own: Compared,
  fork: Compared,
  base: Compared,
): 'own' | 'base' | 'unsure' {
  const origins = inverse(fork.map, own.old.lines.count);
  const isBaseNew = linesBroughtBy(base);
  let [byOwn, byBase, isUnsure] = [0, 0, false];
  for (let i = region.from; i < region.to; i++) {
    if (own.map[i]! >= 0) continue;
    const origin = origins[i]!;
    const mark = own.old.lines.marks[i]!;
    if (origin >= 0 && base.map[origin]! < 0) byBase++;
    else if (origin < 0 && fork.old.lines.marks.includes(mark)) isUnsure = true;
    // The base branch cannot take a line out that it has left alone, or never had.
    else byOwn++;
  }
  if (byOwn > 0) return 'own';
  if (isUnsure) return 'unsure';
  const added = addedAround(region, own);
  const ofBase = added.filter((t) => isBaseNew(own.now.lines.marks[t]!));
  if (ofBase.length === added.length) return byBase > 0 || added.length > 0 ? 'base' : 'unsure';
  return byBase === 0 && ofBase.length === 0 ? 'own' : 'unsure';
}

/** Lines that are new in place of the region's and among them; blank ones tell nothing. */
function addedAround({ from, to }: Region, { old, now, map }: Compared): number[] {
  const begin = map[from]! >= 0 ? map[from]! : gapAround(map, from, now.lines.count).from;
  const end = map[to - 1]! >= 0 ? map[to - 1]! + 1 : gapAround(map, to - 1, now.lines.count).to;
  const stayed = inverse(map, now.lines.count);
  const added: number[] = [];
  for (let t = begin; t < end; t++) if (stayed[t]! < 0 && bare(now.texts[t]!) !== '') added.push(t);
  return old.lines.count === 0 ? [] : added;
}

function linesBroughtBy({ now, map }: Compared): (mark: number) => boolean {
  const stayed = inverse(map, now.lines.count);
  const brought = new Set<number>();
  for (let t = 0; t < now.lines.count; t++) if (stayed[t]! < 0) brought.add(now.lines.marks[t]!);
  return (mark) => brought.has(mark);
}
