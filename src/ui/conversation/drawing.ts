import type * as vscode from 'vscode';
import type { Publisher } from '../../github/publishing/index.ts';
import type { Drafts } from '../../journal/drafts/drafts.ts';
import type { Growth } from '../growth/growth.ts';
import type { LazyPullRequests } from '../pullRequest/register.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { Outbox } from './outbox.ts';
import { ReplyDrafts } from './replyDrafts.ts';
import { ReplyKeeper } from './replyKeeper.ts';
import { Threads } from './threads.ts';

type Parts = {
  controller: vscode.CommentController;
  store: Store;
  growth: Growth;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  pullRequests: LazyPullRequests;
  publisher: () => Promise<Publisher>;
  /** What was typed and not sent, of the space that is shown. */
  drafts: () => Promise<Drafts>;
  /** What was typed cannot be kept. */
  onFailure: (error: unknown) => void;
};

/** The drawn threads, and what answers them: loaded with the first file that has some. */
export class Drawing implements vscode.Disposable {
  readonly threads: Threads;
  readonly outbox: Outbox;
  readonly #keeper: ReplyKeeper;

  constructor(parts: Parts, look: () => void) {
    const { signIn, pullRequests } = parts;
    const login = () => {
      try {
        return signIn.login();
      } catch {
        // A bad address of the server: nobody is signed in there.
        return null;
      }
    };
    const replies = new ReplyDrafts(parts.drafts);
    this.outbox = new Outbox({
      ...parts,
      replies,
      onSending: (key) => this.#keeper.sending(key),
      onSent: (key) => this.#keeper.sent(key),
      login,
      pullRequests: () => pullRequests.now?.pullRequests,
      loadPullRequests: async () => (await pullRequests.load()).pullRequests,
    });
    this.outbox.onDidChange(look);
    this.threads = new Threads({
      ...parts,
      outbox: this.outbox,
      isSignedIn: () => login() !== null,
      hasBegun: (threadId) => this.#keeper.hasBegun(threadId),
    });
    this.#keeper = new ReplyKeeper({
      controller: parts.controller,
      replies,
      keyOf: (thread) => this.threads.keyOf(thread),
      hasArrived: async ({ threadId }, body, since) =>
        (await (await parts.publisher()).findReply(threadId, body, since)) !== null,
      onChange: look,
      onFailure: parts.onFailure,
    });
  }

  dispose(): void {
    this.#keeper.dispose();
    this.threads.dispose();
    this.outbox.dispose();
  }
}
