import type {
  NewComment,
  PendingReview,
  Published,
  Publisher,
  PullRequestKey,
} from '../../github/publishing/index.ts';
import type { Attempt, Draft, Drafts } from '../../journal/drafts/drafts.ts';
import { CairnError, type ErrorCode } from '../../model/errors.ts';
import type { Anchor, NewEvent } from '../../model/events.ts';
import type { Store } from '../store.ts';
import { reviewPlace, type Target } from './target.ts';
import { type How, isPassing, Unsent } from './unsent.ts';

/** What is asked on the way; a program that gave no answer beforehand gets a failure that says which one is missing. */
export type Questions = {
  /** Which pull request, where several have the lines. */
  which(targets: Target[]): Promise<Target>;
  /** What becomes of a pending review that is not one of Cairn's. Throws 'cancelled'. */
  pending(review: PendingReview, how: How['how']): Promise<'add' | 'submit'>;
  /** Called before something is sent that was begun long ago and has not arrived. Throws where nobody is there to say so. */
  stillWanted?(): void;
};

type Parts = {
  store: Store;
  drafts(): Promise<Drafts>;
  publisher(): Promise<Publisher>;
  /** Where the lines of a draft are. Throws where nothing has them. */
  targets(publisher: Publisher, draft: Draft): Promise<Target[]>;
  /** Something is sent, waits or failed: draw it. */
  onChange(): void;
  onFailure(error: unknown): void;
};

/** What is over as soon as somebody signs in. */
const aboutSignIn = new Set<ErrorCode>(['not-signed-in', 'unauthorized', 'sso-required']);

/** Milliseconds until the next try by itself, doubled with each up to the longest. */
const first = 5000;
const longest = 120_000;
/** What a person wanted to publish longer ago than this is not sent by itself after a restart. Milliseconds. */
const stillWanted = 24 * 3600_000;

/** Publishes annotations. Each try is written down before it is made, and looked up before it is made again. */
export class Publishing {
  readonly #parts: Parts;
  readonly #unsent = new Map<string, Unsent>();
  #turns: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #delay = first;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What was to be published and is not, by the draft's id. */
  get unsent(): ReadonlyMap<string, Unsent> {
    return this.#unsent;
  }

  /** What was to become of an annotation that is there already. */
  unsentOf(annotation: string): Unsent | null {
    for (const one of this.#unsent.values()) if (one.draft.annotation === annotation) return one;
    return null;
  }

  /** Takes up what was begun before this window was opened: looks whether it arrived, and sends it where not. */
  resume(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (draft.attempt === null || draft.kind !== 'publish' || this.#unsent.has(draft.id)) continue;
      const how = draft.attempt.how === 'single' ? 'single' : 'review';
      this.#unsent.set(draft.id, new Unsent(draft, { how }));
    }
    if (this.#unsent.size > 0) this.#soon(0);
  }

  /** It is thrown away, or kept as something else. */
  async forget(id: string): Promise<void> {
    this.#unsent.delete(id);
    await (await this.#parts.drafts()).remove(id);
    this.#parts.onChange();
  }

  /** What is left of it is in a box again, as a draft like others. */
  drop(id: string): void {
    this.#unsent.delete(id);
    this.#parts.onChange();
  }

  /** Tries those that wait, now: somebody signed in, or the machine is online again. */
  tryAgain(): void {
    for (const unsent of this.#unsent.values())
      if (unsent.problem instanceof CairnError && aboutSignIn.has(unsent.problem.code))
        unsent.state = 'waiting';
    this.#delay = first;
    this.#soon(0);
  }

  /**
   * Publishes what a draft says. Where that fails for a reason that passes by itself it waits, and is tried again.
   * @throws CairnErrors as the publisher's; the draft is kept with every one of them
   */
  async publish(draft: Draft, how: How, questions: Questions): Promise<Published> {
    const unsent = new Unsent(draft, how);
    unsent.state = 'sending';
    this.#unsent.set(draft.id, unsent);
    await this.#put(unsent, { ...draft, kind: 'publish' });
    this.#parts.onChange();
    return this.#send(unsent, questions);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** One after the other: two tries at the same time would both find nothing, and both send. */
  #send(unsent: Unsent, questions: Questions): Promise<Published> {
    const done = this.#turns.then(() => this.#sendNow(unsent, questions));
    this.#turns = done.catch(() => {});
    return done;
  }

  async #sendNow(unsent: Unsent, questions: Questions): Promise<Published> {
    try {
      const before = this.#publishedBefore(unsent.draft);
      const published = before ?? (await this.#try(unsent, questions));
      if (!before) await this.#record(unsent.draft, published);
      this.#unsent.delete(unsent.draft.id);
      await (await this.#parts.drafts()).remove(unsent.draft.id);
      return published;
    } catch (error) {
      unsent.fail(error);
      if (unsent.state === 'waiting') this.#soon();
      else if (unsent.draft.annotation !== null && unsent.draft.attempt === null) {
        // The words are in the note: nothing would be lost.
        await (await this.#parts.drafts()).remove(unsent.draft.id);
      } else if (isCancelled(error)) this.#unsent.delete(unsent.draft.id);
      throw error;
    } finally {
      this.#parts.onChange();
    }
  }

  async #try(unsent: Unsent, questions: Questions): Promise<Published> {
    const publisher = await this.#parts.publisher();
    const { attempt } = unsent.draft;
    if (attempt) {
      const found = await publisher.find(commentOf(unsent.draft, attempt), attempt.at);
      if (found) return found;
      if (Date.now() - Date.parse(attempt.at) > stillWanted) questions.stillWanted?.();
      // It has not arrived: where it goes is told anew, as the pull request may have moved on.
    }
    const targets = await this.#parts.targets(publisher, unsent.draft);
    const target = targets.length === 1 ? targets[0]! : await questions.which(targets);
    const review = await this.#review(publisher, target.pullRequest, unsent, questions);
    await this.#note(unsent, target, review, attempt);
    const comment = commentOf(unsent.draft, unsent.draft.attempt!);
    try {
      return await (unsent.draft.attempt!.how === 'single'
        ? publisher.publish(comment)
        : publisher.addToReview(comment, review));
    } catch (error) {
      // What GitHub refused has not arrived: the next try need not look for it.
      if (!mayHaveArrived(error) && !isPassing(error))
        await this.#put(unsent, { ...unsent.draft, attempt: null });
      throw error;
    }
  }

  /** What the try before this one has made of it. */
  #publishedBefore(draft: Draft): Published | null {
    const note = this.#parts.store.annotations.find(({ id }) => id === (draft.annotation ?? draft.id));
    if (!note?.published) return null;
    const { comment: commentId, url, isPending } = note.published;
    return { commentId, url, isPending, nodeId: '', threadId: null, reviewId: null };
  }

  /** The pending review that the comment goes into; `null` for none, or for a new one. */
  async #review(
    publisher: Publisher,
    pullRequest: PullRequestKey,
    unsent: Unsent,
    questions: Questions,
  ): Promise<PendingReview | null> {
    const review = await publisher.pendingReview(pullRequest);
    if (!review) return null;
    const isOfCairn = unsent.how.how === 'review' && this.#hasPending(pullRequest);
    const choice =
      unsent.how.pending ?? (isOfCairn ? 'add' : await questions.pending(review, unsent.how.how));
    if (choice === 'submit') {
      await publisher.submitReview(pullRequest, review, 'COMMENT', '');
      await this.submitted(pullRequest);
      return null;
    }
    unsent.how = { how: 'review', pending: 'add' };
    return review;
  }

  #hasPending({ repository, number }: PullRequestKey): boolean {
    return this.#parts.store.annotations.some(
      ({ published, createdBy }) =>
        published?.isPending === true &&
        published.number === number &&
        published.repository.toLowerCase() === repository.toLowerCase() &&
        this.#isMe(createdBy),
    );
  }

  /** Writes down what is about to be tried, before it is. */
  async #note(
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
    await this.#put(unsent, { ...draft, place: { ...draft.place, anchor: target.anchor }, attempt });
  }

  async #put(unsent: Unsent, draft: Draft): Promise<void> {
    unsent.draft = { ...draft, updatedAt: new Date().toISOString() };
    await (await this.#parts.drafts()).put(unsent.draft);
  }

  /** Says in the space what it has become: a new annotation, where it was none, and where it was published. */
  async #record(draft: Draft, published: Published): Promise<void> {
    const { repository, number } = draft.attempt!;
    const annotation = draft.annotation ?? draft.id;
    const events: NewEvent[] = [];
    if (draft.annotation === null && !this.#parts.store.annotations.some(({ id }) => id === annotation))
      events.push(...added(annotation, draft.body, draft.place.anchor, number));
    const { commentId: comment, url, isPending } = published;
    const publishedAt = new Date().toISOString();
    events.push({
      type: 'annotation.published',
      payload: { annotation, repository, number, comment, url, isPending, publishedAt },
    });
    await this.#parts.store.perform(events);
  }

  /** The pending review of a pull request was submitted: everybody sees its comments now. */
  async submitted({ repository, number }: PullRequestKey): Promise<void> {
    const events = this.#parts.store.annotations.flatMap(({ id, published, createdBy }): NewEvent[] => {
      if (!published?.isPending || published.number !== number || !this.#isMe(createdBy)) return [];
      if (published.repository.toLowerCase() !== repository.toLowerCase()) return [];
      return [{ type: 'annotation.published', payload: { annotation: id, ...published, isPending: false } }];
    });
    if (events.length > 0) await this.#parts.store.perform(events);
  }

  #isMe(name: string | null): boolean {
    return name !== null && (this.#parts.store.space?.isMe(name) ?? false);
  }

  #soon(delay = this.#delay): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tryWaiting(), delay);
  }

  async #tryWaiting(): Promise<void> {
    for (const unsent of [...this.#unsent.values()]) {
      if (unsent.state !== 'waiting') continue;
      unsent.state = 'sending';
      this.#parts.onChange();
      await this.#send(unsent, unattended).catch((error) => {
        if (!isPassing(error)) this.#parts.onFailure(error);
      });
    }
    const isWaiting = [...this.#unsent.values()].some(({ state }) => state === 'waiting');
    this.#delay = isWaiting ? Math.min(this.#delay * 2, longest) : first;
    if (isWaiting) this.#soon();
  }
}

const isCancelled = (error: unknown) => error instanceof CairnError && error.code === 'cancelled';

/** A write whose answer was lost; see the publisher. */
const mayHaveArrived = (error: unknown): boolean =>
  !(error instanceof CairnError) || ('mayHaveArrived' in error && error.mayHaveArrived === true);

/** Without a person there is nobody to ask. */
const unattended: Questions = {
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

/** What makes a new annotation. */
export function added(
  annotation: string,
  body: string,
  anchor: Anchor,
  number: number | null,
  more: { tag?: 'keep' | 'stop' | 'start' | null; goals?: string[]; feedback?: string | null } = {},
): NewEvent[] {
  const { tag = null, goals = [], feedback = null } = more;
  const payload = { annotation, body, anchor, number, feedback, tag };
  const link = (goal: string): NewEvent => ({
    type: 'annotation.linked',
    payload: { annotation, goal, isLinked: true },
  });
  return [{ type: 'annotation.added', payload }, ...goals.map(link)];
}
