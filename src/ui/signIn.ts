import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import * as config from './config.ts';

/** Reading pull requests of private repositories takes `repo`; GitHub has no smaller scope for it. */
const scopes = ['repo'];

/** Who is signed in: VS Code's own session for the host, or a token in the secret storage. */
export class SignIn implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The account, the token or the host is another one now. */
  readonly onDidChange = this.#changed.event;
  readonly #context: vscode.ExtensionContext;
  readonly #owned: vscode.Disposable[];

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
    this.#owned = [
      this.#changed,
      vscode.authentication.onDidChangeSessions((event) => {
        if (event.provider.id.startsWith('github')) this.#changed.fire();
      }),
      context.secrets.onDidChange((event) => {
        if (event.key.startsWith('token:')) this.#changed.fire();
      }),
      config.onSettingChange(['host'], () => this.#changed.fire()),
    ];
  }

  /** The token to use now, without asking anybody; `undefined` when nobody is signed in. Throws 'bad-host'. */
  async token(): Promise<string | undefined> {
    const host = config.host();
    const stored = await this.#context.secrets.get(`token:${host.web}`);
    if (stored) return stored;
    if (this.#isSignedOut(host)) return undefined;
    return (await this.#session(host, { silent: true }))?.accessToken;
  }

  /** Login of the account that was last seen for this host; known without the network. */
  login(): string | null {
    return this.#context.globalState.get<string>(`login:${config.host().web}`) ?? null;
  }

  /** Asks for VS Code's session: only on a user's act. Throws 'not-signed-in' when the user declines. */
  async signIn(options: { chooseAccount?: boolean } = {}): Promise<void> {
    const host = config.host();
    await this.#context.globalState.update(`signedOut:${host.web}`, undefined);
    const session = await this.#session(host, {
      createIfNone: true,
      clearSessionPreference: options.chooseAccount ?? false,
    });
    if (!session) {
      throw new CairnError(
        'not-signed-in',
        `VS Code has no sign-in for ${host.name}. Use "Cairn: Sign In with a Token" instead.`,
      );
    }
    await this.#context.secrets.delete(`token:${host.web}`);
    await this.#remember(host, session.account.label);
  }

  /**
   * Keeps a token in the secret storage, once the server has said whose it is.
   * Throws what the server's answer means, 'unauthorized' above all; then nothing is kept.
   */
  async signInWithToken(token: string): Promise<{ login: string }> {
    const host = config.host();
    const { createGitHub } = await import('../github/index.ts');
    const github = createGitHub({ host, token, userAgent: 'cairn' });
    const { login } = await github.viewer();
    await this.#context.globalState.update(`signedOut:${host.web}`, undefined);
    await this.#context.secrets.store(`token:${host.web}`, token);
    await this.#remember(host, login);
    return { login };
  }

  /** Forgets the token; VS Code's own session stays for other extensions, Cairn no longer uses it. */
  async signOut(): Promise<void> {
    const host = config.host();
    await this.#context.globalState.update(`signedOut:${host.web}`, true);
    await this.#context.globalState.update(`login:${host.web}`, undefined);
    await this.#context.secrets.delete(`token:${host.web}`);
    this.#changed.fire();
  }

  /** Notes whose token it is, after the server has said so. */
  async remember(login: string): Promise<void> {
    await this.#remember(config.host(), login);
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  async #remember(host: Host, login: string): Promise<void> {
    await this.#context.globalState.update(`login:${host.web}`, login);
    this.#changed.fire();
  }

  #isSignedOut(host: Host): boolean {
    return this.#context.globalState.get<boolean>(`signedOut:${host.web}`) ?? false;
  }

  async #session(host: Host, options: vscode.AuthenticationGetSessionOptions) {
    if (host.isGitHubDotCom) return vscode.authentication.getSession('github', scopes, options);
    // The built-in Enterprise sign-in serves whichever server its own setting names: use it for ours only.
    const served = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri')?.globalValue;
    const isOurs =
      served !== undefined && served.replace(/\/+$/, '').toLowerCase() === host.web.toLowerCase();
    return isOurs ? vscode.authentication.getSession('github-enterprise', scopes, options) : undefined;
  }
}
