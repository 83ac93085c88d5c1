import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { suggestTag } from '../../../src/coach/suggest.ts';

/** The tag that would be shown, `null` where Cairn stays silent. */
const shown = (text: string) => {
  const { tag, isSure } = suggestTag(text);
  return isSure ? tag : null;
};

describe('suggestTag', () => {
  it('reads labels of Conventional Comments, however they are set', () => {
    for (const [text, tag] of [
      ['praise: this helper reads well', 'keep'],
      ['**praise:** tidy', 'keep'],
      ['**suggestion (non-blocking):** pull the loop out', 'start'],
      ['suggestion(test, if-minor): cover the empty list', 'start'],
      ['**todo**: name the unit', 'start'],
      ['issue (blocking): the handle stays open', 'stop'],
      ['`chore`: run the formatter', 'start'],
      ['Nitpick: a blank line here', 'start'],
      ['nit: a blank line here', 'start'],
      ['question: who calls this?', null],
      ['thought (non-blocking): one day this could be a service', null],
      ['note: the other branch does the same', null],
    ] as const) {
      assert.equal(shown(text), tag, text);
    }
  });

  it('takes no other word before a colon for a label', () => {
    for (const text of ['constructor: x', 'toString: x', 'note that this: x', 'https://e.example/issue: x']) {
      assert.notEqual(suggestTag(text).confidence, 0.9, text);
    }
  });

  it('knows plain praise, requests and criticism', () => {
    assert.equal(shown('Great work, I love how small this became!'), 'keep');
    assert.equal(shown('Could you please add a test for this? It would be better to cover it.'), 'start');
    assert.equal(shown('Please remove this, it is redundant and misleading.'), 'stop');
  });

  it('stays silent on thanks, answers, questions and bots', () => {
    for (const text of [
      'Thanks!',
      'Done',
      'LGTM',
      'What does this return?',
      'ok',
      '',
      'Build failed, see the log',
      '👋',
    ]) {
      assert.equal(shown(text), null, text);
    }
  });

  it('stays silent when it is not sure', () => {
    const unsure = suggestTag('Perhaps a map here.');
    assert.equal(unsure.tag, 'start');
    assert.equal(unsure.isSure, false);
  });

  it('does not read quotes and code', () => {
    for (const text of [
      '> Great work, I love this!\n\nSee above.',
      '```\nplease remove this redundant wrong code\n```',
      '`praise: x` is a label',
    ]) {
      assert.equal(shown(text), null, text);
    }
  });

  it('takes a suggestion block for a request, an empty one for a removal', () => {
    assert.equal(shown('```suggestion\nconst a = 1;\n```'), 'start');
    assert.equal(shown('```suggestion\r\n```'), 'stop');
  });

  it('says which words decided', () => {
    assert.equal(suggestTag('issue: x').because, 'issue');
    assert.match(suggestTag('It would be better to wait.').because ?? '', /would be better/);
    assert.equal(suggestTag('42').because, null);
  });

  it('answers to any text, surely only with a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { tag, confidence, isSure } = suggestTag(text);
        assert.ok(confidence > 0 && confidence <= 1);
        assert.ok(!(isSure && tag === 'none'));
      }),
    );
  });

  it('reads the longest bodies, whatever they are made of', () => {
    for (const part of [
      'please ',
      '*',
      '`',
      '(',
      'a:',
      '> ',
      '```\n',
      'could you ',
      '@a',
      ' \n',
      'no longer ',
      '?',
    ]) {
      assert.ok(suggestTag(part.repeat(60_000 / part.length)).confidence > 0, part);
    }
  });
});

describe('the suggest tool', () => {
  it('answers line by line, in order, and names bad lines', () => {
    const input = [
      '{"id":"1","text":"praise: tidy"}',
      '{',
      '{"id":2,"text":"ok"}',
      '{"id":"3"}',
      'null',
      '',
    ].join('\n');
    const tool = path.join(import.meta.dirname, '../../tools/suggest.ts');
    const { stdout, status } = spawnSync(process.execPath, [tool], { input, encoding: 'utf8' });
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(status, 0);
    assert.deepEqual(answers[0], { id: '1', tag: 'keep', confidence: 0.98, suggested: true });
    assert.deepEqual(
      answers.map(({ id, error }) => [id, typeof error]),
      [
        ['1', 'undefined'],
        [undefined, 'string'],
        [2, 'undefined'],
        ['3', 'string'],
        [undefined, 'string'],
      ],
    );
  });
});
