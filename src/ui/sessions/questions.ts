import * as vscode from 'vscode';
import { cancelled } from '../commands/ask.ts';
import { back, type Step } from '../commands/steps.ts';

export type Item<T> = vscode.QuickPickItem & { value: T };
type Place = Parameters<Step>[0];
type Shown<T> = vscode.QuickPick<Item<T>>;

/** A question of a few as a step. */
export type Question<T> = {
  placeholder: string;
  items: Item<T>[];
  /** What is chosen where somebody only presses Enter. */
  first?: (value: T) => boolean;
  /** What typed words mean that are on no list: an item for them, or `undefined`. */
  typed?: (text: string) => Item<T> | undefined;
  onButton?: (item: Item<T>) => Item<T>[];
};

/** One of a list, or something typed. Throws 'cancelled'. */
export function askOne<T>(place: Place, question: Question<T>): Promise<T | typeof back> {
  const picker: Shown<T> = vscode.window.createQuickPick();
  const { typed } = question;
  let { items } = question;
  /** The item of the typed words as they are now, whatever the list shows: somebody may be faster than it. */
  let own: Item<T> | undefined;
  const list = () => {
    const words = picker.value.trim();
    const made = words === '' ? undefined : typed?.(words);
    own = made && { ...made, alwaysShow: true };
    picker.items = own ? [...items, own] : items;
  };
  picker.placeholder = question.placeholder;
  picker.matchOnDescription = true;
  picker.items = items;
  const { first } = question;
  if (first) picker.activeItems = items.filter(({ value }) => first(value)).slice(0, 1);
  if (typed) picker.onDidChangeValue(list);
  picker.onDidTriggerItemButton(({ item }) => {
    items = question.onButton?.(item) ?? items;
    list();
  });
  return shown(picker, place, () => {
    const [chosen = own] = picker.selectedItems;
    const isTyped = chosen !== undefined && !items.includes(chosen);
    if (isTyped || chosen === undefined) {
      list();
      return own && { value: own.value };
    }
    return { value: chosen.value };
  });
}

/** Any of a list, also none. Throws 'cancelled'. */
export function askSeveral<T>(
  place: Place,
  { placeholder, items, chosen }: { placeholder: string; items: Item<T>[]; chosen: readonly T[] },
): Promise<T[] | typeof back> {
  const picker: Shown<T> = vscode.window.createQuickPick();
  picker.canSelectMany = true;
  picker.placeholder = placeholder;
  picker.items = items;
  picker.selectedItems = items.filter(({ value }) => chosen.includes(value));
  return shown(picker, place, () => ({ value: picker.selectedItems.map(({ value }) => value) }));
}

function shown<T, R>(
  picker: Shown<T>,
  place: Place,
  read: () => { value: R } | undefined,
): Promise<R | typeof back> {
  Object.assign(picker, place, { ignoreFocusOut: true });
  picker.buttons = place.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise<R | typeof back>((resolve, reject) => {
    picker.onDidAccept(() => {
      const answer = read();
      if (!answer) return;
      resolve(answer.value);
      picker.hide();
    });
    picker.onDidTriggerButton(() => {
      resolve(back);
      picker.hide();
    });
    picker.onDidHide(() => reject(cancelled()));
    picker.show();
  }).finally(() => picker.dispose());
}
