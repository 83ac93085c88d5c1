import type { Annotation } from './annotation.ts';
import { excerptLength } from './excerpt.ts';
import { type GrowthWords, growthParts } from './exportGrowth.ts';
import { aboutMentorship, type MentorshipWords, mentorshipParts } from './exportMentorship.ts';
import { type KeyboardShares, kept, list, type SessionWords, sessionParts } from './exportSessions.ts';
import type { Guess, Kudos, ScaleAnswer } from './growth.ts';
import type { Mentored } from './mentorshipOf.ts';
import { plainLine } from './plainLine.ts';
import { fenced, plainMarkdown, webLink } from './plainMarkdown.ts';
import type { Pairing, Scaffold, Session } from './session.ts';
import type { ShownTheme } from './shownState.ts';
import { type Feedback, type Goal, type Mentorship, type NextAction, type Tag, tags } from './state.ts';

/** What is written, chosen already: see `shownState`. */
export type MarkdownContent = Mentored & {
  name: string;
  /** `yyyy-mm-dd`. */
  exportedOn: string;
  goals: readonly Goal[];
  feedback: readonly Feedback[];
  actions: readonly NextAction[];
  annotations: readonly Annotation[];
  sessions: readonly Session[];
  pairings: readonly Pairing[];
  scaffolds: readonly Scaffold[];
  guesses: readonly Guess[];
  kudos: readonly Kudos[];
  scaleAnswers: readonly ScaleAnswer[];
  themes: readonly ShownTheme[];
  mentorship: Mentorship | null;
  keyboard: KeyboardShares;
};

/** The words of the page, in the user's language; they may hold Markdown. */
export type MarkdownWords = {
  exportedOn(date: string): string;
  headings: Record<'mentorship' | 'goals' | 'milestones' | 'actions' | 'annotations' | 'feedback', string>;
  fields: Record<
    | 'kind'
    | 'mentors'
    | 'mentees'
    | 'rhythm'
    | 'budget'
    | 'category'
    | 'origin'
    | 'status'
    | 'targetDate'
    | 'tags'
    | 'owner'
    | 'dueDate'
    | 'goal'
    | 'done',
    string
  >;
  tags: Record<Tag, string>;
  untagged: string;
  private: string;
  resolved: string;
  /** What stands where an annotation was that its author deleted. */
  deleted: string;
  /** The review comment that an annotation became. */
  published: string;
  /** Whose record it is, where somebody else's name stands in it. */
  unverified(name: string): string;
  nothing: string;
  days(count: number): string;
  hours(count: number): string;
  kinds: Record<Mentorship['kind'], string>;
  statuses: Record<Goal['status'], string>;
  origins: Record<Goal['origin'], string>;
  category(category: string): string;
  sessions: SessionWords;
  growth: GrowthWords;
  mentorship: MentorshipWords;
};

/**
 * A space as a page that anybody can read: the mentorship and its charter, goals with what is linked to them, next
 * actions, sessions, themes, thanks, guesses, scales, knowledge notes and the like where there are any, annotations by
 * file, and the feedback by tag. All that people wrote is escaped or fenced, so that it is text wherever the page is shown.
 */
export function toMarkdown(content: MarkdownContent, words: MarkdownWords): string {
  const { headings } = words;
  const parts = [`# ${plainMarkdown(content.name)}`, words.exportedOn(content.exportedOn)];
  parts.push(...aboutMentorship(content, words));
  parts.push(`## ${headings.goals}`, ...orNothing(content.goals, (one) => goal(one, content, words), words));
  parts.push(`## ${headings.actions}`, actions(content, words) || words.nothing);
  parts.push(...sessionParts(content, words));
  parts.push(...growthParts(content, words));
  parts.push(...mentorshipParts(content, words));
  parts.push(`## ${headings.annotations}`, ...annotationsByFile(content, words));
  parts.push(`## ${headings.feedback}`, ...feedbackByTag(content, words));
  return `${parts.join('\n\n')}\n`;
}

function goal(about: Goal, { feedback }: MarkdownContent, words: MarkdownWords): string {
  const { fields } = words;
  const linked = feedback.filter((item) => item.goalIds.includes(about.id) && !item.isSetAside);
  const of = (tag: Tag | null) => linked.filter((item) => item.tag === tag);
  const facts = list([
    [fields.category, about.category === null ? '' : plainMarkdown(words.category(about.category))],
    [fields.origin, words.origins[about.origin]],
    [fields.status, words.statuses[about.status]],
    [fields.targetDate, about.targetDate ?? ''],
    [fields.tags, tags.map((tag) => `${of(tag).length} ${words.tags[tag]}`).join(', ')],
  ]);
  const parts = [`### ${plainMarkdown(about.title)}${kept(about, words)}`, facts];
  if (about.milestones.length > 0) {
    const steps = about.milestones.map(({ title, completedAt }) => task(completedAt, plainMarkdown(title)));
    parts.push(`${words.headings.milestones}:`, steps.join('\n'));
  }
  for (const tag of [...tags, null]) {
    const lines = of(tag).map((item) => `- ${line(item)}${kept(item, words)}`);
    if (lines.length > 0) parts.push(`${tag === null ? words.untagged : words.tags[tag]}:`, lines.join('\n'));
  }
  return parts.join('\n\n');
}

function actions({ actions: all, goals }: MarkdownContent, words: MarkdownWords): string {
  const { fields } = words;
  const lines = all.map((action) => {
    const serves = goals.find(({ id }) => id === action.goalId);
    const facts = [
      action.owner && `${fields.owner}: ${plainMarkdown(action.owner)}`,
      action.dueDate && `${fields.dueDate}: ${action.dueDate}`,
      action.doneAt && `${fields.done}: ${day(action.doneAt)}`,
      serves && `${fields.goal}: ${plainMarkdown(serves.title)}`,
    ].filter(Boolean);
    const after = facts.length > 0 ? ` (${facts.join('; ')})` : '';
    return task(action.doneAt, `${plainMarkdown(action.text)}${after}${kept(action, words)}`);
  });
  return lines.join('\n');
}

function feedbackByTag({ feedback, goals }: MarkdownContent, words: MarkdownWords): string[] {
  const parts: string[] = [];
  for (const tag of [...tags, null]) {
    const items = feedback.filter((item) => item.tag === tag && !item.isSetAside);
    if (items.length === 0) continue;
    parts.push(`### ${tag === null ? words.untagged : words.tags[tag]} (${items.length})`);
    for (const item of items) {
      const serves = goals.filter(({ id }) => item.goalIds.includes(id)).map(({ title }) => title);
      const about = serves.length > 0 ? `${words.fields.goal}: ${serves.map(plainMarkdown).join('; ')}` : '';
      const facts = [place(item), plainMarkdown(item.author), day(item.createdAt), webLink(item.url), about];
      parts.push(facts.filter(Boolean).join(' · ') + kept(item, words), fenced(excerpt(item.body)));
    }
  }
  return parts.length > 0 ? parts : [words.nothing];
}

function annotationsByFile({ annotations, goals }: MarkdownContent, words: MarkdownWords): string[] {
  const files = new Map<string, Annotation[]>();
  for (const one of annotations) {
    const [at] = one.anchors;
    const file = [at?.repository, at?.path].filter(Boolean).map((part) => plainMarkdown(part!));
    const key = file.join(' ') || '?';
    const there = files.get(key);
    if (there) there.push(one);
    else files.set(key, [one]);
  }
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const parts = inOrder.flatMap(([file, some]) => [
    `### ${file}`,
    ...some
      .toSorted((a, b) => (a.anchors[0]?.startLine ?? 0) - (b.anchors[0]?.startLine ?? 0))
      .flatMap((one) => annotation(one, goals, words)),
  ]);
  return parts.length > 0 ? parts : [words.nothing];
}

function annotation(one: Annotation, goals: readonly Goal[], words: MarkdownWords): string[] {
  const [at] = one.anchors;
  const lines = at && (at.startLine === at.endLine ? `${at.startLine}` : `${at.startLine}-${at.endLine}`);
  const serves = goals.filter(({ id }) => one.goalIds.includes(id)).map(({ title }) => plainMarkdown(title));
  const facts = [
    lines,
    plainMarkdown(one.createdBy ?? ''),
    day(one.createdAt),
    one.tag && words.tags[one.tag],
    serves.length > 0 && `${words.fields.goal}: ${serves.join('; ')}`,
    one.isResolved && words.resolved,
    one.published && `${words.published} ${webLink(one.published.url)}`.trim(),
  ];
  const parts = [facts.filter(Boolean).join(' · ') + kept(one, words)];
  if (at && at.code.trim() !== '') parts.push(fenced(excerpt(at.code)));
  parts.push(one.isDeleted ? words.deleted : fenced(one.body));
  for (const reply of one.replies) {
    const by = `${plainMarkdown(reply.createdBy)} · ${day(reply.createdAt)}`;
    parts.push(by + kept({ ...reply, isPrivate: false }, words), fenced(reply.body));
  }
  return parts;
}

/** One line about feedback that stands whole elsewhere on the page. */
function line(item: Feedback): string {
  const facts = [plainMarkdown(item.author), day(item.createdAt), webLink(item.url)].filter(Boolean);
  return `${plainMarkdown(plainLine(item.body, 120))} (${facts.join(', ')})`;
}

function place({ pullRequest, path, line: at, originalLine }: Feedback): string {
  const number = at ?? originalLine;
  const where = [
    pullRequest && `${plainMarkdown(pullRequest.repository)}\\#${pullRequest.number}`,
    path && `${plainMarkdown(path)}${number === null ? '' : `:${number}`}`,
  ];
  return where.filter(Boolean).join(' ');
}

function excerpt(body: string): string {
  const text = body.trim();
  return text.length <= excerptLength ? text : `${text.slice(0, excerptLength).toWellFormed()} …`;
}

const day = (time: string) => plainMarkdown(time.slice(0, 10));
const task = (doneAt: string | null, text: string) => `- [${doneAt === null ? ' ' : 'x'}] ${text}`;
const orNothing = <T>(all: readonly T[], each: (one: T) => string, { nothing }: MarkdownWords) =>
  all.length > 0 ? all.map(each) : [nothing];
