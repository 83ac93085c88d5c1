import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { booleanArgument, invalid, objectArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { askCategory, askNewTitle, askOrigin, askTargetDate, goalFields } from './goalInput.ts';

/** `cairn.createGoal({ title, category?, origin?, targetDate?, isPrivate? }?)`: resolves to `{ id }`. */
export const createGoal: Command = async ({ store }, argument) => {
  const { isPrivate: wanted, ...given } = objectArgument(argument) ?? {};
  const hasArgument = argument !== undefined && argument !== null;
  const isPrivate = booleanArgument(wanted, 'isPrivate') ?? false;
  const fields = goalFields(given);
  if (hasArgument && fields.title === undefined)
    throw invalid(vscode.l10n.t('"title" is missing: a goal is one sentence.'));
  const goal = ulid();
  const asked = hasArgument ? null : await askNewTitle();
  const payload = {
    goal,
    title: asked?.text ?? fields.title!,
    category: hasArgument ? (fields.category ?? null) : await askCategory(),
    origin: hasArgument ? (fields.origin ?? 'mentee') : await askOrigin(),
    targetDate: hasArgument ? (fields.targetDate ?? null) : await askTargetDate(),
  };
  await store.perform([{ type: 'goal.created', payload }], { isPrivate: asked?.isPrivate ?? isPrivate });
  return { id: goal };
};
