import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writeAskpass } from '../../../src/git/askpass.ts';
import {
  type Account,
  createGit,
  joinSpace,
  parseRemote,
  shareSpace,
  syncSpace,
} from '../../../src/git/index.ts';
import { type GitServer, plainEnvironment, startGitServer } from '../../support/git/server.ts';
import { cloneOf, files, names, newFolder, newSpace, ownFile, removeFolders, write } from './support.ts';

const token = 'gho_the-very-secret-token';
const basic = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;

/** git of somebody who is signed in, with all that it logs. */
function signedIn(origin: string, home = newFolder()) {
  const log: string[] = [];
  let asked = 0;
  const account: Account = {
    origin,
    token: async () => {
      asked++;
      return token;
    },
  };
  const scratch = path.join(home, 'scratch');
  const git = createGit({
    program: 'git',
    scratch,
    account,
    env: plainEnvironment(home),
    log: (line) => log.push(line),
    patience: 10_000,
  });
  return { git, log, home, asked: () => asked };
}

describe('the askpass of Cairn', () => {
  let server: GitServer;
  let other: GitServer;
  beforeEach(async () => {
    server = await startGitServer({ password: token });
    other = await startGitServer({ password: token });
  });
  afterEach(async () => {
    await server.close();
    await other.close();
    removeFolders();
  });

  it('lets the signed-in user share, join and sync where a password is wanted', async () => {
    const { git, log, home } = signedIn(server.url);
    const remote = parseRemote(server.create('ann/space').url);
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    await shareSpace(git, cloneOf(ann), remote);
    const ben = path.join(newFolder(), 'ben');
    await joinSpace(git, ben, remote);
    await write(ben, 'ben', 'b1');
    await syncSpace(git, cloneOf(ben));
    await syncSpace(git, cloneOf(ann));
    assert.deepEqual(await names(ann), ['a1', 'b1']);
    assert.ok(server.requests.some(({ authorization }) => authorization === basic));

    // Nowhere but in the environment of git: no file of the space or of Cairn, no argument, no log.
    assert.ok(log.length > 10);
    assert.doesNotMatch(log.join('\n'), /very-secret/);
    for (const folder of [home, path.dirname(ann), path.dirname(ben)]) {
      const { status } = spawnSync('grep', ['-r', 'very-secret', folder]);
      assert.equal(status, 1, `the token is in ${folder}`);
    }
  });

  it('sends much at once, too', async () => {
    const { git } = signedIn(server.url);
    const remote = parseRemote(server.create('ann/large').url);
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    // Nothing that could be packed: git sends more than a megabyte in pieces of no known length.
    fs.appendFileSync(ownFile(ann), `"${randomBytes(2_000_000).toString('base64')}"\n`);
    await shareSpace(git, cloneOf(ann), remote);
    const ben = path.join(newFolder(), 'ben');
    await joinSpace(git, ben, remote);
    assert.deepEqual(files(ben), files(ann));
  });

  it('is not asked for a token where the remote is on another server', async () => {
    const { git, asked } = signedIn(server.url);
    const remote = parseRemote(other.create('ann/space').url);
    await assert.rejects(joinSpace(git, path.join(newFolder(), 's'), remote), { code: 'sync-unauthorized' });
    assert.equal(asked(), 0);
    assert.ok(other.requests.length > 0);
    assert.ok(other.requests.every(({ authorization }) => authorization === undefined));
  });

  it('is asked for a token only when one is wanted, and says what came of it', async () => {
    const open = await startGitServer();
    try {
      const { git, asked } = signedIn(open.url);
      const ann = newSpace();
      await shareSpace(git, cloneOf(ann), parseRemote(open.create('ann/space').url));
      assert.equal(asked(), 0);
    } finally {
      await open.close();
    }
    const strict = await startGitServer({ password: 'another one' });
    try {
      const { git, asked } = signedIn(strict.url);
      const joining = joinSpace(
        git,
        path.join(newFolder(), 's'),
        parseRemote(strict.create('ann/space').url),
      );
      await assert.rejects(joining, { code: 'sync-unauthorized', detail: /Authentication failed/ });
      assert.equal(asked(), 1);
    } finally {
      await strict.close();
    }
  });

  it('gives no token to a server that the signed-in one redirects to', async () => {
    const { git, asked } = signedIn(server.url);
    const remote = parseRemote(server.create('ann/space').url);
    other.create('ann/space');
    server.behaviour = { is: 'redirecting', to: other.url };
    await assert.rejects(joinSpace(git, path.join(newFolder(), 's'), remote), { code: 'sync-unauthorized' });
    assert.ok(asked() > 0, 'the token was not even in play');
    assert.ok(other.requests.length > 0, 'nobody followed');
    assert.ok(other.requests.every(({ authorization }) => authorization === undefined));
  });

  it('gives no token to a server that the signed-in one redirects to once it has the token', async () => {
    const { git } = signedIn(server.url);
    const remote = parseRemote(server.create('ann/space').url);
    const ann = newSpace();
    await write(ann, 'ann', 'a1');
    await shareSpace(git, cloneOf(ann), remote);
    other.create('ann/space');
    server.behaviour = { is: 'redirecting', to: other.url };
    await assert.rejects(syncSpace(git, cloneOf(ann)), { code: 'sync-unauthorized' });
    assert.ok(other.requests.length > 0, 'nobody followed');
    assert.ok(other.requests.every(({ authorization }) => authorization === undefined));
  });

  it('answers for exactly one server, and is a file for its owner alone', async () => {
    const folder = path.join(newFolder(), 'deep', 'scratch');
    const file = await writeAskpass(folder);
    assert.equal(await writeAskpass(folder), file);
    assert.equal(fs.statSync(file).mode & 0o777, 0o700);
    const env = {
      PATH: process.env.PATH,
      CAIRN_ASKPASS_SERVER: 'https://github.com',
      CAIRN_ASKPASS_USER: 'x-access-token',
      CAIRN_ASKPASS_USER_AT_SERVER: 'https://x-access-token@github.com',
      CAIRN_ASKPASS_TOKEN: token,
    };
    const ask = (question: string, variables: NodeJS.ProcessEnv = env) => {
      const { status, stdout } = spawnSync(file, [question], { env: variables });
      return { status, stdout: stdout.toString() };
    };
    assert.deepEqual(ask("Username for 'https://github.com': "), { status: 0, stdout: 'x-access-token\n' });
    assert.deepEqual(ask("Password for 'https://x-access-token@github.com': "), {
      status: 0,
      stdout: `${token}\n`,
    });
    for (const question of [
      "Password for 'https://x-access-token@github.com.evil.example': ",
      "Password for 'https://x-access-token@evil.example': ",
      "Password for 'http://x-access-token@github.com': ",
      "Password for 'https://x-access-token@github.com:444': ",
      "Password for 'https://x-access-token@github.com/other': ",
      "Password for 'https://ann@github.com': ",
      "Password for 'https://x-access-token@github.com@evil.example': ",
      "Password for 'https://x-access-token@*': ",
      "Username for 'https://evil.example': ",
      "Are you sure you want to continue connecting (yes/no/[fingerprint])? 'https://github.com'",
      "Enter passphrase for key '/home/ann/.ssh/id': ",
      '',
    ]) {
      assert.deepEqual(ask(question), { status: 1, stdout: '' }, question);
    }
    assert.deepEqual(ask("Username for '': ", { PATH: process.env.PATH }), { status: 1, stdout: '' });
    // What is in the way of it is replaced.
    fs.writeFileSync(file, '#!/bin/sh\necho stolen\n');
    assert.equal(
      execFileSync(await writeAskpass(folder), ["Username for 'https://github.com': "], { env }).toString(),
      'x-access-token\n',
    );
  });

  it("leaves the user's own credentials in force, and hands the token to nobody who would store it", async () => {
    const home = newFolder();
    fs.writeFileSync(path.join(home, '.gitconfig'), '[credential]\n\thelper = store\n');
    const stored = path.join(home, '.git-credentials');
    const { git } = signedIn(server.url, home);
    const remote = parseRemote(server.create('ann/space').url);
    const ann = newSpace();
    await shareSpace(git, cloneOf(ann), remote);
    assert.equal(fs.existsSync(stored), false, 'the token was stored');

    const line = `${server.url.replace('//', `//own-name:${encodeURIComponent(token)}@`)}\n`;
    fs.writeFileSync(stored, line, { mode: 0o600 });
    const again = signedIn(server.url, home);
    server.requests.length = 0;
    await joinSpace(again.git, path.join(newFolder(), 's'), remote);
    const given = server.requests.flatMap(({ authorization }) => authorization ?? []);
    assert.ok(given.length > 0);
    assert.ok(
      given.every((value) => Buffer.from(value.slice(6), 'base64').toString().startsWith('own-name:')),
      'the own credentials were passed over',
    );
    assert.match(fs.readFileSync(stored, 'utf8'), /^http:\/\/own-name:[^\n]*\n$/);
  });
});
