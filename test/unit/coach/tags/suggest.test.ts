import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suggestTag } from '../../../../src/coach/tags/suggest.ts';

/** What would be shown, `null` where Cairn stays silent. */
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
      ['question: who calls this?', 'none'],
      ['thought (non-blocking): one day this could be a service', 'none'],
      ['note: the other branch does the same', 'none'],
    ] as const) {
      assert.equal(shown(text), tag, text);
      assert.match(suggestTag(text).because ?? '', /^[a-z]+$/, text);
    }
  });

  it('takes no other word before a colon for a label', () => {
    for (const text of ['constructor: x', 'toString: x', 'note that this: x', 'https://e.example/issue: x']) {
      assert.ok(suggestTag(text).confidence < 0.9, text);
    }
  });

  it('knows praise, requests, criticism and what asks for nothing', () => {
    for (const [tag, ...texts] of [
      [
        'keep',
        'Great work, I love how small this became!',
        'Good catch, thanks!',
        'This is so much cleaner than what we had.',
      ],
      [
        'start',
        'Could you please add a test for this? It would be better to cover it.',
        'Can we move this into its own module?',
        'Consider a queue here, so that nothing gets lost.',
        'I think we should log the reason as well.',
        'Maybe call it `harbourMaster`?',
      ],
      [
        'stop',
        'Please remove this, it is redundant and misleading.',
        'This is no longer used and should be deleted.',
        'Do not swallow the exception here, it hides real problems.',
      ],
      [
        'none',
        'Thanks for the review, I will have a look tomorrow.',
        'Done',
        'Fixed in the last commit.',
        'Just curious, do you know who calls this?',
        'I’ve rebased onto main and pushed again.',
        'Yes, that is on purpose: the other side sorts them.',
      ],
    ] as const) {
      for (const text of texts) assert.equal(shown(text), tag, text);
    }
  });

  it('stays silent when it is not sure', () => {
    for (const text of ['', '👋', '42', 'Harbours and lighthouses.', 'Perhaps.'])
      assert.equal(shown(text), null, text);
  });

  it('does not read quotes, code and remarks that nobody sees', () => {
    for (const text of [
      '> Great work, I love this!\n\nSee above.',
      '```\nplease remove this redundant wrong code\n```',
      '<!-- Please remove this redundant wrong code -->',
      '`please remove this redundant wrong code`',
    ]) {
      assert.ok(!['keep', 'stop', 'start'].includes(shown(text) ?? ''), text);
    }
  });

  it('takes a suggestion block for a request, an empty one for a removal', () => {
    assert.equal(shown('```suggestion\nconst a = 1;\n```'), 'start');
    assert.equal(shown('```suggestion\r\n```'), 'stop');
    assert.equal(suggestTag('```suggestion\nconst a = 1;\n```').because, 'suggestion');
  });

  it('says which words decided, as they stand in the comment', () => {
    assert.equal(suggestTag('issue: x').because, 'issue');
    assert.match(suggestTag('Could you Please Add a test for this?').because ?? '', /please add/i);
    assert.match(suggestTag('The cast is unnecessary.').because ?? '', /unnecessary/);
    assert.match(suggestTag('Thanks, I’ve  updated\nthe branch.').because ?? '', /^(?:Thanks|I’ve updated)/);
    assert.equal(suggestTag('42').because, null);
  });

  it('answers to any text, with words of that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { confidence, because } = suggestTag(text);
        assert.ok(confidence > 0 && confidence <= 1);
        const words = (of: string) => of.replace(/\s+/g, ' ').toLowerCase();
        assert.ok(because === null || because === 'suggestion' || words(text).includes(words(because)));
      }),
    );
  });

  it('reads bodies of 60,000 characters, whatever they are made of', () => {
    for (const part of hostile) {
      const text = part.repeat(Math.ceil(60_000 / part.length));
      assert.ok(suggestTag(text).confidence > 0, part);
    }
  });

  it('reads no more than the beginning of an endless body, so that its time is bounded', () => {
    for (const part of hostile) {
      const begin = part.repeat(Math.ceil(20_000 / part.length)).slice(0, 20_000);
      assert.deepEqual(suggestTag(begin + 'Please remove this. '.repeat(50_000)), suggestTag(begin), part);
    }
  });
});

const hostile = [
  'please ',
  '*',
  '`',
  '` a',
  '(',
  'a:',
  '> ',
  '```\n',
  '<!--',
  '"',
  '"a ',
  '“',
  'could you ',
  '@a',
  ' \n',
  '\n',
  'no longer ',
  '?',
  '.',
  'a.',
  'nit nit ',
  '.)]}',
  "'",
  '…',
  '\u200f',
  '😀',
  'é',
];
