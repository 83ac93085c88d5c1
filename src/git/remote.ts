import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CairnError } from '../model/errors.ts';
import type { Remote } from './types.ts';

export type RemoteSurroundings = { platform?: NodeJS.Platform; home?: string };

const longest = 2000;
const hostPattern = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const userPattern = /^[A-Za-z0-9_][A-Za-z0-9._+-]*$/;

/**
 * Reads the address of a git remote that a person typed or that stands in a space's settings: https, ssh
 * (`ssh://…` or `git@host:path`), an absolute path (also `~/…` and `file://`); http on this machine only.
 * @throws CairnError 'bad-remote' for anything else, with words that say what to do
 */
export function parseRemote(text: string, surroundings: RemoteSurroundings = {}): Remote {
  const { platform = process.platform, home = os.homedir() } = surroundings;
  const address = text.trim();
  if (address === '') throw bad('Type the address of a git repository.');
  if (address.length > longest) throw bad('This address is too long.');
  checkSeen(address);
  if (address.startsWith('-')) throw bad('An address does not begin with “-”.');
  if (/^[A-Za-z0-9+.-]+::/.test(address)) {
    throw bad('Cairn does not use addresses with “::”, since they can start programs.');
  }
  if (/^[A-Za-z]:[\\/]/.test(address) || address.startsWith('\\\\')) {
    if (platform === 'win32') return folder(address, platform);
    throw bad('This is a path of Windows. Type a path of this machine.');
  }
  if (address.startsWith('/')) {
    if (platform === 'win32') throw bad('Begin the path with its drive: C:\\…');
    return folder(address, platform);
  }
  if (address === '~' || /^~[\\/]/.test(address)) {
    return folder(`${home}/${address.slice(1)}`, platform);
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'file') return fileUrl(address, platform);
  if (scheme === 'https' || scheme === 'http') return web(address);
  if (scheme === 'ssh') return ssh(address);
  if (scheme) {
    throw bad(`Cairn does not use ${scheme}:// addresses. Use one that begins with https:// or ssh://.`);
  }
  const scp = /^(?:([^@/:]+)@)?([^@/:]+):(.+)$/.exec(address);
  if (scp) return scpLike(scp[1] ?? '', scp[2] ?? '', scp[3] ?? '');
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+\/./i.test(address)) {
    throw bad(`Put https:// before it: https://${address}`);
  }
  throw bad(
    'This is no address of a git repository. Use one like https://github.com/ann/our-space.git, or a whole path.',
  );
}

function web(address: string): Remote {
  const url = parse(address);
  if (url.password !== '')
    throw bad('Take the password out of the address; Cairn and git keep it elsewhere.');
  if (!/^([A-Za-z0-9._-]{1,39})?$/.test(url.username) || isToken(url.username)) {
    throw bad('Take the token or the user name out of the address; Cairn and git keep it elsewhere.');
  }
  if (url.search !== '' || url.hash !== '')
    throw bad('Take everything from “?” or “#” on out of the address.');
  if (url.hostname.startsWith('-') || url.hostname.startsWith('.'))
    throw bad('The name of the server is not valid.');
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !isLoopback) {
    throw bad('http:// is not encrypted, so that others could read the space. Use https://.');
  }
  const repository = repositoryOf(decoded(url.pathname));
  const label = `${url.host}/${repository}`;
  const kind = url.protocol === 'http:' ? 'http' : 'https';
  return { kind, url: url.href, origin: url.origin, host: url.host, repository, label };
}

function ssh(address: string): Remote {
  const url = parse(address);
  if (url.password !== '') throw bad('Take the password out of the address; ssh has keys for that.');
  if (url.search !== '' || url.hash !== '')
    throw bad('Take everything from “?” or “#” on out of the address.');
  const user = decoded(url.username);
  checkSsh(user, url.hostname);
  const where = decoded(url.pathname);
  const repository = repositoryOf(where);
  const host = url.hostname.toLowerCase();
  const at = `${user === '' ? '' : `${user}@`}${host}${url.port === '' ? '' : `:${url.port}`}`;
  return {
    kind: 'ssh',
    url: `ssh://${at}${url.pathname}`,
    origin: null,
    host,
    repository,
    label: `${host}/${repository}`,
  };
}

function scpLike(user: string, host: string, where: string): Remote {
  checkSsh(user, host);
  const repository = repositoryOf(where);
  const name = host.toLowerCase();
  // As git reads it: a path that does not begin with a slash starts in the home folder of that user.
  const url = `${user === '' ? '' : `${user}@`}${name}:${where}`;
  return { kind: 'ssh', url, origin: null, host: name, repository, label: `${name}/${repository}` };
}

/** Names that ssh would take for an option, or a shell at the other end for more than a name, are refused. */
function checkSsh(user: string, host: string): void {
  if (user !== '' && (!userPattern.test(user) || isToken(user))) {
    throw bad('The user name before “@” is not valid.');
  }
  if (!hostPattern.test(host) && !/^\[[0-9a-f:]+\]$/i.test(host)) {
    throw bad('The name of the server is not valid. An address looks like git@github.com:ann/our-space.git.');
  }
}

function fileUrl(address: string, platform: NodeJS.Platform): Remote {
  const url = parse(address);
  if (url.search !== '' || url.hash !== '')
    throw bad('Take everything from “?” or “#” on out of the address.');
  if (url.host !== '' && platform !== 'win32')
    throw bad('A file:// address on this machine begins with file:///.');
  checkEscapes(url.pathname);
  let where: string;
  try {
    where = fileURLToPath(url, { windows: platform === 'win32' });
  } catch {
    throw bad('This file:// address is no path of this machine.');
  }
  checkSeen(where);
  return folder(where, platform);
}

function folder(given: string, platform: NodeJS.Platform): Remote {
  const { normalize } = platform === 'win32' ? path.win32 : path.posix;
  const where = normalize(given).replace(platform === 'win32' ? /\\+$/ : /\/+$/, '');
  if (/^([A-Za-z]:)?$/.test(where)) throw bad('This is the root of the disk. Type the path of a repository.');
  // It would be another path when it is read again.
  if (where !== where.trim()) throw bad('The path ends with a space. Type it without.');
  if (platform === 'win32' && !/^([A-Za-z]:\\.|\\\\[^\\]+\\[^\\]+)/.test(where)) {
    throw bad('Type a whole path, with its drive: C:\\…');
  }
  return { kind: 'path', url: where, origin: null, host: null, repository: null, label: where };
}

function parse(address: string): URL {
  if (/[\s\\]/.test(address)) throw bad('This address holds a space or a backslash. Type it anew.');
  try {
    return new URL(address);
  } catch {
    throw bad('This is no valid address. Use one like https://github.com/ann/our-space.git.');
  }
}

function checkEscapes(where: string): void {
  if (/%(0[0-9a-f]|1[0-9a-f]|7f|2f|5c)/i.test(where))
    throw bad('This address holds characters that cannot be seen.');
}

function decoded(where: string): string {
  checkEscapes(where);
  let text: string;
  try {
    text = decodeURIComponent(where);
  } catch {
    throw bad('This is no valid address: the characters after a “%” are wrong.');
  }
  checkSeen(text);
  return text;
}

/** Control characters would end a line of git's protocols; invisible ones make an address look like another. */
function checkSeen(text: string): void {
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)) {
    throw bad('This address holds characters that cannot be seen. Type it anew.');
  }
}

function repositoryOf(where: string): string {
  const name = where.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (name === '') throw bad('The address names a server, but no repository on it.');
  // A server's shell, or ssh, could take these for more than a name.
  if (where.startsWith('-') || where.startsWith('/-') || /["'`$;&|<>(){}*!?\\]|\/\//.test(where)) {
    throw bad('The path in this address holds characters that Cairn does not use.');
  }
  return name;
}

function isToken(name: string): boolean {
  return /^(gh[a-z]_|github_pat_|glpat-|x-access-token$|x-token-auth$|oauth2$)/i.test(name);
}

function bad(message: string): CairnError {
  return new CairnError('bad-remote', message);
}
