import type { PullRequestRecord } from '../model/pullRequest.ts';

/*
 * Cairn wrote the cache itself, so that this only has to tell a whole file from a broken or a strange one.
 * By hand and not by schemas, since it runs at every start over everything.
 */

/** Whether a cache file's content is a pull request that can be shown. */
export function isRecord(value: unknown): value is PullRequestRecord {
  if (!isObject(value)) return false;
  return (
    value.schema === 1 &&
    areText(value, ['host', 'repository', 'nodeId', 'title', 'url', 'state', 'createdAt', 'updatedAt']) &&
    typeof value.number === 'number' &&
    (value.isPrivate === null || typeof value.isPrivate === 'boolean') &&
    isPerson(value.author) &&
    every(value.threads, isThread) &&
    every(value.reviews, (review) => isComment(review) && typeof review.verdict === 'string') &&
    every(value.conversation, isComment) &&
    (value.changes === undefined || isChanges(value.changes))
  );
}

function isChanges(value: unknown): boolean {
  return (
    isObject(value) &&
    ['mergedAt', 'closedAt', 'mergeCommit', 'base'].every((name) => isTextOrNull(value[name])) &&
    (value.fileCount === null || typeof value.fileCount === 'number') &&
    everyOrNull(value.commits, (commit) => areText(commit, ['sha', 'committedAt'])) &&
    everyOrNull(value.forcePushes, isForcePush) &&
    everyOrNull(
      value.files,
      (file) =>
        areText(file, ['path']) && typeof file.additions === 'number' && typeof file.deletions === 'number',
    )
  );
}

function isForcePush(push: Fields): boolean {
  return areText(push, ['at']) && isTextOrNull(push.before) && isTextOrNull(push.after);
}

type Fields = Record<string, unknown>;

function isThread(thread: Fields): boolean {
  return (
    areText(thread, ['id', 'path']) &&
    typeof thread.isResolved === 'boolean' &&
    every(thread.comments, isComment)
  );
}

function isComment(comment: Fields): boolean {
  const texts = ['nodeId', 'databaseId', 'body', 'url', 'createdAt', 'updatedAt'];
  return areText(comment, texts) && isPerson(comment.author);
}

function isPerson(value: unknown): boolean {
  return value === null || (isObject(value) && typeof value.login === 'string');
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function every(value: unknown, isGood: (item: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isObject(item) && isGood(item));
}

function everyOrNull(value: unknown, isGood: (item: Fields) => boolean): boolean {
  return value === null || every(value, isGood);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function areText(value: Fields, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string');
}
