/* Sets of words that tell what a sentence does (acts.ts, openings.ts). Written for Cairn. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words that a sentence may begin with before it comes to the point. */
export const leadIns = words(
  `nit nits nitpick minor also and or then so just please well hm hmm hmmm ok okay ah oh btw fyi imo
  imho again ditto who here actually now same but maybe perhaps probably instead otherwise still
  alternatively ideally next first finally style hi hey hello yeah yes no therefore similarly likewise
  additionally however todo emoji emoji+ optional optionally suggestion typo num though question out
  anyway simply yep always`,
);
/** Verbs that open a question. */
export const asking = words(
  `can could would will should shall may might do does did is are was were has have had am can't
  couldn't wouldn't won't shouldn't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't`,
);
/** Words that ask for something unknown. */
export const whWords = words(`why what what's which where where's when who who's how how's whose why's`);
/** What stands for a thing that was named before. */
export const things = words(
  `this that it these those they this's that's it's they're it'll this'll that'll it'd that'd this'd`,
);
/** After one of these, a verb before it was a noun: "test is", "use of". */
export const bes = words(
  `is are was were be been isn't aren't wasn't of has seems looks should will would can could must may
  does doesn't needs shouldn won't here fails failed passes`,
);
export const shoulds = words(`should need needs must ought shall`);
export const cans = words(`can could might may would 'd`);
export const nots = words(
  `not don't doesn't didn't isn't aren't wasn't won't can't shouldn't wouldn't couldn't haven't hasn't
  never no hardly ain't`,
);
/** Words between a subject and its verb, or a verb and what it says, that change neither. */
export const softeners = words(
  `also just really probably maybe perhaps still then at least always only actually instead please
  rather all both definitely even now simply either already quite very too so pretty much a bit little
  totally`,
);
export const praising = words(
  `nice great excellent awesome lovely neat clever elegant beautiful solid amazing fantastic brilliant
  superb wonderful perfect cool good clean cleaner nicer better reasonable sensible fine sweet wow yay
  hooray smart readable helpful impressive`,
);
/** What is praised. */
export const praised = words(
  `work job catch find point approach solution improvement cleanup refactor refactoring touch test
  tests change changes one stuff call abstraction simplification comment comments docs documentation
  feature addition naming name trick fix use way pr coverage explanation`,
);
/** What is asked about when something may be needless. */
export const needing = words(
  `need needed necessary required really want still have used redundant correct right intended
  intentional safe`,
);
