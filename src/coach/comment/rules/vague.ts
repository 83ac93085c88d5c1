import type { Facts } from '../reading/facts.ts';
import { effect, plainReason } from '../reading/signs.ts';
import type { Found } from '../types.ts';
import { feelings, functionWords, genericNouns, vagueVerbs, verdicts } from '../words/english.ts';

const bareQuestion =
  /^[\s"'(*]{0,4}(?:why|what|huh|wtf|really|seriously|how so|how come|and|so|what's this|what is this|why this|why is this|why that|eh|wat)[\s?!.]{0,12}$/;
const beMore =
  /^[\s"'(*]{0,4}(?:please |just |you (?:should|need to|must|have to) |try to |let's )?(?:be|being) (?:a bit |a little |much |way |far )?more (?:professional|careful|consistent|precise|thorough|specific|clear|attentive|diligent|serious)\b/;
const dislike =
  /\b(?:don't|do not|not) (?:really |quite |particularly )?(?:like|love|convinced|happy|a fan|good|great|right|correct|ideal|nice|sure)\b|\bdo better\b|\bneeds? (?:some |more |a lot of )?work\b/;
const notAsked =
  /\b(?:no need|don't need|doesn't need|not need|i|i'll|i'd|i've|we'll|let me|happy to|feel free)\b/;
const deictic = /^(?:this|that|it|these|those|here|there|too|same)$/;

const messages = {
  question: 'The reader has to guess what you would like to know; name it in a few words.',
  request: 'There is nothing to act on yet; say what should be different, and where.',
  verdict: 'This says that something is not right; say what, and what would be better.',
};

/** A comment that asks or judges, and holds nothing to act on. Looks at the comment as a whole. */
export function vague(facts: Facts, tone: readonly Found[]): Found[] {
  const { tokens, requests, sentences } = facts;
  if (facts.hasSuggestion || facts.hasLink || facts.isPraise || facts.isOwnSlip) return [];
  if (tokens.length === 0 || tokens.length > 60) return [];
  const first = facts.label?.end ?? 0;
  const own = tokens.filter(({ start }) => start >= first);
  const words = own.map(({ text }) => text);
  const prose = facts.prose.slice(first);
  const isBare = bareQuestion.test(prose);
  const judges = words.some((word) => verdicts.has(word)) || dislike.test(prose) || beMore.test(prose);
  const asks = words.some((word) => vagueVerbs.has(word)) && !facts.isAnswer && !notAsked.test(prose);
  const isEmpty = !own.some(({ text }) => hasContent(text)) || (beMore.test(prose) && own.length <= 10);
  const [from, to] = [own[0], own.at(-1)];
  if (from && to && own.length <= 24 && isEmpty && (isBare || judges || asks)) {
    const message = isBare ? messages.question : asks ? messages.request : messages.verdict;
    return [{ code: 'vague', start: from.start, end: to.end, message, isSure: true }];
  }
  // A verdict, and nothing else is said in the whole comment that could be acted on.
  const felt = own.length <= 12 && !facts.isAnswer ? own.find(({ text }) => feelings.has(text)) : undefined;
  const verdict = tone[0] ?? felt;
  const isAll =
    requests.length === 0 &&
    !facts.hasCode &&
    !sentences.some(({ text }) => plainReason.test(text) || effect.test(text));
  if (!verdict || !isAll) return [];
  const sentence = sentences.find(({ start, end }) => start <= verdict.start && verdict.start < end);
  if (!sentence) return [];
  return [
    { code: 'vague', start: sentence.start, end: sentence.end, message: messages.verdict, isSure: true },
  ];
}

function hasContent(word: string): boolean {
  return !(
    functionWords.has(word) ||
    genericNouns.has(word) ||
    vagueVerbs.has(word) ||
    verdicts.has(word) ||
    deictic.test(word) ||
    word.startsWith('\ue003')
  );
}
