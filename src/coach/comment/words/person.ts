const list = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that may stand between "you" and what it is said to do or to be. */
export const between = list(`
  just really simply seem to also guys people folks all being so too such a an very quite that clearly obviously the
  either pretty kind of always often usually still once again extremely incredibly unbelievably totally completely
  utterly rather absolutely honestly more little bit even do not don't on manage have fail
`);
/** "You always", "you keep". */
export const howOften = list(`
  always never constantly continually repeatedly clearly obviously apparently evidently keep keeps kept
`);
/** "You always forget": what is said of somebody then. "You always need to" is said of everybody, and not here. */
export const doings = list(`
  forget forgetting miss missing ignore ignored ignoring break breaking broke write writing make making made leave
  leaving left skip skipping copy copying put putting do doing did get getting got test tested testing check checked
  read listen learn learned understand understood think thought bother bothered follow add adding commit committing
  push pushing submit submitting introduce introducing mess messing overcomplicate overcomplicating overengineer
  over-engineer overengineering over-engineering repeat repeating complain complaining refuse refusing use using name
  naming document review respond didn't haven't failed lack struggle struggling reinvent reinventing
`);
/** "You are so": what is said of somebody then. */
export const beings = list(`
  lazy careless sloppy incompetent clueless stupid dumb ignorant idiot idiots moron morons fool fools foolish amateur
  amateurs amateurish unprofessional unqualified useless hopeless crazy insane delusional arrogant rude childish naive
  negligent irresponsible reckless blind deaf drunk high asleep noob noobs newbie hack jerk jerks silly ridiculous
  pathetic paranoid worthless inept moronic clown clowns imbecile dense slow-witted inattentive embarrassing
  disgraceful  inconsiderate thoughtless mindless brainless braindead brain-dead loser losers
`);

/**
 * Words aimed at somebody instead of the work. Those of `sure` are so whatever stands around them; the others may be
 * meant kindly. Each pattern takes linear time; it is
 * asked only where `needs`, which is cheap to set up, holds.
 */
export const personSigns: readonly { pattern: RegExp; needs: RegExp; isSure: boolean }[] = [
  {
    isSure: true,
    needs: /\b(?:you|u|you've|anyone|anybody|somebody|someone|your|you're)\b/,
    pattern:
      /\b(?:did|do|have|had|can|could|were) (?:you|u) (?:even|actually even|seriously|really think|honestly|not even|bother\w{0,4}(?: to)?)\b|\b(?:did|do|don't|didn't|can't|couldn't|haven't|won't|wouldn't) you (?:even|ever|bother|know how|understand (?:how|that|what|anything|the)|read (?:the|my|any|what)|test (?:this|it|your|any)|learn|care|listen|think (?:at all|before))|\bhave you (?:even|ever|actually|not) (?:tested|run|read|tried|looked|heard|used|written|considered)\b|\byou (?:didn't|don't|haven't|couldn't|can't) even\b/,
  },
  {
    isSure: true,
    needs: /\b(?:you|u|you've|anyone|anybody|somebody|someone|your|you're)\b/,
    pattern:
      /\byou (?:should|ought to|really should|must|need to) (?:already |really |by now |have )?(?:know|known|have known|learn|learned|be ashamed|be embarrassed|be more (?:careful|professional|attentive|diligent|thorough|serious|mature)|pay (?:more )?attention|try harder|do better|think (?:more|before|harder)|stop being|grow up|stick to|go back|be fired|quit|be able to figure)\b(?! (?:that|if|whether|about|what|which) (?:the|this|it|there))|\byou (?:clearly |obviously |really |just |apparently |simply )?(?:don't|do not|didn't|have no|haven't a|lack|know nothing|cannot|can't) ?(?:seem to )?(?:have (?:a|any) (?:clue|idea what you)|idea what you(?:'re| are)|clue|understand (?:how|what|the|anything|basic|programming|javascript|python|java|c\+\+|git|this language)|understanding|care(?! about)|know (?:what you(?:'re| are)|how to (?:code|program|write|do your|use)|anything)|get it|listen|belong|be trusted|experience|skills?|competence|common sense|deserve)\b/,
  },
  {
    isSure: true,
    needs: /\byour\b/,
    pattern:
      /\byour (?:laziness|ignorance|stupidity|incompetence|carelessness|sloppiness|arrogance|attitude|ego|lack of (?:\w{2,12} )?(?:care|attention|effort|knowledge|understanding|experience|skills?|professionalism)|bad habits?|usual|typical|stupid|silly|dumb|crappy|shitty|lousy|sloppy|ridiculous|terrible|awful|horrible|so-called|pathetic|inability|failure to|(?:poor|bad|terrible|awful|weak) (?:\w{2,14} )?(?:skills?|english|knowledge|understanding|habits?|coding|judg\w{1,6})|skills? (?:are|is)|brain|head out|homework|act together)\b/,
  },
  {
    isSure: true,
    needs:
      /\b(?:you|who|times|often|learn|read|do|use|think|get|grow|go|competent|decent|real|sane|good|experienced|serious|reasonable|beginner|junior|child|intern|student|kid|newbie|novice|anyone|be more|attention|try|problem|disappointed|tired|sick|fed up|ashamed|expected|expect|wast\w{1,3}|common)\b/,
    pattern:
      /\b(?:shame on you|you people|you guys (?:always|never|keep|don't|need to learn)|you idiots?|you morons?|you fools?|you pussy|screw you|fuck you|(?:are|is) wrong with you|what's wrong with you|(?:typical|like) (?:of )?you to|typical (?:junior|beginner|intern|newbie)|as usual,? you|once again,? you|yet again,? you|i(?:'ve| have)? (?:already )?(?:told|said to|asked|explained (?:this )?to) you (?:(?:this|that|already|before|many|several|a (?:hundred|thousand)|so) ){0,3}(?:times|before|already|repeatedly)|who taught you|who (?:the hell |on earth )?(?:wrote|writes|approved|came up with|designed|gave|let) (?:this|that|such|you|code like)|learn (?:how )?to (?:code|program|write|read|use (?:git|the|a)|test|spell|type|count|google|debug)|read the (?:fucking |damn |friggin\w{0,1} )?(?:manual|docs|documentation) (?:first|before|for once|next)|do your (?:job|homework|research)|use your (?:brain|head|eyes)|think before you|get your (?:act|shit|facts|stuff)|grow up|go back to (?:school|university|college|the basics)|any (?:competent|decent|real|sane|good|half-decent|self-respecting|experienced|serious|reasonable) (?:developer|programmer|engineer|coder|person|dev)|(?:no|every) (?:competent|decent|real|sane|self-respecting|serious|good) (?:developer|programmer|engineer|coder|person|dev)|even (?:a|an|my) (?:\w{3,12} )?(?:beginner|junior|child|intern|student|kid|newbie|novice|monkey|first.year|idiot)|anyone (?:with|who) (?:half|any|a|has|knows|can|ever|had) (?:a )?(?:brain|clue|sense|idea|bit of|read|experience|basic|programming|any|ever)|a (?:real|competent|decent|good|proper|professional) (?:developer|programmer|engineer|coder) (?:would|wouldn't|knows|does|doesn't|never)|be more (?:professional|careful|mature|attentive|diligent|serious|responsible|thorough)|pay (?:more )?attention|try harder|what is your problem|what's your problem|i(?:'m| am) (?:disappointed|tired of|sick of|fed up|ashamed|losing patience|done with you|embarrassed for)|i (?:expected|expect) (?:better|more) (?:from|of) (?:you|a|someone)|waste (?:of )?my time|wasting (?:my|our|everyone's) time|stop wasting|common sense)\b/,
  },
  {
    isSure: true,
    needs: /\b(?:you|u|you've|anyone|anybody|somebody|someone|your|you're)\b/,
    pattern:
      /\b(?:why|how) (?:would|did|do|could|can|are|didn't|don't|can't|couldn't|wouldn't) (?:you|u|anyone|anybody|somebody|someone) (?:even|ever|possibly|in their right mind|seriously|think|believe|insist|keep|always|still|not (?:know|see|understand|notice|read|test|bother)|bother|be so|miss (?:this|that|it))\b(?! (?:about|of|we|it's|it is|that we|this is (?:needed|better)))|\bwhat (?:were|are) you (?:thinking|smoking|even|on about|trying to prove)\b|\bwhat made you think\b/,
  },
  // Often meant kindly, yet the code is what is missing something.
  {
    isSure: false,
    needs: /\b(?:you|u|you've|anyone|anybody|somebody|someone|your|you're)\b/,
    pattern:
      /\byou(?:'ve| have)? (?:just |also |probably |accidentally |again |still |simply )?(?:forgot(?:ten)?(?: to)?|missed|broke|messed up|screwed up|failed to|neglected to|overlooked|misunderstood|misread|confused|got (?:this|it|that) wrong|made (?:a|an|the same|another) (?:mistake|error|typo)|did(?:n't| not) (?:read|test|check|handle|update|add|run|follow|understand|document|consider|think|bother))\b|\byou(?:'re| are) (?:wrong|mistaken|confused|overcomplicating|over-?engineering|overthinking|misusing|abusing|breaking|ignoring|missing the point|doing (?:it|this|that) wrong)\b|\byour (?:mistake|fault|error|bug|bad)\b|\bwhy (?:did|do|are|would|have) you\b|\bwhy (?:didn't|don't|haven't|aren't) you\b/,
  },
];
