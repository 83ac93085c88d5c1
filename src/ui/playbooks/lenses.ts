import * as vscode from 'vscode';
import {
  isMaking,
  type Made,
  type MakingStep,
  readPlaybook,
  type Step,
} from '../../programme/playbooks/index.ts';
import { commands, sessionScheme } from '../ids.ts';
import type { Store } from '../store.ts';
import { isPlaybook, shippedName, teamFolder } from './library.ts';
import { madeToShow } from './standing.ts';
import { stepWords } from './stepWords.ts';
import { doneWords, doWords, iconOf, problemWords } from './words.ts';

/** From how many steps on a section has a button for all of them. */
const several = 2;

/** What stands above the steps of a playbook: what can be done, what is done, what cannot be understood. */
export async function lensesOf(
  { store }: { store: Store },
  document: vscode.TextDocument,
): Promise<vscode.CodeLens[]> {
  if (!isPlaybook(document.uri)) return [];
  const { sections, problems } = readPlaybook(document.getText());
  const made = await madeToShow(store);
  const playbook = String(document.uri);
  const lenses: vscode.CodeLens[] = [];
  const add = (line: number, title: string, command = '', ...args: unknown[]) => {
    const range = new vscode.Range(line - 1, 0, line - 1, 0);
    lenses.push(new vscode.CodeLens(range, { title, command, arguments: args }));
  };
  const run = (line: number, title: string, about: object) =>
    add(line, title, commands.runPlaybookStep, { playbook, ...about }, { fromRow: true });
  const name = document.uri.scheme === sessionScheme ? shippedName(document.uri.path) : null;
  if (name !== null && teamFolder('playbooks') !== null)
    add(
      1,
      `$(copy) ${vscode.l10n.t('Copy it for your team, to change it')}`,
      commands.copyPlaybook,
      { name },
      { fromRow: true },
    );
  if (document.uri.path.endsWith('/career-conversation.md'))
    add(1, `$(calendar) ${vscode.l10n.t('Plan it in a few picks…')}`, commands.planCareerConversation);
  for (const { line, steps } of sections) {
    const open = steps.filter((step) => isMaking(step) && made(step).length === 0);
    if (open.length >= several)
      run(line, `$(run-all) ${vscode.l10n.t('Do all {0} steps of this section…', open.length)}`, {
        section: line,
      });
    for (const step of steps) {
      const about = { line: step.line, step: stepWords(step) };
      if (!isMaking(step)) run(step.line, leadWords(step), about);
      else if (made(step).length === 0) run(step.line, `${iconOf(step)} ${doWords(step)}`, about);
      else {
        doneLens(add, step, made);
        run(step.line, vscode.l10n.t('Once more'), { ...about, again: true });
      }
    }
  }
  for (const { line, problem } of problems) add(line, `$(warning) ${problemWords(problem)}`);
  return lenses;
}

function doneLens(
  add: (line: number, title: string, command?: string, ...args: unknown[]) => void,
  step: MakingStep,
  made: Made,
): void {
  const done = `$(check) ${doneWords(step)}`;
  if (step.kind !== 'session') {
    add(step.line, done);
    return;
  }
  const title = `${done}: ${vscode.l10n.t('open it')}`;
  add(step.line, title, commands.openSession, made(step).at(-1), { fromRow: true });
}

function leadWords(step: Exclude<Step, MakingStep>): string {
  return step.kind === 'playbook'
    ? `$(book) ${vscode.l10n.t('Open this playbook')}`
    : `$(lightbulb) ${vscode.l10n.t('Write a knowledge note')}`;
}
