import type { Published, Publisher, PullRequestKey } from '../../github/publishing/index.ts';
import type { Draft, Drafts } from '../../journal/drafts/drafts.ts';
import { CairnError, type ErrorCode } from '../../model/errors.ts';
import type { Store } from '../store.ts';
import { put, type Questions, tryOnce, unattended } from './attempt.ts';
import { PublishedNotes } from './publishedNotes.ts';
import type { Target } from './target.ts';
import { type How, isPassing, Unsent } from './unsent.ts';

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
/** Publishes annotations. Each try is written down before it is made, and looked up before it is made again. */
export class Publishing {
  readonly #parts: Parts;
  readonly #notes: PublishedNotes;
  readonly #unsent = new Map<string, Unsent>();
  /** What is on its way, by the annotation that it is or becomes. */
  readonly #running = new Map<string, Promise<Published>>();
  #turns: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #delay = first;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#notes = new PublishedNotes(parts.store);
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
      if (draft.attempt === null && !this.#notes.isOpen(draft.annotation)) continue;
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
    if (!there?.attempt) await put(unsent, unsent.draft);
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
    const before = this.#notes.publishedBefore(key);
    if (!before && unsent.isKept && !begun.some(({ id }) => id === unsent.draft.id)) throw elsewhere;
    const published =
      before ?? (await tryOnce({ ...this.#parts, notes: this.#notes }, unsent, begun, questions));
    if (!before) {
      this.#needSpace(drafts, await this.#parts.drafts());
      await this.#notes.record(unsent.draft, published);
    }
    this.#unsent.delete(unsent.draft.id);
    for (const id of new Set([unsent.draft.id, ...begun.map((one) => one.id)])) await drafts.remove(id);
    return published;
  }

  /** What was said in one space is written down in no other: it is looked up when its own is shown again. */
  #needSpace(own: Drafts, shown: Drafts): void {
    if (own !== shown) throw elsewhere;
  }

  /** The pending review of a pull request was submitted: everybody sees its comments now. */
  submitted(pullRequest: PullRequestKey): Promise<void> {
    return this.#notes.submitted(pullRequest);
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

const isCancelled = (error: unknown) => error instanceof CairnError && error.code === 'cancelled';
