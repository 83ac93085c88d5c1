import type { Tag } from '../model/state.ts';

/** Words that speak for a tag, and how much. Patterns are linear: no repetition within a repetition. */
export type Sign = { pattern: RegExp; weights: Partial<Record<Tag | 'none', number>> };

/** What the words of a comment say about what it asks for; each counts once. */
export const signs: readonly Sign[] = [
  // Praise of the work.
  {
    pattern:
      /\b(?:nice|great|good|excellent|awesome|lovely|neat|clever|elegant|beautiful|clean|solid|amazing|fantastic)(?: \w+)? (?:work|job|catch|find|idea|point|approach|solution|improvement|cleanup|refactor\w*|touch|test|tests|change|one|stuff|call|abstraction|use|simplification|comment|docs|documentation)\b/,
    weights: { keep: 2.6 },
  },
  {
    pattern:
      /^(?:very |really |super |so )?(?:nice|great|neat|awesome|cool|excellent|lovely|perfect|brilliant|amazing|wow|sweet)\b(?! to\b)/,
    weights: { keep: 1.8 },
  },
  {
    pattern:
      /\b(?:i (?:really |very much )?(?:like|love|appreciate)|love (?:this|the|how|it)|well done|kudos|looks (?:great|good|nice|awesome|much better)|much (?:cleaner|nicer|better|clearer)|so much better|makes (?:a lot of |perfect |total )?sense)\b/,
    weights: { keep: 1.7 },
  },
  {
    pattern:
      /\b(?:like|love) (?:it|this|that)\b.{0,40}\bbut\b|\b(?:looks|nice|good|great)\b.{0,60}\b(?:but|however|though)\b/,
    weights: { keep: -1.8, start: 0.8 },
  },
  // Thanks, approval and answers ask nothing.
  { pattern: /\b(?:thanks|thank you|thx|cheers|ty)\b/, weights: { none: 1.3 } },
  { pattern: /\b(?:lgtm|shipit|approved?|merg(?:ed|ing) this|\+1|:shipit:)(?!\w)/, weights: { none: 1.3 } },
  {
    pattern:
      /^(?:done|fixed|ok(?:ay)?|ack|acknowledged|yes|yep|yeah|no|nope|sure|right|agreed?|oh|ah|sorry|updated|changed|removed|added|hm+|oops|whoops|will do|same|ditto)\b/,
    weights: { none: 1.5 },
  },
  {
    pattern: /\b(?:i've|i have|i just|i'll|i will|i'm going to|i am going to|i did|i was|i had)\b/,
    weights: { none: 0.9 },
  },
  { pattern: /^(?:@[\w-]{1,39}[ ,:]*)/, weights: { none: 0.5 } },
  // Requests.
  { pattern: /\b(?:could|can|would) (?:you|we|this|it|these|that)\b/, weights: { start: 1.4 } },
  { pattern: /\b(?:please|pls|plz)\b/, weights: { start: 1.2 } },
  { pattern: /\b(?:should|needs? to|need|must|ought to|have to|has to)\b/, weights: { start: 1 } },
  {
    pattern:
      /\b(?:consider|suggest|recommend|prefer|propose|how about|what about|why not|perhaps|maybe|might be (?:better|good|nice|worth|useful)|would be (?:better|good|nice|great|cleaner|useful|helpful)|worth|it'd be|i'd|i would|let's|instead|better to|rather)\b/,
    weights: { start: 1.5 },
  },
  {
    pattern:
      /^(?:(?:nit(?:pick)?|minor|style)s?[ :,.-]+)?(?:add|use|make|move|rename|put|extract|split|include|document|mention|explain|write|keep|change|replace|update|convert|switch|wrap|call|return|check|ensure|handle|try|see|align|sort|test|pass|set)\b/,
    weights: { start: 1.9 },
  },
  { pattern: /\b(?:missing|add a|add an|add some|add the|lacks?)\b/, weights: { start: 0.9 } },
  { pattern: /^nit(?:pick)?s?\b/, weights: { start: 0.9, stop: 0.4 } },
  // Criticism: what to no longer do.
  {
    pattern:
      /\b(?:remove|delete|drop|get rid of|avoid|stop|revert|don't|do not|doesn't need|no need|not needed|isn't needed|unnecessary|unneeded|redundant|superfluous|unused|dead code|duplicated?|leftover|left over|useless|pointless)\b/,
    weights: { stop: 2 },
  },
  {
    pattern:
      /\b(?:wrong|incorrect|broken|breaks?|bug|buggy|typo|misleading|confusing|dangerous|unsafe|racy|leaks?|fails?|crash(?:es)?|bad|ugly|hacky|awful|terrible|horrible|won't work|doesn't work|does not work|not (?:correct|right|valid|true|safe))\b/,
    weights: { stop: 1.5 },
  },
  {
    pattern:
      /\b(?:shouldn't|should not|must not|mustn't|never|too (?:long|many|much|complex|big|verbose|generic)|overkill|not a (?:good|great) idea|not sure (?:this|that|about))\b/,
    weights: { stop: 1.6 },
  },
  { pattern: /^why\b|\bwhy (?:do|did|are|is|not just|would|does)\b/, weights: { stop: 0.7, none: 0.7 } },
  // Questions and bare remarks.
  { pattern: /\?/, weights: { none: 0.5 } },
  { pattern: /^.{0,25}$/, weights: { none: 0.5 } },
  {
    pattern:
      /\b(?:coverage|build|bot|jenkins|codecov|travis|ci) (?:decreased|increased|remained|failed|succeeded|passed|status|report)\b|\bthis pull request (?:has been|is being) automatically\b|\bcontributor license agreement\b/,
    weights: { none: 3 },
  },
];
