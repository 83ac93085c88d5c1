import type { Facts } from '../reading/facts.ts';
import type { Found } from '../types.ts';
import { functionWords, genericNouns, vagueVerbs, verdicts } from '../words/english.ts';

const bareQuestion =
  /^[\s"'(*]{0,4}(?:why|what|huh|wtf|really|seriously|how so|how come|and|so|what's this|what is this|why this|why is this|why that|eh|wat)[\s?!.]{0,12}$/;
const beMore =
  /\b(?:be|being) (?:a bit |a little |much )?(?:more )?(?:professional|careful|consistent|precise|thorough|specific|clear|clean|better|nicer)\b/;
const dislike =
  /\b(?:don't|do not|not) (?:really |quite |particularly )?(?:like|love|convinced|happy|a fan|good|great|right|correct|ideal|nice|sure)\b|\bdo better\b|\bneeds? (?:some |more |a lot of )?work\b/;
const deictic = /^(?:this|that|it|these|those|here|there|too|same)$/;

/** A comment that asks or judges, and holds nothing to act on. Looks at the comment as a whole. */
export function vague(facts: Facts): Found[] {
  const { prose, tokens, requests } = facts;
  if (facts.hasSuggestion || facts.hasLink || facts.isPraise || tokens.length === 0 || tokens.length > 24)
    return [];
  const first = facts.label?.end ?? 0;
  const own = tokens.filter(({ start }) => start >= first);
  const words = own.map(({ text }) => text);
  const content = own.filter(({ text }) => hasContent(text));
  const isBare = bareQuestion.test(prose.slice(first));
  const judges = words.some((word) => verdicts.has(word)) || dislike.test(prose) || beMore.test(prose);
  const asks = requests.length > 0 || words.some((word) => vagueVerbs.has(word));
  if (facts.isAnswer && !judges) return [];
  if (facts.isOwnSlip || !(isBare || judges || asks)) return [];
  if (content.length > 0 && !beMore.test(prose)) return [];
  if (!isBare && !judges && !words.some((word) => vagueVerbs.has(word))) return [];
  const [from, to] = [own[0], own.at(-1)];
  if (!from || !to) return [];
  return [
    {
      code: 'vague',
      start: from.start,
      end: to.end,
      message: isBare
        ? 'The reader has to guess what you would like to know; name it in a few words.'
        : asks
          ? 'There is nothing to act on yet; say what should be different, and where.'
          : 'This says that something is not right; say what, and what would be better.',
      isSure: true,
    },
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
