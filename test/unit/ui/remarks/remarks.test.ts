import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addRemark,
  parseRemarks,
  plainText,
  plainTopic,
  topicsOf,
} from '../../../../src/ui/remarks/remarks.ts';

const file = [
  '# Saved remarks',
  '',
  'Words of mine that are no remark.',
  '',
  '## Naming ##',
  '',
  '- suggestion: a name that says the unit, because `5` tells nobody.',
  '- question: what is it',
  'called in the domain?',
  '',
  '  ```suggestion',
  '  const timeoutMs = 5;',
  '  ```',
  '',
  'More words.',
  '```',
  '# no heading',
  '- no remark',
  '```',
  '### Tests',
  '1. issue: nothing fails without it.',
  '* * *',
  '+ ',
  '',
].join('\n');

describe('a file of saved remarks', () => {
  it('has a topic in each heading and a remark in each item', () => {
    assert.deepEqual(parseRemarks(file), [
      { topic: 'Naming', text: 'suggestion: a name that says the unit, because `5` tells nobody.' },
      {
        topic: 'Naming',
        text: 'question: what is it\ncalled in the domain?\n\n```suggestion\nconst timeoutMs = 5;\n```',
      },
      { topic: 'Tests', text: 'issue: nothing fails without it.' },
    ]);
    assert.deepEqual(parseRemarks(''), []);
    assert.deepEqual(parseRemarks('- above every heading'), [{ topic: '', text: 'above every heading' }]);
  });

  it('tells its topics once each, as they are written', () => {
    const remarks = parseRemarks('- a\n# B\n- b\n# C\n- c\n# b\n- d');
    assert.deepEqual(topicsOf(remarks), ['b', 'C']);
  });

  it('takes a remark at the end of its topic and leaves all else alone', () => {
    const added = addRemark(file, { topic: 'naming', text: 'note: one\n\ntwo' }, '');
    assert.ok(added);
    const lines = added.split('\n');
    const at = lines.indexOf('- note: one');
    assert.deepEqual(lines.slice(at - 1, at + 5), ['  ```', '- note: one', '', '  two', '', 'More words.']);
    lines.splice(at, 3);
    assert.equal(lines.join('\n'), file);
  });

  it('begins a topic at its end, and an empty file with what it is told', () => {
    assert.equal(addRemark(' \n', { topic: '', text: 'a' }, ''), '- a\n');
    assert.equal(
      addRemark('', { topic: '# Tone  and\nmanner', text: ' be kind \n' }, '# Saved remarks\n'),
      '# Saved remarks\n\n## Tone and manner\n\n- be kind\n',
    );
    assert.equal(
      addRemark('# A\r\n- one\r\n', { topic: 'B', text: 'two' }, ''),
      '# A\r\n- one\r\n\r\n## B\r\n\r\n- two\r\n',
    );
    assert.equal(addRemark('# A', { topic: 'A', text: 'one' }, ''), '# A\n\n- one\n');
  });

  it('does not say a thing twice', () => {
    assert.equal(addRemark('# A\n- one\n', { topic: 'a', text: 'one ' }, ''), null);
  });

  it('finds room above a fence that nobody closed', () => {
    const added = addRemark('```\ncode', { topic: 'A', text: 'one' }, '');
    assert.deepEqual(parseRemarks(added ?? ''), [{ topic: 'A', text: 'one' }]);
    assert.ok(added?.endsWith('```\ncode'));
  });

  it('gives back what it was given, whatever a person has written around it', () => {
    const line = fc.constantFrom(
      '# A',
      '## B #',
      '- x',
      '  y',
      '\tz',
      '',
      '```',
      '~~~~',
      '1) q',
      'words',
      '- ',
      '#',
      ' - n',
    );
    const anyFile = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    const text = fc
      .oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n')),
      )
      .filter((one) => plainText(one) !== '');
    fc.assert(
      fc.property(anyFile, fc.constantFrom('A', 'b', 'New', ''), text, (before, topic, said) => {
        const added = addRemark(before, { topic, text: said }, '') ?? before;
        const found = parseRemarks(added).filter((one) => one.text === plainText(said));
        assert.ok(found.some((one) => one.topic.toLowerCase() === topic.toLowerCase()));
        // Nothing that was there has gone.
        const old = before.split('\n').filter((one) => one.trim() !== '');
        const now = added.split('\n');
        assert.equal(
          old.every((one) => now.includes(one)),
          true,
        );
        for (const one of parseRemarks(before)) {
          assert.ok(
            parseRemarks(added).some((other) => other.text === one.text && other.topic === one.topic),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('has plain topics', () => {
    assert.equal(plainTopic('  ## a\n b '), 'a b');
    fc.assert(
      fc.property(fc.string(), (topic) => {
        const plain = plainTopic(topic);
        const added = addRemark('', { topic: plain, text: 'x' }, '') ?? '';
        assert.ok(parseRemarks(added).some((one) => one.text === 'x'));
      }),
    );
  });
});
