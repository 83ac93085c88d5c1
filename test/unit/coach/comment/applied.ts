import type { Fix } from '../../../../src/coach/comment/index.ts';

/** The text after a fix, with `words` written where its caret is. */
export function applied(text: string, { edits, caret }: Fix, words = ''): string {
  let result = text;
  for (const { start, end, text: by } of edits.toReversed())
    result = result.slice(0, start) + by + result.slice(end);
  return caret === null ? result : result.slice(0, caret) + words + result.slice(caret);
}
