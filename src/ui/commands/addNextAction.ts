import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { actionFields, lineOf, refusalOf } from './actionInput.ts';
import { booleanArgument, invalid, pick } from './ask.ts';
import { askKept } from './askKept.ts';
import { goalById } from './chosenGoal.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.addNextAction({ text, owner?, dueDate?, goal?, isPrivate? }?)`, or one line: `'@ada try it by 2026-12-01'`.
 * Without an owner it is the user's own, `owner: null` is nobody's. Resolves to `{ id }`.
 */
export const addNextAction: Command = async (deps, argument) => {
  const fromView = viewOf(argument);
  const given = fromView ? {} : argument;
  const hasArgument = !fromView && argument !== undefined && argument !== null;
  const fields = actionFields(given, ['isPrivate']);
  const wanted = booleanArgument((given as { isPrivate?: unknown } | undefined)?.isPrivate, 'isPrivate');
  if (hasArgument && fields.text === undefined)
    throw invalid(vscode.l10n.t('"text" is missing: what is promised?'));
  await deps.store.load();
  const goal = fromView ? fromView.goal : fields.goal;
  if (typeof goal === 'string') goalById(deps.store.goals, goal);

  const asked = hasArgument ? null : await askAction();
  const { text, owner, dueDate } = asked
    ? lineOf(asked.text)
    : { text: fields.text!, owner: fields.owner, dueDate: fields.dueDate ?? null };
  const payload = {
    action: ulid(),
    text,
    owner: owner === undefined || (asked && owner === null) ? deps.signIn.login() : owner,
    dueDate,
    goal: goal === undefined && asked ? await askWhichGoal(deps) : (goal ?? null),
  };
  // What is promised for a private goal is private itself, and stays so when it is edited.
  const isGoalPrivate = deps.store.goals.some(({ id, isPrivate }) => id === payload.goal && isPrivate);
  const isPrivate = isGoalPrivate || (asked?.isPrivate ?? wanted ?? false);
  await deps.store.perform([{ type: 'action.added', payload }], { isPrivate });
  return { id: payload.action };
};

/** A button or the menu of the goal tracker: a person is to be asked, and the goal may be known. */
function viewOf(argument: unknown): { goal: string | null | undefined } | null {
  if (typeof argument !== 'object' || argument === null) return null;
  if (!('fromPage' in argument) && !('webview' in argument)) return null;
  const goal = 'goal' in argument ? argument.goal : undefined;
  return { goal: typeof goal === 'string' || goal === null ? goal : undefined };
}

const askAction = () =>
  askKept({
    title: vscode.l10n.t('New next action'),
    prompt: vscode.l10n.t('What is promised? Begin with @name for somebody else, end with "by 2026-12-01".'),
    placeHolder: vscode.l10n.t('@ada try the outbox pattern by 2026-12-01'),
    validate: refusalOf,
  });

async function askWhichGoal({ store }: Deps): Promise<string | null> {
  const goals = store.goals.filter(({ status }) => status === 'active');
  if (goals.length === 0) return null;
  return pick<string | null>(vscode.l10n.t('Which goal does it serve?'), [
    ...goals.map(({ id, title }) => ({ label: title, value: id as string | null })),
    { label: vscode.l10n.t('No goal'), value: null },
  ]);
}
