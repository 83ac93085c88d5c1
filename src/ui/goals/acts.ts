import * as vscode from 'vscode';
import { commands, views } from '../ids.ts';
import type { Act } from './protocol.ts';

/** What the page does with what was noticed about the mentorship. */
export type NudgeAct = 'takeNudge' | 'nudgeWays' | 'laterNudge';

/** Runs what a person asked for in the page; rejects with what the command rejects with. */
export async function perform(
  act: Exclude<Act, { act: 'reload' | 'dismissRecall' | 'dismissScales' | NudgeAct }>,
): Promise<void> {
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  switch (act.act) {
    case 'createGoal':
    case 'createGoalFromTemplate':
    case 'pullFeedback':
    case 'cancelPull':
    case 'chooseRepositories':
    case 'signIn':
    case 'showSpace':
    case 'startMentorship':
    case 'showLog':
    case 'answerScales':
      await run(commands[act.act]);
      return;
    case 'editGoal':
    case 'completeGoal':
    case 'reopenGoal':
    case 'archiveGoal':
    case 'addMilestone':
      await run(commands[act.act], act.goal);
      return;
    case 'completeMilestone':
      await run(commands.completeMilestone, act.milestone, act.isDone);
      return;
    case 'addNextAction':
      await run(commands.addNextAction, { goal: act.goal, fromPage: true });
      return;
    case 'editNextAction':
      await run(commands.editNextAction, act.action);
      return;
    case 'completeNextAction':
      await run(commands.completeNextAction, act.action, act.isDone);
      return;
    case 'togglePrivate':
    case 'showHistory':
      await run(commands[act.act], act.record);
      return;
    case 'openFeedback':
      await run(commands.openFeedback, act.feedback);
      return;
    case 'prepareSession':
      await run(commands.prepareSession, act.session === null ? {} : { session: act.session });
      return;
    case 'showFeedback':
      await run(`${views.feedback}.focus`);
      return;
  }
}
