import * as vscode from 'vscode';
import { clean } from '../../model/cleanText.ts';
import { plainLine } from '../../model/plainLine.ts';
import { type GoalOrigin, type Tag, tags } from '../../model/state.ts';
import type { TrackedGoal, Tracker } from '../../model/tracker.ts';
import { categoryWord } from '../words/categories.ts';
import { languageTag, plural } from '../words/language.ts';
import { tagWord } from '../words/tags.ts';
import { age, day, localDay } from '../words/time.ts';
import { writtenBy } from '../words/whose.ts';
import { actionsSummary, actionsView, marksOf, moreButton } from './actionsView.ts';
import type { GoalView } from './protocol.ts';

/** What is around the goal: all that is tracked, the time, whether more than one person writes. */
export type Around = { tracker: Tracker; now: Date; isSeveral: boolean };

/** Puts one tracked goal into the words that the page shows. */
export function goalView(tracked: TrackedGoal, around: Around): GoalView {
  const { goal } = tracked;
  const { tracker, now, isSeveral } = around;
  const actions = actionsView(tracked.actions, { now, isSeveral, goal });
  const counts = tags.map((tag) => ({ tag, count: goal.counts[tag], word: tagWord(tag) }));
  const title = clean(goal.title);
  const isActive = goal.status === 'active';
  const total = goal.milestones.length;
  const hasFeedback = tracked.latest !== null || counts.some(({ count }) => count > 0);
  const milestonesDone = vscode.l10n.t('{0} of {1} milestones', tracked.done, total);
  return {
    id: goal.id,
    status: goal.status,
    title,
    category: goal.category
      ? { icon: iconOf(goal.category), text: clean(categoryWord(goal.category)) }
      : null,
    origin: originWord(goal.origin),
    by: isSeveral && goal.claimedBy === null && goal.createdBy !== null ? writtenBy(goal.createdBy) : null,
    marks: marksOf(goal),
    due: dueOf(tracked, now),
    counts,
    chart: counts.some(({ count }) => count > 0) ? chartOf(tracked, tracker.months) : null,
    progress: total > 0 ? { done: tracked.done, total, text: milestonesDone, name: milestonesDone } : null,
    milestones: goal.milestones.map(({ id, title, completedAt }) => ({
      id,
      title: clean(title),
      isDone: completedAt !== null,
      when: completedAt === null ? null : day(new Date(completedAt), now),
    })),
    latest: latestOf(tracked, now),
    hint: isActive && !hasFeedback && tracker.feedback > 0 ? linkNext() : null,
    acts: actsOf(tracked),
    more: moreButton(title),
    actions,
    addMilestone: isActive
      ? {
          label: vscode.l10n.t('Add a milestone'),
          name: vscode.l10n.t('Add a milestone to “{0}”', title),
        }
      : null,
    summary: [
      title,
      counts.map(({ count, word }) => `${count} ${word}`).join(', '),
      ...(total > 0 ? [milestonesDone] : []),
      ...(actions.open.length > 0 || actions.done ? [actionsSummary(actions)] : []),
    ].join('; '),
  };
}

function originWord(origin: GoalOrigin): GoalView['origin'] {
  return origin === 'mentee'
    ? { icon: 'person', text: vscode.l10n.t('own goal') }
    : { icon: 'organisation', text: vscode.l10n.t("organisation's goal") };
}

function linkNext(): string {
  return vscode.l10n.t(
    'No feedback is linked to this goal yet. Select a piece in the Feedback view and press G.',
  );
}

function iconOf(category: string): string {
  const icons: Record<string, string> = {
    'architecture understanding': 'layers',
    'code quality': 'code',
    'incident response': 'flame',
    'stakeholder communication': 'speech',
    'operational ownership': 'server',
  };
  return icons[category] ?? 'tag';
}

function dueOf({ goal, isOverdue }: TrackedGoal, now: Date): GoalView['due'] {
  if (goal.targetDate === null || goal.status !== 'active') return null;
  const date = day(localDay(goal.targetDate), now);
  return { text: isOverdue ? vscode.l10n.t('was due {0}', date) : vscode.l10n.t('by {0}', date), isOverdue };
}

function chartOf({ movement }: TrackedGoal, months: readonly Date[]): GoalView['chart'] {
  const language = languageTag();
  const initial = new Intl.DateTimeFormat(language, { month: 'narrow' });
  const name = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
  return {
    caption: plural(
      months.length,
      vscode.l10n.t('By month, the last month'),
      vscode.l10n.t('By month, the last {0} months', months.length),
    ),
    months: months.map((month, i) => {
      const counts: Record<Tag, number> = movement[i] ?? { keep: 0, stop: 0, start: 0 };
      const said = tags.filter((tag) => counts[tag] > 0).map((tag) => `${counts[tag]} ${tagWord(tag)}`);
      return {
        initial: initial.format(month),
        name: name.format(month),
        counts,
        summary: `${name.format(month)}: ${said.length > 0 ? said.join(', ') : vscode.l10n.t('none')}`,
      };
    }),
  };
}

function latestOf({ latest }: TrackedGoal, now: Date): GoalView['latest'] {
  if (latest === null) return null;
  const when = age(latest.createdAt, now);
  return {
    id: latest.id,
    text: plainLine(latest.body, 180),
    tag: latest.tag === null ? null : { tag: latest.tag, word: tagWord(latest.tag) },
    about: [
      plainLine(latest.author, 60),
      latest.pullRequest ? `#${latest.pullRequest.number}` : '',
      when,
      latest.isPrivate ? vscode.l10n.t('private') : '',
      latest.claimedBy !== null || latest.tagClaimedBy !== null ? vscode.l10n.t('unverified') : '',
    ].filter(Boolean),
    name: vscode.l10n.t('Latest feedback'),
  };
}

function actsOf({ goal }: TrackedGoal): GoalView['acts'] {
  const { id } = goal;
  const title = clean(goal.title);
  const edit = {
    icon: 'edit',
    label: vscode.l10n.t('Edit goal'),
    name: vscode.l10n.t('Edit “{0}”', title),
    act: { act: 'editGoal', goal: id },
  } as const;
  const archive = {
    icon: 'archive',
    label: vscode.l10n.t('Archive goal'),
    name: vscode.l10n.t('Archive “{0}”', title),
    act: { act: 'archiveGoal', goal: id },
  } as const;
  const complete = {
    icon: 'check',
    label: vscode.l10n.t('Complete goal'),
    name: vscode.l10n.t('Complete “{0}”', title),
    act: { act: 'completeGoal', goal: id },
  } as const;
  const reopen = {
    icon: 'reopen',
    label: vscode.l10n.t('Reopen goal'),
    name: vscode.l10n.t('Reopen “{0}”', title),
    act: { act: 'reopenGoal', goal: id },
  } as const;
  if (goal.status === 'active') return [edit, complete, archive];
  return goal.status === 'completed' ? [reopen, archive] : [reopen];
}
