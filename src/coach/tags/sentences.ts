/**
 * A word as the suggester reads it: lower case; `code`, `link`, `ref` (a commit, an issue), `num`, `who` (somebody
 * mentioned), `emoji+` and `emoji` stand for what is not a word.
 */
export type Word = {
  word: string;
  start: number;
  end: number /** What follows it, `''` or one of `,;:-` */;
  mark: string;
};
/** `mark` is what it ends with: `?`, `!` or `.`, which also stands for none. Offsets are of the text that was split. */
export type Sentence = { words: Word[]; mark: '?' | '!' | '.' };

const chunk = /`{1,3}[^`\n]{1,300}`{1,3}|"[^"\n]{1,160}"|\u201c[^\u201d\n]{1,160}\u201d|[^\s`]{1,400}|`/g;
const opening = /^["'([{<*_~\u2018\u201c]{1,8}/;
const closing = /["')\]}>*_~\u2019\u201d]{1,8}$/;
const ending = /[.,;:!?\u2026]{1,12}$/;
const emoticon = /^[:;=]['o-]?[)(dp|/\\]$/i;
const goodEmoji =
  /^:(?:tada|rocket|sparkles|heart|heart_eyes|clap|100|fire|star|cake|raised_hands|\+1|thumbsup|muscle|ok_hand|beers?|bow):$|^[\u{1f44d}\u{1f389}\u{1f680}\u2764\u{1f4af}\u{1f44f}\u{1f64c}\u2728\u{1f370}\u{1f382}\u2713\u2714\u2705\u{1f44c}\u{1f525}]|^\+\+$/u;
const codeMark = /[(){}[\]=<>\\|;$&%^_]|::|->|[^.]\.[a-z0-9]|[a-z][A-Z]|\/.*\/|\.\/|^[A-Z]+\d|^--?\w/;
const abbreviation = /^(?:e\.?g|i\.?e|etc|vs|cf|approx|resp|no|incl|fig|st|al|w\.r\.t|a\.k\.a)$/i;
const spellings = new Map(
  Object.entries({
    dont: "don't",
    doesnt: "doesn't",
    didnt: "didn't",
    isnt: "isn't",
    arent: "aren't",
    wasnt: "wasn't",
    cant: "can't",
    cannot: "can't",
    wont: "won't",
    shouldnt: "shouldn't",
    "should'nt": "shouldn't",
    wouldnt: "wouldn't",
    couldnt: "couldn't",
    havent: "haven't",
    hasnt: "hasn't",
    thats: "that's",
    im: "i'm",
    ive: "i've",
    youre: "you're",
    lets: "let's",
    pls: 'please',
    plz: 'please',
    plesae: 'please',
    u: 'you',
    thx: 'thanks',
    thanx: 'thanks',
    tnx: 'thanks',
    ty: 'thanks',
    thks: 'thanks',
    tks: 'thanks',
    maby: 'maybe',
    shoud: 'should',
    shold: 'should',
    unneccessary: 'unnecessary',
    neccessary: 'necessary',
  }),
);

/** Splits a writer's own words into sentences. Takes linear time; reads at most `most` words. */
export function sentencesOf(text: string, most = 700): Sentence[] {
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let last = 0;
  let count = 0;
  const finish = (mark: Sentence['mark']) => {
    if (words.length > 0) sentences.push({ words, mark });
    else if (mark === '?' && sentences.length > 0) (sentences.at(-1) as Sentence).mark = '?';
    words = [];
  };
  chunk.lastIndex = 0;
  for (let match = chunk.exec(text); match !== null && count < most; match = chunk.exec(text)) {
    if (words.length > 0 && breaksLine(text, last, match.index, match[0])) finish('.');
    last = match.index + match[0].length;
    count++;
    const { word, mark } = read(match[0]);
    const lastMark = mark.at(-1) ?? '';
    if (word !== '') {
      words.push({
        word,
        start: match.index,
        end: last - mark.length,
        mark: ',;:'.includes(lastMark) ? lastMark : '',
      });
    } else if (words.length > 0 && /^[-\u2013\u2014]+$/.test(match[0])) {
      (words.at(-1) as Word).mark = '-';
    }
    if (mark.includes('?')) finish('?');
    else if (mark.includes('!')) finish('!');
    else if (lastMark === '\u2026' || (lastMark === '.' && !abbreviation.test(word))) finish('.');
  }
  finish('.');
  return sentences;
}

/** A line break ends a sentence where a paragraph, a list item or a new sentence begins; else it is a wrapped line. */
function breaksLine(text: string, from: number, to: number, next: string): boolean {
  let breaks = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) breaks++;
  return breaks > 1 || (breaks === 1 && /^(?:[-*+\u2022]$|\d{1,2}[.)]$|[A-Z`])/.test(next));
}

/** Most words are only that: letters, and perhaps one mark. */
const simple = /^((?:[A-Z]?[a-z]+|[A-Z]+)(?:'[a-z]+)?)([.,;:!?]?)$/;
const isAscii = /^[\x20-\x7e]+$/;

function read(raw: string): { word: string; mark: string } {
  const only = simple.exec(raw);
  if (only) return { word: spelt(only[1] as string), mark: only[2] as string };
  if (raw.startsWith('`') && raw.length > 1) return { word: 'code', mark: '' };
  if (/^["\u201c].+["\u201d]$/.test(raw)) {
    const inner = /[.?!]["\u201d]$/.test(raw) ? '.' : '';
    return { word: 'code', mark: inner };
  }
  if (emoticon.test(raw)) return { word: /[)dp]$/i.test(raw) ? 'emoji' : 'emoji-', mark: '' };
  if (/^[:+]/.test(raw) || !isAscii.test(raw)) {
    if (goodEmoji.test(raw)) return { word: 'emoji+', mark: '' };
    if (/^:[a-z0-9_+-]{2,30}:$/.test(raw) || /^\p{Extended_Pictographic}/u.test(raw))
      return { word: 'emoji', mark: '' };
  }
  if (/^[+-]1[.!,]?$/.test(raw)) return { word: raw.slice(0, 2), mark: raw.slice(2) };
  let core = raw.replace(opening, '');
  const mark = ending.exec(core.replace(closing, ''))?.[0] ?? ending.exec(core)?.[0] ?? '';
  core = core.replace(closing, '').replace(ending, '').replace(closing, '');
  return { word: wordOf(core), mark };
}

function wordOf(core: string): string {
  if (core === '') return '';
  if (core.startsWith('@') && core.length > 1) return 'who';
  if (/^https?:\/\//.test(core)) return 'link';
  if (/^#\d+$/.test(core) || (/^[0-9a-f]{7,40}$/.test(core) && /\d/.test(core) && /[a-f]/.test(core)))
    return 'ref';
  if (/^\d[\d.,:x%]*(?:ms|s|kb|mb|k|px|th|st|nd|rd)?$/i.test(core)) return 'num';
  if (codeMark.test(core) && !abbreviation.test(core)) return 'code';
  if (!/[a-z\u0080-\uffff]/i.test(core)) return '';
  return spelt(core.replace(/[\u2018\u2019]/g, "'"));
}

function spelt(raw: string): string {
  const word = raw.toLowerCase();
  return spellings.get(word) ?? word;
}
