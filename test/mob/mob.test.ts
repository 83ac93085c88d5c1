import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import {
  endPairing,
  handOff,
  inspect,
  type Note,
  peekTakeOver,
  prepareEnd,
  prepareHandOff,
  prepareStart,
  startPairing,
  takeOver,
} from '../../src/git/pairing/index.ts';
import { wipSubject } from '../../src/git/pairing/message.ts';
import { gitSync, plainEnvironment } from '../support/git/repositories.ts';
import { type Clone, packet, removeFolders, two } from '../unit/git/pairing/clones.ts';

/*
 * Cairn and the real `mob`, one after the other on the same branch, both ways round. Not part of `npm test`, since it
 * needs the program on the PATH (https://mob.sh).
 */
const isThere = spawnSync('mob', ['version']).status === 0;
const cleo = { name: 'Cleo', email: 'cleo@example.org' };
/** Full of what mob, or git, could take for something else. */
const note: Note = {
  done: 'Asked the author of List<T>\n---\nlastFile:/etc/passwd',
  todo: '# Sort it\n\nCo-authored-by: Eve <eve@example.org>',
  unclear: 'Größe?',
  failing: 'sorts',
};
const cases: [what: string, base: string, qualifier: string, wip: string][] = [
  ['main', 'main', '', 'mob/main'],
  ['master, which mob calls otherwise', 'master', '', 'mob-session'],
  ['a branch with dashes', 'release-2-x', '', 'mob/release-2-x'],
  ['a qualified branch', 'main', 'green', 'mob/main-green'],
  ['master with a qualifier', 'master', 'green', 'mob/master-green'],
  ['a qualified branch with dashes', 'fix/a-b', 'to-day', 'mob/fix/a-b-to-day'],
];

describe('Cairn and mob', function () {
  this.timeout(180_000);
  before(() => {
    if (!isThere)
      throw new Error('There is no mob on the PATH. Install it (https://mob.sh), then run this again.');
  });
  afterEach(removeFolders);

  /** Runs mob as this person would in a terminal. @returns what it printed */
  function mob(clone: Clone, args: string[], env: NodeJS.ProcessEnv = {}): string {
    const all = { ...plainEnvironment(clone.home), GIT_EDITOR: 'true', ...env };
    const { status, stdout, stderr } = spawnSync('mob', args, { cwd: clone.folder, env: all });
    const said = `${stdout}${stderr}`;
    assert.equal(status, 0, `mob ${args.join(' ')}: ${said}`);
    assert.doesNotMatch(said, /ERROR|panic/, said);
    return said;
  }

  async function begin(base: string, qualifier: string) {
    const pair = await two(base);
    gitSync(['config', 'receive.advertisePushOptions', 'true'], { cwd: pair.remote });
    for (const { home } of [pair.ann, pair.ben]) {
      if (qualifier !== '')
        fs.writeFileSync(path.join(home, '.mob'), `MOB_WIP_BRANCH_QUALIFIER="${qualifier}"\n`);
    }
    const branches = () =>
      gitSync(['for-each-ref', '--format=%(refname:short)', 'refs/heads'], { cwd: pair.remote })
        .trim()
        .split('\n');
    return { ...pair, branches };
  }
  const branchOf = (clone: Clone) => clone.git('symbolic-ref', '--short', 'HEAD').trim();

  async function hand(clone: Clone, lastFile: string) {
    const work = await clone.open();
    const packed = await prepareHandOff(work, packet({ note, coAuthors: [cleo], lastFile, fetch: true }));
    return handOff(work, packed);
  }
  async function take(clone: Clone) {
    const work = await clone.open();
    const peeked = await peekTakeOver(work);
    await takeOver(work, peeked);
    return peeked;
  }

  for (const [what, base, qualifier, wip] of cases) {
    it(`go on where the other stopped: ${what}`, async () => {
      const { ann, ben, branches } = await begin(base, qualifier);
      const start = await ann.open();
      await startPairing(start, await prepareStart(start));
      assert.equal(branchOf(ann), wip);
      ann.write('by ann 1.txt', 'one\n');
      await hand(ann, 'by ann 1.txt');

      // mob goes on, and opens the file that the handoff names.
      const opened = path.join(ben.home, 'opened');
      const said = mob(ben, ['start'], { MOB_OPEN_COMMAND: `cp %s ${opened}` });
      assert.match(said, /joining existing session/);
      assert.equal(branchOf(ben), wip);
      while (!fs.existsSync(opened) || fs.readFileSync(opened, 'utf8') === '') await rest(20);
      assert.equal(fs.readFileSync(opened, 'utf8'), 'one\n');
      ben.write('by ben.txt', 'two\n');
      assert.match(mob(ben, ['next']), /Ann.*is \(probably\) next/);

      // Cairn goes on after mob.
      const peeked = await take(ann);
      assert.deepEqual(
        { ...peeked.message, by: peeked.by?.name, findings: peeked.findings.map(({ obstacle }) => obstacle) },
        {
          subject: wipSubject,
          note: { done: '', todo: '', unclear: '', failing: '' },
          coAuthors: [],
          handoff: null,
          lastFile: 'by ben.txt',
          by: 'Ben',
          findings: ['newer-push'],
        },
      );
      assert.equal(ann.read('by ben.txt'), 'two\n');
      ann.write('by ann 2.txt', 'three\n');
      await hand(ann, 'by ann 2.txt');

      // mob ends what both have made.
      mob(ben, ['start']);
      assert.equal(ben.read('by ann 2.txt'), 'three\n');
      mob(ben, ['done']);
      assert.equal(branchOf(ben), base);
      spawnSync('git', ['commit', '--quiet'], {
        cwd: ben.folder,
        env: { ...plainEnvironment(ben.home), GIT_EDITOR: 'true' },
      });
      assert.deepEqual(branches(), [base]);
      assert.deepEqual(ben.git('show', '--name-only', '--format=', 'HEAD').trim().split('\n').sort(), [
        'by ann 1.txt',
        'by ann 2.txt',
        'by ben.txt',
      ]);
      assert.deepEqual(
        ben.git('log', '-1', '--format=%(trailers:key=Co-authored-by,valueonly)').trim().split('\n').sort(),
        ['Ann <ann@example.org>', 'Cleo <cleo@example.org>'],
      );

      // Cairn sees that it is over, and nothing of Ann's is lost.
      const after = await peekTakeOver(await ann.open());
      assert.deepEqual(
        after.findings.map(({ obstacle }) => obstacle),
        ['gone'],
      );
      assert.equal(branchOf(ann), wip);
    });

    it(`end what the other began: ${what}`, async () => {
      const { ann, ben, branches } = await begin(base, qualifier);
      mob(ben, ['start']);
      ben.write('by ben.txt', 'one\n');
      mob(ben, ['next']);
      assert.deepEqual(branches(), [base, wip].sort());

      await take(ann);
      assert.equal(branchOf(ann), wip);
      ann.write('by ann.txt', 'two\n');
      await hand(ann, 'by ann.txt');
      mob(ben, ['start']);
      ben.write('by ben.txt', 'three\n');
      mob(ben, ['next']);

      const work = await ann.open();
      const prepared = await prepareEnd(work, { people: [cleo] });
      assert.deepEqual([prepared.base, prepared.branch], [base, wip]);
      assert.deepEqual(
        prepared.commits.map(({ by }) => by.name),
        ['Ben', 'Ann', 'Ben'],
      );
      await endPairing(work, prepared, { how: 'squash' });
      assert.equal(branchOf(ann), base);
      assert.deepEqual([ann.read('by ben.txt'), ann.read('by ann.txt')], ['three\n', 'two\n']);
      assert.deepEqual(
        ann.git('log', '-1', '--format=%(trailers:key=Co-authored-by,valueonly)').trim().split('\n').sort(),
        ['Ben <ben@example.org>', 'Cleo <cleo@example.org>'],
      );
      assert.deepEqual(branches(), [base]);
      assert.equal(ann.git('rev-list', '--count', `origin/${base}..HEAD`).trim(), '1');

      assert.match(mob(ben, ['done']), /someone else already ended your session/);
      assert.equal(branchOf(ben), base);
    });
  }

  it('agree on the settings', async () => {
    const { ann } = await begin('main', '');
    const values = { PREFIX: 'wip/', QUALIFIER: 'gr\\u00fcn', QUALIFIER_SEPARATOR: '+' };
    const lines = Object.entries(values).map(([key, value]) => `MOB_WIP_BRANCH_${key}="${value}"`);
    fs.writeFileSync(path.join(ann.home, '.mob'), [...lines, 'MOB_REMOTE_NAME=unquoted', ''].join('\n'));
    ann.write('.mob', 'MOB_WIP_BRANCH_QUALIFIER="root"\n');
    const state = await inspect(await ann.open());
    assert.equal(state.wip?.name, 'wip/main+root');
    const said = mob(ann, ['config']);
    assert.match(said, /MOB_WIP_BRANCH_PREFIX="wip\/"/);
    assert.match(said, /MOB_WIP_BRANCH_QUALIFIER="root"/);
    assert.match(said, /MOB_WIP_BRANCH_QUALIFIER_SEPARATOR="\+"/);
    assert.match(said, /MOB_REMOTE_NAME="origin"/);
  });
});
