import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNote, writeNote } from '../../../../src/ui/pairing/noteLine.ts';

describe('the line of a handoff', () => {
  const read = (line: string) => {
    const { done, todo, unclear, failing } = readNote(line);
    return [done, todo, unclear, failing];
  };

  it('has four parts, each of which may be empty or missing', () => {
    assert.deepEqual(read('retry works | backoff | why 3? | retry.test.ts'), [
      'retry works',
      'backoff',
      'why 3?',
      'retry.test.ts',
    ]);
    assert.deepEqual(read('retry works'), ['retry works', '', '', '']);
    assert.deepEqual(read('| backoff'), ['', 'backoff', '', '']);
    assert.deepEqual(read(' | | why 3?'), ['', '', 'why 3?', '']);
    assert.deepEqual(read(''), ['', '', '', '']);
  });

  it('keeps a pipe that is meant, and what comes after the last part', () => {
    assert.deepEqual(read('a \\| b | c'), ['a | b', 'c', '', '']);
    assert.deepEqual(read('a|b|c|npm test | grep fail'), ['a', 'b', 'c', 'npm test | grep fail']);
  });

  it('reads what it has written', () => {
    const part = fc.stringMatching(/^[a-z|\\.]{0,12}$/);
    const note = fc.record({ done: part, todo: part, unclear: part, failing: part });
    fc.assert(fc.property(note, (one) => assert.deepEqual(readNote(writeNote(one)), { ...one })));
  });
});
