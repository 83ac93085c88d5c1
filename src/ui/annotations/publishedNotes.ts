import type { Published, PullRequestKey } from '../../github/publishing/index.ts';
import type { Draft } from '../../journal/drafts/drafts.ts';
import type { Anchor, NewEvent } from '../../model/events.ts';
import type { Store } from '../store.ts';

/** What the space says of annotations that were published, and what is written down there of each. */
export class PublishedNotes {
  readonly #store: Pick<Store, 'annotations' | 'space' | 'perform'>;

  constructor(store: Pick<Store, 'annotations' | 'space' | 'perform'>) {
    this.#store = store;
  }

  /** Whether there is such an annotation that was not yet published. */
  isOpen(annotation: string | null): boolean {
    return this.#store.annotations.some(({ id, published }) => id === annotation && !published);
  }

  /** What an earlier try has made of it, `null` where it was not published. */
  publishedBefore(annotation: string): Published | null {
    const note = this.#store.annotations.find(({ id }) => id === annotation);
    if (!note?.published) return null;
    const { comment: commentId, url, isPending } = note.published;
    return { commentId, url, isPending, nodeId: '', threadId: null, reviewId: null };
  }

  /** Whether a comment of this user waits in a pending review of the pull request. */
  hasPending({ repository, number }: PullRequestKey): boolean {
    return this.#store.annotations.some(
      ({ published, createdBy }) =>
        published?.isPending === true &&
        published.number === number &&
        published.repository.toLowerCase() === repository.toLowerCase() &&
        this.#isMe(createdBy),
    );
  }

  /** Says in the space what it has become: a new annotation, where it was none, and where it was published. */
  async record(draft: Draft, published: Published): Promise<void> {
    const { repository, number } = draft.attempt!;
    const annotation = draft.annotation ?? draft.id;
    const events: NewEvent[] = [];
    if (draft.annotation === null && !this.#store.annotations.some(({ id }) => id === annotation))
      events.push(...added(annotation, draft.body, draft.place.anchor, number));
    const { commentId: comment, url, isPending } = published;
    const publishedAt = new Date().toISOString();
    events.push({
      type: 'annotation.published',
      payload: { annotation, repository, number, comment, url, isPending, publishedAt },
    });
    await this.#store.perform(events);
  }

  /** The pending review of a pull request was submitted: everybody sees its comments now. */
  async submitted({ repository, number }: PullRequestKey): Promise<void> {
    const events = this.#store.annotations.flatMap(({ id, published, createdBy }): NewEvent[] => {
      if (!published?.isPending || published.number !== number || !this.#isMe(createdBy)) return [];
      if (published.repository.toLowerCase() !== repository.toLowerCase()) return [];
      return [{ type: 'annotation.published', payload: { annotation: id, ...published, isPending: false } }];
    });
    if (events.length > 0) await this.#store.perform(events);
  }

  #isMe(name: string | null): boolean {
    return name !== null && (this.#store.space?.isMe(name) ?? false);
  }
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
