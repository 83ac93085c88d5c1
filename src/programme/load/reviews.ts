import type { PullRequestRecord } from '../../model/pullRequest.ts';

type IsPerson = (login: string) => boolean;

/**
 * When one person reviewed pull requests of others, ISO times, oldest first: a day on which they said something on one
 * counts once, whatever it was cut into. GitHub tells no minutes, and nothing here guesses any.
 * @param pulls what is known of pull requests
 * @param who `author`: whose pull requests count; `reviewer`: whose words
 */
export function reviewsOf(
  pulls: Iterable<Pick<PullRequestRecord, 'repository' | 'number' | 'author' | 'reviews' | 'threads'>>,
  { author, reviewer }: { author: IsPerson; reviewer: IsPerson },
): string[] {
  const days = new Map<string, string>();
  for (const pull of pulls) {
    if (!pull.author || !author(pull.author.login) || reviewer(pull.author.login)) continue;
    const said = [
      ...pull.reviews.filter(({ verdict }) => verdict !== 'PENDING'),
      ...pull.threads.flatMap(({ comments }) => comments),
    ];
    for (const { author: by, createdAt } of said) {
      const at = new Date(createdAt);
      if (!by || !reviewer(by.login) || Number.isNaN(at.getTime())) continue;
      const key = `${pull.repository}#${pull.number} ${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
      const known = days.get(key);
      if (known === undefined || createdAt < known) days.set(key, createdAt);
    }
  }
  return [...days.values()].sort();
}
