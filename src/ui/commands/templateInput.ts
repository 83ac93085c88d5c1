import * as vscode from 'vscode';
import type { GoalOrigin } from '../../model/state.ts';
import { type GoalTemplate, type Stage, stages } from '../../programme/goals/index.ts';
import { openProblem, problemRow } from '../programme/problemList.ts';
import type { TemplateNote } from '../programme/templates.ts';
import { categoryWord } from '../words/categories.ts';
import { signalWords, stageMeaning, stageName } from '../words/goalTemplates.ts';
import { cancelled } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Deps } from './deps.ts';
import { askNewTitle, askOrigin } from './goalInput.ts';
import { askPick, askSteps, back, type Step } from './steps.ts';

/** A goal as it is kept. */
export type TemplatedGoal = {
  title: string;
  category: string;
  origin: GoalOrigin;
  targetDate: string | null;
  milestones: string[];
  isPrivate: boolean;
};

/** Kept for the workspace: whoever takes a second goal is at the same stage. */
const memoryKey = 'goalTemplates.stage';

/** Stage, category and goal, then its sentence in own words and the milestones that fit. Throws 'cancelled'. */
export async function askTemplate(
  { memory }: Pick<Deps, 'memory'>,
  goals: readonly GoalTemplate[],
  problems: readonly TemplateNote[],
): Promise<TemplatedGoal> {
  const draft: { stage: Stage | null; category: string | null; goal: GoalTemplate | null } = {
    ...{ stage: memory.get<Stage>(memoryKey) ?? null, category: null, goal: null },
  };
  const of = (stage: Stage | null) => goals.filter((one) => one.stage === stage);
  const isProblem = Symbol('problems');
  const steps: Step[] = [
    async (place) => {
      const items = stages
        .filter((stage) => of(stage).length > 0)
        .map((value) => ({ label: stageName(value), detail: stageMeaning(value), value }));
      const rows = [...items, ...problemRow(problems, isProblem)];
      const picked = await askPick<Stage | symbol>(
        place,
        vscode.l10n.t('Where do you stand in your work?'),
        rows,
        draft.stage ?? undefined,
      );
      if (picked === isProblem) return openProblem(problems);
      if (typeof picked === 'symbol') return back;
      draft.stage = picked;
      return undefined;
    },
    async (place) => {
      const some = of(draft.stage);
      const categories = [...new Set(some.map(({ category }) => category))];
      const picked = await askPick(
        place,
        vscode.l10n.t('What is it about?'),
        categories.map((value) => ({
          label: plainIcons(categoryWord(value)),
          description: String(some.filter(({ category }) => category === value).length),
          value,
        })),
        draft.category ?? undefined,
      );
      if (picked === back) return back;
      draft.category = picked;
      return undefined;
    },
    async (place) => {
      const some = of(draft.stage).filter(({ category }) => category === draft.category);
      const picked = await askPick(
        place,
        vscode.l10n.t('Which one comes closest? You can change its words next'),
        some.map((value) => ({
          label: plainIcons(value.sentence),
          detail: plainIcons(value.milestones.join(' · ')),
          value,
        })),
        draft.goal ?? undefined,
      );
      if (picked === back) return back;
      draft.goal = picked;
      return undefined;
    },
  ];
  await askSteps(vscode.l10n.t('Goal from a Template'), steps);
  const goal = draft.goal!;
  await memory.update(memoryKey, goal.stage);
  const asked = await askNewTitle({
    ...{ title: vscode.l10n.t('New goal, in your own words'), value: goal.sentence },
  });
  const milestones = await askMilestones(goal);
  return {
    ...{ title: asked.text, category: goal.category, origin: await askOrigin(), targetDate: null },
    ...{ milestones, isPrivate: asked.isPrivate },
  };
}

/** The steps that fit; signals, which show that it is lived, may be taken as steps, too. Throws 'cancelled'. */
async function askMilestones({ milestones, signals }: GoalTemplate): Promise<string[]> {
  if (milestones.length + signals.length === 0) return [];
  const row = (text: string, picked: boolean, label = text) => ({ label: plainIcons(label), picked, text });
  const picked = await vscode.window.showQuickPick(
    [
      ...milestones.map((text) => row(text, true)),
      {
        ...{ label: vscode.l10n.t('You will see it by this'), text: '' },
        kind: vscode.QuickPickItemKind.Separator,
      },
      ...signals.map((signal) => row(signal.text, false, signalWords(signal))),
    ],
    {
      ...{ canPickMany: true, ignoreFocusOut: true },
      title: vscode.l10n.t('Milestones'),
      placeHolder: vscode.l10n.t('Which steps fit? You can add and tick them later'),
    },
  );
  if (!picked) throw cancelled();
  return picked.map(({ text }) => text);
}
