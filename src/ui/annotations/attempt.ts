import type {
  NewComment,
  PendingReview,
  Published,
  Publisher,
  PullRequestKey,
} from '../../github/publishing/index.ts';
import type { Attempt, Draft } from '../../journal/drafts/drafts.ts';
import { CairnError } from '../../model/errors.ts';
import type { PublishedNotes } from './publishedNotes.ts';
import { reviewPlace, type Target } from './target.ts';
import { type How, isPassing, type Unsent } from './unsent.ts';

/** What is asked on the way; a program that gave no answer beforehand gets a failure that says which one is missing. */
export type Questions = {
  /** Which pull request, where several have the lines. */
  which(targets: Target[]): Promise<Target>;
  /** What becomes of a pending review that is not one of Cairn's. Throws 'cancelled'. */
  pending(review: PendingReview, how: How['how']): Promise<'add' | 'submit'>;
  /** Called before something is sent that was begun long ago and has not arrived. Throws where nobody is there to say so. */
  stillWanted?(): void;
};

/** What a person wanted to publish longer ago than this is not sent by itself after a restart. Milliseconds. */
const stillWanted = 24 * 3600_000;

type Parts = {
  publisher(): Promise<Publisher>;
  /** Where the lines of a draft are. Throws where nothing has them. */
  targets(publisher: Publisher, draft: Draft): Promise<Target[]>;
  notes: PublishedNotes;
};

/**
 * One try to publish a draft: looked up where an earlier one may have arrived, written down before it is made.
 * @param begun what other windows have tried of the same annotation
 */
export async function tryOnce(
  parts: Parts,
  unsent: Unsent,
  begun: readonly Draft[],
  questions: Questions,
): Promise<Published> {
  const publisher = await parts.publisher();
  for (const tried of [unsent.draft, ...begun]) {
    if (!tried.attempt) continue;
    const found = await publisher.find(commentOf(tried, tried.attempt), tried.attempt.at);
    if (found) {
      const { body, place, attempt } = tried;
      unsent.draft = { ...unsent.draft, body, place, attempt };
      return found;
    }
    if (!isRecent(tried.attempt.at)) questions.stillWanted?.();
  }
  // None has arrived: where it goes is told anew, as the pull request may have moved on.
  const attempt = unsent.draft.attempt ?? begun.find((one) => one.attempt)?.attempt ?? null;
  await put(unsent, unsent.draft);
  const targets = await parts.targets(publisher, unsent.draft);
  const target = targets.length === 1 ? targets[0]! : await questions.which(targets);
  const review = await pendingReviewFor(parts.notes, publisher, target.pullRequest, unsent, questions);
  await note(unsent, target, review, attempt);
  const comment = commentOf(unsent.draft, unsent.draft.attempt!);
  try {
    return await (unsent.draft.attempt!.how === 'single'
      ? publisher.publish(comment)
      : publisher.addToReview(comment, review));
  } catch (error) {
    // What GitHub refused has not arrived: the next try need not look for it, but for what was tried before.
    if (!mayHaveArrived(error) && !isPassing(error)) await put(unsent, { ...unsent.draft, attempt });
    throw error;
  }
}

/** The pending review that the comment goes into; `null` for none, or for a new one. */
async function pendingReviewFor(
  notes: PublishedNotes,
  publisher: Publisher,
  pullRequest: PullRequestKey,
  unsent: Unsent,
  questions: Questions,
): Promise<PendingReview | null> {
  const review = await publisher.pendingReview(pullRequest);
  if (!review) return null;
  const isOfCairn = unsent.how.how === 'review' && notes.hasPending(pullRequest);
  const choice = unsent.how.pending ?? (isOfCairn ? 'add' : await questions.pending(review, unsent.how.how));
  if (choice === 'submit') {
    await publisher.submitReview(pullRequest, review, 'COMMENT', '');
    await notes.submitted(pullRequest);
    return null;
  }
  unsent.how = { how: 'review', pending: 'add' };
  return review;
}

/** Writes down what is about to be tried, before it is. */
async function note(
  unsent: Unsent,
  target: Target,
  review: PendingReview | null,
  before: Attempt | null,
): Promise<void> {
  const { repository, number } = target.pullRequest;
  const at = before?.at ?? new Date().toISOString();
  const how = unsent.how.how === 'single' ? ('single' as const) : ('pending' as const);
  const attempt: Attempt = { repository, number, at, how, reviewId: review?.id ?? null };
  const { draft } = unsent;
  await put(unsent, { ...draft, place: { ...draft.place, anchor: target.anchor }, attempt });
}

/** Written down on the disk, with its time. */
export async function put(unsent: Unsent, draft: Draft): Promise<void> {
  unsent.draft = { ...draft, updatedAt: new Date().toISOString() };
  await unsent.drafts.put(unsent.draft);
  unsent.isKept = true;
}

/** A time that nobody can have meant is none that somebody remembers. */
function isRecent(at: string): boolean {
  const age = Date.now() - Date.parse(at);
  return age >= -stillWanted && age <= stillWanted;
}

/** A write whose answer was lost; see the publisher. */
const mayHaveArrived = (error: unknown): boolean =>
  !(error instanceof CairnError) || ('mayHaveArrived' in error && error.mayHaveArrived === true);

/** Without a person there is nobody to ask. */
export const unattended: Questions = {
  which: noAnswer,
  pending: noAnswer,
  stillWanted: noAnswer,
};

function noAnswer(): never {
  throw new CairnError('pending-review-exists', 'Cairn needs a decision of yours. Publish it again.');
}

function commentOf(draft: Draft, { repository, number }: Attempt): NewComment {
  const { anchor } = draft.place;
  return {
    pullRequest: { repository, number },
    place: reviewPlace(anchor),
    body: draft.body,
    ...(anchor.commit !== null && { commit: anchor.commit }),
  };
}
