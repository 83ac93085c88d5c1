import { connect, type PublisherOptions } from './connection.ts';
import { details } from './details.ts';
import { Diffs } from './diffs.ts';
import { fileText, sides } from './files.ts';
import { find, findReply } from './find.ts';
import { openPullRequests } from './open.ts';
import { addToReview, discardReview, submitReview } from './pending.ts';
import { reply, resolve } from './reply.ts';
import { publish } from './single.ts';
import { situationOf } from './situation.ts';
import type { Publisher } from './types.ts';

/**
 * Opens a connection for one sign-in; nothing is sent yet.
 * @throws CairnError 'unauthorized' for text that cannot be a token
 */
export function connectPublisher(options: PublisherOptions): Publisher {
  const connection = connect(options);
  const diffs = new Diffs(connection);
  return {
    pendingReview: async (pr, signal) => (await situationOf(connection, pr, signal)).pending,
    publish: (comment, signal) => publish(connection, diffs, comment, signal),
    addToReview: (comment, review, signal) => addToReview(connection, diffs, comment, review, signal),
    submitReview: (_pr, review, event, body, signal) => submitReview(connection, review, event, body, signal),
    discardReview: (review, signal) => discardReview(connection, review, signal),
    find: (comment, since, signal) => find(connection, comment, since, signal),
    reply: (pr, threadId, body, signal, review = null) =>
      reply(connection, pr, threadId, body, review, signal),
    findReply: (threadId, body, since, signal) => findReply(connection, threadId, body, since, signal),
    resolve: (threadId, isResolved, signal) => resolve(connection, threadId, isResolved, signal),
    details: (pr, signal) => details(connection, diffs, pr, signal),
    sides: (told, file, signal) => sides(connection, told, file, signal),
    fileText: (repository, sha, path, signal) => fileText(connection, repository, sha, path, signal),
    openPullRequests: (repository, author, signal) =>
      openPullRequests(connection, repository, author, signal),
  };
}
