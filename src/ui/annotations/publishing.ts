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
  store: Pick<Store, 'annotations' | 'space' | 'events' | 'perform'>;
  /** Those of the space that is shown. */
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
  /** What is on its way, by the annotation that it is or becomes. */
  readonly #running = new Map<string, Promise<Published>>();
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

  /**
   * Takes up what was begun before this window was opened: looks whether it arrived, and sends it where not. What
   * belongs to another space waits until that is shown again.
   */
  resume(found: readonly Draft[], drafts: Drafts): void {
    for (const [id, one] of this.#unsent) if (one.drafts !== drafts) this.#unsent.delete(id);
    for (const draft of found) {
      if (!isBegun(draft) || this.#unsent.has(draft.id)) continue;
      if (draft.attempt === null && !this.#isOpen(draft.annotation)) continue;
      const unsent = new Unsent(
        draft,
        { how: draft.attempt?.how === 'single' ? 'single' : 'review' },
        drafts,
      );
      unsent.isKept = true;
      // Nobody knows any more how it was to be published.
      if (draft.attempt === null) unsent.state = 'failed';
      this.#unsent.set(draft.id, unsent);
    }
    if (this.#unsent.size > 0) this.#soon(0);
  }

  /** It is thrown away, or kept as something else. */
  async forget(id: string): Promise<void> {
    const drafts = this.#unsent.get(id)?.drafts ?? (await this.#parts.drafts());
    await drafts.remove(id);
    this.#unsent.delete(id);
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
    const drafts = await this.#parts.drafts();
    // A second click, or the try that Cairn makes by itself just now: it is the same one.
    const running = this.#running.get(keyOf(draft));
    if (running) return running;
    const unsent = new Unsent({ ...draft, kind: 'publish' }, how, drafts);
    unsent.isKept = this.#unsent.get(draft.id)?.isKept ?? false;
    unsent.state = 'sending';
    this.#unsent.set(draft.id, unsent);
    this.#parts.onChange();
    return this.#send(unsent, questions, () => this.#keep(unsent));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** One after the other: two tries at the same time would both find nothing, and both send. */
  #send(unsent: Unsent, questions: Questions, prepare?: () => Promise<void>): Promise<Published> {
    const key = keyOf(unsent.draft);
    const held = () => unsent.drafts.hold(key, () => this.#sendNow(unsent, questions));
    const before = this.#turns;
    const ready = Promise.resolve(prepare?.());
    const done = ready.then(() => before).then(held);
    this.#turns = done.catch(() => {});
    const running = done
      .catch((error) => this.#failed(unsent, error))
      .finally(() => {
        this.#running.delete(key);
        this.#parts.onChange();
      });
    this.#running.set(key, running);
    return running;
  }

  /** On the disk before anything else, in the place of nothing that may have arrived. */
  async #keep(unsent: Unsent): Promise<void> {
    const there = (await unsent.drafts.list()).find(({ id }) => id === unsent.draft.id);
    if (!there?.attempt) await this.#put(unsent, unsent.draft);
    else unsent.isKept = true;
  }

  async #failed(unsent: Unsent, error: unknown): Promise<never> {
    unsent.fail(error);
    const { draft, drafts } = unsent;
    if (unsent.state === 'waiting') this.#soon();
    else if (draft.annotation !== null && draft.attempt === null) {
      // The words are in the note: nothing would be lost.
      unsent.isKept = false;
      await drafts.remove(draft.id).catch(() => {});
      if (isCancelled(error)) this.#unsent.delete(draft.id);
    } else if (error === elsewhere) this.#unsent.delete(draft.id);
    throw error;
  }

  async #sendNow(unsent: Unsent, questions: Questions): Promise<Published> {
    const { drafts } = unsent;
    const key = keyOf(unsent.draft);
    this.#needSpace(drafts, await this.#parts.drafts());
    // Another window may have sent it, or tried, since this one looked.
    await this.#parts.store.events();
    const begun = (await drafts.list()).filter((one) => one.kind === 'publish' && keyOf(one) === key);
    const before = this.#publishedBefore(key);
    if (!before && unsent.isKept && !begun.some(({ id }) => id === unsent.draft.id)) throw elsewhere;
    const published = before ?? (await this.#try(unsent, begun, questions));
    if (!before) {
      this.#needSpace(drafts, await this.#parts.drafts());
      await this.#record(unsent.draft, published);
    }
    this.#unsent.delete(unsent.draft.id);
    for (const id of new Set([unsent.draft.id, ...begun.map((one) => one.id)])) await drafts.remove(id);
    return published;
  }

  /** What was said in one space is written down in no other: it is looked up when its own is shown again. */
  #needSpace(own: Drafts, shown: Drafts): void {
    if (own !== shown) throw elsewhere;
  }

  async #try(unsent: Unsent, begun: readonly Draft[], questions: Questions): Promise<Published> {
    const publisher = await this.#parts.publisher();
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
    await this.#put(unsent, unsent.draft);
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
      // What GitHub refused has not arrived: the next try need not look for it, but for what was tried before.
      if (!mayHaveArrived(error) && !isPassing(error)) await this.#put(unsent, { ...unsent.draft, attempt });
      throw error;
    }
  }

  #isOpen(annotation: string | null): boolean {
    return this.#parts.store.annotations.some(({ id, published }) => id === annotation && !published);
  }

  /** What the try before this one has made of it. */
  #publishedBefore(annotation: string): Published | null {
    const note = this.#parts.store.annotations.find(({ id }) => id === annotation);
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
    await unsent.drafts.put(unsent.draft);
    unsent.isKept = true;
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
      const isThis = this.#unsent.get(unsent.draft.id) === unsent;
      if (!isThis || unsent.state !== 'waiting' || this.#running.has(keyOf(unsent.draft))) continue;
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

/** The annotation that a draft publishes, or becomes. */
const keyOf = ({ annotation, id }: Draft) => annotation ?? id;

/** Drafts that nobody types at any more: they are on their way, or were. */
export const isBegun = ({ kind, attempt, annotation }: Draft): boolean =>
  kind === 'publish' && (attempt !== null || annotation !== null);

/** It is not for this window to send it, or to say what became of it. */
const elsewhere = new CairnError('cancelled', 'It was sent, or thrown away, in another window or space.');

/** A time that nobody can have meant is none that somebody remembers. */
function isRecent(at: string): boolean {
  const age = Date.now() - Date.parse(at);
  return age >= -stillWanted && age <= stillWanted;
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
