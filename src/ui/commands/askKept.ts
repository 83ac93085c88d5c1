import * as vscode from 'vscode';
import { cancelled } from './ask.ts';

type Answer = { text: string; isPrivate: boolean };

/**
 * Asks for the words of something new, which a button in the box keeps private from the start. Throws 'cancelled'
 * when the user leaves.
 * @param options.title what is made: "New goal"
 * @param options.value what to begin with
 * @param options.isPrivate how the button stands at first
 * @param options.validate a string refuses the text; a hint lets it pass
 */
export function askKept(options: {
  title: string;
  prompt: string;
  placeHolder?: string;
  value?: string;
  isPrivate?: boolean;
  validate: (text: string) => string | { hint: string } | undefined;
}): Promise<Answer> {
  const input = vscode.window.createInputBox();
  let isPrivate = options.isPrivate ?? false;
  let isOver = false;
  const keep = { iconPath: new vscode.ThemeIcon('unlock'), tooltip: vscode.l10n.t('Keep it private') };
  const share = { iconPath: new vscode.ThemeIcon('lock'), tooltip: vscode.l10n.t('Share it with the space') };
  const show = () => {
    input.title = isPrivate
      ? vscode.l10n.t('{0} (private: only you will see it)', options.title)
      : options.title;
    input.buttons = [isPrivate ? share : keep];
  };
  /** Whether the text may pass. */
  const check = (isAsked: boolean): boolean => {
    const answer = options.validate(input.value);
    const isHint = typeof answer === 'object';
    if (isHint)
      input.validationMessage = { message: answer.hint, severity: vscode.InputBoxValidationSeverity.Info };
    // Nobody has to read that a box that was just opened is empty.
    else input.validationMessage = isAsked || input.value !== '' ? answer : undefined;
    return isHint || answer === undefined;
  };
  input.prompt = options.prompt;
  input.placeholder = options.placeHolder;
  input.value = options.value ?? '';
  input.ignoreFocusOut = true;
  show();
  return new Promise<Answer>((resolve, reject) => {
    input.onDidTriggerButton(() => {
      isPrivate = !isPrivate;
      show();
    });
    input.onDidChangeValue(() => check(false));
    input.onDidAccept(() => {
      if (isOver || !check(true)) return;
      isOver = true;
      resolve({ text: input.value.trim(), isPrivate });
      input.hide();
    });
    input.onDidHide(() => {
      input.dispose();
      if (!isOver) reject(cancelled());
    });
    input.show();
  });
}
