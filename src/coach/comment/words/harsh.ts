/** A sign of harshness; one that is not sure is shown at the full level only. */
export type HarshSign = {
  pattern: RegExp;
  kind: 'swearing' | 'contempt' | 'mockery';
  isSure: boolean;
};

/** Without a hedge: "this is so stupid", not "it seems a bit stupid". */
const plainly =
  "(?:this|that|it|these|those|they|code|function|method|class|test|tests|name|names|approach|design|solution|idea|patch|change|logic|comment|commit|work|one|thing|stuff|which|what|how|such|you|your \\w{2,20})(?: is| are| was|'s|'re)? (?:(?:so|just|very|really|plain|totally|completely|incredibly|extremely|still|all|an?|such a|even|beyond) ){0,2}";
const hedged =
  "(?:is|are|was|were|be|been|looks?|looking|seems?|feels?|felt|becomes?|gets?|sounds?|reads?|it's|that's|this's) (?:(?:so|just|very|really|pretty|quite|kind of|kinda|a bit|a little|too|rather|super|totally|completely|all|fairly|somewhat|a|an|even|more|the|such a|being|still) ){0,2}";

/** Words that contempt, mockery and swearing use. Each pattern takes linear time. */
export const harshSigns: readonly HarshSign[] = [
  {
    kind: 'swearing',
    isSure: true,
    pattern:
      /\b(?:w{1,5}t{1,5}f{1,5}|dafuq|o{1,5}mfg{1,5}|stfu|gtfo|rtfm|lmfao|fuc?k(?:s|ed|er|ers|ing|in)?|fck(?:ing)?|fsck(?:ing|ed)|f\*{1,5}(?:k|ck|ed|ing)?|f-ing|motherf\w{1,12}|shit(?:s|ty|show|storm|hole|load)?|sh\*t|s\*\*t|c\*ap|cr\*p|bull ?(?:shit|crap)|horse ?shit|batshit|crap(?:s|py|ola|tastic)?|god ?damn(?:ed|it)?|damn(?:ed|it| it)?|dammit|darn(?:ed|it)?|bloody|piss(?:ed|es|ing)?|bastard(?:s|i[sz]\w{1,8})?|bitch(?:es|ing|y)?|ass|asses|asshole|arse|(?:dumb|jack|half|smart|lame|bad|kick)-?ass(?:ed)?|butt|butt-ugly|what the (?:hell|heck)|hell|screw(?:ed|s|ing) (?:up|with|over|it)|screw (?:this|it|that|something)|(?:is|are|be|get|gets|got|completely|totally) screwed|bugger|turds?|wank\w{0,4}|dick(?:s|head)?|douche\w{0,4}|faggot|whore|slut|brain ?farts?|fart|anal|porn|kick you in|i will hit you)\b/,
  },
  {
    kind: 'contempt',
    isSure: true,
    pattern:
      /\b(?:suck(?:s|ed|y|ier|age|ing)?(?! (?:in|up|out|into))|sux|yu{1,9}ck(?:y|ie)?|e{1,9}ww{1,9}|eew|ew|ick|hideous(?:ly)?|horrid|horrible|horribly|awful|atrocious|abysmal|abomination|monstrosity|travesty|disgusting(?:ly)?|disgrace(?:ful)?|appalling|dreadful|ghastly|repulsive|vile|pathetic|laughable|ludicrous|ridiculous(?:ly)?|preposterous|idiots|idiotic|(?:kind|sort) of (?:idiot|moron|fool|person)|(?:what|which|whatever|you|some|an?) idiots? (?:who|that|wrote|did|lgtm'd|has|thought)|morons|moronic|imbecil\w{1,3}|asinine|boneheaded|brain-?dead|retarded|brain-damaged|obnoxious|nasty|nastier|nastiness|fugly|wacko|clusterf\w{1,6}|dumpster fire|train ?wreck|steaming pile|pile of (?:crap|garbage|junk|trash|mess|hacks)|(?:total|complete|utter|absolute|big) (?:mess|disaster|failure|nonsense|madness|garbage|rubbish|trash|junk|joke)|amateurish|kill it with fire|makes me sick|my eyes (?:hurt|bleed|are bleeding)|shame on|what a (?:joke|mess|waste|disaster|shame)|waste of (?:my |our |everyone's )?time|(?:sheer|pure) (?:nonsense|madness|insanity|stupidity|ignorance|laziness)|liar|liars|chumps?|suckers?|nazis?|shut (?:the \w{4,6} )?up(?! \w{1,20} (?:warning|compiler))|code vomit|bullcrap|stupidity|idiocy)\b/,
  },
  {
    kind: 'contempt',
    isSure: true,
    pattern: new RegExp(
      `\\b${plainly}(?:stupid|dumb|lame|idiotic|insane|nuts|absurd|trash|rubbish|garbage|worthless|joke|clueless|childish|bonkers|incompetent|amateur)(?: (?:code|hack|idea|way|name|design|approach|mess|solution|thing))?[^\\p{L}]{0,12}$`,
      'u',
    ),
  },
  {
    kind: 'contempt',
    isSure: true,
    pattern:
      /\b(?:stupid|dumb|lame|insane|idiotic|clueless|silly|terrible|lousy|sloppy|ridiculous|utter|worthless) (?:hacks?|hacking|code|mess|garbage|crap|ideas?|names?|naming|design|workarounds?|variable|function|method|api|ifs?|things?|way|logic|global|globals|macros?|construct|boilerplate|patch|decision|choice|rules?|pattern|syntax|mechanism|alias|decorator)\b/,
  },
  {
    kind: 'mockery',
    isSure: true,
    pattern:
      /\b(?:are you (?:kidding|serious|joking|nuts|crazy|insane|blind|drunk|high|out of your mind|for real)|you(?:'re| are| must be| have got to be| have to be| gotta be)? (?:kidding|joking)|r u (?:kidding|serious)|what were you (?:thinking|smoking|on)|what are you (?:smoking|thinking|on about)|(?:what|why|how|who) (?:on earth|in the world|in god's name)|(?:what|why|how|who|where) the (?:hell|heck|fuck|f)|who in their right mind|in what (?:universe|world)|on what planet|give me a break|gimme a break|for (?:god|christ|pete|fuck)(?:'?s)? ?sake|for crying out loud|oh my god|oh god|o{1,5}mg{1,5}|face ?palm|head ?desk|lmao|roflmao|slow clap|good luck with that|rocket science|my grandm\w{1,8}|a (?:monkey|toddler|five.year.old|trained monkey) could|what a joke|y u (?:no|hate|do))\b/,
  },
  {
    kind: 'contempt',
    isSure: true,
    pattern:
      /^[^\p{L}]{0,10}ugly[^\p{L}]{0,10}$|\b(?:how|so|very|really|super|butt|damn|horribly|incredibly|extremely|pretty|plain|is|are|was|looks?|it's|that's|this's|what an) (?:an )?ugly\b/u,
  },
  // Less sure: many write these of code without contempt.
  {
    kind: 'contempt',
    isSure: false,
    pattern: new RegExp(
      `\\b${hedged}(?:stupid|dumb|dumber|lame|absurd|bogus|embarrassing|silly|useless|pointless|hacky|crazy|evil|gross|nonsense|garbage|junk|terrible|careless|sloppy|a mess|annoying|icky)\\b`,
    ),
  },
  {
    kind: 'contempt',
    isSure: false,
    pattern:
      /\b(?:ugly|uglier|ugliness|uglify|ugliest|(?:i|we|really|do|just|always|still) hate (?:this|that|it|these|those|how|the)|ugh+|bl?eh|bl?ech|yikes|seriously|awfully|cargo ?cult\w{0,6}|spaghetti|half-?baked|obviously wrong|dies? in a fire|must die)\b/,
  },
];

/** Technical terms, names and friendly phrases that look like harsh words. */
export const technical =
  /\b(?:garbage.?collect\w{0,6}|garbage (?:value|values|data|bytes|in)|(?:non-)?dumb (?:buffers?|terminal|pipe|gem|ioctl|gpu|bo|framebuffer|object|client|storage|and virgl)|brute.?force|wtf (?:types?|classes|namespace|strings?|vectors?)|hate to (?:be|keep|ask|say|bother|nag|add|nitpick|do)|as (?:dumb|stupid|simple) (?:and \w{3,8} )?as possible|(?:not|isn't|n't|less|without|no) (?:that |so |too |as |very |being |just as |quite as ){0,2}(?:ugly|bad|crazy|silly|terrible|stupid|nasty)|crazy (?:fast|cool|good)|insanely (?:fast|good|cool)|keep it simple,? stupid|awfully (?:nice|good)|nasty (?:surprise|bugs?|side)|(?:good|nice|great|darn|damn) (?:good|nice|fine|cool|impressive|clever)|kick-?ass|(?:any|every|some|most|other|no) idiot|idiot.?proof|future-idiot|hell of a (?:nice|good|lot)|screwdriver|pain in the)\b|\bwtf(?:::|\/|\.h|_)/g;
