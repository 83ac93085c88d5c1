import type { Ran } from '../spawn.ts';
import type { Work } from '../work/work.ts';
import { findSecrets } from './secrets.ts';
import type { Secret, WorkState } from './types.ts';

export type Packet = {
  /** What the commit changes against the last one. */
  files: { path: string; status: string }[];
  secrets: Secret[];
  /** Files whose content a hook of Git LFS would bring to the remote, where hooks are off. */
  lfs: string[];
};

/** Bytes of changes that are looked through for secrets. */
const longestPatch = 32 * 1024 * 1024;

/** What a push would tell others: the files of the new commit, and probable secrets in it and in the commits before it. */
export async function readPacket(work: Work, state: WorkState, tree: string): Promise<Packet> {
  const head = state.head as string;
  const [patch, log] = await Promise.all([
    // Names first, then the patch: one call for both.
    look(work, ['diff-tree', '-r', '-z', '--raw', '--no-renames', ...plain, '--end-of-options', head, tree]),
    unseenPatches(work, state),
  ]);
  const text = patch.stdout.toString('utf8');
  const end = text.indexOf('\0\0');
  const parts = text.slice(0, Math.max(end, 0)).split('\0');
  const files: Packet['files'] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    // `:100644 100644 <oid> <oid> M`, then the path.
    files.push({ status: (parts[at] as string).slice(-1), path: parts[at + 1] as string });
  }
  const patches = [text.slice(end + 2), log?.stdout.toString('utf8') ?? ''];
  const isWhole = !patch.stopped && !log?.stopped;
  const found = [
    ...patches.flatMap((one) => findSecrets(one)),
    ...(isWhole ? [] : [{ path: '', line: 0, kind: 'not looked at: too much' }]),
  ];
  const secrets = [...new Map(found.map((secret) => [JSON.stringify(secret), secret])).values()];
  return { files, secrets, lfs: await findLfs(work, files) };
}

async function findLfs(work: Work, files: Packet['files']): Promise<string[]> {
  const isUsed = ['process', 'clean'].some((part) => work.setting(`filter.lfs.${part}`) !== null);
  const paths = files.flatMap(({ path, status }) => (status === 'D' ? [] : [path]));
  if (work.hooks || !isUsed || paths.length === 0) return [];
  const input = paths.map((path) => `${path}\0`).join('');
  const { stdout } = await work.read(['check-attr', '-z', '--stdin', 'filter'], { input });
  const parts = stdout.toString('utf8').split('\0');
  return parts.filter((_, at) => at % 3 === 0 && parts[at + 2] === 'lfs');
}

function look(work: Work, args: readonly string[]): Promise<Ran> {
  return work.read(args, { limit: longestPatch, accepts: ({ stopped }) => stopped === 'too-much' });
}

/** Commits that nobody has seen go along, what they took out again included. */
async function unseenPatches(work: Work, state: WorkState): Promise<Ran | null> {
  const others = [state.wip?.remote, state.base?.remote].filter((oid) => typeof oid === 'string');
  if (!state.head || others.includes(state.head)) return null;
  const log = ['log', '--format=', '-m', '--first-parent', '--no-show-signature', ...plain, '--no-renames'];
  return look(work, [...log, state.head, ...others.map((oid) => `^${oid}`), '--']);
}

/** As `addedLines` wants it, whatever the user's settings say. */
const plain = [
  ...['-p', '-U0', '--inter-hunk-context=0', '--no-color', '--no-ext-diff', '--no-textconv'],
  ...['--src-prefix=a/', '--dst-prefix=b/', '--submodule=short', '--ignore-submodules=none'],
];
