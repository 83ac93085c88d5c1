/** A repository on a forge, as a git remote names it. */
export type RemoteRepository = {
  /** Host name, with the port where one is given. */
  host: string;
  /** `owner/name`. */
  repository: string;
};

/**
 * Reads the address of a git remote: `https://host/owner/name.git`, `ssh://git@host/owner/name`,
 * `git@host:owner/name.git`. `null` for anything else, folders included.
 */
export function parseRemote(address: string): RemoteRepository | null {
  const url = /^(?:https?|ssh|git):\/\/(?:[^/@\s]*@)?([^/\s]+)\/(.+)$/.exec(address.trim());
  const scp = /^(?:[^/@\s:]+@)([^/:\s]+):(?!\/)(.+)$/.exec(address.trim());
  const match = url ?? scp;
  if (!match?.[1] || !match[2]) return null;
  const path = match[2].replace(/\/+$/, '').replace(/\.git$/, '');
  if (!isRepositoryName(path)) return null;
  const isSsh = scp !== null || address.trim().startsWith('ssh:');
  const host = match[1].toLowerCase();
  // The port of an ssh remote says nothing about where the web server listens.
  return {
    host: isSsh ? host.replace(/:\d+$/, '').replace(/^ssh\.github\.com$/, 'github.com') : host,
    repository: path,
  };
}

/** Whether this is `owner/name` as GitHub allows it. */
export function isRepositoryName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(text);
}

/** The `url` lines of the remotes in the text of a `.git/config`; for where the Git extension is not at hand. */
export function remotesInConfig(config: string): string[] {
  const found: string[] = [];
  let inRemote = false;
  for (const line of config.split('\n')) {
    const section = /^\s*\[([^\]]*)\]/.exec(line);
    if (section) inRemote = section[1]!.startsWith('remote ');
    const url = /^\s*url\s*=(.*)$/s.exec(line)?.[1]?.trim();
    if (inRemote && url) found.push(url);
  }
  return found;
}
