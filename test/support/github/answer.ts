import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ownUrl } from './graphql/context.ts';

/** JSON of a REST answer, with the addresses of GitHub.com turned into the server's own; bodies stay as they are. */
export function restJson(value: unknown, url: string): string {
  return JSON.stringify(value, (key, inner) => {
    const isAddress = typeof inner === 'string' && (key === 'url' || key === 'href' || key.endsWith('_url'));
    return isAddress ? ownUrl(inner, url) : inner;
  });
}

export function etagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('hex')}"`;
}

/** True when the client already has this answer. */
export function isKnown(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known?.includes(etag.replace(/^W\//, '')) ?? false;
}

/** Sends; with `isCutOff` only half of the body, and the connection is dropped. */
export function send(
  response: ServerResponse,
  { status, headers, body }: { status: number; headers: Record<string, string>; body: string },
  isCutOff = false,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(
    status,
    status === 304 ? headers : { ...headers, 'content-length': String(bytes.length) },
  );
  if (!isCutOff) {
    response.end(status === 304 ? undefined : bytes);
    return;
  }
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
