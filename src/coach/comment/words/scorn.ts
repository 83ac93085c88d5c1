import type { HarshSign } from './harsh.ts';

/** A sign that is known by its frame: scorn that is said in words which are harmless elsewhere. */
export type ScornSign = Omit<HarshSign, 'isSure'> & {
  /** What in the same sentence makes it harmless. */
  unless?: RegExp;
  /** Also read together with a short sentence before it: "Nice job! You broke it." */
  isAfterOpener?: boolean;
};

/** What a reviewer may call scornful names. */
const work =
  '(?:code|codes|tests?|patch(?:es)?|designs?|implementations?|naming|names?|pull requests?|prs?|mrs?|commits?|logic|solutions?|approach(?:es)?|architecture|documentation|docs|comments?|functions?|class(?:es)?|methods?|modules?|components?|quality|work|coding|programming|programmers?|developers?|devs?|coders?|ideas?|style|formatting|indentation|error handling|structure|refactoring|workmanship|excuses?|job)';
const worst =
  '(?:worst|ugliest|stupidest|dumbest|silliest|laziest|sloppiest|messiest|craziest|nastiest|poorest|lamest|weakest|most (?:horrible|terrible|awful|ridiculous|stupid|disgusting|confusing|unreadable|useless|pointless|convoluted|hideous|horrifying|absurd|incompetent|careless|amateurish|embarrassing|idiotic|insane|annoying|pathetic|unprofessional|incomprehensible))';
/** What measures something: the worst of it is a figure. */
const measured =
  /\b(?:worst|poorest|weakest)[ -](?:cases?|possible|latency|latencies|performance|delays?|values?|numbers?|scores?|runs?|results?|times?|ping|fit|offenders?|regressions?|jitter|overhead|bound|accuracy|throughput|scenario)\b|\b(?:bugs?|outage|error messages?|hardware|compiler|browser|upstream)\b/;
const broken =
  "(?:broke|broken|break|breaking|managed to|wasted|reinvented|deleted|destroyed|ruined|crashed|killed|lost|failed|messed|screwed|ignored|leaked|introduced (?:a|an|another|yet|the|more|two|three|new)|made (?:it|this|that|everything|things|the \\w{2,20}) (?:even |much |so much )?(?:worse|slower|harder|unreadable)|invented (?:a|an|yet)|copied|duplicated|forgot|(?:still )?(?:didn't|don't|haven't|can't))";
const scornful =
  "(?:mess(?!age)|disgrace|joke|disaster|nightmare|embarrassment|catastrophe|shambles|eyesore|farce|insult|trash|garbage|rubbish|horror show|abomination|waste of (?:time|effort)|laughing stock|pile of \\w{3,12}|pigsty|dog's breakfast|dog's dinner|house of cards)";
const stressed =
  '(?:such |just |really |simply |plain |still |all |quite |honestly |an? |one |the |big |huge |complete |total |absolute |utter |hot |pure |real |bad |giant |unreadable |unmaintainable |tangled ){0,2}';

/** Each pattern takes linear time. */
export const scornSigns: readonly ScornSign[] = [
  {
    // "Garbage code", "rubbish tests".
    kind: 'contempt',
    pattern: new RegExp(
      `\\b(?:garbage|trash|trashy|rubbish|junky|pathetic|lazy|careless|sloppy|shoddy|amateur|clueless|embarrassing|disgraceful|incompetent|brainless|mindless|thoughtless|half-hearted|laughable|third-rate|low-effort|bottom-tier|toilet|spaghetti|joke of an?|mess of an?|excuse for an?) ${work}\\b(?! (?:data|values?|files?|inputs?|mails?|bytes|load\\w{0,3}|initiali\\w{1,8}|evaluat\\w{1,5}|loading))`,
    ),
    unless:
      /\b(?:lazy (?:class|modules?|components?|methods?|functions?|implementations?|approach|style|logic|docs)|(?:avoid|remov\w{1,4}|delet\w{1,4}|clean\w{0,4}|against|prevent\w{0,4}|no|not|isn't|never|without))\b/,
  },
  {
    // "Lazy" and "junk" are technical before most nouns.
    kind: 'contempt',
    pattern:
      /\b(?:your|this|that|such|more|just|is|are|what|these|pure) (?:a |an |just |plain |such |some ){0,2}(?:lazy|junk) (?:code|coding|programming|programmers?|developers?|work|tests?(?! (?:data|files?|values?))|naming|names?|copy.?paste|copy.?and.?paste|commit|patch|pr|pull request|design|thinking|attitude)\b|\b(?:just|plain|plainly|simply|pure|downright|incredibly|unbelievably|so|really|very) (?:lazy(?! (?:load|eval|init|import|val|static|cell|one))|careless|sloppy|laziness|carelessness)\b/,
    unless: /\b(?:i|i'm|i was|my|me|not|isn't|loaded|evaluated|initiali[sz]ed)\b/,
  },
  {
    // "Your code is a mess", "this class is an absolute nightmare".
    kind: 'contempt',
    pattern: new RegExp(
      `\\b(?:your (?:\\w{2,14} )?\\w{2,14}|(?:this|the|that|whole|entire) ${work}|everything here|all of this|the whole thing) (?:is|are|looks like|has become) ${stressed}${scornful}\\b`,
    ),
    unless:
      /\b(?:i|i'm|my|mine|me|we|we've|our|was|were|not|isn't|never|if|unless|would|might|could|because of the (?:rebase|merge)|on mobile|the (?:diff|log|output) (?:is|looks)|fail(?:s|ed|ure)? (?:case|when|if|to|on|in|of|with)|failure of|point of failure|to (?:debug|maintain|test|merge|rebase|review|backport)|waiting to happen|for (?:users|maintenance|performance)|in the trash|trash folder)\b/,
  },
  {
    kind: 'contempt',
    pattern:
      /\b(?:this|that|it|these)(?:'s| is) (?:such |just |plain |simply |really |an? |one |big |huge |complete |total |absolute |utter |hot |real |unreadable |giant ){1,4}(?:mess|disgrace|joke|embarrassment|shambles|eyesore|farce|circus|insult|abomination|laughing stock|pigsty)[.! ]{0,4}$/,
    unless:
      /\b(?:i|i'm|i'll|my|mine|me|we|our|not|isn't|if|would|might|was|were|sorry|just a joke|is a joke|a joke)\b/,
  },
  {
    // "The worst code I have ever seen."
    kind: 'contempt',
    pattern: new RegExp(
      `\\b${worst} (?:\\S{1,20} ){0,6}(?:ever|in (?:my|a) (?:life|career|long time|entire \\w{4,6})|in years|(?:i've|i have|we've|we have|anyone has|anybody has) (?:ever )?(?:seen|read|reviewed|come across|encountered|had to|laid eyes|heard|met))\\b|\\b(?:never|rarely|hardly ever|seldom) (?:\\w{2,8} )?(?:seen|read|reviewed|encountered|come across|met) (?:such |anything |code |something |a |an |so ){1,3}(?:\\w{2,12} )?(?:bad|badly|poor|poorly|ugly|awful|horrible|terrible|stupid|sloppy|convoluted|unreadable|useless|lazy|dumb|mess|messy|nonsense|garbage|rubbish|trash|ridiculous|incompetent\\w{0,2})\\b|\\b(?:couldn't|could not|can't|doesn't) (?:possibly )?(?:be|get|have been|have done it) (?:any |much )?worse\\b|\\bas bad as it gets\\b|\\bworse than useless\\b|\\bbeyond (?:help|saving|redemption|ridiculous|stupid|terrible|awful|pathetic|lazy)\\b`,
    ),
    unless: measured,
  },
  {
    // "Only an idiot would ...", "which clown wrote this".
    kind: 'contempt',
    pattern:
      /\b(?:only|just|you|which|what|whatever|whichever|who's the|are you|such|by|like|some|what kind of|must be|of|stupid|bunch of|you're|are) (?:an? |the |some |complete |total |absolute |utter |stupid |little |bloody |real |bunch of |blind |drunk ){0,3}(?:idiots?|morons?|imbeciles?|clowns?|fool(?! ?proof|ed|ing)|dimwits?|half-?wits?|nitwits?|dolts?|dunces?|cretins?|buffoons?|numb?skulls?|ignoramus(?:es)?|simpletons?|blockheads?|boneheads?|jackass(?:es)?|twats?|losers?|knuckleheads?|dumbos?|muppets?|airheads?|meatheads?|lunatics?|psychopaths?|scumbags?|sadists?|amateurs|noobs?|n00bs?|code monkeys?|script kiddies|(?:drunk|blind|trained|infinite) monkeys?)\b|^[^\p{L}]{0,4}(?:idiots?|morons?|imbeciles?|clowns?|losers?|amateurs)[^\p{L}]{0,6}$/u,
    unless:
      /\b(?:i'm|i am|i was|i may|i might|i must|i look|i sound|me|my|feel like|i feel|fools? the|proof)\b/,
  },
  {
    // "Congratulations, you broke it."
    kind: 'mockery',
    isAfterOpener: true,
    pattern: new RegExp(
      `(?:^|[.!?…,;] )(?:oh )?(?:congratulations?|congrats|bravo|well done|(?:nice|good|great|amazing|awesome|brilliant) (?:job|work|one)|way to go|kudos|wow|great|wonderful|fantastic|brilliant|awesome|perfect|lovely|genius|thanks(?: a lot| a bunch| so much)?|thank you(?: so much| very much)?)[^\\p{L}]{1,3}(?:now |and |genius )?(?:you|you've|you have|u)(?: just| again| now| finally| really| single-handedly| somehow)? ${broken}\\b`,
      'u',
    ),
    unless:
      /\b(?:i'll|i broke|i've|managed to (?!break|make (?:\w{2,20} ){1,3}(?:worse|slower|harder)|miss|ignore|forget|mess|screw|fail|ruin|copy|lose|crash|delete|introduce|turn|write the|duplicate)|managed to (?:make (?:it|this|that) (?:pass|green)|get|keep|reduce|speed|improve|simplify|do|catch|reproduce|track|avoid|remove|land|ship|finish|merge|cut|shrink|write|split|clean|explain|preserve|squeeze)|broken? (?:it|this|that|them|up|down|out|the \w{2,20}) (?:up|down|out|into|apart)|broken? (?:up|down|out)|forgot (?:one|a|the|to)|didn't (?:have|need|give|forget|break|miss)|haven't (?:forgotten|broken)|don't (?:have|need|give)|can't (?:be|thank)|deleted (?:all|the|that|this|so|dead|it|more|a lot|\d)|killed (?:the|that|it|this)|copied|ignored (?:the|white)|but (?:you|can|could|please)|one (?:nit|question|thing))\b/,
  },
  {
    // "Oh great, another singleton."
    kind: 'mockery',
    pattern:
      /^[^\p{L}]{0,4}(?:(?:oh|ah|just|well|wow|ugh|yay|sigh|boy|oh boy)[, ]{1,2}(?:great|wonderful|fantastic|lovely|perfect|good|goody|joy|nice|awesome|super|brilliant|what we need|what we needed|look|no|boy)|(?:just )?(?:what|exactly what) (?:we|i|everyone|the world) (?:needed|need|wanted|always wanted)|great|wonderful|fantastic|lovely|brilliant|awesome|yay|hooray|hurray|goody|joy)[^\p{L}]{1,6}(?:(?:yet another|one more of|even more|more of (?:this|these|the same)|still more)|another (?:\S{1,20} ){0,2}(?:singletons?|globals?|hacks?|workarounds?|wrappers?|managers?|helpers?|utils?|god \w{2,10}|magic \w{2,10}|todos?|fixmes?|dependency|framework|library|copy|clones?|regex|regexp|monolith|callbacks?|flags?|booleans?|if|ifs|else|switch|macros?|typos?|bugs?|crash|leak|breakage|regression|nested|useless|pointless|broken|flaky|untested|undocumented|hardcoded|hard-coded|reinvented|half-\w{2,10}|mess|abstraction|layer|factory|interface|config\w{0,9}|file|function|class|method|pr|pull request|wheel))\b/u,
    unless:
      /\b(?:pass(?:es|ed|ing)?|green|works|fixed|gone|removed|removes|fewer|less|improvements?|test|tests|less to|solved|closed|resolved|thanks|thank you|found|caught|squashed|approv\w{2,4}|contributors?|down)\b/,
  },
  {
    kind: 'mockery',
    pattern:
      /^[^\p{L}]{0,4}(?:oh|just|well|ah|wow)[, ]{1,2}(?:great|wonderful|fantastic|lovely|perfect|goody|joy|awesome|brilliant)[^\p{L}]{1,6}(?:another|more|now|so now|here we go|it's broken|still|again|not again|the)\b/u,
    unless:
      /\b(?:i|i'll|i'm|i'd|you're right|pass(?:es|ed|ing)?|green|works?|working|fixed|gone|removed|fewer|improvements?|tests?|solved|closed|resolved|thanks|thank you|found|caught|squashed|approv\w{2,4}|contributors?|reviewers?|option|way|approach|possibility|alternative|idea|thing|question|point|case|makes sense|clear|clearer|see|good|better|nice|understand|ready|readable|faster|simpler|cleaner)\b/,
  },
  {
    kind: 'mockery',
    pattern:
      /\b(?:how (?:hard|difficult|complicated|much effort) (?:can|could) (?:it|that|this)(?: really| possibly| actually| even)? be|how hard is it to (?:just|simply|at least|even|actually|google)|is (?:it|that) (?:really |honestly |seriously )?(?:too much|so much) to ask|is it (?:really|honestly|seriously) (?:that |so |too )(?:hard|difficult)|what(?:'s| is) so (?:hard|difficult) about|(?:what|which) part of (?:\S{1,30} ){1,5}(?:(?:do|did) you not|don't you|didn't you)|you (?:call|dare call) (?:this|that) (?:an? )?\w{3,20}|do you (?:really |seriously )?call this|call yourself an?|your idea of (?:a |an )?(?:good|clean|test|code|joke|readable|quality|documentation|design|fun)|is this (?:supposed to be )?(?:an? )?(?:joke|prank|april fools?)|is this supposed to be (?:code|funny|a test|readable|english|documentation|serious)|is this (?:some kind of|a sick|a bad) \w{2,12}|what is this (?:garbage|mess|nonsense|junk|trash|rubbish|madness|insanity|gibberish|monstrosity|stuff even)|captain obvious|no shit|nobody asked (?:you|for your|you to|for this)|eye ?roll|rolls? (?:my |\*)?eyes|cry me a river|boo hoo|get a life|get lost|drop dead|who (?:do|did) you think you are|laughed out loud|had a good laugh|made me laugh out|here's a cookie|gold star|participation trophy|slow hand clap|clap clap|(?:lol|lmao|rofl|haha|hahaha|hehe|ha)[,.! ]{1,4}(?:nice try|good one|you wish|sure thing|right|yeah right|good luck|no way)|yeah,? right[.!]{0,4}$|nice try[.!]{0,4}$)\b/,
    unless: /\b(?:how hard (?:would|will)|i'm|my own|self-check)\b/,
  },
  {
    // "Why would anyone do this?": of what stands there, not of what somebody may need.
    kind: 'mockery',
    pattern:
      /\bwhy (?:in (?:his|her|their) right mind )?(?:would|on earth would|the hell would) (?:anyone|anybody|someone|somebody|any (?:sane|normal|reasonable) \w{3,10}|a sane \w{3,10}) (?:do|write|code|design|name|implement|build|structure|commit|push|approve|merge|accept|come up with|format|put up with|create|want to (?:read|maintain|review|look at)) (?:it|this|that|such|something|anything|code|things|stuff)(?: (?:a|an|so|like (?:this|that)|this way|that way|mess|thing|code|garbage|stupid))?\b|\bwho (?:does|writes|codes|designs|names|formats|commits|pushes) (?:(?:things |stuff |code |something |variables )like (?:this|that)|(?:this|that|such a thing|such things)[.!? ]{0,4}$|such)\b|\bwho thought (?:this|that|it) (?:was|is|would be) (?:a good|a great|ok|okay|smart|clever|wise)\b|\b(?:nobody|no one|anyone|anybody|no sane person|no one sane) in (?:his|her|their) right mind\b|\bno (?:sane|reasonable|self-respecting) (?:person|human|developer|programmer|engineer|dev)\b/,
    unless:
      /\b(?:because|given that|instead of|rather than|since|when there|when we|if (?:we|the|there|it)|before|after|at runtime|by hand|manually|in practice|e\.g|for example|(?:do|write|implement|build|create|name|merge|accept) (?:it|this|that) (?:via|with|on|in|for|from|to|over|using|through)|responsible|who (?:does|writes) (?:this|that) (?:file|value|field|key|flag|now|today|currently|for|in|on|at|to|from))\b/,
  },
  {
    kind: 'contempt',
    pattern:
      /\b(?:nobody|no one|no-one|noone|who|literally nobody|none of us) (?:really |even |actually |honestly )?(?:cares?|gives? (?:a|two)) (?:about (?:this|that|your|it\b|you\b|what you|how you|these|any of)|what you|how you|if you|that you|for your|for this|\w{3,6} about)|\b(?:nobody|no one|who) (?:really |even |actually )?cares?[.!?]{0,4}$|\b(?:nobody|no one|noone) (?:will ever |would ever |wants? to |is ever going to )(?:read|use|look at|see|review|maintain|need|want|understand)?(?: to)? ?(?:your|this (?:crap|garbage|mess|nonsense|feature|junk|code)|that (?:crap|garbage|mess|nonsense|junk))\b|\b(?:i|we) (?:really |honestly |truly )?(?:don't|do not|couldn't|could not) (?:really |even )?(?:care (?:about your|what you|how you|why you|if you|less)|give a)\b/,
    unless:
      /\b(?:values?|results?|returns?|returned|orders?|ordering|fields?|flags?|params?|parameters?|arguments?|errors?|exits?|performance|speed|cases?|events?|index|indices|bits?|types?|callers?|whitespace|at runtime|return code|care about your (?:use|feedback|time))\b/,
  },
  {
    // What it does to the reader, and where it belongs.
    kind: 'contempt',
    pattern:
      /\b(?:mak(?:es|ing)|made) me (?:want to |wanna |almost |nearly ){0,2}(?:cry|vomit|puke|throw up|barf|quit|scream|sick|cringe|gag|weep|die|kill|gouge|laugh out|facepalm|lose (?:faith|my))\b|\b(?:cringe|cringy|cringeworthy|(?:i|to|could|just|almost) (?:vomit|puke|barf))\b|\b(?:throw|toss|chuck|put) (?:it|this|that|all of this|everything|the whole thing|this \w{2,12}|your \w{2,12}) (?:away and start|in(?:to)? the (?:trash|garbage|bin|dumpster|toilet))\b|\bbelongs? (?:in|on) (?:the|a) (?:trash|garbage|bin|dumpster|toilet|museum|rubbish|landfill|thedailywtf|daily wtf|hall of shame)\b|\b(?:burn (?:it|this)(?: with fire| to the ground| down| all)|nuke it from orbit|gouge my eyes|lost brain cells|faith in humanity|hurts? (?:my|to) (?:eyes|brain|head|look at|read)|painful to (?:read|look at|watch|review)|what (?:an? )?(?:(?:bunch|load|pile|heap|piece) of (?:\w{3,12} )?(?:crap|garbage|junk|nonsense|rubbish|trash)|embarrassment|disgrace|nightmare|horror|abomination|catastrophe|farce|shambles|idiot|moron|clown|genius)|(?:bunch|load|heap|piece|bag|ton) of (?:crap|garbage|nonsense|rubbish|shit)|worthless|good for nothing|gibberish|brainless|mindless|dumbass|half-?assed|shoddy|slapdash|crummy|insult to|hot garbage|absolute trash|epic fail|fail train|massive fail|utterly (?:stupid|useless|wrong|broken|ridiculous|pointless|incompetent|unacceptable)|what's this garbage|talentless|incompetence|this is (?:an )?(?:embarrassing|outrageous|inexcusable|unforgivable|appalling|insulting)|inexcusable|unforgivable)\b/,
    unless:
      /\b(?:i|i'm|my (?:own|bad|fault|code|mistake)|sorry|puke on|barf on|worthless (?:if|when|to)|cringe at my|gibberish (?:data|value|key|output|string|word|text)|random gibberish|input)\b/,
  },
  {
    // An idea or a question of somebody else's: "that's a dumb idea", not "dumb question: ...".
    kind: 'contempt',
    pattern:
      /\b(?:(?:that's|that is|that was|what|such|your|it's|another|yet another|this is|this was)(?: (?:just|really|such|still|an?|plain|simply|quite|one|the|most|very|so|incredibly|truly)){0,3}|with this|of these|the) (?:stupid|dumb|silly|lame|idiotic|ridiculous|moronic|braindead|terrible|awful|horrible|crazy|insane|dumbest|stupidest|worst|lamest|silliest) (?:ideas?|suggestions?|excuses?|argument|reasons?|plan|decision|choice|move|mistakes?|thing to do|way to)\b/,
    unless:
      /\b(?:but|i|i'm|my|mine|me|maybe|perhaps|probably|might|not|isn't|if|worst (?:choice|decision|mistake)s? (?:case|possible)|worst case)\b/,
  },
  {
    kind: 'mockery',
    pattern:
      /\ud83e\udd26|\ud83d\ude44|\ud83e\udd21|\ud83e\udd2e|\ud83e\udd22|\ud83d\udca9|:(?:facepalm|roll_eyes|eyeroll|rolling_eyes|poop|hankey|clown_face|face_vomiting|vomiting_face|nauseated_face|middle_finger|fu):/,
    unless: /\b(?:i|i'm|i've|my|me|sorry|oops|thanks|fixed)\b/,
  },
];
