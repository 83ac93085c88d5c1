import { createHash } from 'node:crypto';
import type { Draft, Drafts } from '../../journal/drafts/drafts.ts';
import { isRepositoryName } from '../../model/remotes.ts';
import type { ThreadKey } from './talk.ts';

/** What is known of a place that no code was taken from. */
const nowhere = {
  ...{ path: '', repository: null, side: 'RIGHT' as const, commit: null, startLine: 1, endLine: 1 },
  ...{ code: '', before: '', after: '' },
};

/** Answers on GitHub that were typed and not sent, or whose answer got lost: one draft a thread. */
export class ReplyDrafts {
  readonly #drafts: () => Promise<Drafts>;

  /** @param drafts those of the space that is shown */
  constructor(drafts: () => Promise<Drafts>) {
    this.#drafts = drafts;
  }

  /** Those of all threads. */
  async list(): Promise<{ key: ThreadKey; draft: Draft }[]> {
    return (await (await this.#drafts()).list()).flatMap((draft) => {
      const key = keyIn(draft);
      return key && draft.id === idOf(key) ? [{ key, draft }] : [];
    });
  }

  /** Keeps what stands in a box; of nothing, nothing. A try of the same words stays known. */
  async type(key: ThreadKey, body: string, uri: string): Promise<void> {
    if (body.trim() === '') return this.remove(key);
    const there = await this.#draftOf(key);
    await this.#put(key, { body, uri, attempt: there?.body === body ? there.attempt : null });
  }

  async remove(key: ThreadKey): Promise<void> {
    await (await this.#drafts()).remove(idOf(key));
  }

  /** When these words were first sent, ISO; `null` where they were not, or GitHub has refused them. */
  async triedAt(key: ThreadKey, body: string): Promise<string | null> {
    const there = await this.#draftOf(key);
    return there?.body === body ? (there.attempt?.at ?? null) : null;
  }

  /** Writes down that the words are about to be sent, before they are. Throws 'journal-unwritable'. */
  async begin(key: ThreadKey, body: string, at: string, reviewId: string | null): Promise<void> {
    const there = await this.#draftOf(key);
    const { repository, number } = key;
    const attempt = { repository, number, at, how: 'reply' as const, reviewId };
    await this.#put(key, { body, uri: there?.place.uri ?? '', attempt });
  }

  /** They were refused: they are there for somebody to go on with. */
  async refused(key: ThreadKey): Promise<void> {
    const there = await this.#draftOf(key);
    if (there) await this.#put(key, { body: there.body, uri: there.place.uri, attempt: null });
  }

  /** Runs `work` while no other window sends an answer in that thread. */
  async hold<T>(key: ThreadKey, work: () => Promise<T>): Promise<T> {
    return (await this.#drafts()).hold(idOf(key), work);
  }

  async #draftOf(key: ThreadKey): Promise<Draft | undefined> {
    const id = idOf(key);
    return (await (await this.#drafts()).list()).find((draft) => draft.id === id);
  }

  async #put(key: ThreadKey, { body, uri, attempt }: Pick<Draft, 'body' | 'attempt'> & { uri: string }) {
    const { repository, number, threadId } = key;
    await (await this.#drafts()).put({
      id: idOf(key),
      body,
      updatedAt: new Date().toISOString(),
      place: { uri, anchor: nowhere },
      kind: 'reply',
      annotation: null,
      thread: JSON.stringify([repository, number, threadId]),
      attempt,
    });
  }
}

const idOf = ({ threadId }: ThreadKey) =>
  `reply-${createHash('sha256').update(threadId).digest('hex').slice(0, 40)}`;

function keyIn({ kind, annotation, thread }: Draft): ThreadKey | null {
  if (kind !== 'reply' || annotation !== null || thread === null) return null;
  try {
    const [repository, number, threadId] = JSON.parse(thread) as unknown[];
    const isNamed = typeof repository === 'string' && isRepositoryName(repository);
    if (!isNamed || typeof threadId !== 'string' || !Number.isSafeInteger(number)) return null;
    return { repository, number: number as number, threadId };
  } catch {
    return null;
  }
}
