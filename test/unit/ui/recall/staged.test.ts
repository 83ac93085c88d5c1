import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Memento, Uri } from 'vscode';
import { RecallIndex } from '../../../../src/growth/recall/index.ts';
import { join } from '../../../../src/ui/recall/found.ts';
import { EarlierPaths } from '../../../../src/ui/recall/renames.ts';
import type { StagedIn } from '../../../../src/ui/recall/watch.ts';
import { known, piece, theme } from '../../growth/recall/pieces.ts';

const uri = (path: string) => ({ path }) as Uri;
const here = uri('/home/ada/beacon');

function staged(...files: [path: string, before?: string][]): StagedIn {
  return {
    ...{ root: here, remotes: [], diff: async () => '' },
    files: files.map(([path, before = null]) => ({ uri: uri(`${here.path}/${path}`), path, before })),
  };
}

function memory(): Memento {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string) => kept.get(key) as never,
    update: async (key, value) => void kept.set(key, structuredClone(value)),
  };
}

describe('what a staged file was called before', () => {
  it('is remembered after the rename was committed, and over a restart', () => {
    const kept = memory();
    const paths = new EarlierPaths(kept);
    paths.note(staged(['b.ts', 'a.ts'], ['other.ts']));
    assert.deepEqual(paths.of(here, 'b.ts'), ['a.ts']);
    assert.deepEqual(new EarlierPaths(kept).of(here, 'b.ts'), ['a.ts']);
    assert.deepEqual(paths.of(here, 'other.ts'), []);
    assert.deepEqual(paths.of(uri('/home/ada/other'), 'b.ts'), []);
  });

  it('goes over several renames, and ends where they go in a ring', () => {
    const paths = new EarlierPaths(memory());
    for (const [path, before] of [
      ['b', 'a'],
      ['c', 'b'],
      ['a', 'c'],
    ] as const)
      paths.note(staged([path, before]));
    assert.deepEqual(paths.of(here, 'c'), ['b', 'a']);
    paths.note(staged(['x', 'a']));
    assert.deepEqual(paths.of(here, 'x'), ['a', 'c', 'b']);
    const itself = new EarlierPaths(memory());
    itself.note(staged(['a', 'a']));
    assert.deepEqual(itself.of(here, 'a'), []);
  });

  it('forgets the oldest, and whatever else stands in the memory', () => {
    const kept = memory();
    const paths = new EarlierPaths(kept);
    for (let n = 0; n < 310; n++) paths.note(staged([`new ${n}`, `old ${n}`]));
    assert.deepEqual(paths.of(here, 'new 9'), []);
    assert.deepEqual(paths.of(here, 'new 309'), ['old 309']);
    for (const nonsense of [7, 'text', { a: 1 }, [['one'], [1, 2], null]]) {
      void kept.update('recall.renames', nonsense);
      assert.deepEqual(new EarlierPaths(kept).of(here, 'new 309'), []);
    }
  });
});

describe('what is shown of the answers', () => {
  it('is a line for code like that of a theme only where the tracker says it, too', () => {
    const feedback = [1, 2, 3, 4].map((n) => piece(`piece ${n}`, { tag: 'stop', path: `src/${n}.ts` }));
    feedback.push(piece('alike', { tag: 'start', path: 'src/theme.ts' }));
    const index = new RecallIndex(feedback, known({ themes: [theme('t', 'alike')] }));
    const answerTo = (said: StagedIn) => ({
      files: said.files,
      answer: index.answer(['harbour-lights/beacon'], said.files),
    });
    const many = staged(['src/1.ts'], ['src/2.ts'], ['src/3.ts'], ['src/new.ts']);
    assert.deepEqual(
      join([answerTo(many)]).files.map(({ file }) => file.path),
      ['src/1.ts', 'src/2.ts', 'src/3.ts'],
    );
    const few = join([answerTo(staged(['src/new.ts']))]);
    assert.deepEqual(
      few.files.map(({ file, recalled }) => [file.path, recalled.because]),
      [['src/new.ts', 'theme']],
    );
    // Two repositories together have no more ideas than one.
    assert.equal(join([answerTo(many), answerTo(many)]).ideas.length, 3);
    assert.deepEqual(join([]), { files: [], ideas: [] });
  });
});
