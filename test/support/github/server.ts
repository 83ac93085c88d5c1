import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, send } from './answer.ts';
import type { StoredCode } from './code/types.ts';
import { Control } from './control.ts';
import { Faults } from './faults.ts';
import { handle, type LoggedRequest, viewerOf } from './handle.ts';
import { Hosting } from './hosting.ts';
import { loadLines } from './load.ts';
import { RateLimit } from './rateLimit.ts';
import type { PullLine } from './types.ts';
import { World } from './world.ts';

export type { Fault } from './faults.ts';
export type { LoggedRequest } from './handle.ts';
export type { PullLine } from './types.ts';

export type GitHubServerOptions = {
  /** An `.ndjson` or `.ndjson.gz` set; the project's own sample mentorship when absent. */
  data?: string;
  /** A set that is already in memory; not changed. */
  lines?: readonly PullLine[];
  /** What their repositories hold, by `owner/name`; not changed. */
  code?: Record<string, StoredCode>;
  /** 0 or absent: any free port. */
  port?: number;
  /** Who every token belongs to. Absent: the token may say it (`token-for-LOGIN`), else the busiest author. */
  viewer?: string;
  /** Milliseconds since 1970. */
  now?: () => number;
};

export type GitHubServer = {
  /** `http://127.0.0.1:PORT`: the web address; REST is below `/api/v3`, GraphQL is `/api/graphql`. */
  url: string;
  /** What was answered, in order; may be emptied. */
  requests: LoggedRequest[];
  control: Control;
  close(): Promise<void>;
};

/** Starts a GitHub Enterprise of its own on loopback. What changes in it is gone when it stops. */
export async function startGitHubServer(options: GitHubServerOptions = {}): Promise<GitHubServer> {
  const now = options.now ?? Date.now;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let hosting: Hosting | undefined;
  const close = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    hosting?.close();
  };
  const { lines, code } = await setOf(options, now, url).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const world = new World(lines, code);
  const hosted = new Hosting(world);
  hosting = hosted;
  const faults = new Faults();
  const limits = { core: new RateLimit('core', now), graphql: new RateLimit('graphql', now) };
  const control = new Control({ world, hosting: hosted, faults, limits, now });
  const requests: LoggedRequest[] = [];
  server.on('request', async (request, response) => {
    const json = (status: number, value: unknown) =>
      send(response, {
        status,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(value),
      });
    try {
      if (request.url === '/_requests' && request.method === 'GET') {
        json(
          200,
          requests.filter((one) => one.status !== 0),
        );
      } else if (request.url === '/_control' && request.method === 'POST') {
        json(200, { result: perform(control, JSON.parse(await bodyOf(request))) ?? null });
      } else if (
        !hosted.answer(request, response, (token) => viewerOf(token, { viewer: options.viewer, world }))
      )
        await handle(request, response, {
          world,
          hosting: hosted,
          faults,
          limits,
          requests,
          now,
          url,
          viewer: options.viewer,
        });
    } catch (error) {
      if (!response.headersSent) json(500, { message: String(error) });
      else response.destroy();
    }
  });
  return { url, requests, control, close };
}

type Set = { lines: PullLine[]; code?: Record<string, StoredCode> };

async function setOf(options: GitHubServerOptions, now: () => number, url: string): Promise<Set> {
  const { code } = options;
  if (options.lines) return { lines: structuredClone([...options.lines]), ...(code && { code }) };
  if (options.data) return { lines: await loadLines(options.data) };
  const { sampleSet } = await import('../sample/sample.ts');
  return sampleSet({ now: now(), images: `${url}/images` });
}

function perform(control: Control, { call, with: given = [] }: { call: string; with?: unknown[] }): unknown {
  const isMethod = call !== 'constructor' && Object.hasOwn(Control.prototype, call);
  const method = isMethod ? (control as unknown as Record<string, unknown>)[call] : undefined;
  if (typeof method !== 'function') throw new Error(`The server has no control named ${call}`);
  return method.apply(control, given);
}
