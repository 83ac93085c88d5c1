/*
 * Word lists of review comments, by what they say about a comment. Written for Cairn. One space between words;
 * `~` stands for any one word.
 */
const split = (list: string) => list.trim().split(/\s*\n\s*|\s*,\s*/);

/** Verbs that a reviewer tells others to do, in their base form. */
export const doing = new Set(
  split(`add, use, make, move, rename, put, extract, split, include, document, mention, explain, write, keep, change,
  replace, update, convert, switch, wrap, call, return, check, ensure, handle, try, align, sort, test, pass, set,
  clarify, simplify, merge, filter, declare, define, mark, squash, rebase, place, catch, throw, log, cache, reuse,
  refactor, format, indent, inline, initialize, initialise, init, insert, introduce, expose, export, import, implement,
  inject, annotate, assert, assign, consider, combine, consolidate, create, describe, detect, do, elaborate, embed,
  enable, encode, escape, expand, factor, find, follow, fold, generalize, generate, give, group, have, hide, hoist,
  increase, inherit, invert, iterate, join, limit, link, list, load, lock, look, lower, lowercase, capitalize, match,
  mock, narrow, note, open, order, override, parse, pick, point, prefer, prefix, preserve, print, provide, push, raise,
  read, record, reduce, reformat, register, rely, reorder, reorganize, report, reset, resolve, restrict, restructure,
  reverse, reword, rework, rewrite, rethrow, rephrase, run, save, say, send, separate, share, shorten, show, specify,
  spell, start, state, store, summarize, swap, tell, throttle, track, transform, translate, trim, turn, unify, upgrade,
  validate, verify, wait, warn, bump, break, build, sign, submit, surround, leave, let, be, get, go, take, treat,
  clean, close, compare, compute, copy, correct, fix, improve, adjust, adapt, apply, append, attach, bring, bind,
  allocate, allow, default, delegate, derive, encapsulate, guard, map, normalize, pull, round, scope, throw, type, null,
  quote, double-check, maintain, request, stick, unwrap, uppercase, s/, pin, defer, dedent, dedupe, deduplicate, dereference,
  cast, choose, chain, ask, address, confirm, collapse, comment, review, revisit, rearrange, plan, propagate, promote,
  populate, remember, memoize, mirror, lift, lazily, tidy, sanitize, schedule, serialize, strip, synchronize, tighten, tweak`),
);

/** Verbs that tell to no longer do or have something. */
export const dropping = new Set(
  split(
    'remove, delete, drop, revert, undo, stop, avoid, ditch, kill, refrain, omit, discard, eliminate, skip, strip, scrap, unset, disable, lose, nuke, purge, trash, cut, rm, cease, quit, prune',
  ),
);

/** Participles and the like that begin a report of what its writer did or will do. */
export const reporting = new Set(
  split(`done, fixed, removed, added, updated, merged, merging, changed, rebased, closed, closing, addressed, applied,
  renamed, moved, reverted, replaced, squashed, pushed, amended, resolved, ack, acked, acknowledged, corrected, cleaned,
  refactored, rewrote, rewritten, backported, tested, checked, verified, opened, reopened, reopening, submitted, deleted, dropped,
  noted, filed, implemented, reworked, converted, extracted, adjusted, improved, switched, restored, will, gotcha, understood,
  simplified, tweaked, cherry-picked, bumped, released, signed, landed, deployed, published, rebasing, fixing, pushing, updating`),
);

/** Words by kind; a phrase of several words is found as such. */
export const lists: Record<string, string[]> = {
  // praise
  praise:
    split(`nice, great, excellent, awesome, lovely, neat, clever, elegant, beautiful, beautifully, solid, amazing, fantastic,
  brilliant, superb, wonderful, perfect, perfectly, cool, sweet, wow, yay, hooray, woohoo, nicely, slick, sensible, impressive,
  impressed, kudos, bravo, congrats, congratulations, props, well done, outstanding, terrific, delightful, tidy, splendid, proud,
  gorgeous, handy, marvelous, stellar, top notch, spot on, good job, good work, good stuff`),
  liking:
    split(`i like, i love, i really like, i really love, i quite like, really like, love it, love this, love that, love the,
  love how, i appreciate, appreciate the, appreciate your, i much prefer, much prefer, big fan, happy with, happy to see, glad to see,
  glad that, nice to see, good to see, great to see, pleased, enjoyed, makes me happy, thumbs up, i'm a fan, like this, like the, like how,
  like that, good to know`),
  approval:
    split(`looks good, look good, looking good, lgtm, looks great, look great, looks fine, looks right, looks correct, looks ok,
  looks okay, looks reasonable, looks nice, looks better, looks sane, good to me, sounds good, seems good, seems reasonable, seems fine, seems right,
  seems ok, works for me, works fine, works well, works great, works as expected, makes sense, make sense, good catch, nice catch, great catch,
  good find, nice find, good point, great point, fair point, good idea, great idea, nice idea, good call, all good, good to go, ship it, shipit,
  approved, approve, +1, ++, good question, fair enough, makes perfect sense, no objection, no objections, no concerns, renders good, renders fine,
  is correct, is right, does what, verified, is fine, i'm ok with, i'm fine with, am ok with, fine with me, fine by me, ok with me, ok for me`),
  better:
    split(`much better, much cleaner, much nicer, much clearer, much simpler, much easier, way better, so much better, a lot better,
  a lot cleaner, a lot nicer, a lot simpler, far better, nicer than, cleaner than, better than before, better now, cleaner now,
  nice improvement, good improvement, great improvement, nice cleanup, good cleanup, great cleanup, nice refactor, nice refactoring,
  good refactoring, nice simplification, nice change, nice changes, good change, good addition, nice addition, great addition, nice test,
  nice tests, good test, good tests, great test, nice work, great work, nice job, great job, nice touch, nice one, nice trick, nice solution,
  good solution, elegant solution, great stuff, nice stuff, huge improvement, big improvement, easier to read, easy to read, easy to follow,
  reads well, reads better, reads nicely, well written, well tested, well structured, well documented, well thought`),
  thanks: split(
    `thanks, thank, thank you, cheers, many thanks, appreciated, much appreciated, appreciate it, grateful`,
  ),
  thanksFor:
    split(`thanks for adding, thanks for fixing, thanks for making, thanks for doing, thanks for converting, thanks for cleaning,
  thanks for catching, thanks for improving, thanks for including, thanks for writing, thanks for documenting, thanks for updating,
  thanks for removing, thanks for refactoring, thanks for splitting, thanks for moving, thanks for simplifying, thanks for handling,
  thanks for the test, thanks for the tests, thanks for the comment, thanks for the cleanup, thanks for the thorough, thanks for the detailed,
  thanks for the explanation, thanks for taking care, thank you for adding, thank you for fixing, thank you for making,
  thank you for doing, thank you for cleaning, thank you for catching, thank you for writing`),
  but: split(`but, however, though, although, except, unfortunately, nevertheless, that said, still, yet, otherwise, one thing, only thing,
  other than, apart from, minor`),
  // asks for nothing
  merged:
    split(`merged, merging, merge this, backported, cherry-picked, closing this, close this, closing in favor, closing in favour, is closed,
  been closed, in favor of, in favour of, superseded, duplicate of, polish commit, polished, rebased, squashed, first contribution, contribution,
  for the pr, for your pr, the pull request, this pr, your pr, for the review, for reviewing, the cla, contributor agreement, contributors agreement,
  take a look, have a look, please review, please take, ptal, cc, fyi, ping`),
  sorry: split(
    `sorry, apologies, my bad, my mistake, my fault, oops, whoops, ooops, pardon, i was wrong, i missed, i forgot, silly me, haha, lol, ha ha`,
  ),
  report:
    split(`i've, i have, i had, i did, i was, i just, i'll, i will, i'm going, i am going, i changed, i added, i removed, i fixed, i updated, i moved, i renamed,
  i pushed, i made, i used, i tried, i tested, i ran, i kept, i left, i decided, i opened, i created, i originally, i wanted, i meant, i agree,
  i see, i understand, i don't know, i can do, i can change, i can add, i can remove, i can, i could, i thought, i found, i noticed, i wasn't, i
  didn't, i put, i chose, i copied, i looked, i checked, i'm working, i am working, i rebased, i merged, i reverted, i got, let me, we've, we
  have decided, we decided, we discussed, will do, will fix, will update, will change, will add, will remove, should be fixed, it's done, has been, have been, was added,
  was removed, as discussed, as suggested, as requested, per your, in a follow-up, in a followup, follow-up pr, separate pr, another pr, next pr, for reference,
  i signed, i tested, i confirm, confirmed, working on it, on it, my understanding, i believe, i suspect, i guess`),
  answer:
    split(`yes, yep, yeah, yea, yup, no, nope, nah, ok, okay, sure, right, agreed, agree, correct, exactly, indeed, true, ah, aha, oh, gotcha, ditto, same,
  same here, hm, hmm, hmmm, well, absolutely, definitely, of course, no worries, no problem, np, nvm, never mind, nevermind, you're right, you are right, because, actually, it's because, this is because, that's because,
  the reason, the idea, the intent, the intention, the point is, by design, on purpose, intentional, intentionally, note that`),
  curious:
    split(`just curious, curious, wondering, i wonder, wonder if, out of curiosity, do you know, do we know, any idea, any reason, is there a reason, is there any reason, what's the reason,
  do you mean, did you mean, you mean, can you explain, could you explain, please explain, can you elaborate, could you elaborate, please elaborate, can you clarify, could you clarify, please clarify,
  what do you think, what does, what is, what are, what's, what do, what happens, what if, how does, how do, how is, how come, how are, when does, when would, when is, where is, where does, where do, where are, who is,
  which one, which is, not clear to me, i don't understand, don't understand, not understand, am i missing, i'm missing, missing something, i'm confused, confused, is it possible, is this possible, does this mean, does that mean, what about,
  any update, any news, any thoughts, thoughts, wdyt, right, correct, or not, is it ok, is this ok, is it safe, question, not familiar`),
  // asks for something
  should: split(
    `should, needs to, need to, must, ought to, have to, has to, needs, shall, supposed to, required to, had better, requires`,
  ),
  modal: split(`could, can, might, may, would, could be, can be, might be, may be`),
  offer:
    split(`consider, considering, suggest, suggestion, recommend, recommended, propose, proposal, how about, what about, why not, perhaps, maybe, would be better, might be better,
  it'd be, would be good, would be nice, would be great, would be nicer, would be cleaner, would be useful, would be helpful, might be good, might be nice, might be worth, might be useful, could be better,
  is better, better to, better if, good to, nice to, worth, let's, rather than, instead, instead of, prefer, prefers, preferred, preferable, i'd, i would, rather, i think we, i think it, i think this, alternatively, alternative, ideally, you can, you could, you might, you may, we can, we could,
  we might, we should, you should, feel free, easier, simpler, cleaner, clearer, more readable, more consistent, consistent with, for consistency, consistency, better name, shorter, more explicit, more descriptive, more generic, more specific, more efficient, faster, probably better, makes more sense, make more sense, makes it easier, suggestion`),
  please: ['please'],
  nit: split(
    'nit, nits, nitpick, nitpicking, nit-pick, style, minor, tiny, optional, cosmetic, pep8, pep 8, lint, super nit, micro-nit',
  ),
  missing:
    split(`missing, lacks, lack, lacking, missing a, add a, add an, add some, add the, adding, also add, forgot, forgotten, forget, needs a, need a, need an, should have, should also, no test, no tests, without a, no documentation, not documented, not tested, undocumented, test for,
  tests for, unit test, test case, docstring, javadoc, comment, newline, blank line, empty line, todo, changelog, release note, space, spaces, license, copyright`),
  norm: split(
    `usually, generally, typically, normally, in general, convention, conventions, conventionally, style guide, guideline, guidelines, standard, our other, other places, elsewhere, like the other, same as, similar to, as in, everywhere, rest of the, per pep, pattern`,
  ),
  name: split(
    `rename, renamed, renaming, name, named, naming, call it, called, typo, spelling, wording, word`,
  ),
  // tells what is wrong or not needed
  needless:
    split(`no longer needed, no longer, not needed, isn't needed, not necessary, isn't necessary, unnecessary, unnecessarily, unneeded, needless, redundant, superfluous, unused, not used, never used, isn't used, aren't used, dead code, duplicate, duplicates, duplicated, duplication, duplicating,
  leftover, leftovers, left over, left-over, useless, pointless, unhelpful, no need, not required, isn't required, no point, don't need, doesn't need, do not need, does not need, not have to, don't have to, don't think we need, necessary, needed, really need, really needed, really necessary, really want, extraneous, extra, overkill, over-engineered, overengineered, premature,
  obsolete, stale, commented out, commented-out, debug, debugging, left in, still needed, required, unrelated, irrelevant, unintentional, unintended, accidental, accidentally, by accident, by mistake, twice, out of scope, noise, noisy, bloat, inappropriate, not appropriate, already, anymore, any more, copy-paste, copy paste, copy-pasted, copied`),
  wrong:
    split(`wrong, incorrect, incorrectly, broken, breaks, breaking, break, buggy, bug, bugs, misleading, confusing, dangerous, unsafe, racy, race, leak, leaks, leaking, crash, crashes, ugly, hacky, hack, dumb, awkward, flimsy, awful, terrible, horrible, fragile, brittle, nasty, gross, weird, strange, odd, bad, worse, evil,
  silly, stupid, smells, smelly, sloppy, messy, mess, yuck, ugh, insane, crazy, painful, scary, won't work, doesn't work, does not work, doesn't make sense, does not make sense, makes no sense, make sense to, doesn't look right, doesn't exist, does not exist, doesn't seem, not correct, not right, not valid, invalid, not true, not safe, not sure, not convinced, not a fan,
  not good, not a good, not ideal, not great, not quite, not what, not the right, not allowed, not supported, not thread-safe, not work, fails, fail, failing, failure, failed, error, errors, problem, problems, problematic, issue, issues, concern, concerned, worried, worry, danger, risk, risky, hard to read, hard to follow, hard to understand, unreadable, unclear, inconsistent, inefficient, slow, expensive, too long, too many, too much, too complex, too big, too verbose, too generic, too strict, too broad, too complicated, too early, too late, too small, off by one, off-by-one, deadlock, overflow, npe, null pointer,
  undefined behavior, undefined behaviour, memory leak, race condition, regression, violates, violation, nonsense, bogus, hardcode, hardcoded, hard-coded, hard-code, hardcoding, hard coded, magic number, magic numbers, anti-pattern, antipattern, code smell, abuse, misuse, suspicious, surprising, unexpected, misses, mistake, never, impossible, can't, cannot, isn't, aren't, wasn't, doesn't, don't, didn't, won't, shouldn't, wouldn't, does not, do not, is not, are not, should not, will not, must not, mustn't, not a, don't like, don't think, don't see, not see, not like, dislike, hate, against, object to, disagree, -1`),
  // The strongest of these, apart
  faulty:
    split(`wrong, incorrect, broken, breaks, buggy, typo, typos, misleading, confusing, dangerous, unsafe, racy, leaks, crash, crashes, ugly, hacky, dumb, awkward,
  awful, terrible, horrible, fragile, won't work, doesn't work, doesn't make sense, doesn't look right, doesn't sound, doesn't exist, does not work, does not make sense, not correct,
  not right, not valid, not true, not safe, not sure this, not sure that, not sure about, not sure i like, not sure i understand, makes no sense`),
  idle: split(`no longer, no need, any longer, any need, not needed, not necessary, not required, not used, isn't needed, isn't necessary, isn't required, isn't used, aren't needed, aren't used,
  don't need, doesn't need, don't really need, unnecessary, unneeded, redundant, superfluous, unused, dead code, duplicate, duplicated, leftover, leftovers, left over, useless, pointless, unhelpful, inappropriate, not appropriate`),
  refusal:
    split(`shouldn't, should not, must not, mustn't, too long, too many, too much, too complex, too big, too verbose, too generic, too strict, too broad, overkill, not a good idea, not a great idea, really want, really need,
  really necessary, really required, not what, not quite what, not exactly what, not really what, prefer to keep, prefer to leave, prefer not, inclined to, leave this, leave it, leave those, why isn't, why aren't, unfortunately, against, not in favor, not in favour, decline, not something`),
  avoid: split(
    `remove, removed, removing, delete, deleted, drop, dropped, get rid of, rid of, revert, reverted, undo, stop, avoid, ditch, kill, don't, do not, never, refrain, leave out, back out, instead of, take out, avoiding, shouldn't, should not, omit`,
  ),
  shout: split('wtf, fuck, fucking, shit, crap, damn, hell, bullshit, sucks, suck, stinks, sigh'),
};
