import type { PullRequestRecord } from '../../../model/pullRequest.ts';
import type { Touch } from './risks.ts';

/** Files beyond which an approval says nothing of each one of them. */
const mostFiles = 50;

/**
 * Who reviewed which files of a repository, from what was pulled: comments on lines, and reviews of a pull request
 * whose files are known. What its own author answers there is no review.
 * @param repository `owner/name`
 */
export function reviewsOf(pulls: readonly PullRequestRecord[], repository: string): Touch[] {
  const name = repository.toLowerCase();
  return pulls
    .filter((pull) => pull.repository.toLowerCase() === name)
    .flatMap(({ author, threads, reviews, changes }) => {
      const isOther = (person: { login: string; isBot: boolean } | null) =>
        person !== null && !person.isBot && person.login.toLowerCase() !== author?.login.toLowerCase();
      const touch = (login: string, at: string, paths: readonly string[]): Touch[] => {
        const time = Date.parse(at);
        return Number.isNaN(time) ? [] : [{ at: time, people: [{ login }], paths }];
      };
      const onLines = threads.flatMap(({ path, comments }) =>
        comments.flatMap(({ author: by, createdAt }) =>
          isOther(by) ? touch(by!.login, createdAt, [path]) : [],
        ),
      );
      const files = changes?.files?.map(({ path }) => path) ?? [];
      const whole = files.length > mostFiles ? [] : files;
      const looked = reviews
        .filter(({ verdict }) => verdict === 'APPROVED' || verdict === 'CHANGES_REQUESTED')
        .flatMap(({ author: by, createdAt }) => (isOther(by) ? touch(by!.login, createdAt, whole) : []));
      return [...onLines, ...looked];
    });
}
