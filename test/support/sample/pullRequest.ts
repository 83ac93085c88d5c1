import type { PullFile, PullLine, RestLineComment, RestReview } from '../github/types.ts';
import { changesOf } from './changes.ts';
import { type Earlier, earlierCode } from './place.ts';
import { iso, restPull, sha } from './restPull.ts';
import { type Kind, restSaid } from './restSaid.ts';
import type { Talk, Who } from './talk.ts';

const hour = 3_600_000;
type Verdict = RestReview['state'];

export type BuildOptions = {
  /** Milliseconds since 1970. */
  now: number;
  repository?: string;
};

export type Story = { earlier: Earlier[]; answer: string; isPushedOver: boolean; isSquashed: boolean };

/** A pull request that reads like its history; every act is some hours after the one before. */
export class PullRequestBuilder {
  readonly #number: number;
  readonly #title: string;
  readonly #acts: ((line: PullLine) => void)[] = [];
  readonly #files: PullFile[] = [];
  readonly #earlier: Earlier[] = [];
  #author: Who = null;
  #body = '';
  #branch: string;
  #daysAgo = 1;
  #nextId = 0;
  #at = 0;
  #answer = 'Do what the review asked for';
  #isPushedOver = false;
  #isSquashed = false;

  constructor(number: number, title: string) {
    this.#number = number;
    this.#title = title;
    this.#branch = `change-${number}`;
  }

  by(author: Who): this {
    this.#author = author;
    return this;
  }

  onBranch(branch: string): this {
    this.#branch = branch;
    return this;
  }

  about(body: string): this {
    this.#body = body;
    return this;
  }

  daysAgo(days: number): this {
    this.#daysAgo = days;
    return this;
  }

  /** A submitted review (or a pending one) with its comments. */
  round(who: Who, verdict: Verdict, body: string, ...talks: Talk[]): this {
    this.#acts.push((line) => {
      this.#at += 6 * hour;
      const review = this.#review(line, who, verdict, body);
      for (const talk of talks) this.#talk(line, talk, who, review);
    });
    return this;
  }

  /** A comment in the conversation. */
  says(who: Who, body: string): this {
    this.#acts.push((line) => {
      this.#at += 2 * hour;
      const said = this.#said(line, 'conversation', who, body);
      line.issue_comments.push({ ...said, issue_url: String(line.pull.issue_url), ...this.#times() });
    });
    return this;
  }

  merged(): this {
    this.#acts.push((line) => {
      this.#at += 3 * hour;
      const at = iso(this.#at);
      Object.assign(line.pull, { state: 'closed', merged: true, merged_at: at, closed_at: at });
    });
    return this;
  }

  closed(): this {
    this.#acts.push((line) => {
      this.#at += 3 * hour;
      Object.assign(line.pull, { state: 'closed', closed_at: iso(this.#at) });
    });
    return this;
  }

  /** A file that it changes and nobody commented on. */
  alsoChanges(...files: PullFile[]): this {
    this.#files.push(...files);
    return this;
  }

  /** What its first commit had otherwise, besides the code that comments stand on. */
  began(...earlier: Earlier[]): this {
    this.#earlier.push(...earlier);
    return this;
  }

  /** What the commit says that it added after the first round. */
  answeredBy(message: string): this {
    this.#answer = message;
    return this;
  }

  /** Its last commit was pushed over the first one, which is gone. */
  pushedOver(): this {
    this.#isPushedOver = true;
    return this;
  }

  /** Merged as one commit: a clone has none of its own. */
  squashed(): this {
    this.#isSquashed = true;
    return this;
  }

  /** What `withHistory` needs to know. */
  get story(): Story {
    return {
      earlier: this.#earlier,
      answer: this.#answer,
      isPushedOver: this.#isPushedOver,
      isSquashed: this.#isSquashed,
    };
  }

  /** One line of an NDJSON set, with the state of its threads told rather than made up. */
  build({ now, repository = 'harbour-lights/beacon' }: BuildOptions): PullLine {
    this.#at = now - this.#daysAgo * 24 * hour;
    // Ids of today's GitHub do not fit in 32 bits any more.
    this.#nextId = 2_900_000_000 + this.#number * 10_000;
    const line: PullLine = {
      number: this.#number,
      pull: restPull({
        id: this.#nextId++,
        number: this.#number,
        title: this.#title,
        body: this.#body,
        author: this.#author,
        branch: this.#branch,
        repository,
        at: iso(this.#at),
      }),
      reviews: [],
      review_comments: [],
      issue_comments: [],
      force_pushes: [],
      commits: [{ sha: sha(`${this.#number} head`), message: this.#title }],
      comment_deleted: 0,
      threads: {},
      minimized: [],
    };
    for (const act of this.#acts) act(line);
    line.files = [...changesOf(line.review_comments), ...this.#files];
    if (this.#at > now) throw new Error(`#${this.#number} would end in the future: let it begin earlier`);
    line.pull.updated_at = iso(this.#at);
    Object.assign(line.pull, {
      comments: line.issue_comments.length,
      review_comments: line.review_comments.length,
      changed_files: line.files.length,
    });
    return line;
  }

  #talk(line: PullLine, talk: Talk, begins: Who, review: RestReview): void {
    let first: RestLineComment | undefined;
    for (const { who, body } of talk.turns) {
      if (first) this.#at += hour;
      const speaker = who === undefined ? begins : who;
      // A reply is a review of its own on GitHub, without words.
      const within = first ? this.#review(line, speaker, 'COMMENTED', '') : review;
      const isOutdated = talk.place.line === null && talk.place.subject_type === 'line';
      const said: RestLineComment = {
        ...this.#said(line, 'line', speaker, body),
        ...talk.place,
        ...this.#times(),
        pull_request_review_id: within.id,
        commit_id: line.pull.head.sha,
        original_commit_id: sha(`${this.#number} ${isOutdated ? 'earlier' : 'head'}`),
        pull_request_url: line.pull.url,
        ...(first ? { in_reply_to_id: first.id } : {}),
      };
      const earlier = earlierCode.get(talk.place);
      if (earlier) earlierCode.set(said, earlier);
      line.review_comments.push(said);
      first ??= said;
      if (talk.isMinimized) line.minimized?.push(said.id);
    }
    if (!first || !line.threads) return;
    const isResolved = talk.resolver !== null;
    line.threads[String(first.id)] = isResolved
      ? { isResolved, resolvedBy: talk.resolver ?? '' }
      : { isResolved };
  }

  #review(line: PullLine, who: Who, state: Verdict, body: string): RestReview {
    const review: RestReview = {
      ...this.#said(line, 'review', who, body),
      state,
      commit_id: line.pull.head.sha,
      pull_request_url: line.pull.url,
      ...(state === 'PENDING' ? {} : { submitted_at: iso(this.#at) }),
    };
    line.reviews.push(review);
    return review;
  }

  #said(line: PullLine, kind: Kind, who: Who, body: string) {
    return restSaid({ id: this.#nextId++, pull: line.pull, kind, who, body });
  }

  #times() {
    return { created_at: iso(this.#at), updated_at: iso(this.#at) };
  }
}

/** `pullRequest(12, 'Retry what fails').by('ada-wren').daysAgo(30).round(…).merged()` */
export function pullRequest(number: number, title: string): PullRequestBuilder {
  return new PullRequestBuilder(number, title);
}
