import { plainLine } from '../model/plainLine.ts';
import type { Session } from '../model/session.ts';

/** A session that has all the words, with the line of it that tells best. */
export type Found = { session: Session; line: string };

/** Characters of a text that are looked through, and of a line that is shown. */
const longestText = 65536;
const longestLine = 160;

/** The sessions of a space, made ready to be searched many times: a letter more must not cost a reading. */
export class SessionSearch {
  readonly #entries: { session: Session; lines: { text: string; fold: string }[]; all: string }[];

  /** @param wordsOf what else a session is known by: the name of its kind, its goals */
  constructor(sessions: readonly Session[], wordsOf: (session: Session) => string[] = () => []) {
    // Newest first: of many that fit, the last ones are meant.
    this.#entries = sessions.toReversed().map((session) => {
      const { entries, people, date, texts } = session;
      const said = [
        ...entries.map(({ topic, insight, nextAction }) =>
          [topic, insight, nextAction].filter((part) => part.trim() !== '').join(' · '),
        ),
        ...texts.flatMap(({ text }) => text.slice(0, longestText).split('\n')),
      ].filter((text) => text.trim() !== '');
      const lines = said.map((text) => ({ text, fold: fold(text) }));
      const about = [...people, date, ...wordsOf(session)].map(fold);
      return { session, lines, all: [...about, ...lines.map((line) => line.fold)].join('\n') };
    });
  }

  /** Every session that has each word of the query somewhere, newest first; all of them for an empty one. */
  find(query: string): Found[] {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return this.#entries.flatMap(({ session, lines, all }) => {
      if (!words.every((word) => all.includes(word))) return [];
      // Only the lines that are shown are looked for.
      return [
        {
          session,
          get line() {
            return lineOf(lines, words);
          },
        },
      ];
    });
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
