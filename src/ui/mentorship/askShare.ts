import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { seenLast } from '../../programme/health/index.ts';
import { ask, cancelled, invalid, pick } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { allOf, type FormName, fieldsOf, keepWhole, ownOf, seenBy, shareFields } from './forms.ts';
import { fieldName, fieldWords } from './pulseWords.ts';

export const longestWords = 2000;

/** Which fields a program wants shared, `undefined` where it says nothing. Throws 'invalid-argument'. */
export function shareArgument(form: FormName, value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (value === 'everything') return fieldsOf(form);
  if (value === 'nothing') return [];
  if (Array.isArray(value) && value.length <= 10 && value.every((field) => fieldsOf(form).includes(field)))
    return value;
  const words = ['everything', 'nothing', `[${fieldsOf(form).join(', ')}]`].join(', ');
  throw invalid(vscode.l10n.t('"{0}" must be one of: {1}.', 'share', words));
}

/** Only those who mentor or are mentored say how it goes. Throws 'not-found', 'not-yours'. */
export function needPart({ store }: Deps): void {
  const { mentorship } = store.records;
  if (!mentorship)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('Nobody knows here who mentors whom. “Cairn: Start Mentorship” begins one.'),
    );
  if ([...mentorship.mentors, ...mentorship.mentees].some((name) => store.space?.isMe(name))) return;
  throw new CairnError(
    'not-yours',
    vscode.l10n.t('Only those who mentor or are mentored here are asked. You are not named in it.'),
  );
}

/** What the user let others see the last time: of the one before this. */
export function remembered({ store }: Deps, form: FormName, but?: string): string[] {
  const isMe = (name: string) => store.space?.isMe(name) ?? false;
  return seenLast(
    allOf(form, store).filter(({ id }) => id !== but),
    isMe,
  );
}

type Answer = 'nothing' | 'last' | 'everything' | 'some' | 'words';

/**
 * The last question: what others see of it. Whoever leaves has answered: nothing, or what they see already. The words
 * that somebody adds are kept to themselves until they are shared, too. Resolves to what others see.
 */
export async function askShare(deps: Deps, form: FormName, id: string): Promise<string[]> {
  const { store } = deps;
  const whole = () => ownOf(form, store).find((one) => one.id === id);
  for (;;) {
    const one = whole();
    if (!one) return [];
    const seen = seenBy(form, store, one);
    const last = seen.length > 0 ? seen : remembered(deps, form, id);
    const answer = await leaveOr(null, () =>
      pick<Answer>(
        vscode.l10n.t('Kept. What do the others in this space see of it?'),
        choices(last, one.words !== null),
      ),
    );
    if (answer === null) return seen;
    if (answer === 'words') {
      const words = await leaveOr(null, () => askWords(one.words ?? ''));
      if (words === null) continue;
      const { answers, givenAt, answeredAt, day } = one;
      const at = givenAt ?? answeredAt ?? new Date().toISOString();
      const filled = { id, answers: answers as Record<string, number | string | null>, at };
      await keepWhole(form, store, {
        ...filled,
        words: words || null,
        ...(day === undefined ? {} : { day }),
      });
      continue;
    }
    if (answer === 'some') {
      const some = await leaveOr(null, () => askSome(form, one.words !== null, last));
      if (some === null) continue;
      return shareFields(form, store, id, some);
    }
    return shareFields(form, store, id, wantedOf(answer, form, last));
  }
}

const wantedOf = (answer: Answer, form: FormName, last: readonly string[]): readonly string[] =>
  answer === 'everything' ? fieldsOf(form) : answer === 'last' ? last : [];

function choices(last: readonly string[], hasWords: boolean): (vscode.QuickPickItem & { value: Answer })[] {
  const nothing = {
    label: `$(lock) ${vscode.l10n.t('Nothing')}`,
    description: vscode.l10n.t('only you see it, on this machine'),
    value: 'nothing' as const,
  };
  const before = {
    label: `$(history) ${vscode.l10n.t('As last time: {0}', fieldWords(last))}`,
    value: 'last' as const,
  };
  return [
    ...(last.length > 0 ? [before] : []),
    nothing,
    { label: `$(list-selection) ${vscode.l10n.t('Some of it…')}`, value: 'some' },
    {
      label: `$(unlock) ${vscode.l10n.t('Everything')}`,
      description: vscode.l10n.t('whoever can read the space can read it, also later'),
      value: 'everything',
    },
    {
      label: `$(edit) ${hasWords ? vscode.l10n.t('Change the words…') : vscode.l10n.t('Add words…')}`,
      description: vscode.l10n.t('then choose who sees them'),
      value: 'words',
    },
  ];
}

const askWords = (value: string): Promise<string> =>
  ask({
    prompt: vscode.l10n.t('In your own words; only you see them until you choose otherwise.'),
    value,
    validate: (text) =>
      text.length > longestWords ? vscode.l10n.t('At most {0} characters.', String(longestWords)) : undefined,
  }).then((text) => text.trim());

async function askSome(form: FormName, hasWords: boolean, last: readonly string[]): Promise<string[]> {
  const items = fieldsOf(form)
    .filter((field) => field !== 'words' || hasWords)
    .map((field) => ({ label: fieldName(field), field, picked: last.includes(field) }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t('What the others see'),
  });
  if (!picked) throw cancelled();
  return picked.map(({ field }) => field);
}

/** What was asked, or `left` where the user leaves. */
async function leaveOr<T, L>(left: L, question: () => Promise<T>): Promise<T | L> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof CairnError && error.code === 'cancelled') return left;
    throw error;
  }
}

/** Says in the status bar who sees what was kept. */
export function sayWhoSees(seen: readonly string[]): void {
  vscode.window.setStatusBarMessage(
    seen.length === 0
      ? vscode.l10n.t('Cairn: kept. Only you see it.')
      : vscode.l10n.t('Cairn: kept. The others see: {0}.', fieldWords(seen)),
    8000,
  );
}
