import { type HeldPull, heldBack, pullKey } from '../growth/selfReview/held.ts';
import type { Space } from '../journal/space.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Agreement, Guess } from '../model/growth.ts';
import { inForce } from '../model/growthOf.ts';
import type { PullRequestRecord } from '../model/pullRequest.ts';
import type { SpaceRecords } from '../model/records.ts';
import type { Feedback, PullRequestRef } from '../model/state.ts';

/** Milliseconds for which a pull request that was not pulled yet is taken for open, from what was said on it. */
const stillOpen = 30 * 86_400_000;

/** What has to be known of the state of which something may be held back. */
type Whole = {
  readonly feedback: Feedback[];
  readonly annotations: Annotation[];
  readonly byId: ReadonlyMap<string, Feedback>;
  readonly mentee: string | null;
  readonly records: SpaceRecords;
  readonly space: Pick<Space, 'isMe'>;
  record(pullRequest: PullRequestRef): PullRequestRecord | undefined;
};

/**
 * What was said on pull requests and waits for the user's own guess, where that is agreed and the user is the mentee:
 * everything that views, reports and other extensions get is without it.
 */
export class HeldBack {
  readonly #whole: Whole;
  readonly #isShown: (key: string) => boolean;
  #pulls: HeldPull[] = [];
  #ids: ReadonlySet<string> = new Set();
  #shown: Feedback[] | undefined;

  /** @param isShown whether the user asked to see a pull request's review without a guess, by `pullKey` */
  constructor(whole: Whole, isShown: (key: string) => boolean = () => false) {
    this.#whole = whole;
    this.#isShown = isShown;
  }

  get pulls(): HeldPull[] {
    return this.#pulls;
  }

  /** Brings up to date what is held back; whether that has changed. */
  update(guesses: Guess[], agreements: Agreement[]): boolean {
    this.#pulls = this.#find(guesses, agreements);
    this.#shown = undefined;
    const ids = new Set(this.#pulls.flatMap(({ feedbackIds }) => feedbackIds));
    const isSame = ids.size === this.#ids.size && [...ids].every((id) => this.#ids.has(id));
    this.#ids = ids;
    return !isSame;
  }

  isHeld(pullRequest: Pick<PullRequestRef, 'repository' | 'number'>): boolean {
    const key = pullKey(pullRequest);
    return this.#pulls.some((one) => pullKey(one) === key);
  }

  /** All feedback that is not held back. */
  get feedback(): Feedback[] {
    const ids = this.#ids;
    if (ids.size === 0) return this.#whole.feedback;
    this.#shown ??= this.#whole.feedback.filter(({ id }) => !ids.has(id));
    return this.#shown;
  }

  /** Annotations without those of others that are part of a review that is held back, or are about it. */
  get annotations(): Annotation[] {
    const { annotations } = this.#whole;
    if (this.#ids.size === 0) return annotations;
    return this.open(
      annotations.filter(
        ({ published, ...one }) => this.#isOwn(one) || !published || !this.isHeld(published),
      ),
    );
  }

  /** What is said about feedback, without what others say of some that is held back: it may quote it. */
  open<T extends { feedbackId: string | null; createdBy: string | null }>(some: T[]): T[] {
    if (this.#ids.size === 0) return some;
    return some.filter(
      (one) => this.#isOwn(one) || one.feedbackId === null || !this.#ids.has(one.feedbackId),
    );
  }

  isShown({ feedbackId }: { feedbackId: string | null }): boolean {
    return feedbackId === null || !this.#ids.has(feedbackId);
  }

  /** Without what people decided about feedback that is held back. */
  get records(): SpaceRecords {
    const { records } = this.#whole;
    const ids = this.#ids;
    if (ids.size === 0) return records;
    return { ...records, marks: new Map([...records.marks].filter(([id]) => !ids.has(id))) };
  }

  #isOwn({ createdBy }: { createdBy: string | null }): boolean {
    return createdBy !== null && this.#whole.space.isMe(createdBy);
  }

  #find(guesses: Guess[], agreements: Agreement[]): HeldPull[] {
    const { feedback, mentee, space, byId } = this.#whole;
    const since = inForce(agreements, 'self-review-first');
    if (since === null || mentee === null || !space.isMe(mentee)) return [];
    const isMe = (name: string) => space.isMe(name);
    const recently = new Date(Date.now() - stillOpen).toISOString();
    const isOpen = (pull: HeldPull) => {
      const record = this.#whole.record(pull);
      // What a mentor tagged may be here before the pull request is.
      if (!record) return pull.feedbackIds.some((id) => byId.get(id)!.createdAt > recently);
      return record.state === 'OPEN';
    };
    return heldBack({ feedback, guesses, since, isMe, isOpen, isShown: this.#isShown });
  }
}
