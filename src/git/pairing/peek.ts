import type { Work } from '../work/work.ts';
import { apart, blocking, findChanges, findCommon, prepared, telling } from './findings.ts';
import { look } from './inspect.ts';
import { readMessage } from './message.ts';
import type { Finding, InspectOptions, PeekedTakeOver, WorkState } from './types.ts';

const mostFiles = 100;

/**
 * What the pairing's branch holds at the remote, and what taking it over would find. Asks the remote, changes nothing
 * else.
 * @throws CairnError 'sync-unauthorized', 'bad-remote', 'git-failed', 'cancelled'
 */
export async function peekTakeOver(work: Work, options: InspectOptions = {}): Promise<PeekedTakeOver> {
  const { state } = await look(work, { fetch: true, ...options });
  const commit = state.wip?.remote ?? null;
  const none = { message: null, by: null, at: null, files: [] };
  const told = commit === null ? none : await readCommit(work, commit);
  return { ...prepared(state, findTakeOver(state, told.by?.name)), commit, ...told };
}

/** What stands in the way of taking over. */
export function findTakeOver(state: WorkState, by?: string): Finding[] {
  const found = findCommon(state, { remote: true, identity: false });
  const { wip } = state;
  if (!wip) return [...found, blocking(state.branch === null ? 'detached' : 'no-branch', ['stop'])];
  const named = by === undefined ? {} : { by };
  if (wip.remote === null) {
    const detail = { branch: wip.name };
    if (state.isOffline) found.push(blocking('offline', ['stop']));
    else if (wip.local === null) found.push(blocking(wip.gone ? 'gone' : 'no-branch', ['stop'], detail));
    else found.push(blocking(wip.gone ? 'gone' : 'no-branch', ['keep-local', 'stop'], detail));
  } else if (state.isOffline) found.push(blocking('offline', ['go-on', 'stop'], { branch: wip.name }));
  if (wip.elsewhere) found.push(blocking('elsewhere', ['stop'], { branch: wip.name, other: wip.elsewhere }));
  if (state.branch === null) found.push(telling('detached', ['switch'], { other: wip.name }));
  else if (state.branch !== wip.name && state.branch !== state.base?.name) {
    found.push(telling('wrong-branch', ['switch'], { branch: state.branch, other: wip.name }));
  }
  if (wip.ahead > 0 && wip.behind > 0) {
    found.push(blocking('diverged', ['merge', 'backup-and-reset', 'stop'], { ...apart(wip), ...named }));
  } else if (wip.ahead > 0) found.push(telling('unpushed', ['keep-local', 'backup-and-reset'], apart(wip)));
  else if (wip.behind > 0) found.push(telling('newer-push', ['go-on'], { ...apart(wip), ...named }));
  return [...found, ...findChanges(state, ['set-aside', 'carry', 'stop'])];
}

async function readCommit(work: Work, commit: string) {
  const { stdout } = await work.read([
    ...['log', '-1', '-z', '--first-parent', '-m', '--no-show-signature', '--no-mailmap', '--no-color'],
    ...['--no-ext-diff', '--no-textconv', '--no-renames', '--name-status', '--ignore-submodules=none'],
    ...['--format=%an%x00%ae%x00%aI%x00%B%x00', '--end-of-options', commit, '--'],
  ]);
  const [name = '', email = '', at = '', body = '', ...rest] = stdout.toString('utf8').split('\0');
  const files: { path: string; status: string }[] = [];
  const parts = rest.map((part) => part.replace(/^\n/, '')).filter((part) => part !== '');
  for (let i = 0; i + 1 < parts.length && files.length < mostFiles; i += 2) {
    files.push({ status: (parts[i] as string).slice(0, 1), path: parts[i + 1] as string });
  }
  return {
    message: readMessage(body),
    by: { name, email },
    at: at === '' ? null : new Date(at).toISOString(),
    files,
  };
}
