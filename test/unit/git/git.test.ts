import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { scrub } from '../../../src/git/failure.ts';
import { createGit, joinSpace, parseRemote } from '../../../src/git/index.ts';
import type { ErrorCode } from '../../../src/model/errors.ts';
import { type GitServer, startGitServer } from '../../support/git/server.ts';
import { isAlive, newFolder, newGit, removeFolders, until } from './support.ts';

/** A program that takes git's place. */
function program(script: string): string {
  const file = path.join(newFolder(), 'git');
  fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
  return file;
}

const where = () => ({ gitDir: path.join(newFolder(), '.git'), cwd: newFolder() });

describe('running git', () => {
  let server: GitServer;
  before(async () => {
    server = await startGitServer({ password: 'the-password' });
  });
  beforeEach(() => {
    server.behaviour = { is: 'well' };
    server.requests.length = 0;
  });
  after(async () => {
    await server.close();
    removeFolders();
  });

  /** Joins what is at the address, in vain. */
  async function refused(
    url: string,
    code: ErrorCode,
    words: RegExp,
    options: Parameters<typeof newGit>[0] = {},
  ) {
    const folder = path.join(newFolder(), 'space');
    await assert.rejects(joinSpace(newGit(options), folder, parseRemote(url)), { code, message: words });
    assert.equal(fs.existsSync(folder), false, 'something stayed behind');
  }

  it('passes nothing on that redirects git, and asks nobody', async () => {
    const spy = program('env; echo "--"; for a in "$@"; do printf "%s\\n" "$a"; done; cat');
    const inherited = {
      PATH: process.env.PATH,
      GIT_DIR: '/elsewhere',
      GIT_WORK_TREE: '/elsewhere',
      git_object_directory: '/elsewhere',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.hooksPath',
      GIT_CONFIG_VALUE_0: '/evil',
      GIT_SSH_COMMAND: 'evil',
      GIT_ASKPASS: '/evil',
      GIT_EXEC_PATH: '/evil',
      GIT_TRACE: '1',
      SSH_ASKPASS: '/evil',
      SSH_ASKPASS_REQUIRE: 'force',
      CAIRN_ASKPASS_TOKEN: 'stale',
      LANGUAGE: 'de',
      LC_ALL: 'de_DE.UTF-8',
      OTHER: 'stays',
    };
    const place = where();
    const git = createGit({ program: spy, scratch: newFolder(), env: inherited });
    const { stdout } = await git.local(place, ['show', '$(touch x)', '; touch y', '--']);
    const [env = '', args = ''] = stdout.toString().split('\n--\n');
    const variables = Object.fromEntries(env.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2)));
    assert.equal(variables.GIT_DIR, place.gitDir);
    assert.equal(variables.GIT_TERMINAL_PROMPT, '0');
    assert.deepEqual(
      [variables.GIT_ASKPASS, variables.SSH_ASKPASS, variables.SSH_ASKPASS_REQUIRE],
      ['', '', 'never'],
    );
    assert.deepEqual([variables.LC_ALL, variables.LANGUAGE, variables.OTHER], ['C', undefined, 'stays']);
    assert.doesNotMatch(env, /elsewhere|evil|GIT_TRACE|stale|GIT_CONFIG/);
    assert.match(args, /^-c\ncore\.hooksPath=\/dev\/null\n/);
    assert.ok(args.endsWith('\nshow\n$(touch x)\n; touch y'), args);
    assert.deepEqual(fs.readdirSync(place.cwd), [], 'a shell read the arguments');
  });

  it('says that there is no git', async () => {
    await refused(`${server.url}/a/b.git`, 'git-missing', /Install git/, { program: '/nowhere/git' });
    await refused(`${server.url}/a/b.git`, 'git-missing', /Install git/, { program: 'git-that-nobody-has' });
  });

  it('does not take a space that is gone for a git that is gone', async () => {
    const git = newGit();
    const gone = path.join(newFolder(), 'gone');
    await assert.rejects(git.local({ gitDir: gone, cwd: gone }, ['version']), { code: 'git-failed' });
  });

  it('stops a git that prints without end', async () => {
    const git = newGit({
      program: program('while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done'),
    });
    await assert.rejects(git.local(where(), ['log'], { limit: 100_000 }), { code: 'git-failed' });
  });

  it('stops git with all that it started when it is told to', async () => {
    const pid = path.join(newFolder(), 'pid');
    const git = newGit({ program: program(`sleep 1000 & echo $! > ${pid}; wait`) });
    const controller = new AbortController();
    const call = git.local(where(), ['log'], { signal: controller.signal });
    await until(() => fs.existsSync(pid) && fs.readFileSync(pid, 'utf8').trim() !== '');
    controller.abort();
    await assert.rejects(call, { code: 'cancelled' });
    await until(() => !isAlive(Number(fs.readFileSync(pid, 'utf8'))));
    await assert.rejects(git.local(where(), ['log'], { signal: controller.signal }), { code: 'cancelled' });
  });

  it('does not wait for what git left running with its pipes open', async () => {
    const pid = path.join(newFolder(), 'pid');
    const git = newGit({ program: program(`sleep 1000 & echo $! > ${pid}; echo done`) });
    const { stdout } = await git.local(where(), ['log']);
    assert.equal(stdout.toString(), 'done\n');
    process.kill(Number(fs.readFileSync(pid, 'utf8')));
  });

  it('is refused by a server that wants a password, at once and without asking', async () => {
    const asked = path.join(newFolder(), 'asked');
    const askpass = program(`echo "$1" >> ${asked}; echo the-password`);
    const { url } = server.create('ann/locked');
    const env = { ...newGit().options.env, GIT_ASKPASS: askpass, SSH_ASKPASS: askpass, DISPLAY: ':0' };
    await refused(url, 'sync-unauthorized', /did not let you in/, { env });
    assert.equal(fs.existsSync(asked), false, 'somebody was asked');
  });

  it('gives up on a server that never answers', async () => {
    server.behaviour = { is: 'hanging' };
    await refused(`${server.url}/ann/space.git`, 'offline', /did not answer/, { patience: 300 });
  });

  it('can be stopped while a server does not answer', async () => {
    server.behaviour = { is: 'hanging' };
    const controller = new AbortController();
    const folder = path.join(newFolder(), 'space');
    const joining = joinSpace(newGit(), folder, parseRemote(`${server.url}/ann/space.git`), {
      signal: controller.signal,
    });
    const rejected = assert.rejects(joining, { code: 'cancelled' });
    await until(() => server.requests.length > 0);
    controller.abort();
    await rejected;
    assert.equal(fs.existsSync(folder), false);
  });

  it('knows a server that cannot be reached from one that is broken or has nothing there', async () => {
    const gone = await startGitServer();
    await gone.close();
    await refused(`${gone.url}/ann/space.git`, 'offline', /cannot be reached/);
    await refused('https://cairn.invalid/ann/space.git', 'offline', /cannot be reached/);
    server.behaviour = { is: 'offline' };
    await refused(`${server.url}/ann/space.git`, 'offline', /cannot be reached/);
    for (const status of [500, 502, 503, 429]) {
      server.behaviour = { is: 'failing', status };
      await refused(`${server.url}/ann/space.git`, 'offline', /cannot be reached/);
    }
    server.behaviour = { is: 'failing', status: 403 };
    await refused(`${server.url}/ann/space.git`, 'sync-unauthorized', /did not let you in/);
    server.behaviour = { is: 'failing', status: 404 };
    await refused(`${server.url}/ann/space.git`, 'bad-remote', /no git repository/);
    await refused(path.join(newFolder(), 'nothing.git'), 'bad-remote', /no git repository/);
  });

  it('lets ssh ask nothing, and leaves a command of the user alone', async () => {
    const spy = program(
      'case "$*" in *"config --get"*) exit 1;; esac; echo "$GIT_SSH_COMMAND|$GIT_ALLOW_PROTOCOL" >&2; exit 128',
    );
    const failed = (program: string) =>
      joinSpace(
        newGit({ program }),
        path.join(newFolder(), 's'),
        parseRemote('git@host.invalid:a/b.git'),
      ).then(
        () => '',
        (error: { detail: string }) => error.detail,
      );
    assert.match(await failed(spy), /ssh -o BatchMode=yes -o ConnectTimeout=30\|ssh:https/);
    const own = program(
      'case "$*" in *"config --get"*) echo mine; exit 0;; esac; echo "[$GIT_SSH_COMMAND]" >&2; exit 128',
    );
    assert.match(await failed(own), /\[\]/);
  });

  it('shows no credential of any kind', () => {
    const token = 'gho_abcdefghijklmnop';
    const text = `https://ann:secret@host/x ${token} Authorization: Basic Zm9v\nhttps://host ok opaque`;
    assert.equal(scrub(text, 'opaque'), 'https://***@host/x *** Authorization: ***\nhttps://host ok ***');
  });
});
