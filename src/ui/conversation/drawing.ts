import type * as vscode from 'vscode';
import type { Publisher } from '../../github/publishing/index.ts';
import type { LazyPullRequests } from '../pullRequest/register.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { Outbox } from './outbox.ts';
import { Threads } from './threads.ts';

type Parts = {
  controller: vscode.CommentController;
  store: Store;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  pullRequests: LazyPullRequests;
  publisher: () => Promise<Publisher>;
};

/** The drawn threads, and what answers them: loaded with the first file that has some. */
export class Drawing implements vscode.Disposable {
  readonly threads: Threads;
  readonly outbox: Outbox;

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
    this.outbox = new Outbox({
      ...parts,
      login,
      pullRequests: () => pullRequests.now?.pullRequests,
      loadPullRequests: async () => (await pullRequests.load()).pullRequests,
    });
    this.outbox.onDidChange(look);
    this.threads = new Threads({ ...parts, outbox: this.outbox, isSignedIn: () => login() !== null });
  }

  dispose(): void {
    this.threads.dispose();
    this.outbox.dispose();
  }
}
