import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Remote } from './types.ts';

/** What the token stands for in a request; GitHub takes any name. */
const userName = 'x-access-token';

/**
 * Answers only where git's question names exactly the server of the signed-in user; then git was not redirected.
 * The token is in git's environment and nowhere else.
 */
const script = `#!/bin/sh
# Cairn: answers git's question for a name or a token, for one server only.
[ -n "$CAIRN_ASKPASS_SERVER" ] && [ -n "$CAIRN_ASKPASS_TOKEN" ] || exit 1
case "$1" in
  "Username for '$CAIRN_ASKPASS_SERVER': ") printf '%s\\n' "$CAIRN_ASKPASS_USER" ;;
  "Password for '$CAIRN_ASKPASS_USER_AT_SERVER': ") printf '%s\\n' "$CAIRN_ASKPASS_TOKEN" ;;
  *) exit 1 ;;
esac
`;

/**
 * Writes the askpass script, which holds no secret, into a folder of Cairn's own, unless it is there as it should be.
 * @returns its path, for GIT_ASKPASS
 */
export async function writeAskpass(folder: string): Promise<string> {
  const file = path.join(folder, 'askpass.sh');
  if ((await readFile(file, 'utf8').catch(() => '')) !== script) {
    await mkdir(folder, { recursive: true });
    const fresh = path.join(folder, `askpass-${randomUUID()}.sh`);
    await writeFile(fresh, script, { mode: 0o700 });
    await rename(fresh, file);
  }
  await chmod(file, 0o700);
  return file;
}

/** Whether the remote is on the server that the user signed in to: the same scheme, host and port. */
export function isAtHost(remote: Remote, origin: string): boolean {
  if (remote.origin === null) return false;
  try {
    return new URL(origin).origin === remote.origin;
  } catch {
    return false;
  }
}

/** The environment with which git asks Cairn's script; for the git child alone. */
export function askpassEnvironment(file: string, remote: Remote, token: string): NodeJS.ProcessEnv {
  const { protocol, host, username } = new URL(remote.url);
  const user = username || userName;
  return {
    GIT_ASKPASS: file,
    CAIRN_ASKPASS_SERVER: `${protocol}//${host}`,
    CAIRN_ASKPASS_USER: user,
    CAIRN_ASKPASS_USER_AT_SERVER: `${protocol}//${user}@${host}`,
    CAIRN_ASKPASS_TOKEN: token,
  };
}
