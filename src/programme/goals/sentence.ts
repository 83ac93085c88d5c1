import { clean } from '../../model/cleanText.ts';
import * as words from './sentenceWords.ts';

/**
 * What may keep a goal's sentence from carrying far, the most important first: no own words, several goals, no
 * outcome that others see, too many words, no word by which one knows that it is reached.
 */
export const goalReasons = ['imposed', 'several', 'vague', 'unobservable', 'long', 'no-horizon'] as const;
export type GoalReason = (typeof goalReasons)[number];

/** `quote`: the words that it is about, as in the sentence but in lower case; empty where it is about all of it. */
export type GoalHint = { reason: GoalReason; quote: string; topic: GoalTopic | null };

/** What a sentence is about, as far as a word tells, for an example that fits. */
export const goalTopics = [
  'review',
  'tests',
  'incidents',
  'debugging',
  'design',
  'talking',
  'operations',
  'mentoring',
] as const;
export type GoalTopic = (typeof goalTopics)[number];

const topics: [RegExp, GoalTopic][] = [
  [/\b(?:review|reviews|reviewing|reviewer|pull|comments?)\b/, 'review'],
  [/\b(?:tests?|testing|coverage)\b/, 'tests'],
  [/\b(?:incidents?|alerts?|on-call|outages?|pager)\b/, 'incidents'],
  [/\b(?:debug|debugging|bugs?|troubleshooting|causes?)\b/, 'debugging'],
  [/\b(?:design|designs|architecture|system|systems|services?)\b/, 'design'],
  [
    /\b(?:communication|communicate|communicator|meetings?|stakeholders?|present|presenting|talks?|speak|speaking|english|confident|confidence)\b/,
    'talking',
  ],
  [/\b(?:deploy|deployment|deployments|release|releases|operations|ownership|runbooks?)\b/, 'operations'],
  [/\b(?:mentor|mentoring|coach|coaching|teach|leadership|delegate)\b/, 'mentoring'],
];

/** Most words of a sentence that people remember. */
export const mostWords = 25;
/** What is read of it, in UTF-16 code units. */
const longestRead = 2000;

/**
 * Reads a goal's sentence as a coach would and says what is worth a question: hints for its writer, never a refusal.
 * Of each reason at most one, in the order of `goalReasons`. Only English is read for its words; of other languages it
 * says what needs none. `hasDate`: the goal has a target date, so that it need not say until when.
 */
export function coachSentence(sentence: string, { hasDate = false } = {}): GoalHint[] {
  const text = clean(sentence.slice(0, longestRead)).trim();
  if (text === '') return [];
  const list = wordsOf(text);
  const line = lineOf(list);
  const [begin, middle] = [lineOf(list.slice(0, 5)), lineOf(list.slice(0, 8))];
  // What the goal is stands at its beginning; further on the same words are about something else.
  const found: Record<GoalReason, string | null> = {
    imposed: imposed(line),
    several: several(text, line),
    vague: isMeasured(line) ? null : firstOf(middle, words.vague),
    unobservable: firstOf(line, words.shown) === null ? firstOf(begin, words.unobservable) : null,
    long: list.length > mostWords ? '' : null,
    'no-horizon': hasDate || hasHorizon(line, list) ? null : '',
  };
  const topic = topics.find(([pattern]) => pattern.test(line))?.[1] ?? null;
  return goalReasons.flatMap((reason) => {
    const quote = found[reason];
    return quote === null ? [] : [{ reason, quote, topic }];
  });
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'%-]*/gu) ?? [];

const lineOf = (list: readonly string[]): string => ` ${list.join(' ')} `;

/** The phrase that comes first in the line. */
function firstOf(line: string, phrases: readonly string[]): string | null {
  let best: { at: number; phrase: string } | null = null;
  for (const phrase of phrases) {
    const at = line.indexOf(` ${phrase} `);
    if (at < 0) continue;
    if (best === null || at < best.at || (at === best.at && phrase.length > best.phrase.length))
      best = { at, phrase };
  }
  return best?.phrase ?? null;
}

function imposed(line: string): string | null {
  const spoken = words.others.find((start) => line.startsWith(` ${start}`));
  if (spoken !== undefined) return spoken.trim();
  for (const duty of words.duties) {
    const at = line.indexOf(` ${duty} `);
    if (at < 0) continue;
    const before = line.slice(0, at).trim().split(' ');
    // Who has the duty: a person, or the one word that the sentence begins with, which then is a name or nobody.
    const who = before.at(-1) as string;
    if ((before.length <= 1 && who !== 'nobody') || words.people.includes(who))
      return `${who} ${duty}`.trim();
  }
  return firstOf(line, words.imposed);
}

function several(text: string, line: string): string | null {
  if (/[.!?]\s+\p{Lu}/u.test(text) || /[;\n]/.test(text)) return '';
  if (/(?:^|\s)2[.)]\s/.test(text)) return '';
  return firstOf(line, words.second);
}

/** "from 40 % to 70 %", "from twelve to six minutes". */
const isMeasured = (line: string): boolean => /\sfrom \d[^ ]* to \d|\sby \d+%? /.test(line);

/** Whether a reader would know when it is reached. What is no English, or hardly a sentence, is not judged. */
function hasHorizon(line: string, list: readonly string[]): boolean {
  if (list.length < 3 || !isEnglish(list)) return true;
  if (/\d/.test(line) || firstOf(line, words.horizons) !== null) return true;
  return list.some((word, i) => i < 4 && words.doing.has(word) && words.single.has(list[i + 1] ?? ''));
}

function isEnglish(list: readonly string[]): boolean {
  const [first = ''] = list;
  if (first === 'i' || first === 'my' || words.doing.has(first)) return true;
  return new Set(list.filter((word) => words.english.has(word))).size > 1;
}
