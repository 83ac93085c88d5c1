import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { NewEvent } from '../../model/events.ts';
import { type GoalTemplate, stages } from '../../programme/goals/index.ts';
import { readGoalTemplates } from '../programme/goalTemplates.ts';
import { booleanArgument, invalid, objectArgument, textArgument, wordArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { type GoalInput, goalFields } from './goalInput.ts';
import { askTemplate, type TemplatedGoal } from './templateInput.ts';

/** As the journal takes them. */
const longestMilestone = 500;
const mostMilestones = 30;

/**
 * `cairn.createGoalFromTemplate({ goal, stage?, category?, title?, milestones?, origin?, targetDate?, isPrivate? }?)`: a
 * goal with its milestones in one act, from a sentence (`goal`) of the shipped or the team's templates; `title` says it in
 * the mentee's own words, `milestones` other steps. Resolves to `{ id, milestones: [id] }`. Throws 'not-found' where no
 * template has that sentence.
 */
export const createGoalFromTemplate: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const { goals, problems } = await readGoalTemplates();
  const wanted = given ? fromArguments(given, goals) : await askTemplate(deps, goals, problems);
  const goal = ulid();
  const { title, category, origin, targetDate, isPrivate } = wanted;
  const milestones = wanted.milestones.map((text) => ({ id: ulid(), text }));
  const events: NewEvent[] = [
    { type: 'goal.created', payload: { goal, title, category, origin, targetDate } },
    ...milestones.map(
      ({ id, text }): NewEvent => ({
        type: 'milestone.added',
        payload: { goal, milestone: id, title: text },
      }),
    ),
  ];
  await deps.store.perform(events, { isPrivate });
  return { id: goal, milestones: milestones.map(({ id }) => id) };
};

function fromArguments(given: Record<string, unknown>, goals: readonly GoalTemplate[]): TemplatedGoal {
  const { goal, stage, milestones, isPrivate, category, ...rest } = given;
  const sentence = textArgument(goal, 'goal', 500);
  if (sentence === undefined)
    throw invalid(vscode.l10n.t('"goal" is missing: the sentence of a template, as it stands there.'));
  const wantedStage = wordArgument(stage, 'stage', stages);
  const wantedCategory = textArgument(category, 'category', 100)?.trim().toLowerCase();
  const fields: GoalInput = goalFields(rest);
  const steps = milestonesArgument(milestones);
  const template = goals.find(
    (one) =>
      one.sentence === sentence.trim() &&
      (wantedStage === undefined || one.stage === wantedStage) &&
      (wantedCategory === undefined || one.category.toLowerCase() === wantedCategory),
  );
  if (!template)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('No goal template says “{0}”, with that stage and category.', sentence.slice(0, 100)),
    );
  return {
    title: fields.title ?? template.sentence,
    category: template.category,
    origin: fields.origin ?? 'mentee',
    targetDate: fields.targetDate ?? null,
    milestones: steps ?? template.milestones,
    isPrivate: booleanArgument(isPrivate, 'isPrivate') ?? false,
  };
}

function milestonesArgument(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const isList =
    Array.isArray(value) &&
    value.length <= mostMilestones &&
    value.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= longestMilestone);
  if (!isList)
    throw invalid(
      vscode.l10n.t(
        '"milestones" must be a list of up to {0} texts of 1 to {1} characters.',
        mostMilestones,
        longestMilestone,
      ),
    );
  return value.map((one: string) => one.trim());
}
