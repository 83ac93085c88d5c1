import type { KnowledgeNote } from '../../model/mentorship.ts';
import { plainLine } from '../../model/plainLine.ts';

/** A note that has all the words, with the line of it that tells best beside what it is. */
export type Found = { note: KnowledgeNote; line: string };

const longestLine = 160;

/** The knowledge notes of a space, made ready to be searched many times: a letter more must not cost a reading. */
export class KnowledgeSearch {
  readonly #entries: { note: KnowledgeNote; lines: { text: string; fold: string }[]; all: string }[];

  constructor(notes: readonly KnowledgeNote[]) {
    // Newest first: of many that fit, the last ones are meant.
    this.#entries = notes.toReversed().map((note) => {
      const { what, why, topics, anchor, excerpt, createdBy } = note;
      const said = [why, excerpt?.text].flatMap((text) => text?.split('\n') ?? []);
      const lines = said.filter((text) => text.trim() !== '').map((text) => ({ text, fold: fold(text) }));
      const about = [what, ...topics, anchor?.path, anchor?.code, excerpt?.path, createdBy];
      const known = about.flatMap((text) => (text ? [fold(text)] : []));
      return { note, lines, all: [...known, ...lines.map((line) => line.fold)].join('\n') };
    });
  }

  /** Every note that has each word of the query somewhere, those that say it in their own words first, then newest first. */
  find(query: string): Found[] {
    const words = fold(query).split(/\s/).filter(Boolean);
    const found = this.#entries.filter(({ all }) => words.every((word) => all.includes(word)));
    const isOwn = ({ note: { what, topics } }: { note: KnowledgeNote }) => {
      const own = fold([what, ...topics].join('\n'));
      return words.every((word) => own.includes(word));
    };
    const first =
      words.length === 0 ? found : [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
    return first.map(({ note, lines }) => ({
      note,
      // Only the lines that are shown are looked for.
      get line() {
        return lineOf(lines, words);
      },
    }));
  }
}

/** The line that has most of the words; the first one where none has any. */
function lineOf(lines: readonly { text: string; fold: string }[], words: readonly string[]): string {
  const hits = (line: string) => words.reduce((sum, word) => sum + Number(line.includes(word)), 0);
  let best = lines[0];
  let most = best ? hits(best.fold) : 0;
  for (const line of words.length > 0 ? lines : []) {
    const some = hits(line.fold);
    if (some > most) [best, most] = [line, some];
  }
  return best ? plainLine(best.text, longestLine) : '';
}

/** Case and the way in which a letter is written make no difference. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase();
