import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { isDate } from '../../model/isoDate.ts';

export { isDate } from '../../model/isoDate.ts';

/** Asks for a line of text. Throws 'cancelled' when the user leaves. */
export async function ask(options: {
  prompt: string;
  value?: string;
  placeHolder?: string;
  password?: boolean;
  /** A string refuses the text; a hint lets it pass. */
  validate?: (text: string) => string | { hint: string } | undefined;
}): Promise<string> {
  const { validate, ...rest } = options;
  const text = await vscode.window.showInputBox({
    ...rest,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const answer = validate?.(typed);
      return typeof answer === 'object'
        ? { message: answer.hint, severity: vscode.InputBoxValidationSeverity.Info }
        : answer;
    },
  });
  if (text === undefined) throw cancelled();
  return text;
}

/** Lets the user pick one. Throws 'cancelled' when the user leaves. */
export async function pick<T>(
  placeHolder: string,
  items: (vscode.QuickPickItem & { value: T })[],
): Promise<T> {
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) throw cancelled();
  return picked.value;
}

/** The failure of a question that was left. */
export const cancelled = (): CairnError => new CairnError('cancelled', vscode.l10n.t('Cancelled.'));

/** The failure of a program that hands over what a command does not take. */
export const invalid = (message: string): CairnError => new CairnError('invalid-argument', message);

/** A text argument, `undefined` where none was given. Throws 'invalid-argument'. */
export function textArgument(value: unknown, name: string, longest: number): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest) {
    throw invalid(vscode.l10n.t('"{0}" must be a text of 1 to {1} characters.', name, longest));
  }
  return value;
}

/** An argument that is one of a few words, `undefined` where none was given. Throws 'invalid-argument'. */
export function wordArgument<T extends string>(
  value: unknown,
  name: string,
  words: readonly T[],
): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (!words.includes(value as T)) {
    throw invalid(vscode.l10n.t('"{0}" must be one of: {1}.', name, words.join(', ')));
  }
  return value as T;
}

/** A truth value, `undefined` where none was given. Throws 'invalid-argument'. */
export function booleanArgument(value: unknown, name: string): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw invalid(vscode.l10n.t('"{0}" must be true or false.', name));
  return value;
}

/** A calendar date `yyyy-mm-dd`, `null` for none, `undefined` where nothing was given. Throws 'invalid-argument'. */
export function dateArgument(value: unknown, name: string): string | null | undefined {
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string' || !isDate(value)) {
    throw invalid(vscode.l10n.t('"{0}" must be a date like 2027-03-31.', name));
  }
  return value;
}

/** An argument that is a plain object. */
export function objectArgument(value: unknown): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw invalid(vscode.l10n.t('The argument must be an object.'));
  }
  return value as Record<string, unknown>;
}
