import type { PublisherOptions } from './connection.ts';
import type { Publisher } from './types.ts';

export type { PublisherOptions } from './connection.ts';
export { commentable, placeProblem } from './diffLines.ts';
export { isLfsPointer } from './lfs.ts';
export type * from './types.ts';

/**
 * Everything that is written to pull requests, for one sign-in. Light: what does it, octokit with it, is loaded with
 * the first call. Text that cannot be a token makes each call reject with 'unauthorized'.
 */
export function createPublisher(options: PublisherOptions): Publisher {
  let connected: Promise<Publisher> | undefined;
  const publisher = () => {
    connected ??= import('./publisher.ts').then(({ connectPublisher }) => connectPublisher(options));
    return connected;
  };
  return {
    pendingReview: async (...given) => (await publisher()).pendingReview(...given),
    publish: async (...given) => (await publisher()).publish(...given),
    addToReview: async (...given) => (await publisher()).addToReview(...given),
    submitReview: async (...given) => (await publisher()).submitReview(...given),
    discardReview: async (...given) => (await publisher()).discardReview(...given),
    find: async (...given) => (await publisher()).find(...given),
    reply: async (...given) => (await publisher()).reply(...given),
    findReply: async (...given) => (await publisher()).findReply(...given),
    resolve: async (...given) => (await publisher()).resolve(...given),
    details: async (...given) => (await publisher()).details(...given),
    sides: async (...given) => (await publisher()).sides(...given),
    fileText: async (...given) => (await publisher()).fileText(...given),
    openPullRequests: async (...given) => (await publisher()).openPullRequests(...given),
  };
}
