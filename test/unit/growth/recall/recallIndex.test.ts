import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { RecallIndex, type Staged } from '../../../../src/growth/recall/index.ts';
import type { Feedback } from '../../../../src/model/state.ts';
import { known, piece, pullRequest, theme } from './pieces.ts';

const here = ['harbour-lights/beacon'];
const at = (day: number) => new Date(Date.UTC(2026, 9, day)).toISOString();

/** Ids of the reminders for one file, the best first: each staged alone. */
function ideas(feedback: Feedback[], staged: Staged | string, extra = known()): string[] {
  const file = typeof staged === 'string' ? { path: staged } : staged;
  return new RecallIndex(feedback, extra).answer(here, [file]).ideas.map((idea) => idea.feedback.id);
}

describe('what is recalled for staged files', () => {
  it('is nothing where there is no feedback, or none for these files', () => {
    const none = { files: [], ideas: [] };
    assert.deepEqual(new RecallIndex([], known()).answer(here, [{ path: 'src/a.ts' }]), none);
    assert.deepEqual(new RecallIndex([piece('one')], known()).answer(here, []), none);
    assert.deepEqual(ideas([piece('one')], 'src/b.ts'), []);
    assert.deepEqual(ideas([piece('whole', { path: null })], 'src/a.ts'), []);
  });

  it('is only what was said in the repository that is staged in, however its name is spelled', () => {
    const feedback = [piece('here'), piece('there', { pullRequest: pullRequest('harbour-lights/other') })];
    assert.deepEqual(ideas(feedback, 'src/a.ts'), ['here']);
    const index = new RecallIndex(feedback, known());
    const names = (repositories: string[]) =>
      index.answer(repositories, [{ path: 'src/a.ts' }]).ideas.map((idea) => idea.feedback.id);
    assert.deepEqual(names(['Harbour-Lights/BEACON']), ['here']);
    assert.deepEqual(names(['Harbour-Lights/BEACON', 'harbour-lights/beacon']), ['here']);
    assert.deepEqual(names([]), []);
    assert.deepEqual(ideas([piece('by hand', { pullRequest: null })], 'src/a.ts'), []);
  });

  it('is at most three ideas, the newest first', () => {
    const feedback = [3, 1, 5, 2, 4].map((day) => piece(`day ${day}`, { createdAt: at(day) }));
    assert.deepEqual(ideas(feedback, 'src/a.ts'), ['day 5', 'day 4', 'day 3']);
  });

  it('begins with what was said near the lines that are staged', () => {
    const feedback = [
      piece('near', { line: 100, createdAt: at(1) }),
      piece('far', { line: 300, createdAt: at(2) }),
      piece('removed', { line: 300, side: 'LEFT', createdAt: at(1) }),
      piece('outdated', { originalLine: 118, startLine: 117, createdAt: at(3) }),
    ];
    const lines = { now: [{ startLine: 97, endLine: 98 }], before: [{ startLine: 310, endLine: 312 }] };
    assert.deepEqual(ideas(feedback, { path: 'src/a.ts', lines }), ['outdated', 'near', 'removed']);
    assert.deepEqual(ideas(feedback, 'src/a.ts'), ['outdated', 'far', 'near']);
  });

  it('never is what was set aside, asks for nothing, or comes from a bot', () => {
    const feedback = [
      piece('set aside', { isSetAside: true, tag: 'stop' }),
      piece('chatter', { isSetAsideSuggested: true }),
      piece('hidden', { isMinimized: true }),
      piece('bot', { isBot: true }),
      piece('answer', { inReplyTo: 'other' }),
      piece('resolved', { isResolved: true }),
    ];
    assert.deepEqual(ideas(feedback, 'src/a.ts'), []);
    // What people sorted counts as they did.
    const sorted = [
      piece('a', { isSetAsideSuggested: true, tag: 'stop' }),
      piece('b', { isBot: true, tag: 'start' }),
      piece('c', { inReplyTo: 'other', tag: 'start' }),
    ];
    assert.deepEqual(ideas(sorted, 'src/a.ts').toSorted(), ['a', 'b', 'c']);
  });

  it('puts what was seen to behind what was not, and praise behind both', () => {
    const feedback = [
      piece('praise', { tag: 'keep', createdAt: at(9) }),
      piece('resolved', { tag: 'stop', isResolved: true, createdAt: at(8) }),
      piece('untagged', { createdAt: at(7) }),
      piece('open', { tag: 'start', createdAt: at(1) }),
    ];
    assert.deepEqual(ideas(feedback, 'src/a.ts'), ['open', 'untagged', 'resolved']);
    assert.deepEqual(ideas(feedback.slice(0, 2), 'src/a.ts'), ['resolved', 'praise']);
    const addressed = known({ follows: { open: { status: 'changed' }, untagged: { status: 'removed' } } });
    assert.deepEqual(ideas(feedback, 'src/a.ts', addressed), ['resolved', 'open', 'praise']);
    const unchanged = known({ follows: { open: { status: 'unchanged' } } });
    assert.equal(ideas(feedback, 'src/a.ts', unchanged)[0], 'open');
  });

  it('has one praise at most, also over several files', () => {
    const feedback = ['a', 'b', 'c'].map((name) => piece(name, { tag: 'keep', path: `src/${name}.ts` }));
    const staged = ['a', 'b', 'c'].map((name) => ({ path: `src/${name}.ts` }));
    const { files, ideas } = new RecallIndex(feedback, known()).answer(here, staged);
    assert.equal(ideas.length, 1);
    assert.equal(files.length, 3);
  });

  it('leaves out what counts as learned, and begins with what came up again after that', () => {
    const feedback = [piece('one', { tag: 'stop' }), piece('two', { tag: 'stop', createdAt: at(5) })];
    const themes = [theme('t', 'one', 'other')];
    assert.deepEqual(ideas(feedback, 'src/a.ts', known({ themes })), ['two', 'one']);
    assert.deepEqual(ideas(feedback, 'src/a.ts', known({ themes, standings: { t: 'learned' } })), ['two']);
    assert.deepEqual(ideas(feedback, 'src/a.ts', known({ themes, standings: { t: 'recurred' } })), [
      'one',
      'two',
    ]);
  });

  it('says one thing once: of a theme and of a thread the best', () => {
    const feedback = [
      piece('first', { createdAt: at(1), tag: 'stop' }),
      piece('again', { createdAt: at(2), tag: 'stop' }),
      piece('thread', { createdAt: at(3), tag: 'start', threadId: 't' }),
      piece('same thread', { createdAt: at(4), tag: 'start', threadId: 't' }),
    ];
    const themes = [theme('t', 'first', 'again')];
    assert.deepEqual(ideas(feedback, 'src/a.ts', known({ themes })), ['same thread', 'again']);
  });

  it('recalls a theme for code of its kind: language and role in one folder', () => {
    const feedback = [piece('one', { tag: 'start', path: 'src/net/read.ts' })];
    const themes = [theme('t', 'one', 'elsewhere')];
    const recall = (path: string) => ideas(feedback, path, known({ themes }));
    assert.deepEqual(recall('src/net/write.ts'), ['one']);
    assert.deepEqual(recall('src/net/write.test.ts'), []);
    assert.deepEqual(recall('src/net/write.py'), []);
    assert.deepEqual(recall('src/disk/write.ts'), []);
    assert.deepEqual(ideas(feedback, 'src/net/write.ts'), [], 'without a theme only the file itself counts');
    const untagged = [piece('one', { path: 'src/net/read.ts' })];
    assert.deepEqual(ideas(untagged, 'src/net/write.ts', known({ themes })), []);
    const { files } = new RecallIndex(feedback, known({ themes })).answer(here, [
      { path: 'src/net/write.ts' },
    ]);
    assert.deepEqual(
      files.map(({ because, path }) => [because, path]),
      [['theme', 'src/net/write.ts']],
    );
  });

  it('puts the same file before other code of the theme, and names every file of an idea', () => {
    const feedback = [
      piece('own', { tag: 'start', path: 'src/a.ts', createdAt: at(1) }),
      piece('alike', { tag: 'start', path: 'src/b.ts', createdAt: at(2) }),
      piece('alike, too', { tag: 'start', path: 'src/b.ts', createdAt: at(3) }),
    ];
    const themes = [theme('t', 'alike'), theme('u', 'alike, too', 'own')];
    const index = new RecallIndex(feedback, known({ themes }));
    const { ideas: found, files } = index.answer(here, [{ path: 'src/a.ts' }, { path: 'src/c.ts' }]);
    assert.deepEqual(
      found.map((idea) => [idea.feedback.id, idea.because, idea.paths]),
      [
        ['own', 'file', ['src/a.ts', 'src/c.ts']],
        ['alike', 'theme', ['src/a.ts', 'src/c.ts']],
      ],
    );
    assert.deepEqual(
      files.map(({ path, feedback: { id } }) => [path, id]),
      [
        ['src/a.ts', 'own'],
        ['src/c.ts', 'alike, too'],
      ],
    );
  });

  it('follows a file to its new name, and lines to where they went', () => {
    const feedback = [piece('one', { path: 'src/old.ts' })];
    assert.deepEqual(ideas(feedback, { path: 'src/new.ts', earlierPaths: ['src/old.ts'] }), ['one']);
    assert.deepEqual(ideas(feedback, { path: 'src/old.ts', earlierPaths: ['src/old.ts'] }), ['one']);
    const moved = known({ follows: { one: { status: 'moved', place: { path: 'lib/new.ts', line: 3 } } } });
    assert.deepEqual(ideas(feedback, 'lib/new.ts', moved), ['one']);
  });

  it('takes any path for a name and nothing else', () => {
    const paths = [
      '__proto__',
      'constructor',
      '../../etc/passwd',
      'a\nb',
      '"',
      '',
      '/',
      '\u202Etxt.sj',
      'a'.repeat(70_000),
    ];
    const feedback = paths.map((path, i) => piece(`piece ${i}`, { path, tag: 'stop' }));
    const themes = [theme('__proto__', ...feedback.map(({ id }) => id))];
    for (const [i, path] of paths.entries()) {
      assert.deepEqual(ideas(feedback, path), [`piece ${i}`], JSON.stringify(path.slice(0, 20)));
      assert.ok(ideas(feedback, path, known({ themes })).length > 0);
    }
    assert.deepEqual(ideas(feedback, 'toString'), []);
  });

  it('takes clocks that say nothing for the oldest, whatever the order', () => {
    const feedback = [
      piece('b', { createdAt: 'yesterday' }),
      piece('a', { createdAt: '' }),
      piece('old', { createdAt: '1969-12-31T00:00:00Z' }),
      piece('tomorrow', { createdAt: '2999-01-01T00:00:00Z' }),
    ];
    assert.deepEqual(ideas(feedback, 'src/a.ts'), ['tomorrow', 'old', 'a']);
    assert.deepEqual(ideas(feedback.toReversed(), 'src/a.ts'), ['tomorrow', 'old', 'a']);
  });

  it('is the same in whatever order feedback came', () => {
    const feedback = Array.from({ length: 60 }, (_, i) =>
      piece(`piece ${i}`, {
        createdAt: at(1 + (i % 4)),
        path: `src/${'abc'[i % 3]}.ts`,
        tag: (['keep', 'stop', 'start', null] as const)[i % 4]!,
        isResolved: i % 5 === 0,
      }),
    );
    const themes = [0, 1, 2].map((n) =>
      theme(`t${n}`, ...feedback.filter((_, i) => i % 7 === n).map(({ id }) => id)),
    );
    const staged = ['src/a.ts', 'src/c.ts', 'src/d.ts'].map((path) => ({ path }));
    const answer = (all: Feedback[]) => new RecallIndex(all, known({ themes })).answer(here, staged);
    assert.ok(answer(feedback).ideas.length === 3);
    assert.deepEqual(answer(feedback.toReversed()), answer(feedback));
    assert.deepEqual(answer(feedback.toSorted((a, b) => (a.id < b.id ? -1 : 1))), answer(feedback));
  });
});
