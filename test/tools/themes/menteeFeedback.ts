import { suggestTag } from '../../../src/coach/tags/suggest.ts';
import { themeInputOf } from '../../../src/growth/themes/index.ts';
import { isApproval, readFeedback } from '../../../src/growth/themes/reading.ts';
import type { ThemeInput } from '../../../src/growth/themes/types.ts';
import type { Feedback } from '../../../src/model/state.ts';
import { feedbackId } from '../../../src/model/toFeedback.ts';
import type { PullLine, RestUser } from '../../support/github/types.ts';

/**
 * What others said to a mentee in a data set, and what of it is no chatter: neither suggested to be set aside nor an
 * approval and nothing else.
 */
export type MenteeFeedback = { feedback: number; inputs: ThemeInput[] };

type Said = { id: number; body: string | null; user: RestUser | null };

/**
 * The feedback of one mentee in a data set: what others said on the pull requests that they authored, as Cairn would
 * show it (bots, approvals and what Cairn suggests to set aside are counted as feedback and are not among the inputs).
 * @param login compared without regard to case
 */
export function menteeFeedback(lines: readonly PullLine[], login: string): MenteeFeedback {
  const isMentee = (user: RestUser | null | undefined) => user?.login.toLowerCase() === login.toLowerCase();
  const inputs: ThemeInput[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    if (!isMentee(line.pull.user)) continue;
    const pullRequest = { repository: line.pull.base.repo.full_name, number: line.pull.number };
    const take = (
      kind: 'line' | 'review' | 'conversation',
      said: Said,
      place: Partial<Feedback>,
      at: string,
    ) => {
      const body = said.body ?? '';
      const id = feedbackId('github.com', kind, String(said.id));
      if (isMentee(said.user) || body.trim() === '' || seen.has(id)) return;
      seen.add(id);
      const isBot = said.user?.type === 'Bot';
      const suggestion = isBot ? null : suggestTag(body);
      const sure = suggestion?.isSure ? suggestion.tag : null;
      const input = themeInputOf({
        id,
        body,
        isBot,
        path: null,
        diffHunk: null,
        createdAt: at,
        pullRequest: { ...pullRequest, title: line.pull.title, url: line.pull.html_url },
        suggestedTag: sure === 'none' ? null : sure,
        isSetAsideSuggested: sure === 'none',
        isSetAside: false,
        tag: null,
        goalIds: [],
        ...place,
      } as unknown as Feedback);
      if (input && !isApproval(readFeedback(input).topic)) inputs.push(input);
    };
    for (const one of line.review_comments)
      take('line', one, { path: one.path, diffHunk: one.diff_hunk }, one.created_at);
    for (const one of line.reviews) take('review', one, {}, one.submitted_at ?? line.pull.created_at);
    for (const one of line.issue_comments) take('conversation', one, {}, one.created_at);
  }
  return { feedback: seen.size, inputs };
}

/** Those who got most feedback on their pull requests, the busiest first. */
export function busiest(lines: readonly PullLine[], count: number): string[] {
  const said = new Map<string, number>();
  for (const { pull, review_comments, reviews, issue_comments } of lines) {
    const login = pull.user?.login;
    if (login === undefined) continue;
    const all: Said[] = [...review_comments, ...reviews, ...issue_comments];
    const others = all.filter(({ user, body }) => user?.login !== login && (body ?? '').trim() !== '');
    said.set(login, (said.get(login) ?? 0) + others.length);
  }
  return [...said]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([login]) => login);
}
