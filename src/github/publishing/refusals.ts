import { CairnError } from '../../model/errors.ts';
import type { Answer } from '../failure.ts';
import {
  coded,
  commentTooLong,
  lineNotInDiff,
  noRights,
  noSuchReview,
  ownPullRequest,
  pendingReviewExists,
  pullRequestChanged,
} from './failures.ts';

/*
 * What GitHub means by a refusal. Its words are known from answers that people published in issues, since its
 * documentation names the status alone: the line (parkerbxyz/suggest-changes#28, danobi/prr#11), the range
 * (ubuntu/WSL#244), the path (villesau/ai-codereviewer#34), the commit (PyGithub/PyGithub#2501), the pending review
 * (namanshergill/diohub#18, microsoft/vscode-pull-request-github#1317).
 */
const meanings: [RegExp, (detail: string) => CairnError][] = [
  [/one pending review|already has a pending review/i, pendingReviewExists],
  [/end_?commit_?oid|commit_id|not part of the pull request/i, pullRequestChanged],
  [/\bpath\b.{0,20}invalid/i, (detail) => lineNotInDiff(fileWords, detail)],
  [/must be part of the diff/i, (detail) => lineNotInDiff(lineWords, detail)],
  [/must precede|part of the same hunk/i, (detail) => lineNotInDiff(rangeWords, detail)],
  [/diff[_ ]hunk|review_thread\.\w*line/i, (detail) => lineNotInDiff(lineWords, detail)],
  [/too long|maximum is 65536/i, () => commentTooLong(65_537)],
  [/own pull request/i, ownPullRequest],
  [/already been submitted|could not resolve to a (?:node|pullrequestreview)/i, noSuchReview],
  [
    /body.{0,10}blank/i,
    (detail) =>
      coded('invalid-argument', 'GitHub wants some words with this: say what the review is about.', detail),
  ],
  [/\blocked\b/i, noRights],
  [/too quickly/i, (detail) => coded('rate-limited', tooQuickly, detail)],
  [
    /archived|read-only/i,
    (detail) => coded('no-rights', 'The repository is archived: nobody can write to it any more.', detail),
  ],
];
const lineWords = 'this line is not among them.';
const tooQuickly = 'GitHub asks for a pause between comments. Your words are kept; try again in a minute.';
const fileWords = 'this file is not one that it changes.';
const rangeWords = 'the range must lie within one part of the diff.';

/** The failure behind a 422, in words that say what to do. */
export function refusedBecause(answer: Answer): CairnError {
  const { message, errors } = (answer.data ?? {}) as { message?: unknown; errors?: unknown };
  const list = Array.isArray(errors) ? errors : errors === undefined ? [] : [errors];
  const said = list.map((error) => {
    if (typeof error === 'string') return error;
    const { field, message: why, code } = (error ?? {}) as Record<string, unknown>;
    return [field, why ?? code].filter((part) => typeof part === 'string').join(' ');
  });
  return meaningOf([message, ...said].filter((part) => typeof part === 'string').join('; '), answer.status);
}

/** The same for what GraphQL refuses; anything else is given back as it is. */
export function refusedInGraphQL(error: unknown): unknown {
  const isRefusal = error instanceof CairnError && error.code === 'github-refused';
  return isRefusal ? meaningOf(error.detail ?? '', null) : error;
}

function meaningOf(said: string, status: number | null): CairnError {
  const detail = `${status === null ? '' : `HTTP ${status}: `}${said.slice(0, 300)}`;
  for (const [pattern, meaning] of meanings) if (pattern.test(said)) return meaning(detail);
  return coded('github-refused', `GitHub refused this and said: “${said.slice(0, 300)}”.`, detail);
}
