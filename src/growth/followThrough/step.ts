import { changedLines } from '../../model/anchor/changed.ts';
import { bare } from '../../model/anchor/lines.ts';
import { alike, signsOf } from '../../model/anchor/similar.ts';
import { type Code, gapAround, type Lineage, type Region, windowOf, zoneAround } from './code.ts';
import { elsewhere, saysEnough } from './elsewhere.ts';

/**
 * What became of some lines from one text to the next.
 * - `same`: all of them stand there one after the other
 * - `altered`: something else stands in their place, or among them; where, if that can be told
 * - `gone`: nothing stands in their place, and they stand nowhere else
 * - `moved`: they stand elsewhere in the file, and had not stood there before; `null` where in more than one place
 * - `unsure`: what stands there could be these lines as well as others that say the same
 */
export type Step =
  | { kind: 'same'; region: Region }
  | { kind: 'altered'; region: Region | null }
  | { kind: 'gone'; region: null }
  | { kind: 'moved'; region: Region | null }
  | { kind: 'unsure'; region: null };

const unsure: Step = { kind: 'unsure', region: null };

export function stepOf(old: Code, region: Region, now: Code, lineage: Lineage): Step {
  const { from, to } = region;
  const { map } = lineage;
  let [mapped, isTogether, isGone] = [0, true, false];
  for (let i = from; i < to; i++) {
    if (map[i]! < 0) isGone ||= isNowhereAround(old, i, now, lineage);
    else {
      mapped++;
      if (i > from && map[i] !== map[i - 1]! + 1) isTogether = false;
    }
  }
  if (mapped === to - from) {
    const place = { from: map[from]!, to: map[to - 1]! + 1 };
    if (isTogether)
      return isTheseSurely(old, region, now, lineage) ? { kind: 'same', region: place } : unsure;
    const isSure = range(from, to).every((i) => isTheseSurely(old, { from: i, to: i + 1 }, now, lineage));
    return isSure ? { kind: 'altered', region: place } : unsure;
  }
  if (!isGone) return unsure;
  if (mapped > 0) return altered();
  const found = elsewhere(old, region, now, map);
  if (found.kind === 'whole') return { kind: 'moved', region: found.region };
  const gap = gapAround(map, from, now.lines.count);
  // A line in the midst that stayed would have been mapped: it is one gap.
  const isLeftOut = gap.from === gap.to || isOthers(old, region, now, gap);
  if (!isLeftOut) return altered();
  return found.kind === 'none' ? { kind: 'gone', region: null } : { kind: 'altered', region: found.region };

  function altered(): Step {
    const found = changedLines(windowOf(old, region), now.lines, map.slice());
    if (found) return { kind: 'altered', region: { from: found.startLine - 1, to: found.endLine } };
    const gap = gapAround(map, from, now.lines.count);
    const isAllOfIt = gap.above === from - 1 && gap.below === to && gap.to > gap.from;
    return { kind: 'altered', region: isAllOfIt ? { from: gap.from, to: gap.to } : null };
  }
}

/** Whether nothing says this where the line could be: then it is not there for sure. */
function isNowhereAround(old: Code, line: number, now: Code, lineage: Lineage): boolean {
  const { now: zone } = zoneAround(lineage, { from: line, to: line + 1 }, now.lines.count);
  return !now.lines.marks.subarray(zone.from, zone.to).includes(old.lines.marks[line]!);
}

/** Whether lines that say this are there as often as they were: else one of them went or came, and which? */
function isTheseSurely(old: Code, region: Region, now: Code, lineage: Lineage): boolean {
  if (lineage.isOnly.subarray(region.from, region.to).includes(1)) return true;
  const zone = zoneAround(lineage, region, now.lines.count);
  const code = old.lines.marks.subarray(region.from, region.to);
  return timesIn(old.lines.marks, zone.old, code) === timesIn(now.lines.marks, zone.now, code);
}

/** Lines of a region that are looked for elsewhere. */
const mostCompared = 100;

function timesIn(marks: Int32Array, { from, to }: Region, code: Int32Array): number {
  const length = Math.min(code.length, mostCompared);
  let times = 0;
  for (let at = from; at + length <= to; at++) {
    let same = 0;
    while (same < length && marks[at + same] === code[same]) same++;
    if (same === length) times++;
  }
  return times;
}

/** So many pairs of lines are compared. */
const mostPairs = 4000;
const [like, margin] = [0.6, 0.1];

/** Whether all that stands in the gap is what other lines became, those around in the same gap. */
function isOthers(
  old: Code,
  { from, to }: Region,
  now: Code,
  gap: Region & { above: number; below: number },
): boolean {
  const rest: number[] = [];
  for (let i = gap.above + 1; i < gap.below; i++) if (i < from || i >= to) rest.push(i);
  if ((gap.to - gap.from) * (gap.below - gap.above - 1) > mostPairs) return false;
  const [own, others] = [range(from, to), rest].map((at) => at.map((i) => signsOf(old.texts[i]!)));
  for (let t = gap.from; t < gap.to; t++) {
    const line = now.texts[t]!;
    if (bare(line) === '') continue;
    const signs = signsOf(line);
    const [best, other] = [own!, others!].map((all) => Math.max(0, ...all.map((one) => alike(one, signs))));
    if (other! < like || best! > other! - margin) return false;
  }
  return true;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** Whether lines say so much that the same lines elsewhere are these. */
export const isTold = (code: Code, region: Region): boolean =>
  saysEnough(code.texts.slice(region.from, region.to));
