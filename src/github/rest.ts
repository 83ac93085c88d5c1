import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import { type Answer, noConnection, timedOut, unreadable } from './failure.ts';

export type RestOptions = {
  host: Host;
  token: string;
  signal?: AbortSignal;
  fetch?: typeof fetch;
  /** Milliseconds until an unanswered request is given up; 30,000 where not given. */
  timeout?: number;
  /** The media type that is asked for; GitHub's JSON where not given. */
  accept?: string;
  /** Bytes after which an answer is not read on; a megabyte where not given. */
  largest?: number;
};

/** Bytes: the answers that are asked for as JSON have some 10,000. */
const megabyte = 1024 * 1024;

/**
 * One request to the REST interface of the signed-in host, sent once: nothing is made twice. Any status is an answer.
 * @param path below the interface's address, with a slash in front; its parts are encoded by the caller
 * @throws CairnError 'cancelled', 'unauthorized' for text that cannot be a token; a GitHubFailure where there was no
 * whole answer
 */
export async function askRest(
  options: RestOptions,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer> {
  const { text, ...answer } = await askText(options, method, path, body);
  return { ...answer, data: parse(text) };
}

/** The same for what is no JSON; `data` is `null`. */
export async function askText(
  options: RestOptions,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer & { text: string }> {
  const { host, timeout = 30_000, largest = megabyte } = options;
  const token = options.token.trim();
  // What fetch says about a header that it cannot send would hold the token.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new CairnError('unauthorized', 'This is not a token. Sign in again.');
  }
  const timer = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([options.signal, timer]) : timer;
  try {
    const response = await (options.fetch ?? fetch)(`${host.rest}${path}`, {
      method,
      signal,
      // A token never follows a redirect.
      redirect: 'manual',
      headers: {
        accept: options.accept ?? 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'cairn',
        'x-github-api-version': '2022-11-28',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, data: null, text: await textOf(response, largest) };
  } catch (error) {
    if (error instanceof CairnError) throw error;
    if (options.signal?.aborted) throw new CairnError('cancelled', 'Cancelled.');
    if (timer.aborted) throw timedOut(timeout);
    const { message, cause } = error as { message?: unknown; cause?: { code?: unknown } };
    const reason = `${typeof cause?.code === 'string' ? `${cause.code}: ` : ''}${String(message)}`;
    throw noConnection(reason.replaceAll(token, '…'));
  }
}

async function textOf(response: Response, largest: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largest) throw unreadable('an answer that is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `null` for what is no JSON: an error page of something in between has a status that tells enough. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
