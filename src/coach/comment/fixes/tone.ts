import type { Facts } from '../reading/facts.ts';
import { isCovered } from '../reading/read.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Finding, Fix } from '../types.ts';
import { capitalAt, caretHere, type Edit, endOfWords, fix, sentenceAt } from './edits.ts';

/** How a sentence about somebody becomes one about the code: what its head is replaced by, and what is put at its end. */
type Turn = { head: RegExp; by: string; tail?: string; caret?: boolean; ask?: boolean };

const you =
  "(?:you|u)(?:'ve| have)?(?: (?:just|also|always|still|again|constantly|obviously|clearly|keep|simply|probably|guys|yet again)){0,3}";
const turns: readonly Turn[] = [
  {
    head: new RegExp(
      `^${you} (?:forget|forgetting|forgot|forgotten|fail|failed|failing|neglected|neglect) to (?=[a-z])`,
    ),
    by: 'This does not ',
    tail: ' yet',
  },
  {
    head: new RegExp(
      `^${you} (?:forget|forgetting|forgot|forgotten|miss|missed|missing|overlooked) (?=[^.!?]{3})(?!up|that|to |it\\b|this\\b|again)`,
    ),
    by: '',
    tail: ' is missing here',
  },
  {
    head: new RegExp(`^${you} (?:broke|break|breaking|messed up|screwed up) (?=[^.!?]{3})`),
    by: '',
    tail: ' does not work any more',
  },
  {
    head: /^(?:did|do|have) you even (?:tested|test|run|try|tried) (?=[a-z\ue001])/,
    by: 'How was ',
    tail: ' tested',
    ask: true,
  },
  {
    head: /^(?:you never|you didn't|you did not|you don't|you do not) (?:even |really |actually |bother to )?(?=(?:check|handle|close|free|validate|escape|test|document|update|add|use|call|return|release|clean|catch|log|follow) )/,
    by: 'This does not ',
  },
  { head: /^why did you (?:even |ever |always )?(?=[a-z])/, by: 'What is the reason to ', ask: true },
  {
    head: /^why (?:didn't|did not|don't) you (?:just |simply |even )?(?=[a-z])/,
    by: 'Would it work to ',
    ask: true,
  },
];

/** A wording of the task instead of the person where the sentence has a known shape; else the start of one. */
export function taskFixes(facts: Facts, finding: Finding): (Fix | null)[] {
  const sentence = sentenceAt(facts, finding.start);
  if (!sentence) return [];
  const end = endOfWords(facts, sentence);
  for (const { head, by, tail = '', ask = false } of turns) {
    const found = head.exec(sentence.text);
    if (!found) continue;
    const after = sentence.start + found[0].length;
    const edits: Edit[] = [{ start: sentence.start, end: after, text: by }];
    if (by === '') edits.push(...capitalAt(facts, after));
    edits.push({ start: end, end: sentence.end, text: `${tail}${ask ? '?' : '.'}` });
    const turned = fix(facts, 'task', 'Say it of the code', merged(edits));
    if (turned) return [turned];
  }
  return [
    fix(facts, 'task', 'Say it of the code: “Here … is …”', [
      { start: sentence.start, end: sentence.end, text: `Here ${caretHere}… is ….` },
    ]),
  ];
}

/** Edits that touch become one. */
function merged(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last && last.end === edit.start && edit.end > edit.start)
      result[result.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    else result.push(edit);
  }
  return result;
}

/** Takes the sentence out, where something else is left to say. */
export function dropFix(facts: Facts, finding: Finding): Fix | null {
  const sentence = sentenceAt(facts, finding.start);
  if (!sentence || facts.sentences.length < 2) return null;
  return fix(facts, 'drop', 'Leave this sentence out', [withSpace(facts, sentence)]);
}

function withSpace(facts: Facts, { start, end }: Sentence): Edit {
  let to = end;
  while (to < facts.text.length && facts.text[to] === ' ' && !isCovered(facts.covers, to, to + 1)) to++;
  return { start, end: to, text: '' };
}

const oath =
  /\b(?:damn(?:ed|it)?|darn(?:ed)?|dammit|god ?damn(?:ed|it)?|fuck(?:ing|in)?|fck(?:ing)?|fscking|bloody|crap(?:py)?|shit(?:ty)?|wtf|stupid|dumb|silly|lame|ugly|fugly|idiotic|ridiculous|yuck|eww?|ugh|omg|hell)\b/;

/** Takes one word out that only swears or judges, where the sentence stands without it. */
export function withoutWordFix(facts: Facts, finding: Finding): Fix | null {
  const sentence = sentenceAt(facts, finding.start);
  const found = oath.exec(facts.prose.slice(finding.start, finding.end));
  if (!sentence || !found) return null;
  let start = finding.start + found.index;
  let end = start + found[0].length;
  const title = `Leave “${facts.text.slice(start, end)}” out`;
  const rest = facts.prose.slice(end, sentence.end);
  const isFirst = start === sentence.start;
  // "Damn, this leaks": what follows begins the sentence. "a damn file": a word follows that it was said of.
  const gap = isFirst ? /^[,!:.\u2026 -]{1,6}(?=[a-z\ue001])/.exec(rest) : /^ (?=[a-z\ue001])/.exec(rest);
  if (!gap) return null;
  end += gap[0].length;
  if (isFirst) return fix(facts, 'drop', title, merged([{ start, end, text: '' }, ...capitalAt(facts, end)]));
  const article = /\b(an?) $/.exec(facts.prose.slice(Math.max(0, start - 4), start));
  if (!article) return fix(facts, 'drop', title, [{ start, end, text: '' }]);
  start -= 1 + (article[1] as string).length;
  const written = facts.text.slice(start, start + 1);
  const by = /^[aeiou]/.test(facts.prose.slice(end)) ? `${written}n ` : `${written} `;
  return fix(facts, 'drop', title, [{ start, end, text: by }]);
}

/** The sentence without its capitals, its rows of marks, or with what is difficult in place of the verdict. */
export function calmFix(facts: Facts, finding: Finding): Fix | null {
  const words = facts.text.slice(finding.start, finding.end);
  if (/^[!?]{1,400}$/.test(words))
    return fix(facts, 'calm', 'Write it calmly', [
      { start: finding.start, end: finding.end, text: words.includes('?') ? '?' : '.' },
    ]);
  if (words === words.toUpperCase() && /[A-Z]{2}/.test(words))
    return fix(facts, 'calm', 'Write it calmly', [
      { start: finding.start, end: finding.end, text: words.slice(0, 1) + words.slice(1).toLowerCase() },
    ]);
  const sentence = sentenceAt(facts, finding.start);
  if (!sentence) return null;
  return fix(facts, 'calm', 'Say what it makes difficult', [
    { start: sentence.start, end: sentence.end, text: `This makes it difficult to ${caretHere}….` },
  ]);
}
