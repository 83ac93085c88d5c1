import os from 'node:os';
import type { Remote } from './types.ts';

/** Where git works: the repository's own folder, and the folder that relative paths start from. */
export type Where = { gitDir: string; cwd: string };

/** Nothing in the repository, in what was fetched, or in the user's settings shall run a program or ask a question. */
const settings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.askPass=',
  'core.autocrlf=false',
  'core.safecrlf=false',
  'core.attributesFile=/dev/null',
  'core.logAllRefUpdates=false',
  'core.looseCompression=1',
  // The repository holds nothing that is not in the journal's files or at the remote; it is made anew when it broke.
  'core.fsync=none',
  'credential.interactive=false',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'fetch.prune=false',
  'fetch.pruneTags=false',
  'fetch.writeCommitGraph=false',
  // Hostile entries of a tree are skipped here and never checked out; refusing the fetch would lock everybody out.
  'fetch.fsckObjects=false',
  'transfer.fsckObjects=false',
  'transfer.bundleURI=false',
  // A month's file is best told from what it was before; comparing it with ten others costs a minute, for nothing.
  'pack.window=1',
  'push.recurseSubmodules=no',
  'push.gpgSign=false',
  'push.followTags=false',
  'commit.gpgSign=false',
  'i18n.commitEncoding=UTF-8',
  'gc.autoDetach=false',
  'gc.auto=0',
  'maintenance.auto=false',
];
export const hardened = settings.flatMap((setting) => ['-c', setting]);

/** Kept of what is inherited: which certificate authorities a company's machine trusts. */
const keptOfGit = new Set(['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH']);

/** git's environment: what is inherited without anything that redirects git, and no way to ask anybody. */
export function environment(base: NodeJS.ProcessEnv, where: Where, remote?: Remote): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(base)) {
    const key = name.toUpperCase();
    if (key.startsWith('GIT_') && !keptOfGit.has(key)) continue;
    if (key.startsWith('SSH_ASKPASS') || key.startsWith('CAIRN_ASKPASS') || key === 'LANGUAGE') continue;
    env[name] = value;
  }
  return {
    ...env,
    LC_ALL: 'C',
    GIT_DIR: where.gitDir,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_DEFAULT_REF_FORMAT: 'files',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_ALLOW_PROTOCOL: remote ? protocols[remote.kind] : 'none',
    NoDefaultCurrentDirectoryInExePath: '1',
  };
}

/** `https` and `ssh` stand in for each other in many people's `url.<base>.insteadOf`; nothing else may. */
const protocols: Record<Remote['kind'], string> = {
  https: 'https:ssh',
  ssh: 'ssh:https',
  http: 'http',
  path: 'file',
};

/** Who a commit of Cairn is by: nobody's name or address, since the events say who wrote them. */
export function committer(now: number): NodeJS.ProcessEnv {
  const date = `@${Math.floor(now / 1000)} +0000`;
  const who = { NAME: 'Cairn', EMAIL: 'cairn@localhost', DATE: date };
  return Object.fromEntries(
    Object.entries(who).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  );
}

/** For when nothing was there before: many different files tell each other nothing. */
export const withoutDeltas = ['-c', 'pack.window=0'];

/**
 * The other side's program where that is run here, since the remote is a folder.
 * @param isWhole all of the space is fetched, not what is new
 */
export function programsOf(remote: Remote, side: 'upload-pack' | 'receive-pack', isWhole = false): string[] {
  if (remote.kind !== 'path') return [];
  // The folder may be somebody else's: its hooks and programs shall not run here either.
  const quiet = [
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'core.alternateRefsCommand=true',
    'receive.autogc=false',
    'pack.window=1',
    'gc.auto=0',
  ];
  const settings = [...quiet.map((setting) => `-c ${setting}`), ...(isWhole ? withoutDeltas : [])].join(' ');
  return [`--${side}=git ${settings} ${side}`];
}

/** The folder to start git in when there is no other. */
export const anywhere = os.tmpdir();
