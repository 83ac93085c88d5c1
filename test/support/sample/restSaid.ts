import { makeUser } from '../github/edit.ts';
import type { RestPull } from '../github/types.ts';
import type { Who } from './talk.ts';

export type Kind = 'conversation' | 'review' | 'line';

const prefixes = { conversation: 'IC', review: 'PRR', line: 'PRRC' };
const anchors = { conversation: 'issuecomment-', review: 'pullrequestreview-', line: 'discussion_r' };

/** What everything that is said on a pull request has in GitHub's REST API. */
export function restSaid(given: { id: number; pull: RestPull; kind: Kind; who: Who; body: string }) {
  const { id, pull, kind, who, body } = given;
  const folder = {
    conversation: 'issues/comments',
    review: `pulls/${pull.number}/reviews`,
    line: 'pulls/comments',
  }[kind];
  const url = `${String(pull.url).split('/pulls/')[0]}/${folder}/${id}`;
  const html_url = `${pull.html_url}#${anchors[kind]}${id}`;
  const links = { self: url, html: html_url, pull_request: String(pull.url) };
  return {
    id,
    node_id: `${prefixes[kind]}_kwDO${Buffer.from(String(id)).toString('base64url')}`,
    url,
    html_url,
    body,
    user: who === null ? null : makeUser(who),
    author_association: who === null || who.endsWith('[bot]') ? 'NONE' : 'MEMBER',
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
  };
}
