import { bare, letters } from '../../model/anchor/lines.ts';
import { type Code, inverse, type LineMap, type Region } from './code.ts';

/** Lines that say less are in many places by accident: letters and digits of one line, signs of all. */
const [tellingLine, tellingCode] = [12, 20];

export function saysEnough(texts: readonly string[]): boolean {
  return (
    texts.some((line) => letters(line) >= tellingLine) &&
    texts.join('').replace(/\s+/g, '').length >= tellingCode
  );
}

/**
 * Lines in another place. `whole`: all of them, as they were; `part`: some of them, or with other whitespace; with the
 * place where there is one only.
 */
export type Elsewhere = { kind: 'none' } | { kind: 'whole' | 'part'; region: Region | null };

/**
 * Looks for lines among those that are new in a text.
 * @param map how the text came from one before; `null` where all of it is new
 */
export function elsewhere(old: Code, region: Region, now: Code, map: LineMap | null): Elsewhere {
  const texts = old.texts.slice(region.from, region.to);
  if (!saysEnough(texts)) return { kind: 'none' };
  const isOld = map && inverse(map, now.lines.count);
  const isNew = (t: number) => !isOld || isOld[t]! < 0;
  const marks = old.lines.marks.subarray(region.from, region.to);
  const whole = places((t, i) => now.lines.marks[t] === marks[i]);
  if (whole.length > 0) return { kind: 'whole', region: whole.length === 1 ? whole[0]! : null };
  const said = texts.map(bare);
  const again = places((t, i) => bare(now.texts[t]!) === said[i]);
  if (again.length > 0) return { kind: 'part', region: again.length === 1 ? again[0]! : null };
  const telling = new Set(said.filter((line) => letters(line) >= tellingLine));
  const isPart = now.texts.some((line, t) => isNew(t) && telling.has(bare(line)));
  return isPart ? { kind: 'part', region: null } : { kind: 'none' };

  function places(isSame: (t: number, i: number) => boolean): Region[] {
    const found: Region[] = [];
    const length = texts.length;
    for (let t = 0; t + length <= now.lines.count && found.length < 2; t++) {
      let i = 0;
      while (i < length && isNew(t + i) && isSame(t + i, i)) i++;
      if (i === length) found.push({ from: t, to: t + length });
    }
    return found;
  }
}
