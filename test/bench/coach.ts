import fs from 'node:fs';
import path from 'node:path';
import { hostileTimes } from './coach/hostile.ts';
import { type CommentRow, quality } from './coach/quality.ts';
import { keyTimes } from './coach/speed.ts';

/**
 * How well the coach reads the labelled comments in `../shared/data` at its default level, with 95 % intervals by
 * bootstrap, for the half that was read while it was written (by a hash of the id), for the other half, and for both;
 * what it costs a key in a comment of 2,000 characters; and how its time grows on hostile text.
 */
export default async function measure([given]: string[] = []) {
  const file = given ?? path.join(import.meta.dirname, '../../../shared/data/review-comments-open.jsonl');
  const rows = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CommentRow);
  const { read, other, all } = quality(rows);
  const speed = keyTimes();
  const hostile = hostileTimes();
  const isGood = (half: typeof all) =>
    half.tone.precision.at >= 0.8 &&
    half.tone.recall.at >= 0.35 &&
    half.vagueRecall.at >= 0.35 &&
    half.anyOnGood.at < 0.1;
  return {
    comments: rows.length,
    other,
    read,
    all,
    speed,
    hostile,
    ok: isGood(all) && isGood(other) && speed.medianMs < 10 && hostile.worstGrowth < 3.5,
  };
}
