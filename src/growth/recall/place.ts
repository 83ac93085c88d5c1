import { findAnchor } from '../../model/anchor/index.ts';
import type { Feedback } from '../../model/state.ts';
import { hunkAnchor } from './hunkAnchor.ts';

/** Signs of a text in which code is looked for; a larger file is generated. */
const longestText = 2_000_000;

/** The 0-based line at which code that was commented on ends in a text of today; `null` where it cannot be told. */
export function lineInText(text: string, feedback: Feedback): number | null {
  const anchor = hunkAnchor(feedback);
  const found = anchor && text.length <= longestText ? findAnchor(text, [anchor]) : null;
  return found && found.endLine - 1;
}
