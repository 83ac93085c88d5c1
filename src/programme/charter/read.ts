import { type OutlineSection, readField, readOutline } from '../markdown/index.ts';
import { type CharterPart, charterParts, partsOf } from './parts.ts';
import { readMonths, readRhythm, type SaidRhythm } from './rhythm.ts';

/** What a charter says, as far as it can be read; its words stay what counts. Lines are 0-based. */
export type ReadCharter = {
  title: string;
  /** `null` where none is said that is understood. */
  rhythm: (SaidRhythm & { line: number }) | null;
  length: { months: number | null; line: number } | null;
  /** The parts that are there, with the line of their heading. */
  parts: Map<CharterPart, { line: number; isEmpty: boolean }>;
  remarks: CharterRemark[];
};

/**
 * Something that people may want to add. `missing`: no section speaks of it; `empty`: its section has no words yet;
 * `unclear`: it is said, in words that are not understood here.
 */
export type CharterRemark = { kind: 'missing' | 'empty' | 'unclear'; part: CharterPart; line: number };

const names = {
  rhythm: ['rhythm', 'how often', 'rhythmus'],
  length: ['length', 'how long', 'duration', 'dauer', 'länge'],
};

/**
 * Reads a charter: the fields below its title (`Rhythm`, `Length`), else what its sections tell in words, and which parts
 * are there. Any text can be read; sections of other names are just words. Takes linear time.
 */
export function readCharter(text: string): ReadCharter {
  const { title, sections, fields } = readOutline(text);
  const parts: ReadCharter['parts'] = new Map();
  sections.forEach((section, at) => {
    for (const part of partsOf(section.heading)) {
      const isEmpty = isEmptyAt(sections, at);
      const known = parts.get(part);
      if (!known || (known.isEmpty && !isEmpty)) parts.set(part, { line: section.line, isEmpty });
    }
  });
  const field = (part: 'rhythm' | 'length') => {
    const name = names[part].find((one) => fields.has(one));
    return name === undefined ? undefined : fields.get(name);
  };
  const said = <T>(
    part: 'rhythm' | 'length',
    read: (words: string) => T | null,
  ): (T & { line: number }) | null => {
    const given = field(part);
    const value = given ? read(given.value) : null;
    if (value !== null) return { ...value, line: given!.line };
    const section = given ? undefined : sections.find(({ heading }) => partsOf(heading).includes(part));
    const words = section && read(plain(section));
    return words ? { ...words, line: section.line } : null;
  };
  const rhythm = said('rhythm', readRhythm);
  const length = said('length', readMonths);
  const remarks: CharterRemark[] = [];
  for (const part of charterParts) {
    const known = parts.get(part);
    const given = part === 'rhythm' || part === 'length' ? field(part) : undefined;
    const isSaid = part === 'rhythm' ? rhythm !== null : part === 'length' ? length !== null : false;
    if (isSaid) continue;
    if (given && given.value !== '') remarks.push({ kind: 'unclear', part, line: given.line });
    else if (!known && !given) remarks.push({ kind: 'missing', part, line: 0 });
    else if (!known || known.isEmpty)
      remarks.push({ kind: 'empty', part, line: known?.line ?? given?.line ?? 0 });
    else if (part === 'rhythm' || part === 'length')
      remarks.push({ kind: 'unclear', part, line: known.line });
  }
  return { title, rhythm, length, parts, remarks };
}

/** Whether a section has no words, and none within it either. */
function isEmptyAt(sections: readonly OutlineSection[], at: number): boolean {
  const { level } = sections[at] as OutlineSection;
  for (let i = at; i < sections.length; i++) {
    const section = sections[i] as OutlineSection;
    if (i > at && section.level <= level) break;
    if (hasWords(section.text)) return false;
  }
  return true;
}

const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);
/** Its words; a list's fields by their values as well as by their names. */
const plain = ({ text }: OutlineSection) =>
  text
    .split('\n', 200)
    .map((line) => readField(line)?.value ?? line)
    .join('\n');
