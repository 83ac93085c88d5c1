import type { Feedback, Tag } from './state.ts';

/** What the Feedback view is narrowed to; what is left out does not narrow. */
export type Filter = {
  /** Each word must be found in body, author, path or the pull request's title. */
  text?: string;
  tag?: Tag | 'untagged' | 'setAside';
  author?: string;
  repository?: string;
  /** Only threads that are still open. */
  unresolved?: boolean;
};

export function isEmptyFilter(filter: Filter): boolean {
  return !filter.text?.trim() && !filter.tag && !filter.author && !filter.repository && !filter.unresolved;
}

/** The pieces that pass, in their order. Upper and lower case are the same. */
export function filterFeedback(feedback: readonly Feedback[], filter: Filter): Feedback[] {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return feedback.filter((item) => {
    if (filter.tag === 'untagged' && (item.tag !== null || item.isSetAside)) return false;
    if (filter.tag === 'setAside' && !item.isSetAside) return false;
    if (filter.tag && filter.tag !== 'untagged' && filter.tag !== 'setAside' && item.tag !== filter.tag)
      return false;
    if (filter.author && item.author !== filter.author) return false;
    if (filter.repository && item.pullRequest?.repository !== filter.repository) return false;
    if (filter.unresolved && item.isResolved !== false) return false;
    if (words.length === 0) return true;
    const text = [
      item.body,
      item.author,
      item.path,
      item.pullRequest?.title,
      item.pullRequest && `#${item.pullRequest.number}`,
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
