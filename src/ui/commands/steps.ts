import * as vscode from 'vscode';
import { cancelled } from './ask.ts';

/** Where a question stands among the others of a command. */
type Place = { title: string; step: number; totalSteps: number };

/** What a question resolves to when the user goes back to the one before it. */
export const back = Symbol('back');

/** One question; it puts its answer where the command finds it, or says that the user went back. */
export type Step = (place: Place) => Promise<typeof back | undefined>;

/**
 * Asks one question after the other, with a way back at each. Throws 'cancelled' when the user leaves.
 * @param steps a function gives those that the answers so far ask for: an answer changes later ones only
 */
export async function askSteps(title: string, steps: Step[] | (() => Step[])): Promise<void> {
  const now = typeof steps === 'function' ? steps : () => steps;
  for (let at = 0, asked = now(); at < asked.length; asked = now()) {
    const went = await asked[at]!({ title, step: at + 1, totalSteps: asked.length });
    at = went === back ? Math.max(0, at - 1) : at + 1;
  }
}

/** A line of text as a step. A string of `validate` refuses it. Throws 'cancelled'. */
export function askText(
  place: Place,
  options: {
    prompt: string;
    value: string;
    placeholder?: string;
    validate?: (text: string) => string | undefined;
  },
): Promise<string | typeof back> {
  const box = vscode.window.createInputBox();
  box.prompt = options.prompt;
  box.value = options.value;
  box.placeholder = options.placeholder;
  const check = () => {
    box.validationMessage = options.validate?.(box.value);
    return box.validationMessage === undefined;
  };
  // Nothing is wrong before something was typed.
  box.onDidChangeValue(check);
  return shown(box, place, () => (check() ? box.value : undefined));
}

/** A choice of one as a step; `value` is the one chosen before. Throws 'cancelled'. */
export function askPick<T>(
  place: Place,
  placeholder: string,
  items: (vscode.QuickPickItem & { value: T })[],
  value?: T,
): Promise<T | typeof back> {
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { value: T }>();
  picker.placeholder = placeholder;
  picker.items = items;
  picker.activeItems = items.filter((item) => item.value === value);
  return shown(picker, place, () => picker.selectedItems[0]?.value);
}

/** Shows it until it is answered (`read` gives something), left, or the way back is taken. */
function shown<T>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem & { value: T }>,
  place: Place,
  read: () => T | undefined,
): Promise<T | typeof back> {
  Object.assign(input, place, { ignoreFocusOut: true });
  input.buttons = place.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise<T | typeof back>((resolve, reject) => {
    input.onDidAccept(() => {
      const answer = read();
      if (answer === undefined) return;
      resolve(answer);
      input.hide();
    });
    input.onDidTriggerButton(() => {
      resolve(back);
      input.hide();
    });
    input.onDidHide(() => reject(cancelled()));
    input.show();
  }).finally(() => input.dispose());
}
