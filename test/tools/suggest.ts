import { suggestTag } from '../../src/coach/tags/suggest.ts';
import { runOnLines } from './jsonLines.ts';

/*
 * Suggests tags for comments: JSON lines `{"id","text"}` in, `{"id","tag","confidence","suggested"}` out, in the
 * same order and as they come. `tag` is the best of keep, stop, start and none (it asks for nothing), `suggested`
 * whether Cairn would show it: a tag, or that the comment can be set aside.
 */
await runOnLines(({ text }) => {
  const { tag, confidence, isSure } = suggestTag(text);
  return { tag, confidence, suggested: isSure };
});
