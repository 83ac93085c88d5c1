import { type Learned, learn } from '../coach/tags/learn.ts';
import { type Suggestion, suggestTag } from '../coach/tags/suggest.ts';
import type { SpaceRecords } from '../model/records.ts';
import type { Feedback, Tag } from '../model/state.ts';

/** What the user has told Cairn not to learn from: all that was tagged and set aside until then. */
export type Forgotten = {
  /** ISO time. */
  until: string;
  /** Feedback ids: the journal's records do not say when something was set aside. */
  setAside: string[];
};

type Known = {
  records: SpaceRecords;
  /** Whether a name is the user's own. */
  isMe(name: string): boolean;
  forgotten: Forgotten | null;
};

/** Suggests tags for feedback, with what the user's own tags in the space have taught. */
export class Suggestions {
  #lessons = '';
  #learned: Learned | undefined;

  /** Learns anew where the tags have changed since the last time; whether they have. */
  learn(feedback: readonly Feedback[], known: Known): boolean {
    const tagged = lessonsOf(feedback, known);
    const lessons = tagged.map(({ item, tag }) => `${item.id} ${tag}`).join('\n');
    if (lessons === this.#lessons) return false;
    this.#lessons = lessons;
    this.#learned = learn(tagged.map(({ item, tag }) => ({ text: item.body, tag })));
    return true;
  }

  /** Null for bots, whose words no suggestion is made for. */
  of(item: Feedback): Suggestion | null {
    return item.isBot ? null : suggestTag(item.body, this.#learned);
  }

  /** Puts the suggestion that would be shown onto a piece of feedback; whether it is another one than before. */
  put(item: Feedback): boolean {
    const suggestion = this.of(item);
    const sure = suggestion?.isSure ? suggestion.tag : null;
    const tag = sure === 'none' ? null : sure;
    const isNew = item.suggestedTag !== tag || item.isSetAsideSuggested !== (sure === 'none');
    item.suggestedTag = tag;
    item.isSetAsideSuggested = sure === 'none';
    return isNew;
  }
}

type Lesson = { item: Feedback; tag: Tag | 'none'; at: string };

/** The user's own tags, and what was set aside in the space, in the order in which they are learned from. */
function lessonsOf(feedback: readonly Feedback[], { records, isMe, forgotten }: Known): Lesson[] {
  const passed = new Set(forgotten?.setAside);
  const own = new Map<string, boolean>();
  const isOwn = (name: string) => {
    if (!own.has(name)) own.set(name, isMe(name));
    return own.get(name) === true;
  };
  const lessons: Lesson[] = [];
  for (const item of feedback) {
    const mark = item.isBot ? undefined : records.marks.get(item.id);
    if (mark?.isSetAside) {
      if (!passed.has(item.id)) lessons.push({ item, tag: 'none', at: item.createdAt });
    } else if (mark?.tag && mark.tagged?.claimedBy === null && isOwn(mark.tagged.by)) {
      const at = mark.taggedAt ?? '';
      if (forgotten === null || at > forgotten.until) lessons.push({ item, tag: mark.tag, at });
    }
  }
  const order = ({ item, at }: Lesson) => `${at} ${item.id}`;
  return lessons.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}
