import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { unquoteGo } from '../../../../src/git/pairing/goString.ts';
import {
  fromEnvironment,
  fromFile,
  mobDefaults,
  readMobConfig,
} from '../../../../src/git/pairing/mobConfig.ts';
import { baseOf, isWipBranch, wipBranchOf } from '../../../../src/git/pairing/wipBranch.ts';
import { newFolder, removeFolders } from '../support.ts';

describe('settings of mob', () => {
  after(removeFolders);

  it('come from the repository before the home folder before the environment before the defaults', async () => {
    const [home, root] = [newFolder(), newFolder()];
    const env: NodeJS.ProcessEnv = {};
    const read = () => readMobConfig({ env, home, root });
    assert.deepEqual(await read(), mobDefaults);
    env.MOB_REMOTE_NAME = 'environment';
    env.MOB_WIP_BRANCH_QUALIFIER = 'red';
    env.MOB_WIP_BRANCH_PREFIX = '';
    assert.deepEqual(await read(), { ...mobDefaults, remote: 'environment', qualifier: 'red' });
    fs.writeFileSync(path.join(home, '.mob'), 'MOB_REMOTE_NAME="home"\nMOB_WIP_BRANCH_PREFIX="wip/"\r\n');
    assert.deepEqual(await read(), { ...mobDefaults, remote: 'home', qualifier: 'red', prefix: 'wip/' });
    fs.writeFileSync(path.join(root, '.mob'), '  MOB_REMOTE_NAME="root"\nMOB_WIP_BRANCH_QUALIFIER=""\n');
    assert.deepEqual(await read(), { ...mobDefaults, remote: 'root', prefix: 'wip/' });
    assert.equal((await readMobConfig({ env, home: null, root })).prefix, 'mob/');
  });

  it('are read as mob reads them, and what mob cannot read says nothing', () => {
    const qualifier = (line: string) => fromFile({ ...mobDefaults, qualifier: 'as-before' }, line).qualifier;
    assert.equal(qualifier('MOB_WIP_BRANCH_QUALIFIER="gr\\u00fcn"'), 'grün');
    assert.equal(qualifier('MOB_WIP_BRANCH_QUALIFIER=`raw`'), 'raw');
    for (const line of [
      'MOB_WIP_BRANCH_QUALIFIER=plain',
      "MOB_WIP_BRANCH_QUALIFIER='single'",
      'MOB_WIP_BRANCH_QUALIFIER="open',
      'MOB_WIP_BRANCH_QUALIFIER = "blank"',
      '# MOB_WIP_BRANCH_QUALIFIER="comment"',
      'export MOB_WIP_BRANCH_QUALIFIER="shell"',
      'MOB_WIP_BRANCH_QUALIFIER',
      '__proto__="x"',
    ])
      assert.equal(qualifier(line), 'as-before', line);
    for (const written of ['"a\\qb"', '"a"b"', '"\\ud800"', '"\\777"', '"', '', '"a\nb"']) {
      assert.equal(unquoteGo(written), null, written);
    }
    assert.equal(unquoteGo('"\\x41\\102\\u0043\\U0001F600\\t\\"\\\\"'), 'ABC😀\t"\\');
  });

  it('run nothing and take nothing that could not be part of a name', async () => {
    const root = newFolder();
    const witness = path.join(root, 'ran');
    const command = `$(touch ${witness})`;
    const bad = [
      '--upload-pack=x',
      '-d',
      'a b',
      'a\\nb',
      '../x',
      'x..y',
      'x@{1}',
      'a:b',
      'a^',
      '/x',
      'a*',
      'a//b',
    ];
    for (const value of [command, `\\u0060touch ${witness}\\u0060`, ...bad, 'x'.repeat(201)]) {
      const lines = ['MOB_REMOTE_NAME', 'MOB_WIP_BRANCH_PREFIX', 'MOB_WIP_BRANCH_QUALIFIER_SEPARATOR'].map(
        (key) => `${key}="${value}"`,
      );
      fs.writeFileSync(path.join(root, '.mob'), [...lines, `MOB_OPEN_COMMAND="${command}"`].join('\n'));
      const config = await readMobConfig({ env: {}, home: null, root });
      // A dash may well part a branch from its qualifier.
      assert.deepEqual({ ...config, separator: '-' }, mobDefaults, value);
    }
    assert.equal(fs.existsSync(witness), false);
    assert.deepEqual(fromFile(mobDefaults, 'MOB_WIP_BRANCH_PREFIX=""\nMOB_REMOTE_NAME=""'), mobDefaults);
    assert.deepEqual(fromFile(mobDefaults, 'MOB_WIP_COMMIT_MESSAGE="a\\nb"'), mobDefaults);
  });

  it('are not waited for where the file is none', async () => {
    const root = newFolder();
    fs.mkdirSync(path.join(root, '.mob'));
    assert.deepEqual(await readMobConfig({ env: {}, home: null, root }), mobDefaults);
    if (process.platform === 'win32') return;
    const home = newFolder();
    spawnSync('mkfifo', [path.join(home, '.mob')]);
    assert.deepEqual(await readMobConfig({ env: {}, home, root }), mobDefaults);
  });

  it('name the commits after another name of the program', () => {
    const subject = 'team next [ci-skip] [ci skip] [skip ci]';
    assert.equal(fromEnvironment(mobDefaults, { MOB_CLI_NAME: 'team' }).subject, subject);
    assert.equal(
      fromEnvironment(mobDefaults, { MOB_CLI_NAME: 'team', MOB_WIP_COMMIT_MESSAGE: 'wip' }).subject,
      'wip',
    );
    assert.equal(fromEnvironment(mobDefaults, { MOB_CLI_NAME: 'mob' }).subject, undefined);
  });
});

describe('branch of a pairing', () => {
  const green = { ...mobDefaults, qualifier: 'green' };
  const of = (wip: string, local: string[], remote: string[] = [], config = mobDefaults) =>
    baseOf(wip, config, { local, remote });

  it('is named as mob names it', () => {
    assert.equal(wipBranchOf('main', mobDefaults), 'mob/main');
    assert.equal(wipBranchOf('main', green), 'mob/main-green');
    assert.equal(wipBranchOf('master', mobDefaults), 'mob-session');
    assert.equal(wipBranchOf('master', green), 'mob/master-green');
    assert.equal(wipBranchOf('feat/x-1', { ...green, prefix: 'wip/', separator: '/' }), 'wip/feat/x-1/green');
    assert.deepEqual(
      ['mob/main', 'mob-session', 'mob/', 'main', 'mobile'].map((name) => isWipBranch(name, mobDefaults)),
      [true, true, false, false, false],
    );
  });

  it('tells its base', () => {
    assert.deepEqual(of('mob/main', ['main', 'mob/main']), {
      base: 'main',
      candidates: ['main'],
      mobSays: 'main',
    });
    assert.deepEqual(of('mob-session', ['main']).base, 'master');
    assert.equal(of('mob/main-green', ['main'], [], green).base, 'main');
    assert.equal(of('mob/main-green', ['main']).base, 'main');
    assert.equal(of('mob/master', ['master']).base, 'master');
  });

  it('tells it where the base has a dash, also where that is known at the remote only', () => {
    assert.equal(of('mob/feature-x', ['main', 'feature-x']).base, 'feature-x');
    const remoteOnly = of('mob/feature-x', ['main', 'feature'], ['main', 'feature-x', 'feature']);
    assert.deepEqual(remoteOnly, {
      base: 'feature-x',
      candidates: ['feature-x', 'feature'],
      mobSays: 'feature',
    });
    const both = of('mob/release-2-green', ['release', 'release-2', 'release-2-green'], [], green);
    assert.equal(both.base, 'release-2');
    assert.deepEqual(both.candidates, ['release-2', 'release-2-green', 'release']);
    assert.equal(both.mobSays, 'release-2-green');
  });

  it('tells none where none is known', () => {
    assert.deepEqual(of('mob/a-b-c', ['main']), { base: null, candidates: [], mobSays: 'a' });
    assert.deepEqual(of('mob/mob/x', ['mob/x']).candidates, []);
    assert.equal(of(`mob/${'-'.repeat(200)}`, []).base, null);
  });
});
