import assert from 'node:assert/strict';
import type { Answer } from '../../../../src/growth/followThrough/index.ts';
import { gitSync } from '../../../support/git/repositories.ts';
import { followIn, Golden, linesOf, newFolder, removeGolden } from './golden.ts';

/** What matters of an answer, with the commit as asked for. */
const answer = (status: Answer['status'], more: Partial<Answer> = {}): Answer => ({
  ...{ status, commit: null, at: null, isBeforeMerge: null, place: null, reason: null },
  ...more,
});
const at = (golden: Golden, commit: string) => ({
  commit,
  at: golden.time(commit),
});

describe('what became of commented lines, in a repository made by git', function () {
  this.timeout(20_000);
  afterEach(removeGolden);

  /** `main` with a file of 40 lines, and a branch that adds to it. */
  function begun(): { golden: Golden; said: string } {
    const golden = new Golden();
    golden.commit({ 'src/a.ts': linesOf(40), 'README.md': 'Beacon\n' }, 'Begin');
    golden.branch('work');
    const said = golden.commit({ 'src/a.ts': linesOf(50) }, 'Work');
    return { golden, said };
  }

  it('changed: the first commit that touched them, and where they stand', async () => {
    const { golden, said } = begun();
    golden.commit({ 'README.md': 'Beacon, lit\n' });
    const fix = golden.commit({
      'src/a.ts': `// head\n${linesOf(50, { 45: "const value45 = better(45, 'step 45');" })}`,
    });
    golden.commit({
      'src/a.ts': `// head\n// more\n${linesOf(50, { 45: "const value45 = better(45, 'step 45');" })}`,
    });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), golden.thread(said, 'src/a.ts', 45)),
      answer('changed', { ...at(golden, fix), place: { path: 'src/a.ts', line: 47 } }),
    );
  });

  it('unchanged: what is around them changed', async () => {
    const { golden, said } = begun();
    golden.commit({ 'src/a.ts': linesOf(50, { 44: 'other();', 46: null }) });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), golden.thread(said, 'src/a.ts', 45)),
      answer('unchanged', { place: { path: 'src/a.ts', line: 45 } }),
    );
  });

  it('unchanged: they were changed and put back', async () => {
    const { golden, said } = begun();
    golden.commit({ 'src/a.ts': linesOf(50, { 45: 'tried();' }) });
    golden.commit({ 'src/a.ts': linesOf(50) });
    assert.equal(
      (await golden.follow(golden.pullRequest(), golden.thread(said, 'src/a.ts', 45))).status,
      'unchanged',
    );
  });

  it('several lines: one of them is enough, or one more among them', async () => {
    const { golden, said } = begun();
    const thread = golden.thread(said, 'src/a.ts', 46, { startLine: 44 });
    const fix = golden.commit({
      'src/a.ts': linesOf(50, { 44: "const value44 = compute(308, 'step 44', now);" }),
    });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('changed', { ...at(golden, fix), place: { path: 'src/a.ts', line: 44 } }),
    );
    golden.branch('work', said);
    const more = golden.commit({
      'src/a.ts': linesOf(50).replace('const value45', 'check();\nconst value45'),
    });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('changed', { ...at(golden, more), place: { path: 'src/a.ts', line: 44 } }),
    );
  });

  it('removed: nothing stands in their place, or the file is gone', async () => {
    const { golden, said } = begun();
    const fix = golden.commit({ 'src/a.ts': linesOf(50, { 45: null, 46: null }) });
    const thread = golden.thread(said, 'src/a.ts', 45);
    assert.deepEqual(await golden.follow(golden.pullRequest(), thread), answer('removed', at(golden, fix)));
    golden.branch('work', said);
    const gone = golden.commit({ 'src/a.ts': null, 'src/b.ts': 'export const other = 1;\n' });
    assert.deepEqual(await golden.follow(golden.pullRequest(), thread), answer('removed', at(golden, gone)));
  });

  it('moved: within the file', async () => {
    const { golden, said } = begun();
    const text = linesOf(50, { 44: null, 45: null, 46: null });
    const block = linesOf(50).split('\n').slice(43, 46).join('\n');
    const move = golden.commit({ 'src/a.ts': `${block}\n${text}` });
    golden.commit({ 'src/a.ts': `// top\n${block}\n${text}` });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), golden.thread(said, 'src/a.ts', 46, { startLine: 44 })),
      answer('moved', { ...at(golden, move), place: { path: 'src/a.ts', line: 2 } }),
    );
  });

  it('moved: into another file, and changed there', async () => {
    const { golden, said } = begun();
    const block = linesOf(50).split('\n').slice(43, 46).join('\n');
    const move = golden.commit({
      'src/a.ts': linesOf(50, { 44: null, 45: null, 46: null }),
      'src/b.ts': `// helper\n${block}\n`,
    });
    const thread = golden.thread(said, 'src/a.ts', 46, { startLine: 44 });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('moved', { ...at(golden, move), place: { path: 'src/b.ts', line: 2 } }),
    );
    const fix = golden.commit({ 'src/b.ts': `// helper\n${block.replace('compute', 'measure')}\n` });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('changed', { ...at(golden, fix), place: { path: 'src/b.ts', line: 2 } }),
    );
  });

  it('a renamed file: the lines are followed there', async () => {
    const { golden, said } = begun();
    golden.move('src/a.ts', 'src/new name.ts');
    const thread = golden.thread(said, 'src/a.ts', 45);
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('unchanged', { place: { path: 'src/new name.ts', line: 45 } }),
    );
    const fix = golden.commit({
      'src/new name.ts': linesOf(50, { 45: "const value45 = compute(1, 'step 45');" }),
    });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('changed', { ...at(golden, fix), place: { path: 'src/new name.ts', line: 45 } }),
    );
  });

  it('amended and pushed over: the result is known, the commit is not', async () => {
    const { golden, said } = begun();
    golden.branch('work', 'main');
    golden.commit(
      { 'src/a.ts': linesOf(50, { 45: "const value45 = better(45, 'step 45');" }) },
      'Work, again',
    );
    const record = golden.pullRequest('work', { forced: true });
    assert.deepEqual(
      await golden.follow(record, golden.thread(said, 'src/a.ts', 45)),
      answer('changed', { place: { path: 'src/a.ts', line: 45 }, reason: 'force-pushed' }),
    );
    assert.deepEqual(
      await golden.follow(record, golden.thread(said, 'src/a.ts', 46)),
      answer('unchanged', { place: { path: 'src/a.ts', line: 46 } }),
    );
  });

  it('rebased with a fix on top: the commit is known again', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    golden.commit({ 'src/a.ts': linesOf(40, { 3: 'base();' }) }, 'Base');
    golden.branch('work');
    golden.commit({ 'src/a.ts': linesOf(50, { 3: 'base();' }) }, 'Work, rebased');
    const fix = golden.commit({
      'src/a.ts': linesOf(50, { 3: 'base();', 45: "const value45 = best(45, 'step 45');" }),
    });
    assert.deepEqual(
      await golden.follow(golden.pullRequest('work', { forced: true }), golden.thread(said, 'src/a.ts', 45)),
      answer('changed', { ...at(golden, fix), place: { path: 'src/a.ts', line: 45 } }),
    );
  });

  it('rebased over a base that changed the lines: that is no answer', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    golden.commit({ 'src/a.ts': linesOf(40, { 20: "const value20 = compute(20, 'base');" }) }, 'Base');
    golden.branch('work');
    golden.commit(
      { 'src/a.ts': linesOf(50, { 20: "const value20 = compute(20, 'base');" }) },
      'Work, rebased',
    );
    const record = golden.pullRequest('work', { forced: true });
    assert.deepEqual(
      await golden.follow(record, golden.thread(said, 'src/a.ts', 20)),
      answer('unchanged', { place: { path: 'src/a.ts', line: 20 }, reason: 'base' }),
    );
  });

  it('rebased and changed, where the base changed the same lines: nobody can tell', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    golden.commit({ 'src/a.ts': linesOf(40, { 20: "const value20 = compute(20, 'base');" }) }, 'Base');
    golden.branch('work');
    golden.commit(
      { 'src/a.ts': linesOf(50, { 20: "const value20 = measure(20, 'both');" }) },
      'Work, rebased',
    );
    const record = golden.pullRequest('work', { forced: true });
    assert.deepEqual(
      await golden.follow(record, golden.thread(said, 'src/a.ts', 20)),
      answer('unknown', { reason: 'base' }),
    );
  });

  it('rebased over a base that changed one of the lines, and another one changed with it: that is an answer', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    golden.commit({ 'src/a.ts': linesOf(40, { 20: "const value20 = compute(20, 'base');" }) }, 'Base');
    golden.branch('work');
    const both = { 20: "const value20 = compute(20, 'base');", 21: "const value21 = compute(21, 'mine');" };
    golden.commit({ 'src/a.ts': linesOf(50, both) }, 'Work, rebased');
    const record = golden.pullRequest('work', { forced: true });
    assert.deepEqual(
      await golden.follow(record, golden.thread(said, 'src/a.ts', 21, { startLine: 20 })),
      answer('changed', { place: { path: 'src/a.ts', line: 20 }, reason: 'force-pushed' }),
    );
  });

  describe('a commit that was pushed away and is nowhere to be had', () => {
    const line = 'report.push(formatted(reading, unit));';
    const better = 'report.push(formatted(reading, unit, locale));';
    const gone = '0'.repeat(40);
    const follow = async (files: Record<string, string>) => {
      const { golden } = begun();
      const said = golden.commit({ 'src/a.ts': linesOf(50, { 45: line }) });
      const hunk = golden.hunk(said, 'src/a.ts', 45, null, 'RIGHT');
      golden.branch('work', 'main');
      golden.commit(files, 'Work, again');
      const record = golden.pullRequest('work', { forced: true });
      return golden.follow(record, golden.thread(gone, 'src/a.ts', 45, { hunk }));
    };

    it('changed: an added line is nowhere any more, and one like it stands in its place', async () => {
      assert.deepEqual(
        await follow({ 'src/a.ts': linesOf(50, { 45: better }) }),
        answer('changed', { place: { path: 'src/a.ts', line: 45 }, reason: 'force-pushed' }),
      );
    });

    it('unknown: nothing like it stands there, or it stands in another file', async () => {
      const unknown = answer('unknown', { reason: 'force-pushed' });
      assert.deepEqual(await follow({ 'src/a.ts': linesOf(50, { 45: null }) }), unknown);
      const changed = linesOf(50, { 45: better });
      assert.deepEqual(await follow({ 'src/a.ts': changed, 'src/b.ts': `${line}\n` }), unknown);
    });
  });

  it('the base branch merged in: what it brought is no answer, what came on top is', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    golden.commit({ 'src/a.ts': linesOf(40, { 20: "const value20 = compute(20, 'base');" }) }, 'Base');
    golden.checkout('work');
    golden.merge('main', { 'src/a.ts': linesOf(50, { 20: "const value20 = compute(20, 'base');" }) });
    const thread = golden.thread(said, 'src/a.ts', 20);
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('unchanged', { place: { path: 'src/a.ts', line: 20 }, reason: 'base' }),
    );
    const fix = golden.commit({ 'src/a.ts': linesOf(50, { 20: "const value20 = compute(20, 'mine');" }) });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('changed', { ...at(golden, fix), place: { path: 'src/a.ts', line: 20 } }),
    );
  });

  it('merged: before, after, and not at all', async () => {
    const { golden, said } = begun();
    const fix = golden.commit({ 'src/a.ts': linesOf(50, { 45: "const value45 = better(45, 'step 45');" }) });
    golden.checkout('main');
    const merge = golden.merge('work');
    golden.commit({ 'README.md': 'Beacon, lit\n' });
    const later = golden.commit({
      'src/a.ts': linesOf(50, {
        45: "const value45 = better(45, 'step 45');",
        47: "const value47 = later(1, 'step 47');",
      }),
    });
    golden.commit({ 'src/a.ts': `// top\n${golden.show('main', 'src/a.ts')}` });
    const record = golden.pullRequest('work', { merge });
    const follow = (line: number) => golden.follow(record, golden.thread(said, 'src/a.ts', line));
    assert.deepEqual(
      await follow(45),
      answer('changed', { ...at(golden, fix), isBeforeMerge: true, place: { path: 'src/a.ts', line: 45 } }),
    );
    assert.deepEqual(
      await follow(47),
      answer('changed', {
        ...at(golden, later),
        isBeforeMerge: false,
        place: { path: 'src/a.ts', line: 47 },
      }),
    );
    assert.deepEqual(await follow(49), answer('unchanged', { place: { path: 'src/a.ts', line: 50 } }));
  });

  it('squashed: the merge is not the commit that answered', async () => {
    const { golden, said } = begun();
    const fixed = linesOf(50, { 45: "const value45 = better(45, 'step 45');" });
    const fix = golden.commit({ 'src/a.ts': fixed });
    golden.checkout('main');
    golden.commit({ 'README.md': 'Beacon, lit\n' });
    const merge = golden.commit({ 'src/a.ts': fixed }, 'Work (#7)');
    const later = golden.commit({ 'src/a.ts': fixed.replace("'step 48'", "'step forty-eight'") });
    const record = golden.pullRequest('work', { merge });
    const follow = (line: number) => golden.follow(record, golden.thread(said, 'src/a.ts', line));
    assert.deepEqual(
      await follow(45),
      answer('changed', { ...at(golden, fix), isBeforeMerge: true, place: { path: 'src/a.ts', line: 45 } }),
    );
    assert.deepEqual(await follow(46), answer('unchanged', { place: { path: 'src/a.ts', line: 46 } }));
    assert.deepEqual(
      await follow(48),
      answer('changed', {
        ...at(golden, later),
        isBeforeMerge: false,
        place: { path: 'src/a.ts', line: 48 },
      }),
    );
  });

  it('rebased by the merge: the base branch changed other lines of the file', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    golden.commit({ 'src/a.ts': linesOf(40, { 5: 'base();', 20: "const value20 = compute(20, 'base');" }) });
    golden.commit(
      { 'src/a.ts': linesOf(50, { 5: 'base();', 20: "const value20 = compute(20, 'base');" }) },
      'Work',
    );
    const record = golden.pullRequest('work', { merge: golden.head('main') });
    const follow = (line: number) => golden.follow(record, golden.thread(said, 'src/a.ts', line));
    assert.deepEqual(await follow(45), answer('unchanged', { place: { path: 'src/a.ts', line: 45 } }));
    assert.deepEqual(
      await follow(20),
      answer('unchanged', { place: { path: 'src/a.ts', line: 20 }, reason: 'base' }),
    );
  });

  it('renamed on the base branch after the merge, and changed there', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    const merge = golden.merge('work');
    golden.move('src/a.ts', 'src/b.ts');
    const fix = golden.commit({ 'src/b.ts': linesOf(50, { 45: "const value45 = better(45, 'step 45');" }) });
    assert.deepEqual(
      await golden.follow(golden.pullRequest('work', { merge }), golden.thread(said, 'src/a.ts', 45)),
      answer('changed', { ...at(golden, fix), isBeforeMerge: false, place: { path: 'src/b.ts', line: 45 } }),
    );
  });

  it('long after the merge is too late', async () => {
    const { golden, said } = begun();
    golden.checkout('main');
    const merge = golden.merge('work');
    golden.commit({ 'src/a.ts': linesOf(50, { 45: 'gone();' }) }, 'Late', '2027-01-01T00:00:00Z');
    assert.deepEqual(
      await golden.follow(golden.pullRequest('work', { merge }), golden.thread(said, 'src/a.ts', 45)),
      answer('unchanged', { place: { path: 'src/a.ts', line: 45 } }),
    );
  });

  it('clocks in the wrong order change nothing', async () => {
    const { golden, said } = begun();
    const fix = golden.commit(
      { 'src/a.ts': linesOf(50, { 45: "const value45 = old(45, 'step 45');" }) },
      'Fix',
      '1999-01-01T00:00:00Z',
    );
    golden.checkout('main');
    const merge = golden.merge('work');
    assert.deepEqual(
      await golden.follow(golden.pullRequest('work', { merge }), golden.thread(said, 'src/a.ts', 45)),
      answer('changed', { ...at(golden, fix), isBeforeMerge: true, place: { path: 'src/a.ts', line: 45 } }),
    );
  });

  it('line ends do not count, whitespace does', async () => {
    const golden = new Golden();
    golden.commit({ 'a.txt': linesOf(40) });
    golden.branch('work');
    const said = golden.commit({ 'a.txt': linesOf(50) });
    golden.commit({ 'a.txt': linesOf(50).replaceAll('\n', '\r\n') });
    const thread = golden.thread(said, 'a.txt', 45);
    assert.equal((await golden.follow(golden.pullRequest(), thread)).status, 'unchanged');
    const fix = golden.commit({ 'a.txt': linesOf(50, { 45: "  const value45 = compute(315, 'step 45');" }) });
    assert.deepEqual(
      await golden.follow(golden.pullRequest(), thread),
      answer('changed', { ...at(golden, fix), place: { path: 'a.txt', line: 45 } }),
    );
  });

  describe('on removed code', () => {
    it('unchanged while it stays out, changed once it is back', async () => {
      const golden = new Golden();
      const base = golden.commit({ 'a.ts': linesOf(40) });
      golden.branch('work');
      const said = golden.commit({ 'a.ts': linesOf(40, { 20: null, 21: null }) });
      const thread = golden.thread(said, 'a.ts', 20, { side: 'LEFT', at: base });
      golden.commit({ 'a.ts': linesOf(40, { 20: null, 21: null, 30: 'other();' }) });
      assert.deepEqual(await golden.follow(golden.pullRequest(), thread), answer('unchanged'));
      const fix = golden.commit({ 'a.ts': linesOf(40, { 21: null, 30: 'other();' }) });
      assert.deepEqual(
        await golden.follow(golden.pullRequest(), thread),
        answer('changed', { ...at(golden, fix), place: { path: 'a.ts', line: 20 } }),
      );
    });

    it('lines that were not removed are followed like any other', async () => {
      const golden = new Golden();
      const base = golden.commit({ 'a.ts': linesOf(40) });
      golden.branch('work');
      const said = golden.commit({ 'a.ts': linesOf(40, { 20: null }) });
      const thread = golden.thread(said, 'a.ts', 22, { side: 'LEFT', at: base });
      const fix = golden.commit({
        'a.ts': linesOf(40, { 20: null, 22: "const value22 = mine(22, 'step 22');" }),
      });
      assert.deepEqual(
        await golden.follow(golden.pullRequest(), thread),
        answer('changed', { ...at(golden, fix), place: { path: 'a.ts', line: 21 } }),
      );
    });
  });

  describe('says why it does not know', () => {
    it('of a comment on a whole file', async () => {
      const { golden, said } = begun();
      assert.deepEqual(
        await golden.follow(golden.pullRequest(), golden.thread(said, 'src/a.ts', null)),
        answer('unknown', { reason: 'no-lines' }),
      );
    });

    it('of a binary file', async () => {
      const { golden, said } = begun();
      golden.commit({ 'src/a.ts': Buffer.from([0, 1, 2, 3]) });
      assert.deepEqual(
        await golden.follow(golden.pullRequest(), golden.thread(said, 'src/a.ts', 45)),
        answer('unknown', { reason: 'binary' }),
      );
    });

    it('of a commit that is not in the clone', async () => {
      const { golden } = begun();
      const thread = golden.thread('0'.repeat(40), 'src/a.ts', 45, { hunk: null });
      assert.equal((await golden.follow(golden.pullRequest(), thread)).reason, 'commit-gone');
      assert.equal(
        (await golden.follow(golden.pullRequest('work', { forced: true }), thread)).reason,
        'force-pushed',
      );
    });

    it('of a line among many that say the same', async () => {
      const golden = new Golden();
      golden.commit({ 'a.txt': '' });
      golden.branch('work');
      const said = golden.commit({ 'a.txt': `${'same\n'.repeat(9)}` });
      golden.commit({ 'a.txt': `${'same\n'.repeat(8)}` });
      assert.deepEqual(
        await golden.follow(golden.pullRequest(), golden.thread(said, 'a.txt', 4, { hunk: null })),
        answer('unknown', { reason: 'ambiguous' }),
      );
    });

    it('of a shallow clone, and of a partial one, without asking the remote', async () => {
      const { golden, said } = begun();
      golden.commit({ 'src/a.ts': linesOf(50, { 45: 'x();' }) });
      gitSync(['config', 'uploadpack.allowFilter', 'true'], { cwd: golden.folder });
      const record = golden.pullRequest();
      const thread = golden.thread(said, 'src/a.ts', 45);
      const clone = (...args: string[]) => {
        const folder = newFolder();
        gitSync([
          'clone',
          '--quiet',
          '--no-checkout',
          '--branch',
          'work',
          ...args,
          `file://${golden.folder}`,
          folder,
        ]);
        return folder;
      };
      assert.deepEqual(
        await followIn(clone('--depth', '1'), record, thread),
        answer('unknown', { reason: 'shallow' }),
      );
      for (const filter of ['blob:none', 'tree:0']) {
        const folder = clone(`--filter=${filter}`);
        assert.deepEqual(await followIn(folder, record, thread), answer('unknown', { reason: 'shallow' }));
        // Nothing came in the meantime.
        assert.deepEqual(await followIn(folder, record, thread), answer('unknown', { reason: 'shallow' }));
      }
      assert.equal((await followIn(clone(), record, thread)).status, 'changed');
    });
  });

  it('a commit that is gone: the lines are found by the hunk where they stand', async () => {
    const { golden, said } = begun();
    const hunk = golden.hunk(said, 'src/a.ts', 45, null, 'RIGHT');
    const fix = golden.commit({ 'src/a.ts': linesOf(50, { 45: "const value45 = better(45, 'step 45');" }) });
    const record = golden.pullRequest('work', { forced: true });
    assert.deepEqual(
      await golden.follow(record, golden.thread('0'.repeat(40), 'src/a.ts', 45, { hunk })),
      answer('changed', { ...at(golden, fix), place: { path: 'src/a.ts', line: 45 } }),
    );
  });

  it('a change of 10,000 lines', async () => {
    const golden = new Golden();
    golden.commit({ 'a.ts': 'export {};\n' });
    golden.branch('work');
    const said = golden.commit({ 'a.ts': linesOf(10_000) });
    const other = linesOf(10_000).replaceAll('compute', 'measure').split('\n');
    other[4999] = linesOf(10_000).split('\n')[4999]!;
    const fix = golden.commit({ 'a.ts': other.join('\n') });
    assert.equal(
      (await golden.follow(golden.pullRequest(), golden.thread(said, 'a.ts', 5000))).status,
      'unchanged',
    );
    const changed = await golden.follow(golden.pullRequest(), golden.thread(said, 'a.ts', 6000));
    assert.deepEqual([changed.status, changed.commit], ['changed', fix]);
  });
});
