const list = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that may stand between "I" and what it says of itself, and between "you are" and a judgement. */
export const fillers = list(`
  just really always actually also probably guess completely totally already even accidentally clearly obviously
  somehow still have had did must should may might being so too such a an very pretty kind of kinda bit little do
  will quite all the that either simply seem to like be
`);
/** "I forgot", "I just missed". */
export const slipVerbs = list(`
  missed forgot forget forgotten thought screwed messed broke broken copied pasted meant misread misunderstood
  overlooked removed introduced left made wrote typed failed added confused mixed didn't wasn't hadn't fat-fingered
  fixed uploaded changed moved suck sucked rewrote mistyped
`);
/** "I am so", "I feel", "I was just being": dumb. */
export const selfVerbs = list(`i'm am was feel felt sound look being sounded looked`);
export const selfWords = list(`
  dumb stupid silly blind idiot fool lazy crazy nuts retarded ass dumbass dumb-ass anal insane moron sloppy sucker
  sorry terrible awful horrible confused wrong foolish slow
`);
/** "My bad", "my own mistake". */
export const myThings = list(`
  bad idiocy carelessness ignorance mistake mistakes fault typo error editor brain eyes ide apologies code patch change
  laziness stupidity rebase finger fingers script head comment memory mistypes
`);
/** "Silly me", "excuse me". */
export const beforeMe = list(`silly stupid dumb bad blind foolish lazy poor excuse forgive beats on`);
/** "I'll", "let me", "I can": fix. */
export const willVerbs = list(`
  fix update change remove revert rework add respin resubmit rebase clean upload correct repush restore redo re-do
  replace rename move send file write delete submit push mend do go take look
`);
