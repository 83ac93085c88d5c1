import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Cache } from '../../src/github/cache.ts';
import { createGitHub, type PullOptions, pull } from '../../src/github/index.ts';
import { type Host, parseHost } from '../../src/model/host.ts';

/*
 * A pull of one mentee's 217 pull requests, in requests and in time beside the same requests sent bare, from a
 * server in a process of its own.
 */

const root = join(import.meta.dirname, '../..');
const data = join(root, '../shared/data/github/secp256k1.ndjson.gz');
const mentee = 'briar-03';
const repositories = ['lark-04/secp256k1'];
/** Rounds of pull and bare, one after the other: other work on the machine meets both alike. */
const rounds = 7;

/** A pull request with more threads than fit into the first page. */
const long = 1058;

/** Measures; not `ok` when a bound of the issue is exceeded. */
export default async function measure() {
  const { server, url } = await startServer();
  const temporary = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
  try {
    const host = parseHost(url);
    const begin = (name: string) => new Cache(join(temporary, name));
    const requests = await countRequests(host, begin('main'));
    const times = await compare(host, begin);
    const { first, again, oneChanged, fullCheck } = requests;
    const isWithin = first.requests <= 30 && again.requests <= 2 && oneChanged.requests <= 4;
    return { ok: isWithin && fullCheck.found, ...requests, ...times };
  } finally {
    server.kill();
    await rm(temporary, { recursive: true, force: true });
  }
}

async function countRequests(host: Host, cache: Cache) {
  const first = await timed(host, cache);
  const again = await timed(host, cache);
  // Not in this second: what changes right now is asked for once more.
  await control(host, 'touch', long, new Date(Date.now() - 10_000).toISOString());
  const oneChanged = await timed(host, cache);
  const thread = await control(host, 'resolveThread', long);
  const unseen = await timed(host, cache);
  const full = await timed(host, cache, { full: true });
  const record = await cache.read(host.name, repositories[0] ?? '', long);
  const found = record?.threads.find(({ id }) => id === thread)?.isResolved === true;
  return {
    first: shown(first),
    again: shown(again),
    oneChanged: shown(oneChanged),
    resolvedOnServer: shown(unseen),
    fullCheck: { ...shown(full), found },
    // The list by hundreds, then each pull request's line comments, reviews and conversation.
    rest: { requests: Math.ceil(first.pullRequests / 100) + 3 * first.pullRequests },
  };
}

async function compare(host: Host, begin: (name: string) => Cache) {
  const sent: string[] = [];
  const cache = begin('recorded');
  await timed(host, cache, {}, sent);
  const pulls: number[] = [];
  const bares: number[] = [];
  const loads: number[] = [];
  // The first round warms all up.
  for (let round = 0; round <= rounds; round += 1) {
    pulls.push((await timed(host, begin(`round-${round}`))).ms);
    bares.push(await bare(host, sent));
    const start = performance.now();
    await new Cache(cache.folder).load();
    loads.push(performance.now() - start);
  }
  const [pullMs, bareMs, loadMs] = [pulls, bares, loads].map((all) => median(all.slice(1)));
  const ratio = Number(((pullMs ?? 0) / (bareMs ?? 1)).toFixed(2));
  return { pullMs: rounded(pullMs), bareMs: rounded(bareMs), ratio, loadMs: rounded(loadMs) };
}

function shown({ requests, pullRequests, ms }: Awaited<ReturnType<typeof timed>>) {
  return { requests, pullRequests, ms: rounded(ms) };
}

async function timed(host: Host, cache: Cache, options: Partial<PullOptions> = {}, sent?: string[]) {
  const recording: typeof fetch = (address, init) => {
    sent?.push(String(init?.body));
    return fetch(address, init);
  };
  const github = createGitHub({ host, token: 'token', userAgent: 'cairn-bench', fetch: recording });
  const start = performance.now();
  const result = await pull({ github, host, cache, mentee, repositories, ...options });
  const ms = performance.now() - start;
  if (result.problems.length > 0) throw result.problems[0]?.error;
  return { ...result, ms };
}

/** The same requests, as many at once as a pull sends, each answer parsed and dropped. */
async function bare(host: Host, bodies: readonly string[]): Promise<number> {
  const start = performance.now();
  const waiting = [...bodies];
  const headers = { authorization: 'token token', 'content-type': 'application/json' };
  const work = async () => {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      const response = await fetch(host.graphql, { method: 'POST', headers, body });
      const answer = JSON.parse(await response.text()) as { errors?: unknown };
      if (answer.errors) throw new Error('The bare requests were refused: there is nothing to compare with');
    }
  };
  await Promise.all([work(), work()]);
  return performance.now() - start;
}

async function startServer(): Promise<{ server: ChildProcess; url: string }> {
  const main = join(root, 'test/support/github/main.ts');
  const child = spawn(process.execPath, [main, '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) return { server: child, url: line };
  throw new Error('The GitHub server did not start');
}

async function control(host: Host, call: string, ...given: unknown[]): Promise<unknown> {
  const body = JSON.stringify({ call, with: given });
  const response = await fetch(`${host.web}/_control`, { method: 'POST', body });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { result: unknown }).result;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rounded(milliseconds = 0): number {
  return Math.round(milliseconds);
}
