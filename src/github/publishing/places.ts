import type { DiffFile } from './diff.ts';
import { placeProblem } from './diffLines.ts';
import { lineNotInDiff } from './failures.ts';
import type { ReviewPlace } from './types.ts';

/**
 * Says before a comment is sent whether GitHub takes it there.
 * @param files of the diff; `null` where they are not known: then GitHub is asked
 * @throws CairnError 'line-not-in-diff'
 */
export function checkPlace(place: ReviewPlace, files: readonly DiffFile[] | null): void {
  if (files === null) return;
  const file = files.find(({ path }) => path === place.path);
  if (!file) throw lineNotInDiff('this file is not one that it changes.');
  if (place.line === null) return;
  if (file.patch === null) throw lineNotInDiff('this file is binary.');
  const problem = placeProblem(file.patch, place);
  if (problem === 'line') throw lineNotInDiff('this line is not among them.');
  if (problem === 'range') throw lineNotInDiff('the range must lie within one part of the diff.');
}
