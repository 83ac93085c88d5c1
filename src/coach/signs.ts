import type { Tag } from '../model/state.ts';

/** Words that speak for a tag, and how much (in log odds). Patterns are linear: no repetition inside another. */
export type Sign = { pattern: RegExp; weights: Partial<Record<Tag | 'none', number>> };

const praise =
  'nice|great|excellent|awesome|lovely|neat|clever|elegant|beautiful|solid|amazing|fantastic|brilliant|superb|wonderful|perfect|cool';
const doing =
  'add|use|make|move|rename|put|extract|split|include|document|mention|explain|write|keep|change|replace|update|convert|switch|wrap|call|return|check|ensure|handle|try|align|sort|test|pass|set|fix|clarify|simplify|merge|filter|declare|define|mark|squash|rebase|place|catch|throw|log|cache|reuse|refactor|format';
const dropping = 'remove|delete|drop|get rid of|revert|undo|stop|avoid|ditch|kill|don.t|do not|never|refrain';

/** What the words of a comment say about what it asks for; each sign counts once. */
export const signs: readonly Sign[] = [
  // Praise of the work.
  {
    pattern: new RegExp(
      `\\b(?:${praise}|good|clean)(?: \\w+)? (?:work|job|catch|find|point|approach|solution|improvement|cleanup|refactor\\w*|touch|tests?|change|changes|one|stuff|call|abstraction|simplification|comment|docs|documentation|feature|addition)\\b`,
    ),
    weights: { keep: 2.4 },
  },
  {
    pattern: new RegExp(
      `^(?:very |really |super |so |this is |that.s |oh )?(?:${praise}|sweet|wow|yay|hooray)\\b(?! to\\b| if\\b)`,
    ),
    weights: { keep: 2 },
  },
  {
    pattern: new RegExp(
      `\\b(?:is|are|looks?|that.s|it.s|this.s) (?:a |so |very |really |pretty |quite |just |definitely )?(?:${praise}|much better|nicer|cleaner|good|reasonable|sensible|fine)\\b`,
    ),
    weights: { keep: 1.4 },
  },
  {
    pattern:
      /\b(?:i (?:really |very much |much )?(?:like|love|appreciate|prefer having) (?:this|that|the|how|it|your)|love (?:this|the|how|it)|well done|kudos|much (?:cleaner|nicer|better|clearer)|makes (?:a lot of |perfect |total )?sense|good catch|works (?:great|well|fine|for me)|(?:really |so )?happy to see|all good|congrat\w*)\b/,
    weights: { keep: 1.5 },
  },
  {
    pattern:
      /\b(?:thanks|thank you|thx) (?:so much |a lot |very much )?for (?:adding|fixing|making|doing|converting|cleaning|catching|improving|the (?:fast|quick|speedy|great|nice|clean|thorough))/,
    weights: { keep: 1.8 },
  },
  {
    pattern:
      /:(?:tada|rocket|sparkles|heart|clap|100|fire|star|cake|raised_hands|\+1|thumbsup|muscle):|\u{1f44d}|\u{1f389}|\u{1f680}|\u2764|\u{1f4af}|\u{1f44f}|\u{1f64c}/u,
    weights: { keep: 1 },
  },
  {
    pattern: /\b(?:but|however|though|although|nit|except|one thing|wondering|if you|would be)\b/,
    weights: { keep: -1.4, start: 0.3, stop: 0.2 },
  },

  // Thanks, approval, answers and the writer's own doings ask nothing.
  { pattern: /\b(?:thanks|thank you|thx|cheers|ty)\b/, weights: { none: 1.2, keep: 0.5 } },
  { pattern: /\b(?:lgtm|shipit|approved|merged|merging)\b|\+1/, weights: { none: 1.3 } },
  {
    pattern:
      /^(?:done|fixed|ok(?:ay)?|ack|acknowledged|yes|yep|yeah|yea|no|nope|sure|right|agreed?|oh|ah|sorry|updated|changed|removed|added|hm+|oops|whoops|will do|same|ditto|actually|hi|hello|hey)\b/,
    weights: { none: 1.4 },
  },
  {
    pattern:
      /\b(?:i've|i have|i just|i'll|i will|i'm going to|i am going to|i did|i was|i had|i changed|i originally|i can|i decided|we were)\b/,
    weights: { none: 1.1 },
  },
  { pattern: /^@[\w-]{1,39}/, weights: { none: 0.5 } },
  {
    pattern:
      /\b(?:do you (?:know|expect|plan|mean|think|suggest)|just curious|out of curiosity|any (?:update|idea|reason)|what (?:is|are|does|do|happens|if)|which|is (?:this|that|it|there)|are (?:you|these|there)|when (?:would|does|will)|does (?:this|that|it)|am i|i'm confused|i wonder|did you|how (?:does|do|come))\b.{0,400}\?/,
    weights: { none: 1.1 },
  },

  // Requests for something new.
  { pattern: /\b(?:could|can|would|should) (?:you|we|this|it|these|that)\b/, weights: { start: 1 } },
  {
    pattern:
      /\b(?:can|could|should|might) be (?:\w+ed|simplified|moved|made|written|put|just|done|in|a|the|an|set)\b/,
    weights: { start: 1 },
  },
  { pattern: /\b(?:please|pls|plz)\b/, weights: { start: 1 } },
  { pattern: /\b(?:should|needs? to|must|ought to|have to|has to)\b/, weights: { start: 0.8 } },
  {
    pattern:
      /\b(?:consider|suggest|recommend|propose|how about|what about|why not|perhaps|maybe|might be (?:better|good|nice|worth|useful)|(?:would|it'd|will) be (?:better|good|nice|great|nicer|cleaner|useful|helpful)|worth|let's|better to|rather than|is it possible to|you (?:can|could|might|may) (?:just |also |use |want ))/,
    weights: { start: 1.4 },
  },
  { pattern: /\b(?:instead|prefer|i'd|i would)\b/, weights: { start: 0.7, stop: 0.3 } },
  {
    pattern: new RegExp(
      `^(?:nit\\w*|minor|style|also|and|or|then|so|just|please|ditto)?[ :,.-]{0,3}(?:please )?(?:${doing})\\b`,
    ),
    weights: { start: 1.9 },
  },
  { pattern: new RegExp(`[.!?:;] (?:please |also |then |just )?(?:${doing})\\b`), weights: { start: 0.9 } },
  { pattern: /\b(?:missing|add an?|add some|add the|lacks?)\b/, weights: { start: 0.9 } },
  { pattern: /^nit(?:pick)?s?\b/, weights: { start: 0.9, stop: 0.4 } },

  // What to no longer do.
  {
    pattern: new RegExp(
      `(?:^|[.!?:;,-] |please |let's |should (?:just )?|can (?:you|we) (?:please )?|could (?:you|we) |to |just |then )(?:${dropping})\\b`,
    ),
    weights: { stop: 1.9 },
  },
  {
    pattern:
      /\b(?:(?:no|any) (?:longer|need)\b.{0,30}|not (?:needed|necessary|required|used)|(?:isn.t|aren.t|doesn.t|don.t) (?:really |even |seem )?(?:needed?|necessary|required|used)|unnecessary|unneeded|redundant|superfluous|unused|dead code|duplicated?|leftovers?|left over|useless|pointless|unhelpful|inappropriate|not appropriate)\b/,
    weights: { stop: 1.8 },
  },
  {
    pattern:
      /\b(?:wrong|incorrect|broken|breaks|buggy|typos?|misleading|confusing|dangerous|unsafe|racy|leaks?|crashe?s?|ugly|hacky|dumb|awkward|flimsy|awful|terrible|horrible|fragile|won.t work|doesn.t (?:work|make sense|look right|sound|exist)|does not (?:work|make sense)|not (?:correct|right|valid|true|safe|sure (?:this|that|about|i (?:like|understand)))|throws an?|can become|made no sense)\b/,
    weights: { stop: 1.4 },
  },
  {
    pattern:
      /\b(?:shouldn.t|should not|should.nt|must not|mustn.t|too (?:long|many|much|complex|big|verbose|generic|strict|broad)|overkill|not an? (?:good|great) idea|really (?:want|need|necessary|required)|not (?:quite |exactly |really )?what|(?:prefer|inclined) (?:not )?to (?:keep|leave|not)|leave (?:this|it|those) (?:one|as|alone|out)|why (?:isn.t|aren.t) (?:this|it))\b/,
    weights: { stop: 1.4 },
  },
  { pattern: /^why\b|\bwhy (?:do|did|are|is|not just|would|does)\b/, weights: { stop: 0.7, none: 0.8 } },

  // Shape.
  { pattern: /\?/, weights: { none: 0.5 } },
  { pattern: /\?$/, weights: { none: 0.4, keep: -1 } },
  { pattern: /^.{0,25}$/, weights: { none: 0.3 } },
  { pattern: /^.{400}/, weights: { none: 0.4 } },
  {
    pattern:
      /\b(?:coverage|build|bot|jenkins|codecov|travis|ci) (?:decreased|increased|remained|failed|succeeded|passed|status|report)\b|\bthis pull request (?:has been|is being) automatically\b|\bcontributor license agreement\b|\[bot\]/,
    weights: { none: 3 },
  },
];
