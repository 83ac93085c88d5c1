/**
 * Words that contempt, mockery and swearing use. `own` are read as harsh only where they judge something, since they
 * are also said of oneself ("silly me") or of one's own comment ("dumb question"). Each pattern takes linear time.
 */
export type HarshSign = {
  pattern: RegExp;
  kind: 'swearing' | 'contempt' | 'mockery' | 'shouting';
};

const degree =
  '(?:(?:so|just|very|really|pretty|quite|kind of|kinda|a bit|a little|too|rather|super|totally|completely|plain|all|fairly|somewhat|a|an|even|more|most|unnecessarily|horribly|terribly|the|such a|this) ){0,2}';
const be =
  "(?:is|are|was|were|be|being|been|looks?|looked|looking|seems?|seemed|feels?|felt|becomes?|gets?|getting|got|sounds?|reads?|it's|that's|this's|find (?:this|it|that)|makes? (?:this|it|that)|how|what an?|such an?)";

export const harshSigns: readonly HarshSign[] = [
  {
    kind: 'swearing',
    pattern:
      /\b(?:w+t+f+|dafuq|omfg|stfu|gtfo|rtfm|lmfao|fuc?k(?:s|ed|er|ers|ing|in)?|fck(?:ing)?|fsck(?:ing|ed)|f\*{1,3}(?:k|ck)?(?:ing)?|fu\*\*|motherf\w{1,12}|shit(?:s|ty|show|storm|hole)?|sh\*t|bull ?(?:shit|crap)|horse ?shit|batshit|crap(?:s|py|py-looking|tastic)?|god ?damn(?:ed|it)?|damn(?:ed|it| it)?|dammit|darn(?:ed|it)?|bloody|piss(?:ed|es|ing)?|bastard(?:s|i[sz]\w{1,8})?|bitch(?:es|ing|y)?|ass|asses|asshole|arse|dumb-?ass|jackass|kick-?ass|butt|butts|butt-ugly|hell|heck|screw(?:ed|s|ing) (?:up|with|over)|screw this|is screwed|completely screwed|bugger|turd|wank\w{0,4}|dick(?:s|head)?|douche\w{0,4}|faggot|whore|slut|brain ?farts?|fart|anal)\b/,
  },
  {
    kind: 'contempt',
    pattern:
      /\b(?:suck(?:s|ed|y|ier|age)|sucking|sux|would suck|will suck|to suck|yu+ck(?:y|ie)?|e+w+w+|bl?e+ch|ugh+|ick|icky|yikes|hideous(?:ly)?|horrid|horrible|horribly|awful|awfully|atrocious|abysmal|abomination|monstrosity|travesty|disgusting(?:ly)?|disgrace(?:ful)?|despicable|appalling|dreadful|ghastly|repulsive|vile|pathetic|laughable|ludicrous|ridiculous(?:ly)?|preposterous|idiotic|moronic|imbecilic|asinine|braindead|brain-dead|retarded|brain-damaged|obnoxious|nasty|nastier|nastiness|fugly|uglier|ugliness|uglify|ugliest|wacko|clusterf\w{1,6}|dumpster fire|train ?wreck|pile of|steaming|total mess|complete mess|utter(?:ly)?|amateurish?|half-?assed|half-?baked|hate (?:this|that|it|these|those|how|the|seeing|to see)|die in a fire|kill it with fire|burn it|burn this|makes me sick|makes my eyes|my eyes (?:hurt|bleed|are)|shut up|shame on|what a (?:shame|mess|joke|waste)|waste of (?:my |our |everyone's )?time|(?:sheer|pure|complete|total|utter) (?:nonsense|madness|insanity|stupidity)|cargo ?cult\w{0,6}|code vomit|spaghetti|piece of)\b/,
  },
  {
    kind: 'contempt',
    pattern: new RegExp(
      `\\b${be} ${degree}(?:ugly|silly|stupid|dumb|lame|idiotic|insane|crazy|nuts|absurd|garbage|trash|rubbish|junk|nonsense|useless|pointless|worthless|gross|evil|a joke|bullshit|bogus|terrible|embarrassing|a mess|sloppy|careless|clueless|childish|hacky|bonkers|bananas|laughable)\\b`,
    ),
  },
  {
    kind: 'contempt',
    pattern:
      /\b(?:ugly|silly|stupid|dumb|lame|insane|idiotic|clueless|terrible|garbage|dirty|gross|evil|sloppy) (?:hacks?|code|hacking|idea|name|names|naming|design|mess|workaround|variable|function|method|api|if|ifs|thing|way|solution|approach|logic|test|tests|check|checks|stuff|global|globals|macro|macros|construct|boilerplate|cast|casts|copy|shit|crap|patch|decision|choice|rule|comment|commit|pattern|patterns|syntax|polling|string|strings|mechanism|alias|user|users|assembler|compiler|decorator)\b/,
  },
  {
    kind: 'mockery',
    pattern:
      /\b(?:are you (?:kidding|serious|joking|nuts|crazy|insane|blind|drunk|high|out of your mind|for real)|you(?:'re| are| must be| have got to be| gotta be)? (?:kidding|joking)|r u (?:kidding|serious)|what were you (?:thinking|smoking|on)|what are you (?:smoking|thinking|on)|what on earth|why on earth|how on earth|what in the world|what the (?:hell|heck|fuck|f|actual)|why the (?:hell|heck|fuck|f)|who the (?:hell|heck|fuck)|how the (?:hell|heck|fuck)|who in their right mind|in what universe|in what world|on what planet|give me a break|gimme a break|for (?:god|christ|pete|fuck|crying out|heaven)(?:'?s)? ?(?:sake|loud)|oh my god|oh god|omg+|face ?palm|head ?desk|lmao|rofl|roflmao|slow clap|good luck with that|nice try|bravo|congratulations[,!]? you|rocket science|my grandm\w{1,8}|my (?:dog|cat|kid|toddler)|a (?:monkey|toddler|five.year.old|child|kid|trained monkey) could|lol (?:what|no|why|at)|what a joke|seriously\?|really\?!|y u)\b/,
  },
];

/** Technical terms and names that look like harsh words. */
export const technical =
  /\b(?:garbage.?collect\w{0,6}|garbage (?:value|values|data|bytes|in)|trash (?:can|bin|folder|icon)|dumb (?:buffers?|terminal|pipe|gem|ioctl|gpu|bo|framebuffer|object|client|storage)|non-dumb|brute.?force|wtf[/.:_]\w{0,40}|wtf::|kill -9|sanity|dirty (?:bit|bits|flag|pages?|reads?|state|check)|evil (?:twin|merge)|nasty (?:bug|surprise)|hell of|what the heck|heck of a|hate to (?:be|keep|ask|say|bother|nag|add|nitpick|do)|duck|crap ton|as (?:dumb|stupid|simple) (?:and \w{3,8} )?as possible|shell|assert|class|analysis|wonk|lame(?:ncoder)?\.|pass|butt(?:on|ons)|gross (?:total|amount|weight|profit|income|margin)|silly season|crazy (?:fast|cool|good)|insanely (?:fast|good|cool)|keep it simple,? stupid|kiss principle|not (?:that |so |too )?(?:ugly|bad|crazy|silly|terrible|stupid)|less (?:ugly|hacky|silly)|die\(|too late)/g;
