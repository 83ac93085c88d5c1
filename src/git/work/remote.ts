import { scrub } from '../failure.ts';
import { parseRemote } from '../remote.ts';
import type { Remote } from '../types.ts';

/**
 * What is known of the address of a remote in the user's own settings. It may be anything that git takes: what Cairn
 * cannot read has no host, so that no account of Cairn's is ever used for it.
 */
export function remoteOf(url: string): Remote {
  try {
    return parseRemote(url);
  } catch {
    return { kind: 'path', url, origin: null, host: null, repository: null, label: scrub(url) };
  }
}
