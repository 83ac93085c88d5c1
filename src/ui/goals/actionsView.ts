import * as vscode from 'vscode';
import { clean } from '../../model/cleanText.ts';
import type { TrackedAction, TrackedActions } from '../../model/nextActions.ts';
import type { Goal, Kept, NextAction } from '../../model/state.ts';
import { plural } from '../words/language.ts';
import { age, day, localDay } from '../words/time.ts';
import { claimOf, nameWord, writtenBy } from '../words/whose.ts';
import type { ActionsView, ActionView, GoalView } from './protocol.ts';

type Around = { now: Date; isSeveral: boolean; goal: Goal | null };
/** Done ones that the page shows: a list of years would be a wall. */
const shownDone = 50;

/** Puts next actions into the words that the page shows. */
export function actionsView({ open, done }: TrackedActions, around: Around): ActionsView {
  const { goal } = around;
  const canAdd = goal === null || goal.status === 'active';
  return {
    title: vscode.l10n.t('Next actions'),
    open: open.map((tracked) => actionView(tracked.action, around, dueOf(tracked, around.now))),
    done:
      done.length === 0
        ? null
        : {
            label:
              done.length > shownDone
                ? vscode.l10n.t('{0} done, the last {1} shown', done.length, shownDone)
                : plural(done.length, vscode.l10n.t('1 done'), vscode.l10n.t('{0} done', done.length)),
            actions: done.slice(0, shownDone).map((action) => actionView(action, around, null)),
          },
    add: canAdd
      ? {
          label: vscode.l10n.t('Add a next action'),
          name: goal
            ? vscode.l10n.t('Add a next action for “{0}”', clean(goal.title))
            : vscode.l10n.t('Add a next action without a goal'),
        }
      : null,
  };
}

/** "2 next actions open, 1 overdue", for a screen reader. */
export function actionsSummary({ open }: ActionsView): string {
  const overdue = open.filter(({ due }) => due?.isOverdue).length;
  const some = plural(
    open.length,
    vscode.l10n.t('1 next action open'),
    vscode.l10n.t('{0} next actions open', open.length),
  );
  return overdue === 0 ? some : `${some}, ${vscode.l10n.t('{0} overdue', overdue)}`;
}

/** Who sees a record, and whose words it claims to be. */
export function marksOf(record: Kept): GoalView['marks'] {
  const unverified = claimOf(record);
  return [
    ...(record.isPrivate ? [{ kind: 'private' as const, icon: 'lock', text: vscode.l10n.t('private') }] : []),
    ...(unverified === null ? [] : [{ kind: 'unverified' as const, icon: 'warning', text: unverified }]),
  ];
}

/** The button that opens the menu of a record. */
export const moreButton = (title: string): GoalView['more'] => ({
  label: vscode.l10n.t('More…'),
  name: vscode.l10n.t('More for “{0}”', title),
});

function actionView(action: NextAction, { now, isSeveral }: Around, due: ActionView['due']): ActionView {
  const text = clean(action.text);
  const { owner, createdBy, claimedBy, doneAt } = action;
  const isOwners = owner !== null && owner.toLowerCase() === createdBy?.toLowerCase();
  return {
    id: action.id,
    text,
    isDone: doneAt !== null,
    due,
    about: [
      owner === null ? '' : nameWord(owner),
      isSeveral && !isOwners && claimedBy === null && createdBy !== null
        ? vscode.l10n.t('added {0}', writtenBy(createdBy))
        : '',
      doneAt === null ? '' : vscode.l10n.t('done {0}', age(doneAt, now)),
    ].filter(Boolean),
    marks: marksOf(action),
    edit: { label: vscode.l10n.t('Edit next action'), name: vscode.l10n.t('Edit “{0}”', text) },
    more: moreButton(text),
  };
}

function dueOf({ action, isOverdue, isToday }: TrackedAction, now: Date): ActionView['due'] {
  if (action.dueDate === null) return null;
  const date = day(localDay(action.dueDate), now);
  return {
    isOverdue,
    text: isOverdue
      ? vscode.l10n.t('overdue, was due {0}', date)
      : isToday
        ? vscode.l10n.t('due today')
        : vscode.l10n.t('by {0}', date),
  };
}
