import type { Tag } from '../state.ts';
import { plainWords } from './plainWords.ts';

/** What a part of a text may be about. */
export type About = Tag | 'question' | 'goal' | 'example';
/** What a column of a table may hold. */
export type Column = 'topic' | 'insight' | 'nextAction' | 'owner' | 'due';

/** The words by which a part is known, in English and German; how people call it, not how we would. */
const parts = readWords<About>({
  keep: `keep, keeps, keep doing, keep doing this, keep it up, keep up, to keep, what to keep, things to keep, continue,
    continue doing, to continue, behalten, beibehalten, beizubehalten, weitermachen, weiter so, weiterführen, fortführen,
    fortsetzen`,
  stop: `stop, stops, stop doing, stop doing this, to stop, what to stop, things to stop, no longer, stopp, stoppen,
    aufhören, damit aufhören, lassen, sein lassen, bleiben lassen, beenden, nicht mehr`,
  start: `start, starts, start doing, start doing this, to start, what to start, things to start, begin, begin doing,
    starten, anfangen, damit anfangen, neu anfangen, beginnen`,
  question: `question, questions, a question, my question, my questions, open question, open questions,
    question for today, questions for today, frage, fragen, meine frage, meine fragen, offene frage, offene fragen`,
  goal: `goal, a goal, my goal, goal for today, goal for this session, goal of this session, session goal, todays goal,
    ziel, mein ziel, ziel für heute`,
  example: `example, an example, my example, recent example, a recent example, my recent example, beispiel,
    ein beispiel, mein beispiel, aktuelles beispiel, ein aktuelles beispiel, jüngstes beispiel`,
});

const columns = readWords<Column>({
  topic: 'topic, topics, subject, what, thema, themen, punkt',
  insight: `insight, insights, learning, learnings, learned, what i learned, what we learned, lesson, lessons, takeaway,
    takeaways, erkenntnis, erkenntnisse, einsicht, einsichten, gelernt, gelerntes`,
  nextAction: `next action, next actions, next step, next steps, action, actions, action item, action items, promise,
    promises, todo, todos, to do, nächster schritt, nächste schritte, nächste aktion, aufgabe, aufgaben, maßnahme,
    maßnahmen, massnahme, massnahmen`,
  owner: 'owner, who, assignee, responsible, wer, verantwortlich, zuständig',
  due: 'due, due date, due by, by, by when, when, deadline, date, bis, bis wann, wann, fällig, fällig am, termin',
});

function readWords<T extends string>(lists: Record<T, string>): Map<string, T> {
  const words = new Map<string, T>();
  for (const [about, list] of Object.entries(lists) as [T, string][])
    for (const one of list.split(',')) words.set(one.replace(/\s+/g, ' ').trim(), about);
  return words;
}

/** Longest title that can be one of these. */
const longest = 60;

export const partOf = (title: string): About | null => parts.get(bare(title)) ?? null;
export const columnOf = (title: string): Column | null => columns.get(bare(title)) ?? null;

/** A title without what people decorate it with: signs, numbers before it, brackets after it. */
function bare(title: string): string {
  if (title.length > longest * 4) return '';
  return plainWords(title)
    .normalize('NFC')
    .replace(/[([].{0,200}$/u, '')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?\d{1,3} /u, '')
    .trim()
    .toLowerCase();
}

/** `about: null`: a title of something else. `rest`: what stands after it in its line. */
export type Label = { about: About | null; rest: string; isBold: boolean };

/**
 * The title that a line or an item begins with: `**Keep:** small steps`, `Keep: small steps`, `**Keep**`.
 * @param isItem a known word alone is a title, too
 */
export function readLabel(line: string, isItem: boolean): Label | null {
  const text = line.replace(/^[^\p{L}\p{N}*_`[(<\\]+/u, '').trim();
  const bold = boldAt(text);
  if (bold) {
    const about = partOf(bold.title);
    const rest = text.slice(bold.end).replace(/^\s*[:：–—-]?\s*/u, '');
    if (rest === '') return { about, rest, isBold: true };
    const isTitle = /[:：]\s*$/u.test(bold.title) || /^\s*[:：–—-]/u.test(text.slice(bold.end));
    return about !== null && isTitle ? known(about, rest, true) : null;
  }
  const colon = text.slice(0, longest).search(/[:：](?:\s|$)/u);
  if (colon > 0) {
    const about = partOf(text.slice(0, colon));
    return about === null ? null : known(about, text.slice(colon + 1).trim(), false);
  }
  const about = isItem && text.length <= longest ? partOf(text) : null;
  return about === null ? null : { about, rest: '', isBold: false };
}

/** `Start: 14:00` tells when, not what. */
function known(about: About, rest: string, isBold: boolean): Label | null {
  const isTime = rest !== '' && !/\p{L}/u.test(rest.replace(/\b(?:am|pm|uhr|h|utc|cet|cest)\b/giu, ''));
  return isTime && /\d/.test(rest) ? null : { about, rest, isBold };
}

function boldAt(text: string): { title: string; end: number } | null {
  for (const marks of ['***', '**', '__', '*', '_']) {
    if (!text.startsWith(marks)) continue;
    const end = text.slice(0, longest * 4).indexOf(marks, marks.length);
    // `*x*` of `*x**` is no title.
    if (end > marks.length) return { title: text.slice(marks.length, end), end: end + marks.length };
    return null;
  }
  return null;
}
