import type { FollowThrough } from '../../../model/growth.ts';
import type { Feedback } from '../../../model/state.ts';
import { phrase, text } from '../phrase.ts';
import { type Scene, webAddress } from '../scene.ts';
import type { Claim, Source } from '../types.ts';

/** So many are told of one by one, the newest. */
const mostTold = 12;

type Followed = { item: Feedback; follow: FollowThrough };

/** Comments on lines that asked for another thing, and what became of these lines. */
export function acted(scene: Scene): Claim[] {
  const { words, input, feedback } = scene;
  const asked = feedback.filter(({ kind, tag }) => kind === 'line' && tag !== 'keep');
  if (asked.length === 0) return [];
  const known = asked.flatMap((item): Followed[] => {
    const follow = input.follow.get(item.id);
    return follow && follow.status !== 'unknown' ? [{ item, follow }] : [];
  });
  const done = known.filter(({ follow: { status } }) => status === 'changed' || status === 'removed');
  const counts = {
    all: asked.length,
    acted: done.length,
    beforeMerge: done.filter(({ follow }) => follow.isBeforeMerge === true).length,
    unchanged: known.length - done.length,
    unknown: asked.length - known.length,
  };
  const all = scene.claim('acted:all', text(words.acted.all(counts)), scene.comments(asked), {
    isOfPrivateRepository: scene.isClosed(asked),
  });
  const told = done.slice(-mostTold).reverse();
  return [all, ...told.map((one) => addressed(scene, one))];
}

function addressed(scene: Scene, { item, follow }: Followed): Claim {
  const { commit, status, isBeforeMerge } = follow;
  const sha = commit === null ? null : commit.slice(0, 7);
  const parts = phrase(
    (quote, by) => scene.words.acted.addressed(quote, by, sha, status === 'removed', isBeforeMerge),
    scene.quote(item.body),
    scene.author(item),
  );
  return scene.claim(`acted:${item.id}`, parts, [scene.comment(item), ...commitOf(scene, item, commit)], {
    isOfPrivateRepository: scene.isClosed([item]),
  });
}

function commitOf({ words }: Scene, { pullRequest }: Feedback, commit: string | null): Source[] {
  const pull = webAddress(pullRequest?.url ?? null);
  const at = pull?.lastIndexOf('/pull/') ?? -1;
  if (pull === null || at < 0 || commit === null || !/^[0-9a-f]{7,64}$/.test(commit)) return [];
  const url = `${pull.slice(0, at)}/commit/${commit}`;
  return [{ what: 'commit', label: text(words.source.commit(commit.slice(0, 7))), url }];
}
