import type { Person, Work } from '../../git/pairing/index.ts';
import type { Deps } from '../commands/deps.ts';
import * as config from '../config.ts';
import { isSame } from './people.ts';

/** As many commits are looked at to find out under which address somebody commits. */
const mostCommits = 3000;

/**
 * Who these people are for git, so that they can be credited: by the address under which they have committed here,
 * else by the address that GitHub gives to every login. Who has neither is left out, since nobody could tell who it is.
 */
export async function personsOf(_deps: Deps, work: Work, names: readonly string[]): Promise<Person[]> {
  const known = await authorsOf(work).catch(() => []);
  return names.flatMap((name) => known.find((one) => isNamed(one, name)) ?? byLogin(name) ?? []);
}

/** Whoever has made one of the newest commits, on whatever branch; the newest address of each comes first. */
async function authorsOf(work: Work): Promise<Person[]> {
  const format = '--format=%aN%x00%aE';
  const ran = await work.read(['log', '--all', `--max-count=${mostCommits}`, '--no-show-signature', format]);
  const lines = new Set(ran.stdout.toString('utf8').split('\n'));
  return [...lines].flatMap((line) => {
    const [name = '', email = ''] = line.split('\0');
    return email === '' ? [] : [{ name, email }];
  });
}

/** By name, or by the login that stands in GitHub's own addresses. */
function isNamed({ name, email }: Person, wanted: string): boolean {
  const login = /^(?:\d{1,20}\+)?([^@+]{1,100})@users\.noreply\./.exec(email)?.[1];
  return isSame(name, wanted) || (login !== undefined && isSame(login, wanted));
}

function byLogin(name: string): Person | null {
  if (!/^[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?$/i.test(name)) return null;
  let host = 'github.com';
  try {
    host = config.host().name;
  } catch {
    // A bad setting is said where it matters.
  }
  return { name, email: `${name}@users.noreply.${host}` };
}
