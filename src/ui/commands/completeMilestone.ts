import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { invalid, pick, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/** `cairn.completeMilestone(milestoneId?, isDone = true)`: `false` opens it again. */
export const completeMilestone: Command = async ({ store }, id, isDone) => {
  if (isDone !== undefined && isDone !== null && typeof isDone !== 'boolean')
    throw invalid(vscode.l10n.t('"{0}" must be true or false.', 'isDone'));
  await store.load();
  const all = store.goals.flatMap((goal) => goal.milestones.map((milestone) => ({ goal, milestone })));
  const named = textArgument(id, 'milestoneId', 200);
  const found = named === undefined ? await ask() : all.find(({ milestone }) => milestone.id === named);
  if (!found) throw new CairnError('not-found', vscode.l10n.t('There is no such milestone.'));
  const completedAt = isDone === false ? null : (found.milestone.completedAt ?? new Date().toISOString());
  await store.perform([
    {
      type: 'milestone.completed',
      payload: { goal: found.goal.id, milestone: found.milestone.id, completedAt },
    },
  ]);

  function ask() {
    const open = all.filter(
      ({ goal, milestone }) => goal.status === 'active' && milestone.completedAt === null,
    );
    if (open.length === 0)
      throw new CairnError(
        'not-found',
        vscode.l10n.t('There is no open milestone. Add one with "Cairn: Add Milestone".'),
      );
    return pick(
      vscode.l10n.t('Which milestone is reached?'),
      open.map((item) => ({ label: item.milestone.title, description: item.goal.title, value: item })),
    );
  }
};
