import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveGit } from '../git/backend.ts';
import { makeBare } from '../git/repositories.ts';
import { makeUser } from './edit.ts';
import type { Repository, RestUser } from './types.ts';
import type { World } from './world.ts';

/**
 * The repositories that are made on the server while it runs: empty ones, with git behind them at
 * `/owner/name.git`. Those that a set brings have no git.
 */
export class Hosting {
  readonly #world: World;
  #root: string | undefined;
  /** Logins that may read and push, by repository in lower case; its owner first. */
  readonly #members = new Map<string, Set<string>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** `null` where the owner has one of this name already. */
  create(owner: RestUser, name: string, isPrivate: boolean): Repository | null {
    const fullName = `${owner.login}/${name}`;
    if (this.#world.repository(fullName)) return null;
    const model = [...this.#world.repositories.values()][0]?.raw;
    if (!model) throw new Error('A repository is made after another one, and there is none');
    // All its addresses hold its name.
    const raw = JSON.parse(JSON.stringify(model).replaceAll(model.full_name, fullName));
    const repository = this.#world.addRepository({
      ...raw,
      ...{ id: model.id + 1 + this.#members.size, node_id: `R_${fullName}`, name, owner },
      ...{ private: isPrivate, visibility: isPrivate ? 'private' : 'public', size: 0 },
    });
    this.#root ??= mkdtempSync(join(tmpdir(), 'cairn-github-git-'));
    makeBare(this.#folder(fullName));
    this.#members.set(fullName.toLowerCase(), new Set([owner.login.toLowerCase()]));
    return repository;
  }

  /** Lets somebody read and push, as an accepted invitation does. */
  invite(fullName: string, login: string): void {
    const members = this.#members.get(fullName.toLowerCase());
    if (!members) throw new Error(`${fullName} was not made here`);
    members.add(login.toLowerCase());
    this.#world.addUser(this.#world.user(login) ?? makeUser(login));
  }

  /** The bare repository on the disk, for tests that look into it. */
  folder(fullName: string): string {
    if (!this.#members.has(fullName.toLowerCase())) throw new Error(`${fullName} was not made here`);
    return this.#folder(fullName);
  }

  /** Private ones are not even there for others. */
  isSeenBy(fullName: string, login: string | undefined): boolean {
    const members = this.#members.get(fullName.toLowerCase());
    const isPublic = this.#world.repository(fullName)?.raw.private === false;
    return !members || isPublic || (login !== undefined && members.has(login.toLowerCase()));
  }

  /**
   * Answers what git asks for at `/owner/name.git`; `false` for any other request.
   * @param viewerOf whose a token is, `undefined` for one that is nobody's
   */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    viewerOf: (token: string) => string | undefined,
  ): boolean {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const [, name, rest] =
      /^\/([\w.-]+\/[\w.-]+)\.git(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/.exec(pathname) ?? [];
    if (name === undefined || rest === undefined) return false;
    const token = tokenOf(request);
    const viewer = token === undefined ? undefined : viewerOf(token);
    const members = this.#members.get(name.toLowerCase());
    const isPush = `${request.url}`.includes('git-receive-pack');
    const mayPush = viewer !== undefined && (members?.has(viewer.toLowerCase()) ?? false);
    if (viewer === undefined && (token !== undefined || isPush || !this.isSeenBy(name, undefined))) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="GitHub"' }).end();
    } else if (!members || !this.isSeenBy(name, viewer)) response.writeHead(404).end('Repository not found.');
    else if (isPush && !mayPush) response.writeHead(403).end('Permission denied.');
    else {
      const path = `/${name.toLowerCase()}.git${rest}`;
      serveGit(request, response, { root: this.#root!, path, ...(mayPush && { user: viewer }) });
    }
    return true;
  }

  close(): void {
    if (this.#root) rmSync(this.#root, { recursive: true, force: true, maxRetries: 5 });
  }

  #folder(fullName: string): string {
    return join(this.#root!, `${fullName.toLowerCase()}.git`);
  }
}

/** The password of Basic auth, whatever the user is called. */
function tokenOf(request: IncomingMessage): string | undefined {
  const [, encoded] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  return Buffer.from(encoded, 'base64')
    .toString()
    .replace(/^[^:]*:/, '');
}
