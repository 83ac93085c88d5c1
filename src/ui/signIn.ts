import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import * as config from './config.ts';

/** Reading pull requests of private repositories takes `repo`; GitHub has no smaller scope for it. */
const scopes = ['repo'];

/** A token and the login of its owner. */
export type Account = { token: string; login: string };

/** Who is signed in: VS Code's own session for the host, or a token in the secret storage. */
export class SignIn implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The account, the token or the host is another one now. */
  readonly onDidChange = this.#changed.event;
  readonly #context: vscode.ExtensionContext;
  readonly #owned: vscode.Disposable[];
  /** Counts sign-ins and sign-outs. */
  #acts = 0;

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

  /** Who is signed in, without asking anybody; `undefined` when nobody is. Throws 'bad-host'. */
  async account(): Promise<Account | undefined> {
    const host = config.host();
    const acts = this.#acts;
    const stored = await this.#stored(host);
    const found = stored === undefined ? await this.#silent(host) : stored;
    // Whose session it was stays known when VS Code has none just now.
    const login = found === undefined ? this.#login(host) : (found?.login ?? null);
    // Accounts are changed elsewhere, too; an act of ours in between knows better than what was found.
    if (login !== this.#login(host) && acts === this.#acts) await this.#settle(host, login);
    return found ?? undefined;
  }

  /** The token to use now; see `account`. */
  async token(): Promise<string | undefined> {
    return (await this.account())?.token;
  }

  /** Login of the account that was last seen for this host; known without the network. Throws 'bad-host'. */
  login(): string | null {
    return this.#login(config.host());
  }

  /** Asks for VS Code's session: only on a user's act. Throws 'cancelled', and 'not-signed-in' where it fails. */
  async signIn(options: { chooseAccount?: boolean } = {}): Promise<void> {
    const host = config.host();
    const session = await this.#session(host, {
      createIfNone: true,
      clearSessionPreference: options.chooseAccount ?? false,
    })?.then(undefined, notSignedIn);
    if (!session) {
      throw new CairnError(
        'not-signed-in',
        vscode.l10n.t(
          'VS Code has no sign-in for {0}. Use "Cairn: Sign In with a Token" instead.',
          host.name,
        ),
      );
    }
    await this.#context.secrets.delete(`token:${host.web}`);
    await this.#settle(host, session.account.label);
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
    const account: Account = { token, login };
    await this.#context.secrets.store(`token:${host.web}`, JSON.stringify(account));
    await this.#settle(host, login);
    return { login };
  }

  /** Forgets the token; VS Code's own session stays for other extensions, Cairn no longer uses it. */
  async signOut(): Promise<void> {
    const host = config.host();
    await this.#context.secrets.store(`token:${host.web}`, 'null');
    await this.#settle(host, null);
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  #login(host: Host): string | null {
    return this.#context.globalState.get<string>(`login:${host.web}`) ?? null;
  }

  /** Notes who is signed in from now on, `null` for nobody. */
  async #settle(host: Host, login: string | null): Promise<void> {
    this.#acts += 1;
    await this.#context.globalState.update(`login:${host.web}`, login ?? undefined);
    this.#changed.fire();
  }

  /**
   * The token that was given by hand, with its owner; `null` for who has signed out, `undefined` where VS Code's
   * session counts. One value, so that other windows see all of it at once.
   */
  async #stored(host: Host): Promise<Account | null | undefined> {
    const text = await this.#context.secrets.get(`token:${host.web}`);
    return text === undefined ? undefined : (JSON.parse(text) as Account | null);
  }

  async #silent(host: Host): Promise<Account | undefined> {
    const session = await this.#session(host, { silent: true });
    return session && { token: session.accessToken, login: session.account.label };
  }

  #session(host: Host, options: vscode.AuthenticationGetSessionOptions) {
    if (host.isGitHubDotCom) return vscode.authentication.getSession('github', scopes, options);
    // The built-in Enterprise sign-in serves whichever server its own setting names: use it for ours only.
    const served = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri')?.globalValue;
    const isOurs =
      served !== undefined && served.replace(/\/+$/, '').toLowerCase() === host.web.toLowerCase();
    return isOurs ? vscode.authentication.getSession('github-enterprise', scopes, options) : undefined;
  }
}

/** VS Code throws plain errors, also when somebody closes its question. */
function notSignedIn(error: unknown): never {
  const detail = error instanceof Error ? error.message : String(error);
  if (/did not consent|cancel/i.test(detail)) {
    throw new CairnError('cancelled', vscode.l10n.t('Nobody was signed in.'));
  }
  const message = vscode.l10n.t(
    'VS Code could not sign in. Try again, or use "Cairn: Sign In with a Token".',
  );
  throw new CairnError('not-signed-in', message, { detail, cause: error });
}
