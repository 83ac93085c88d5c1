import assert from 'node:assert/strict';
import fc from 'fast-check';
import { align } from '../../../../src/model/anchor/align.ts';
import { anchorOf } from '../../../../src/model/anchor/index.ts';
import { linesOf } from '../../../../src/model/anchor/lines.ts';
import { windowOf } from '../../../../src/model/anchor/window.ts';

const about = { path: 'a.ts', repository: null, side: 'RIGHT', commit: null } as const;
const line = fc.oneof(
  fc.nat(30).map((n) => `const value${n} = read(${n});`),
  fc.constantFrom('}', '', 'return;', '  });', 'call(again);'),
);

describe('align', () => {
  it('maps lines to such that say the same, each to one, in their order', () => {
    const lines = fc.array(line, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(lines, lines, fc.nat(40), (old, now, at) => {
        const startLine = 1 + (at % old.length);
        const window = windowOf(anchorOf(old.join('\n'), { startLine, endLine: startLine }, about));
        const { map } = align(window, linesOf(now.join('\n')));
        assert.equal(map.length, old.length);
        const pairs = Array.from(map, (t, w) => [w, t] as const).filter(([, t]) => t >= 0);
        for (const [w, t] of pairs) assert.equal(now[t]!.trim(), old[w]!.trim());
        for (const [i, [, t]] of pairs.entries()) assert.ok(i === 0 || t > pairs[i - 1]![1], String(map));
      }),
      { numRuns: 3000 },
    );
  });

  it('maps all lines of a text to itself, and none that could be two', () => {
    const text = ['a();', '}', 'b(one);', '}', 'c(two);'];
    const mapOf = (now: string[]) => {
      const window = windowOf(anchorOf(text.join('\n'), { startLine: 1, endLine: 1 }, about));
      return [...align(window, linesOf(now.join('\n'))).map];
    };
    assert.deepEqual(mapOf(text), [0, 1, 2, 3, 4]);
    assert.deepEqual(mapOf(text.toSpliced(2, 0, 'x(new);', '}')), [0, -1, 4, 5, 6]);
    assert.deepEqual(mapOf(text.toSpliced(2, 0, 'x(new);')), [0, 1, 3, 4, 5]);
  });
});
