import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { parseRemote } from '../../src/git/index.ts';
import { workFailure } from '../../src/git/work/refusal.ts';
import { noConnection } from '../../src/github/failure.ts';
import { ofReading } from '../../src/github/publishing/failures.ts';
import { Failures } from '../../src/ui/failures.ts';
import { SituationKeeper } from '../../src/ui/situation.ts';
import { translated } from '../../src/ui/words/errorsTranslated.ts';

describe('the words for a failure', () => {
  const log = vscode.window.createOutputChannel('Failures of a test', { log: true });
  after(() => log.dispose());

  /** What the views say of a failed act. */
  function said(error: unknown): string | undefined {
    const situation = new SituationKeeper();
    new Failures(log, situation).show(error, 'act');
    return situation.now.problems[0]?.message;
  }

  it('tell a git remote that cannot be reached from GitHub', () => {
    // Nobody listens at this port: git says so in its own words.
    const address = 'http://127.0.0.1:1/ada/beacon.git';
    const { status, stderr } = spawnSync('git', ['ls-remote', address], { cwd: tmpdir(), encoding: 'utf8' });
    const ran = { code: status, stderr, stdout: '', stopped: null };
    const failed = workFailure(ran as never, 'fetch', parseRemote(address));
    assert.equal(failed.code, 'offline', stderr);
    assert.equal(said(failed), '127.0.0.1:1 cannot be reached. Nothing has changed here.');
    assert.match(said(noConnection('ENOTFOUND')) ?? '', /^GitHub cannot be reached\./);
    assert.match(said(ofReading(noConnection('ENOTFOUND'))) ?? '', /^GitHub cannot be reached\./);
    // What is translated for the code is about the remote, since GitHub's words come first.
    assert.match(translated('offline') ?? '', /^The remote of this repository cannot be reached/);
  });
});
