import type { Feedback, Tag } from '../../model/state.ts';

/** Of as many the one that asks for something counts. */
const order = ['stop', 'start', 'keep'] as const;

/** The tag that most of a theme's tagged feedback has; of untagged feedback what is suggested. `null` for none. */
export function tagOf(items: readonly Pick<Feedback, 'tag' | 'suggestedTag'>[]): Tag | null {
  const tagged = items.flatMap(({ tag }) => tag ?? []);
  const votes = tagged.length > 0 ? tagged : items.flatMap(({ suggestedTag }) => suggestedTag ?? []);
  if (votes.length === 0) return null;
  const count = (tag: Tag) => votes.filter((vote) => vote === tag).length;
  return order.reduce<Tag>((most, tag) => (count(tag) > count(most) ? tag : most), 'stop');
}
