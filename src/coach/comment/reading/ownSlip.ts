import { beforeMe, fillers, myThings, selfVerbs, selfWords, slipVerbs, willVerbs } from '../words/self.ts';
import type { Token } from './tokens.ts';

const said =
  /\b(?:brain ?fart|will (?:fix|update|change|remove|revert|do|add|respin|rebase|resubmit|be fixed)|sorry|oops|opps|whoops|d'oh|doh|you're right|you are right|forgot to|bad rebase|rebase fail|ignore me|me feels|missed (?:that|this|it|one)|thought i(?:'d| had)|(?:code|that) i (?:have|wrote|had)(?! (?:ever|never|seen|read|reviewed|to read|come)))\b/;
const pasted = /\bcopy.?(?:and.?|\/|\+)?paste (?:error|mistake|fail|bug)\b/;
const coming = /\b(?:new|next) (?:patch|ps|cl|upload)(?: ?set)? (?:incoming|coming|up|soon|fixes)\b/;
const agreed =
  /^(?:[a-z]{2,5}[,.! ]{1,3}){0,3}(?:this|that|it)(?:'s| is| was) (?:\w{2,8} )?(?:a )?(?:stupid|dumb|silly)\b/;
const opener = /^(?:ha|haha|yes|yeah|yep|yup|ah|oh|ok|okay|right|sigh|that was|it was)\b/;
const answered =
  /^[\s"'(*]{0,4}(?:done|fixed|fixing|updated|removed|thanks|thank you|thx|a{1,5}r{1,5}gh{0,5}|ack|good catch|nice catch|great catch|good point|good spot)\b|\b(?:thanks|good catch|fixed|done)[\s.!:)]{0,6}$/;

/** Whether a sentence tells of its writer's own slip or doing. Takes linear time. */
export function isOwnSlip(prose: string, tokens: readonly Token[]): boolean {
  if (said.test(prose) || answered.test(prose) || pasted.test(prose) || coming.test(prose)) return true;
  if (opener.test(prose) && agreed.test(prose)) return true;
  return tokens.some((token, at) => {
    const words = tokens.slice(at + 1, at + 7).map(({ text }) => text);
    if (token.text === 'my') return myThings.has(words[0] === 'own' ? (words[1] ?? '') : (words[0] ?? ''));
    if (token.text === 'me') return beforeMe.has(tokens[at - 1]?.text ?? '');
    if (token.text === "i'll" || token.text === 'gonna') return after(words, willVerbs);
    if (token.text === 'let' && words[0] === 'me') return after(words.slice(1), willVerbs);
    if (token.text === "i'm" || token.text === 'being')
      return after(words, selfWords) || (words[0] === 'going' && after(words.slice(2), willVerbs));
    if (token.text !== 'i' && token.text !== "i've" && token.text !== "i'd") return false;
    if (/^(?:can|could|should|will|need)$/.test(words[0] ?? '')) return after(words.slice(1), willVerbs);
    return after(words, slipVerbs) || (selfVerbs.has(first(words)) && after(words, selfWords, selfVerbs));
  });
}

function first(words: readonly string[]): string {
  return words.find((word) => !fillers.has(word) || selfVerbs.has(word)) ?? '';
}

/** Whether a word of a set comes after nothing but fillers. */
function after(words: readonly string[], set: ReadonlySet<string>, passed?: ReadonlySet<string>): boolean {
  for (const word of words) {
    if (set.has(word)) return true;
    if (!fillers.has(word) && !passed?.has(word)) return false;
  }
  return false;
}

const trouble =
  /\bmy (?:own )?(?:\w{2,12} )?(?:tests?|builds?|branch|machine|laptop|computer|setup|editor|ide|environment|env|shell|terminal|repo|clone|checkout|commits?|merge|script|config|docker|ci|pipeline|vm|box|local run|app|server|program) (?:is |are |was |has |have |just |still |now |suddenly |always |keeps? ){0,2}(?:fail\w{0,3}|br[eo]a?ke?n?s?|breaking|crash\w{0,3}|hang(?:s|ing)?|hung|die[sd]?|red|stuck|slow|gone|messed|dead|doesn't|does not|don't|won't|isn't|stopped|stops)\b|\b(?:wtf|what the (?:hell|heck|fuck)|why the (?:hell|heck|fuck)|how the (?:hell|heck|fuck)) (?:am|was|did|do|have|had) i\b/;
const ofTheWork =
  /\b(?:because of|thanks to|since|after|due to|with|by|from) (?:this|that|these|those|the)\b|\b(?:this|that) (?:\w{2,12} )?(?:code|change|patch|pr|commit|crap|shit|garbage|mess) (?:broke|breaks|makes|made)\b/;

/** Whether a sentence swears at what does not work on its writer's own side: "wtf, my test fails". */
export function tellsOwnTrouble(prose: string): boolean {
  return trouble.test(prose) && !ofTheWork.test(prose);
}
