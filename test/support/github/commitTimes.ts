import type { Pull } from './types.ts';

/**
 * When each commit of a pull request was made, ISO. The large sets do not say it and GitHub's schema wants it, so it
 * is MADE UP from what they do say: the earliest time at which a commit is known to have been there. That is when
 * somebody commented on it, reviewed it or pushed it over another one, else when the next commit was there, and for
 * the last one when the pull request was merged, closed or changed last. Where nobody ever pushed over it, the first
 * commit was there when it began. The true time is that or an earlier one.
 */
export function commitTimes(pull: Pull): Map<string, string> {
  const { raw, commits } = pull;
  const seen = seenAt(pull);
  let latest = raw.merged_at ?? raw.closed_at ?? raw.updated_at;
  const times = new Map<string, string>();
  for (const [index, commit] of [...commits.entries()].reverse()) {
    const isFirst = index === 0 && pull.forcePushes.length === 0;
    const known = [seen.get(commit.sha), isFirst ? raw.created_at : undefined, latest];
    latest = known.reduce<string>((a, b) => (b !== undefined && b < a ? b : a), latest);
    times.set(commit.sha, commit.committed_at ?? latest);
  }
  return times;
}

function seenAt({ lineComments, reviews, forcePushes }: Pull): Map<string, string> {
  const seen = new Map<string, string>();
  const note = (sha: string | null, at: string | null | undefined) => {
    const known = sha === null ? undefined : seen.get(sha);
    if (sha !== null && at && (known === undefined || at < known)) seen.set(sha, at);
  };
  for (const comment of lineComments) note(comment.original_commit_id, comment.created_at);
  for (const review of reviews) note(review.commit_id, review.submitted_at);
  for (const push of forcePushes) note(push.commit_id, push.created_at);
  return seen;
}
