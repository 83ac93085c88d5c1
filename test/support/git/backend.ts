import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gitSync } from './repositories.ts';

let program: string | undefined;

export type BackendOptions = {
  /** The folder whose sub-folders are the repositories. */
  root: string;
  /** Path below the root with git's own part: `/ann/space.git/info/refs`. */
  path: string;
  /** Who was let in; nobody may push without. */
  user?: string | undefined;
};

/**
 * Answers one request of the smart HTTP protocol through git's own `http-backend`. For whichever server on loopback
 * wants to hold repositories.
 */
export function serveGit(request: IncomingMessage, response: ServerResponse, options: BackendOptions): void {
  program ??= join(gitSync(['--exec-path']).trim(), 'git-http-backend');
  const { searchParams } = new URL(request.url ?? '/', 'http://local');
  const header = (name: string) => String(request.headers[name] ?? '');
  const child = spawn(program, [], {
    env: {
      PATH: process.env.PATH,
      HOME: options.root,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: options.path,
      QUERY_STRING: searchParams.toString(),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      GIT_PROTOCOL: header('git-protocol'),
      REMOTE_ADDR: '127.0.0.1',
      ...(header('content-length') && { CONTENT_LENGTH: header('content-length') }),
      ...(options.user && { REMOTE_USER: options.user }),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  response.on('close', () => child.kill());
  child.on('error', () => response.writeHead(500).end());
  let head: Buffer | null = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (head === null) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    const body = head.subarray(end + 4);
    response.writeHead(...headersOf(head.subarray(0, end).toString('latin1')));
    response.write(body);
    head = null;
  });
  child.on('close', () => {
    if (head !== null && !response.headersSent) response.writeHead(500);
    response.end();
  });
}

function headersOf(text: string): [number, Record<string, string>] {
  const headers: Record<string, string> = {};
  let status = 200;
  for (const line of text.split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/s);
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else headers[name] = value;
  }
  return [status, headers];
}
