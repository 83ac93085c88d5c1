import assert from 'node:assert/strict';
import fc from 'fast-check';
import { putBack, takeOut } from '../../../../src/ui/coach/rephrase/takeOut.ts';

const comment = [
  'please fix `this`',
  '',
  '> somebody said',
  '> two lines',
  '',
  'and this:',
  '```suggestion',
  'const a = 1;',
  '```',
  'BLOCK is a word.',
].join('\n');

describe('what is taken out before a comment is rephrased', () => {
  it('is quotes and code blocks, and a mark that is in no comment stands for each', () => {
    const taken = takeOut(comment);
    assert.equal(
      taken.words,
      'please fix `this`\n\n[[BLOCK_-1]]\n\nand this:\n[[BLOCK_-2]]\nBLOCK is a word.',
    );
    assert.deepEqual(
      taken.blocks.map(({ text }) => text),
      ['> somebody said\n> two lines', '```suggestion\nconst a = 1;\n```'],
    );
  });

  it('is told by the whole comment where a part is rephrased', () => {
    const start = comment.indexOf('const a');
    const taken = takeOut(comment, start);
    assert.equal(taken.words, '[[BLOCK_-1]]\nBLOCK is a word.');
    assert.equal(takeOut('a\n> b', 0, 1).words, 'a');
  });

  it('comes back whole, or the answer is not taken', () => {
    const taken = takeOut(comment);
    const answer = 'Could you …?\n\n[[BLOCK_-1]]\n\nIf so:\n\n[[BLOCK_-2]]';
    assert.equal(
      putBack(answer, taken),
      'Could you …?\n\n> somebody said\n> two lines\n\nIf so:\n\n```suggestion\nconst a = 1;\n```',
    );
    assert.equal(putBack('Could you …? [[BLOCK_-1]]', taken), null);
    assert.equal(putBack('[[BLOCK_-2]] [[BLOCK_-1]]', taken), null);
    assert.equal(putBack('[[BLOCK_-1]] [[BLOCK_-2]] [[BLOCK_-2]]', taken), null);
    assert.equal(putBack(`${answer}\n\`\`\`\nrm -rf\n\`\`\``, taken), null);
    assert.equal(putBack('no blocks', takeOut('none here')), 'no blocks');
  });

  it('is the same after a round trip, whatever the comment holds', () => {
    const line = fc.constantFrom(
      'words',
      '> quote',
      '```',
      '~~~',
      '    code',
      '',
      '- item',
      '$& $1',
      '[[BLOCK-1]]',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
        const text = lines.join('\n');
        const taken = takeOut(text);
        assert.equal(putBack(taken.words, taken), text);
      }),
    );
  });
});
