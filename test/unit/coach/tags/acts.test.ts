import assert from 'node:assert/strict';
import { actsOf } from '../../../../src/coach/tags/acts.ts';
import { type Sentence, sentencesOf } from '../../../../src/coach/tags/sentences.ts';

const acts = (text: string) => actsOf(sentencesOf(text)[0] as Sentence).map(({ name }) => name);

describe('actsOf', () => {
  it('tells what a sentence does from how it begins', () => {
    for (const [text, act] of [
      ['Please add a test.', 'order-do'],
      ['nit, also rename it', 'order-do'],
      ['Remove this.', 'order-drop'],
      ["Don't use globals.", 'order-not'],
      ['Do not add it.', 'order-not'],
      ["Let's keep it.", 'lets'],
      ['Could you split this?', 'ask-can-you'],
      ['Could you split this?', 'ask-doing'],
      ['Can we drop it?', 'ask-drop'],
      ['Should this be final?', 'ask-should-it'],
      ["Shouldn't this be final?", 'ask-not-should'],
      ['Is this cast necessary?', 'ask-is-needed'],
      ['Do we need both?', 'ask-need'],
      ["Don't you need a lock?", 'ask-not-do-you'],
      ['Why is this needed?', 'why-needed'],
      ['why not a map?', 'why-not'],
      ['What about a map?', 'how-about'],
      ['What does it do?', 'wh-what'],
      ['const?', 'short-asked'],
      ['Done.', 'reports'],
      ['Thanks for the review.', 'thanks'],
      ["I've pushed it.", 'i-do'],
      ["I don't think so.", 'i-doubt'],
      ["I'd rather wait.", 'i-would'],
      ['You can use a set.', 'you-can'],
      ['We should not do it.', 'we-should-not'],
      ['This is wrong.', 'it-is'],
      ["This doesn't work.", 'it-not'],
      ['The name should say so.', 'thing-should'],
      ['The list is not sorted.', 'thing-not'],
      ['If it is empty, return early.', 'clause-do'],
      ['A really nice test.', 'praises-thing'],
      ['This is much cleaner.', 'is-praised'],
    ] as const) {
      assert.ok(acts(text).includes(act), `${text}: ${acts(text)}`);
    }
  });

  it('takes a verb that is a noun here for none', () => {
    for (const text of ['Test is fine.', 'Use of it seems ok.', 'Update looks good.'])
      assert.ok(!acts(text).includes('order-do'), text);
  });
});
