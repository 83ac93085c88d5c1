import { CairnError } from '../../model/errors.ts';
import { failure, scrub } from '../failure.ts';
import type { Ran } from '../spawn.ts';
import type { Remote } from '../types.ts';

/** What a call of git in somebody's own repository that failed means to a person. */
export function workFailure(
  ran: Ran,
  verb: string,
  remote: Remote | null,
  secret?: string | null,
): CairnError {
  const known = failure(ran, verb, remote ?? undefined, secret);
  const say = (code: CairnError['code'], message: string) =>
    new CairnError(code, message, known.detail === undefined ? {} : { detail: known.detail });
  const stderr = scrub(ran.stderr, secret);
  if (ran.stopped === 'aborted') return say('cancelled', 'This was stopped. Nothing has changed.');
  if (ran.stopped === 'too-much') {
    return say(
      'git-failed',
      'There is more to look at than Cairn can hold. Commit or ignore some files first.',
    );
  }
  if (/No space left on device|Disk quota exceeded/i.test(stderr)) {
    return say('git-failed', 'The disk is full. Free some space, then try again.');
  }
  if (/\.lock': File exists|Another git process/i.test(stderr)) {
    return say(
      'git-failed',
      'Another git command is at work in this repository, or one broke off and left its lock file. Wait a moment, then try again.',
    );
  }
  if (remote) {
    const there = remote.host ?? remote.label;
    if (known.code === 'offline')
      return say('offline', `${there} cannot be reached. Nothing has changed here.`);
    if (known.code === 'sync-unauthorized') {
      return say(
        'sync-unauthorized',
        `${there} did not let git in. Push once in a terminal to see what it wants.`,
      );
    }
    if (known.code === 'bad-remote') {
      return say(
        'bad-remote',
        `There is no git repository at ${remote.label}, or you may not see it. Check the address of the remote.`,
      );
    }
  }
  if (/not a git repository|must be run in a work tree/i.test(stderr)) {
    return say('no-repository', 'This folder is not in a git repository. Open one that is.');
  }
  if (/detected dubious ownership/i.test(stderr)) {
    return say(
      'git-failed',
      'git does not trust this repository, since its folder belongs to somebody else. If you trust it, add it to safe.directory in your git settings.',
    );
  }
  if (/smudge|clean filter|external filter/i.test(stderr)) {
    return say(
      'git-failed',
      'A filter program of your git settings failed on a file (Git LFS?). The log says which.',
    );
  }
  if (/would be overwritten|would lose untracked|would be removed/i.test(stderr)) {
    return say(
      'pairing-conflict',
      'Uncommitted changes here are in the way of files that have to change. Set them aside or commit them first.',
    );
  }
  return say('git-failed', `git ${verb} failed: ${lastLine(stderr) || `exit ${ran.code}`}`);
}

function lastLine(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => /^(fatal|error): /.test(line));
  return (lines.at(-1) ?? '').replace(/^(fatal|error): /, '').slice(0, 300);
}
