import type { OwnComment } from './ownComments.ts';

/** What the words of a comment tell. */
export type Traits = { hasReason: boolean; asksQuestion: boolean; hasLabel: boolean };

/** How well the reviewer knew the file when a comment was written. */
export type Familiarity = 'new' | 'seen' | 'known';

/** One month of a reviewer's own feedback. Counts, so that nobody takes half of two comments for a trend. */
export type TrendMonth = {
  /** `yyyy-mm`, in the local time of this machine. */
  month: string;
  comments: number;
  withReason: number;
  withQuestion: number;
  withLabel: number;
  helpful: number;
  notHelpful: number;
  files: Record<Familiarity, number>;
};

export type TrendInput = {
  /** Oldest first. */
  comments: readonly OwnComment[];
  traitsOf(body: string): Traits;
  /** What mentees have sent, by feedback id: whether it helped them. */
  ratings: ReadonlyMap<string, readonly boolean[]>;
  /** When the reviewer's own commits first touched a file (milliseconds since 1970), by repository, then by path. */
  authored: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

/**
 * Reviews of a file after which its reviewer's comments are as useful as they get; before the first one about a
 * third of them are (Bosu, Greiler, Bird, MSR 2015).
 */
const knownFrom = 5;

/** A reviewer's own feedback by month, oldest first; months without a comment are left out. */
export function trendOf({ comments, traitsOf, ratings, authored }: TrendInput): TrendMonth[] {
  const months = new Map<string, TrendMonth>();
  const familiarity = familiarityOf(authored);
  for (const comment of comments) {
    const month = monthOf(comment.at);
    const sum = months.get(month) ?? blank(month);
    months.set(month, sum);
    const { hasReason, asksQuestion, hasLabel } = traitsOf(comment.body);
    sum.comments += 1;
    sum.withReason += Number(hasReason);
    sum.withQuestion += Number(asksQuestion);
    sum.withLabel += Number(hasLabel);
    for (const isHelpful of ratings.get(comment.feedbackId) ?? []) {
      if (isHelpful) sum.helpful += 1;
      else sum.notHelpful += 1;
    }
    const known = familiarity(comment);
    if (known) sum.files[known] += 1;
  }
  return [...months.values()];
}

/** Comments of one day on one file are one review of it. */
function familiarityOf(authored: TrendInput['authored']): (comment: OwnComment) => Familiarity | null {
  const days = new Map<string, Set<string>>();
  return ({ repository, path, at }) => {
    if (path === null) return null;
    const key = `${repository.toLowerCase()} ${path}`;
    const before = days.get(key) ?? new Set<string>();
    days.set(key, before);
    const today = new Date(at).toISOString().slice(0, 10);
    const reviews = before.has(today) ? before.size - 1 : before.size;
    before.add(today);
    const first = authored.get(repository.toLowerCase())?.get(path);
    if (reviews >= knownFrom || (first !== undefined && first < at)) return 'known';
    return reviews > 0 ? 'seen' : 'new';
  };
}

function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

function blank(month: string): TrendMonth {
  const none = { comments: 0, withReason: 0, withQuestion: 0, withLabel: 0, helpful: 0, notHelpful: 0 };
  return { month, ...none, files: { new: 0, seen: 0, known: 0 } };
}
