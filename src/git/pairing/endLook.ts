import type { Work } from '../work/work.ts';
import { isDirty } from './backup.ts';
import { coAuthorsOf } from './coAuthors.ts';
import { apart, blocking, findChanges, findCommon, telling } from './findings.ts';
import { readMessage, wipSubject } from './message.ts';
import type { Person } from './person.ts';
import type { Finding, WorkState } from './types.ts';

const mostCommits = 2000;

export type EndCommit = {
  oid: string;
  subject: string;
  by: Person;
  at: string;
  message: string;
  isWip: boolean;
};

/** Commits that the pairing's branch has more than the base branch, here or at the remote; the oldest first. */
export async function readCommits(work: Work, { wip, base, config }: WorkState): Promise<EndCommit[]> {
  const tips = [wip?.local, wip?.remote ?? wip?.gone].filter((oid) => typeof oid === 'string');
  const others = [base?.local, base?.remote].filter((oid) => typeof oid === 'string');
  if (tips.length === 0) return [];
  const { stdout } = await work.read([
    ...[
      'log',
      '-z',
      '--reverse',
      '--topo-order',
      `--max-count=${mostCommits}`,
      '--no-show-signature',
      '--no-color',
    ],
    ...['--no-mailmap', '--format=%H%x00%an%x00%ae%x00%aI%x00%B', '--end-of-options'],
    ...[...tips, ...others.map((oid) => `^${oid}`), '--'],
  ]);
  const parts = stdout.toString('utf8').split('\0');
  const commits: EndCommit[] = [];
  for (let i = 0; i + 4 < parts.length; i += 5) {
    const [oid = '', name = '', email = '', at = '', message = ''] = parts.slice(i, i + 5);
    const { subject, handoff } = readMessage(message);
    const isWip = handoff !== null || [config.subject, wipSubject].includes(subject);
    commits.push({ oid, subject, by: { name, email }, at: new Date(at).toISOString(), message, isWip });
  }
  return commits;
}

/** Everybody who took part but who commits; see `coAuthorsOf`. */
export function peopleOf(
  commits: readonly EndCommit[],
  given: readonly Person[],
  me: Person | null,
): Person[] {
  const said = commits.map(({ by, message }) => ({ by, coAuthors: readMessage(message).coAuthors }));
  return coAuthorsOf(said, given, me);
}

/** What stands in the way of ending a pairing. */
export function findEnd(state: WorkState, by?: string): Finding[] {
  const found = findCommon(state, { remote: false, identity: true });
  const { base, wip } = state;
  if (!base || !wip) return [...found, blocking('detached', ['stop'])];
  if (base.local === null && base.remote === null) {
    return [...found, blocking('no-branch', ['stop'], { branch: base.name })];
  }
  const detail = { branch: wip.name };
  if (wip.remote === null && !state.isOffline) {
    if (wip.local === null) found.push(blocking(wip.gone ? 'gone' : 'no-branch', ['stop'], detail));
    else if (wip.gone) found.push(blocking('gone', ['go-on', 'stop'], detail));
  } else if (wip.remote === null && wip.local === null) found.push(blocking('no-branch', ['stop'], detail));
  // What a teammate may have pushed is not known: their work stays at the remote then.
  if (state.isOffline) found.push(blocking('offline', ['stop', 'go-on'], detail));
  if (base.elsewhere) {
    found.push(blocking('elsewhere', ['stop'], { branch: base.name, other: base.elsewhere }));
  }
  if (state.branch === null) found.push(telling('detached', ['switch'], { other: base.name }));
  else if (state.branch !== wip.name && state.branch !== base.name) {
    found.push(telling('wrong-branch', ['switch'], { branch: state.branch, other: base.name }));
  }
  const named = by === undefined ? {} : { by };
  if (wip.ahead > 0 && wip.behind > 0) {
    found.push(blocking('diverged', ['merge', 'backup-and-reset', 'stop'], { ...apart(wip), ...named }));
  } else if (wip.ahead > 0) found.push(telling('unpushed', ['carry'], apart(wip)));
  else if (wip.behind > 0) found.push(telling('newer-push', ['go-on'], { ...apart(wip), ...named }));
  if (base.behind > 0) found.push(telling('behind', ['go-on'], apart(base)));
  // On the pairing's branch they are part of what was made; elsewhere nobody can know.
  return isDirty(state)
    ? [
        ...found,
        ...findChanges(
          state,
          state.branch === wip.name ? ['carry', 'set-aside', 'stop'] : ['set-aside', 'stop'],
        ),
      ]
    : found;
}
