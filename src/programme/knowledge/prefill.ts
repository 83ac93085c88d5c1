import { plainLine } from '../../model/plainLine.ts';

/** What a note could say, for a person to change. */
export type Proposal = { what: string; why: string };

/** Longest words on offer: they stand in a box of one line. */
const longest = 300;
/** Words that begin a reason. */
const reason = /\b(?:because|since|otherwise|so that|in order to|or else|due to|the reason|that way)\b/i;

/**
 * What somebody said, told apart: what it is, and why it is so. Only what is said as a reason is taken for one.
 * @param body Markdown, untrusted
 */
export function proposalFrom(body: string): Proposal {
  const line = plainLine(body, 1000);
  const sentences = line.split(/(?<=[.!?…]) /).filter((sentence) => sentence.trim() !== '');
  const why = sentences.filter((sentence, i) => i > 0 && reason.test(sentence));
  const what = sentences.filter((sentence) => !why.includes(sentence));
  return { what: cut(what.join(' ')), why: cut(why.join(' ')) };
}

/** What the comments in some lines of code say; empty where there is none. */
export function commentsIn(code: string): string {
  const said = code
    .split('\n')
    .slice(0, 40)
    .flatMap((line) => {
      const words = line.slice(0, 500).trim();
      const sign = ['///', '//', '#', '/**', '/*', '*', '--', ';;'].find((one) => words.startsWith(one));
      if (sign === undefined) return [];
      const rest = words.slice(sign.length).replace('*/', '').trim();
      // "#include", "#[derive]" and "--i" are code.
      return /^[\p{L}\p{N}“"'`(]/u.test(rest) && /^\s|^$/.test(words.slice(sign.length, sign.length + 1))
        ? [rest]
        : [];
    });
  return cut(said.join(' '));
}

/**
 * Topics within words that somebody typed: "#retry" at their end is one; the words are told without those.
 * @param known topics that are meant where they are typed as `withTopics` writes them
 */
export function topicsIn(typed: string, known: readonly string[] = []): { words: string; topics: string[] } {
  const parts = typed.trim().split(/\s/).filter(Boolean);
  const topics: string[] = [];
  // "#12" is a pull request.
  while (parts.length > 1 && isTopic(parts.at(-1)!)) {
    const mark = parts.pop()!;
    topics.unshift(known.find((one) => marked(one) === mark) ?? mark.slice(1));
  }
  const words = topics.length === 0 ? typed.trim() : parts.join(' ');
  return { words, topics: [...new Set(topics)].slice(0, 20) };
}

const isTopic = (word: string) => /^#[\p{L}\p{N}][^\s#]{0,99}$/u.test(word) && !/^#\d{1,99}$/.test(word);

/** The other way about: words with their topics, to be changed in one box. */
export const withTopics = (words: string, topics: readonly string[]): string =>
  [words, ...topics.map(marked).filter(isTopic)].join(' ').trim();

const marked = (topic: string) => `#${topic.trim().replace(/[\s#]/g, '-')}`;

const cut = (text: string) => plainLine(text, longest);
