import type { CairnError } from '../model/errors.ts';
import type { PullRequestRecord } from '../model/pullRequest.ts';
import { inBatches } from './batches.ts';
import { checkInterval, findChanged } from './check.ts';
import type { Context } from './context.ts';
import { fetchPulls } from './details.ts';
import { GitHubFailure } from './failure.ts';
import { type Listing, listPulls } from './list.ts';
import { knownPull, type Marks, newMarks, usualPageSize } from './marks.ts';
import type { PullOptions } from './pull.ts';
import type { ChangeField } from './queries.ts';

/** Batches under way at once: GitHub asks for few. */
const atOnce = 2;
/** A page size that had to shrink is tried anew after a day. */
const shrunkFor = 24 * 3600_000;
/** Pull requests of an earlier version that a pull brings again besides its own work: four requests. */
const filledAtOnce = 40;

/**
 * Pulls one repository; see `pull`. What arrives is on disk at once, and the marks are kept on any end, so that
 * the next pull goes on from there.
 */
export async function pullRepository(
  options: PullOptions,
  repository: string,
  report: (error: CairnError) => void,
  onPulled: (count: number) => void,
): Promise<void> {
  const { github, host, cache, mentee, signal, now = Date.now } = options;
  const full = options.full ?? false;
  const marksBefore = newMarks(repository, mentee);
  const without = new Set<ChangeField>();
  const context: Context = { github, host, cache, signal, now, report, without, marks: marksBefore };
  options.onProgress?.({ repository, done: 0, total: null, comments: 0 });

  context.marks = await readMarks(context, repository);
  let listing = await listPulls(context, full);
  if (listing.repository.toLowerCase() !== repository.toLowerCase()) {
    github.log(`${repository} is now called ${listing.repository}.`);
    context.marks = await readMarks(context, listing.repository);
    listing = await listPulls(context, full);
    await cache.forget(host.name, repository);
  }
  const { marks } = context;
  marks.repository = listing.repository;
  if (marks.shrunkAt !== null && now() - marks.shrunkAt > shrunkFor) {
    Object.assign(marks, { pageSize: usualPageSize, shrunkAt: null });
  }
  try {
    if (marks.isPrivate !== listing.isPrivate) await writeVisibility(context, listing, options.onRecords);
    const wanted = await findWanted(context, listing);
    if (full || now() - (marks.checkedAt ?? now()) >= checkInterval) {
      const known = (await ownRecords(context)).filter((record) => !wanted.has(record.nodeId));
      for (const id of await findChanged(context, known, full)) wanted.set(id, listedAs(known, id));
    }
    marks.checkedAt ??= now();
    await fetchWanted(context, options, wanted, onPulled);
    marks.since = newest(listing, marks.since);
    await fillUp(context, options);
  } finally {
    await cache.writeMarks(host.name, marks);
  }
}

type Wanted = Map<string, number>;

/** The marks, or, before a first pull was completed, ones that know what is on disk already. */
async function readMarks(context: Context, repository: string): Promise<Marks> {
  const { cache, host, marks } = context;
  const kept = await cache.readMarks(host.name, repository, marks.mentee);
  if (kept !== null && kept.since !== null) return { ...kept, mentee: marks.mentee };
  const fresh = { ...(kept ?? newMarks(repository, marks.mentee)), mentee: marks.mentee };
  for (const record of await ownRecords({ ...context, marks: fresh })) {
    fresh.pulls[record.number] = knownPull(record, record.updatedAt);
  }
  return fresh;
}

async function ownRecords({ cache, host, marks }: Context): Promise<PullRequestRecord[]> {
  const mentee = marks.mentee.toLowerCase();
  const records = await cache.readRepository(host.name, marks.repository);
  return records.filter((record) => record.author === null || record.author.login.toLowerCase() === mentee);
}

/** What has to be fetched, newest change first: listed as changed, or not here though it should be. */
async function findWanted({ cache, host, marks }: Context, listing: Listing): Promise<Wanted> {
  const here = await cache.numbers(host.name, marks.repository);
  const wanted: Wanted = new Map();
  for (const { id, number, updatedAt } of listing.pulls) {
    const known = marks.pulls[number];
    if (known?.id !== id || known.updatedAt !== updatedAt || !here.has(number)) wanted.set(id, number);
  }
  for (const [number, known] of Object.entries(marks.pulls)) {
    if (known.updatedAt === '' || !here.has(Number(number))) wanted.set(known.id, Number(number));
  }
  // Should the work stop in the middle, the next pull knows what is missing.
  for (const [id, number] of wanted) marks.pulls[number] = { id, updatedAt: '' };
  return wanted;
}

function listedAs(records: readonly PullRequestRecord[], id: string): number {
  return records.find((record) => record.nodeId === id)?.number ?? 0;
}

async function fetchWanted(
  context: Context,
  options: PullOptions,
  wanted: Wanted,
  onPulled: (count: number) => void,
): Promise<void> {
  const { cache, marks, now } = context;
  const here = await cache.numbers(context.host.name, marks.repository);
  const total = wanted.size;
  let done = 0;
  let comments = 0;
  const progress = () => options.onProgress?.({ repository: marks.repository, done, total, comments });
  progress();
  await inBatches({
    items: [...wanted.keys()],
    size: marks.pageSize,
    atOnce,
    onShrink: (size) => Object.assign(marks, { pageSize: size, shrunkAt: now() }),
    onGiveUp: (_, failure) => context.report(failure),
    run: async (ids) => {
      const askedAt = now();
      const fetched = await fetchPulls(context, ids);
      const records = await withoutSame(context, here, fetched);
      await cache.save(records);
      // What may not be read is not asked for again until it changes.
      for (const id of ids) delete marks.pulls[wanted.get(id) ?? 0];
      for (const record of fetched) {
        const { number, updatedAt } = record;
        marks.pulls[number] = knownPull(record, isSettled(updatedAt, askedAt) ? updatedAt : '');
      }
      for (const record of records) comments += countComments(record);
      done += ids.length;
      onPulled(records.length);
      if (records.length > 0) options.onRecords?.(records);
      progress();
    },
  });
}

/**
 * Brings what happened to the code of pull requests that an earlier version pulled without it: some with each pull,
 * the newest first. That it does not work is no failure of the pull, and tried again with the next one.
 */
async function fillUp(context: Context, options: PullOptions): Promise<void> {
  const { marks, github } = context;
  const lacking = Object.entries(marks.pulls).filter(
    ([, known]) => !known.hasChanges && known.updatedAt !== '',
  );
  const wanted: Wanted = new Map(
    lacking
      .map(([number, { id }]): [string, number] => [id, Number(number)])
      .sort(([, a], [, b]) => b - a)
      .slice(0, filledAtOnce),
  );
  if (wanted.size === 0) return;
  const report = (failure: CairnError) => github.log(failure.message);
  try {
    await fetchWanted({ ...context, report }, { ...options, onProgress: () => {} }, wanted, () => {});
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    report(error);
  }
}

/** GitHub tells times by the second: what changed in this one may change again and look the same. */
function isSettled(updatedAt: string, askedAt: number): boolean {
  return Math.abs(askedAt - Date.parse(updatedAt)) > 2000;
}

/** Those that are not on disk word by word: what was asked for to be safe is often the same. */
async function withoutSame(
  { cache, host }: Context,
  here: ReadonlySet<number>,
  fetched: PullRequestRecord[],
): Promise<PullRequestRecord[]> {
  const isNew = await Promise.all(
    fetched.map(async (record) => {
      if (!here.has(record.number)) return true;
      const known = await cache.read(host.name, record.repository, record.number);
      return known === null || JSON.stringify(known) !== JSON.stringify(record);
    }),
  );
  return fetched.filter((_, index) => isNew[index]);
}

function countComments(record: PullRequestRecord): number {
  const lines = record.threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  return (
    lines + record.reviews.filter((review) => review.body.trim() !== '').length + record.conversation.length
  );
}

/** A repository that was made public or private says so on everything that is known of it. */
async function writeVisibility(
  context: Context,
  { isPrivate }: Listing,
  onRecords: PullOptions['onRecords'],
): Promise<void> {
  const { cache, host, marks } = context;
  const known = await cache.readRepository(host.name, marks.repository);
  const stale = known
    .filter((record) => record.isPrivate !== isPrivate)
    .map((record) => ({ ...record, isPrivate }));
  await cache.save(stale);
  if (stale.length > 0) onRecords?.(stale);
  marks.isPrivate = isPrivate;
}

/** The newest time of change that was listed: GitHub's own clock, not this machine's. */
function newest(listing: Listing, since: string | null): string | null {
  return listing.pulls.reduce(
    (latest, { updatedAt }) => (latest === null || updatedAt > latest ? updatedAt : latest),
    since,
  );
}
