import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { invalid, objectArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { askCategory, askOrigin, askTargetDate, askTitle, goalFields } from './goalInput.ts';

/** `cairn.createGoal({ title, category?, origin?, targetDate? }?)`: resolves to `{ id }`. */
export const createGoal: Command = async ({ store }, argument) => {
  const given = objectArgument(argument);
  const fields = given ? goalFields(given) : {};
  if (given && fields.title === undefined)
    throw invalid(vscode.l10n.t('"title" is missing: a goal is one sentence.'));
  const goal = ulid();
  const payload = {
    goal,
    title: fields.title ?? (await askTitle()),
    category: given ? (fields.category ?? null) : await askCategory(),
    origin: given ? (fields.origin ?? 'mentee') : await askOrigin(),
    targetDate: given ? (fields.targetDate ?? null) : await askTargetDate(),
  };
  await store.perform([{ type: 'goal.created', payload }]);
  return { id: goal };
};
