import { CairnError } from './errors.ts';

/** Where a GitHub server lives: its web pages, REST and GraphQL addresses, all without a trailing slash. */
export type Host = {
  /** Host name with port, as it stands in feedback ids: `github.com`, `127.0.0.1:4711`. */
  name: string;
  web: string;
  rest: string;
  graphql: string;
  isGitHubDotCom: boolean;
  isLoopback: boolean;
};

/**
 * Reads the `cairn.github.host` setting: an address or a bare host name.
 *
 * @throws CairnError `bad-host` for anything that is not the root of a web server, and for plain http
 * anywhere but on this machine, since a token would travel unprotected.
 */
export function parseHost(setting: string): Host {
  const text = setting.trim();
  let url: URL;
  try {
    url = new URL(text.includes('://') ? text : `https://${text}`);
  } catch {
    throw bad(text, 'is not an address');
  }
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw bad(text, 'is not a web address');
  if (url.protocol === 'http:' && !isLoopback) {
    throw bad(text, 'is not encrypted, so that others could read your token; use https');
  }
  if (url.username || url.password) throw bad('the address', 'holds a user name or a password; take it out');
  if (url.pathname !== '/' || url.search || url.hash) {
    throw bad(text, 'has a path; give the address of the server alone');
  }
  if (['github.com', 'www.github.com', 'api.github.com'].includes(url.host)) {
    const rest = 'https://api.github.com';
    return host('github.com', 'https://github.com', rest, `${rest}/graphql`, true, false);
  }
  if (/^[a-z0-9-]+\.ghe\.com$/.test(url.host)) {
    const rest = `https://api.${url.host}`;
    return host(url.host, url.origin, rest, `${rest}/graphql`, false, false);
  }
  return host(url.host, url.origin, `${url.origin}/api/v3`, `${url.origin}/api/graphql`, false, isLoopback);
}

function host(
  name: string,
  web: string,
  rest: string,
  graphql: string,
  isGitHubDotCom: boolean,
  isLoopback: boolean,
): Host {
  return { name, web, rest, graphql, isGitHubDotCom, isLoopback };
}

function bad(what: string, why: string): CairnError {
  const example = 'for example https://github.com';
  return new CairnError('bad-host', `“${what}” ${why}. Set cairn.github.host to your server, ${example}.`);
}
