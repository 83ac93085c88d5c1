import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveGit } from './backend.ts';
import { makeBare } from './repositories.ts';

export { serveGit } from './backend.ts';
export * from './repositories.ts';

export type GitServerOptions = {
  /** Whose password is asked for (Basic auth); everybody may do everything when left out. */
  password?: string;
  /** Whether who gives no password may still read. */
  isReadable?: boolean;
};

/** What the server does instead of answering. */
export type Behaviour =
  | { is: 'well' }
  /** Cuts every connection. */
  | { is: 'offline' }
  /** Never answers. */
  | { is: 'hanging' }
  | { is: 'failing'; status: number }
  /** Sends every request to another server, which is given without a trailing slash. */
  | { is: 'redirecting'; to: string };

export type GitRequest = { method: string; url: string; authorization: string | undefined };

export type GitServer = {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** The folder with the repositories. */
  root: string;
  /** Every request, in order; may be emptied. */
  requests: GitRequest[];
  behaviour: Behaviour;
  /** Called when a request that pushes came in, before it is answered. */
  beforePush: (() => void | Promise<void>) | undefined;
  /** Makes an empty repository `owner/name`. @returns its address, and its folder */
  create(name: string): { url: string; path: string };
  close(): Promise<void>;
};

/** Starts a server on loopback that speaks git's smart HTTP protocol, and misbehaves on demand. */
export async function startGitServer(options: GitServerOptions = {}): Promise<GitServer> {
  const root = mkdtempSync(join(tmpdir(), 'cairn-git-server-'));
  const server = createServer((request, response) => void answer(git, options, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const git: GitServer = {
    url,
    root,
    requests: [],
    behaviour: { is: 'well' },
    beforePush: undefined,
    create: (name) => ({ url: `${url}/${name}.git`, path: makeBare(join(root, `${name}.git`)) }),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return git;
}

async function answer(
  git: GitServer,
  { password, isReadable }: GitServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = '', url = '/' } = request;
  git.requests.push({ method, url, authorization: request.headers.authorization });
  const { behaviour } = git;
  if (behaviour.is === 'offline') {
    request.socket.destroy();
    return;
  }
  if (behaviour.is === 'hanging') return;
  if (behaviour.is === 'failing') {
    response.writeHead(behaviour.status).end();
    return;
  }
  if (behaviour.is === 'redirecting') {
    response.writeHead(302, { location: `${behaviour.to}${url}` }).end();
    return;
  }
  const isPush = url.includes('git-receive-pack');
  const isLetIn = password === undefined || given(request) === password;
  if (!isLetIn && (isPush || !isReadable)) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
    return;
  }
  if (isPush && method === 'POST') await git.beforePush?.();
  serveGit(request, response, {
    root: git.root,
    path: decodeURIComponent(new URL(url, git.url).pathname),
    user: isLetIn ? 'somebody' : undefined,
  });
}

/** The password of Basic auth, whoever's it is. */
function given(request: IncomingMessage): string | null {
  const [, encoded] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  return encoded
    ? Buffer.from(encoded, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : null;
}
