import type { Person, Work } from '../../git/pairing/index.ts';
import type { Pairing } from '../../model/session.ts';
import * as config from '../config.ts';
import { everybody, type IsMe, isSame } from './people.ts';

/** As many commits are looked at to find out under which address somebody commits. */
const mostCommits = 3000;

/**
 * Who takes part in a pairing besides this user, as git knows them: by the commit of a handoff of theirs, else by the
 * name or login under which they have committed here. Who is not known so is left out: an address that was only
 * guessed would stand beside the real one as soon as they commit.
 */
export async function knownPersons(work: Work, pairing: Pairing, isMe: IsMe): Promise<Person[]> {
  const known = await authorsOf(work).catch(() => []);
  return others(pairing, isMe).flatMap((name) => personOf(name, pairing, known) ?? []);
}

/**
 * The same for the end, when nobody commits any more: who never had the keyboard is credited by the address that
 * GitHub gives to every login. Who has none of both is left out, since nobody could tell who it is.
 */
export async function allPersons(work: Work, pairing: Pairing, isMe: IsMe): Promise<Person[]> {
  const known = await authorsOf(work).catch(() => []);
  const { handoffs } = pairing;
  return others(pairing, isMe).flatMap((name) => {
    const hasTyped = handoffs.some(({ driver, commit }) => commit !== null && isSame(driver, name));
    return personOf(name, pairing, known) ?? (hasTyped ? [] : (byLogin(name) ?? []));
  });
}

const others = (pairing: Pairing, isMe: IsMe) => everybody(pairing).filter((name) => !isMe(name));

type Author = Person & { commit: string };

function personOf(name: string, { handoffs }: Pairing, known: readonly Author[]): Person | undefined {
  const own = handoffs.findLast(({ driver, commit }) => commit !== null && isSame(driver, name))?.commit;
  const found = known.find(({ commit }) => commit === own) ?? known.find((one) => isNamed(one, name));
  return found && { name: found.name, email: found.email };
}

/** Whoever has made one of the newest commits, on whatever branch. */
async function authorsOf(work: Work): Promise<Author[]> {
  const format = '--format=%H%x00%aN%x00%aE';
  const ran = await work.read(['log', '--all', `--max-count=${mostCommits}`, '--no-show-signature', format]);
  return ran.stdout
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [commit = '', name = '', email = ''] = line.split('\0');
      return email === '' ? [] : [{ commit, name, email }];
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
    host = config.host().name.replace(/:\d+$/, '');
  } catch {
    // A bad setting is said where it matters.
  }
  return { name, email: `${name}@users.noreply.${host}` };
}
