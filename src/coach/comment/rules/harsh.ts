import type { Facts } from '../reading/facts.ts';
import { speaksToReader, tellsOwnSlip } from '../reading/facts.ts';
import { tellsOwnTrouble } from '../reading/ownSlip.ts';
import type { Sentence } from '../reading/sentences.ts';
import { ownComment } from '../reading/signs.ts';
import type { Found } from '../types.ts';
import { harshSigns, technical } from '../words/harsh.ts';
import { scornSigns } from '../words/scorn.ts';

const messages = {
  swearing: 'Swearing is read louder than it is written; the point stands without it.',
  contempt: 'This judges more than it explains; say what it makes difficult, and it will be heard.',
  mockery: 'This can be read as mocking; ask or say plainly what you need to know.',
  shouting: 'Capitals and rows of marks read as shouting; the same words are stronger said calmly.',
};

/** Contempt, mockery, swearing and shouting; not what somebody says of their own slip. */
export function harsh(facts: Facts): Found[] {
  const found: Found[] = [];
  const known = new Map<number, boolean>();
  const isOwn = (place: number) => {
    const sentence = facts.sentences[place];
    if (!known.has(place))
      known.set(place, sentence !== undefined && (tellsOwnSlip(sentence) || tellsOwnTrouble(sentence.text)));
    return known.get(place) === true;
  };
  // A short cry before or after the sentence that tells of the slip belongs to it: "Damn. I missed that."
  const isOfOneself = (place: number, { text }: Sentence) =>
    (isOwn(place) || (text.length < 40 && (isOwn(place - 1) || isOwn(place + 1)))) && !speaksToReader(text);
  for (const [place, sentence] of facts.sentences.entries()) {
    const hide = (part: string) => '\ue000'.repeat(part.length);
    const words = sentence.text.replace(technical, hide).replace(ownComment, hide);
    let isKnown = false;
    for (const { pattern, kind, isSure } of harshSigns) {
      const hit = pattern.exec(words);
      // What is less sure stands back where the sentence has something that is sure.
      if (!hit || (!isSure && isKnown) || isOfOneself(place, sentence)) continue;
      const start = sentence.start + hit.index;
      const end = start + hit[0].replace(/[^\p{L}]{1,20}$/u, '').length;
      found.push({ code: 'harsh', start, end, message: messages[kind], isSure });
      isKnown ||= isSure;
    }
    const scorn = isKnown || isOfOneself(place, sentence) ? null : scornIn(facts, place);
    if (scorn) found.push({ code: 'harsh', ...scorn, isSure: true });
    const loud = shouting(facts.text.slice(sentence.start, sentence.end), sentence.text);
    if (loud && !facts.isPraise)
      found.push({
        code: 'harsh',
        start: sentence.start + loud.start,
        end: sentence.start + loud.end,
        message: messages.shouting,
        isSure: loud.isSure,
      });
  }
  return found;
}

/** Scorn that a sentence shows by its frame, in itself or after a short one: "Nice job! You broke it." */
function scornIn(facts: Facts, place: number): { start: number; end: number; message: string } | null {
  const { text, start } = facts.sentences[place] as Sentence;
  const before = facts.sentences[place - 1];
  const opener = before && before.text.length < 30 ? facts.prose.slice(before.start, start) : '';
  for (const { pattern, kind, unless, isAfterOpener } of scornSigns) {
    const words = isAfterOpener ? opener + text : text;
    const hit = pattern.exec(words);
    if (!hit || unless?.test(words)) continue;
    const from = start - (isAfterOpener ? opener.length : 0) + hit.index;
    return {
      start: from,
      end: from + hit[0].replace(/[^\p{L}]{1,20}$/u, '').length,
      message: messages[kind],
    };
  }
  return null;
}

const capitals = /(?:^|[\s"(])((?:[A-Z]{2,20}(?:'[A-Z]{1,3})?[ ,]{1,2}){2,20}[A-Z]{2,20})[!?. ]{0,5}/;
const marks = /[!?]{4,}|!{3,}|\?{3,}/;

/** A row of words in capitals, or of exclamation or question marks. */
function shouting(text: string, prose: string): { start: number; end: number; isSure: boolean } | null {
  const loud = capitals.exec(text);
  if (loud) {
    const start = loud.index + loud[0].indexOf(loud[1] as string);
    const end = start + (loud[1] as string).length;
    const isRead = prose.slice(start, end) === text.slice(start, end).toLowerCase();
    const letters = text.replace(/[^a-zA-Z]/g, '');
    const share = letters.replace(/[^A-Z]/g, '').length / Math.max(1, letters.length);
    if (isRead && share > 0.7 && letters.length >= 12) return { start, end, isSure: text.includes('!') };
  }
  const row = marks.exec(prose);
  return row ? { start: row.index, end: row.index + row[0].length, isSure: false } : null;
}
