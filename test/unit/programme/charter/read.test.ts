import assert from 'node:assert/strict';
import { changedSections, isChanged, readCharter } from '../../../../src/programme/charter/index.ts';

const remarks = (text: string) =>
  readCharter(text).remarks.map(({ kind, part, line }) => `${line} ${kind} ${part}`);

describe('a charter', () => {
  it('tells its rhythm and its length in fields, with their lines', () => {
    const { rhythm, length } = readCharter(
      '# C\n\n- Rhythm: weekly\n- Length: 3 months\n\n## Rhythm\n\nmonthly\n',
    );
    assert.deepEqual(rhythm, { days: 7, isByMilestone: false, line: 2 });
    assert.deepEqual(length, { months: 3, line: 3 });
  });

  it('tells them in its sections where there are no fields', () => {
    const { rhythm, length } = readCharter(
      '# C\n\n## How often\n\nWe meet every two weeks.\n\n## Dauer\n\nEin Jahr.\n',
    );
    assert.deepEqual(rhythm, { days: 14, isByMilestone: false, line: 2 });
    assert.deepEqual(length, { months: 12, line: 6 });
  });

  it('does not look elsewhere where a field is not understood: it says so at its line', () => {
    const text = '# C\n- Rhythm: whenever\n## Rhythm\nweekly\n';
    assert.equal(readCharter(text).rhythm, null);
    assert.ok(remarks(text).includes('1 unclear rhythm'));
  });

  it('has parts, also two in one section and in words of one’s own language', () => {
    const { parts } = readCharter(
      '# C\n## Boundaries and confidentiality\nNo.\n## Was wir voneinander erwarten\nx\n## Vertraulichkeit\n## Wer mitlesen kann\ny\n',
    );
    assert.deepEqual([...parts].map(([part, { line, isEmpty }]) => `${part} ${line} ${isEmpty}`).sort(), [
      'boundaries 1 false',
      'confidentiality 1 false',
      'remote 6 false',
    ]);
  });

  it('is told what is missing or has no words yet, and nothing about what is there', () => {
    const text =
      '# C\n- Rhythm: weekly\n## Purpose\n<!-- to write -->\n## Confidentiality\nx\n## Responsibilities\n### Mentor\n- listens\n## Boundaries\n\n';
    assert.deepEqual(remarks(text), [
      '2 empty purpose',
      '10 empty boundaries'.replace('10', '9'),
      '0 missing rescheduling',
      '0 missing length',
      '0 missing remote',
      '0 missing ending',
    ]);
  });

  it('may be any text', () => {
    for (const text of [
      '',
      '\0',
      '['.repeat(65_536),
      '## end\n'.repeat(9000),
      '# a\n'.repeat(16_000),
      '\ud800'.repeat(100),
    ]) {
      const read = readCharter(text);
      assert.equal(read.rhythm, null);
      assert.ok(read.remarks.length <= 9);
    }
  });

  it('has its hostile words as words', () => {
    const { title } = readCharter('# <b onclick=x>Ours</b> [x](command:cairn.eraseRecord)\n');
    assert.equal(title, 'Ours x');
  });
});

describe('what a newer version of a charter changes', () => {
  it('is named by its sections', () => {
    const before = '# C\n- Rhythm: weekly\n## A\none\n## B\ntwo\n## D\nstays\n';
    const after = '# C\n- Rhythm: monthly\n## A\none\n\n## B\ntwo, too\n## E\nnew\n## D\nstays\n';
    assert.deepEqual(changedSections(before, after), [
      { heading: '', how: 'changed' },
      { heading: 'B', how: 'changed' },
      { heading: 'E', how: 'new' },
    ]);
    assert.deepEqual(changedSections(after, before).at(-1), { heading: 'E', how: 'gone' });
  });

  it('is nothing where only white space or the order is another one', () => {
    const before = '# C\n## A\none two\n## B\nx\n';
    assert.deepEqual(changedSections(before, '# C\n\n## B\n\nx\n\n## A\n\none\ntwo\n'), []);
    assert.equal(isChanged('a  b\n', 'a b'), false);
    assert.equal(isChanged('a b', 'a c'), true);
  });

  it('tells sections of one heading apart, however many there are', () => {
    const many = (first: string) => `## A\n${first}\n${'## A\nx\n'.repeat(5000)}`;
    assert.deepEqual(changedSections(many('y'), many('z')), [{ heading: 'A', how: 'changed' }]);
  });
});
