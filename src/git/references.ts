import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { patiently } from './upkeep.ts';

/** Sets a reference where it still has the value that it had. */
export async function moveRef(
  git: Git,
  where: Where,
  name: string,
  to: string,
  from: string | null,
): Promise<void> {
  const old = from ?? '0'.repeat(to.length);
  await patiently(where, () => git.local(where, ['update-ref', '--no-deref', name, to, old]));
}

/** The object that a reference names, `null` while there is none. */
export async function readRef(git: Git, where: Where, name: string): Promise<string | null> {
  const { stdout } = await git.local(where, ['rev-parse', '--verify', '--quiet', name], {
    accepts: ({ code }) => code === 1,
  });
  return stdout.toString().trim() || null;
}
