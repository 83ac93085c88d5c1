import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { isMaking, type Step } from '../../programme/playbooks/index.ts';
import { pick } from '../commands/ask.ts';
import type { FoundPlaybook } from './library.ts';
import { stepWords } from './stepWords.ts';
import { doWords, iconOf, label } from './words.ts';

/** Which steps, for who has no lenses at hand: the keyboard, a screen reader. Throws 'not-found', 'cancelled'. */
export async function askSteps({ playbook }: FoundPlaybook): Promise<Step[]> {
  const items = playbook.sections.flatMap(({ heading, steps }) => {
    const making = steps.filter(isMaking);
    const about = label(heading);
    return [
      ...(making.length > 1
        ? [
            {
              label: `$(run-all) ${vscode.l10n.t('All steps of “{0}”', about)}`,
              value: steps.filter(isMaking) as Step[],
            },
          ]
        : []),
      ...making.map((step) => ({
        label: `${iconOf(step)} ${label(stepWords(step).slice(step.kind.length + 1))}`,
        description: doWords(step),
        value: [step] as Step[],
      })),
      ...steps
        .filter((step) => step.kind === 'knowledge')
        .map((step) => ({
          label: `$(lightbulb) ${label(step.text)}`,
          description: vscode.l10n.t('Write a knowledge note'),
          value: [step] as Step[],
        })),
    ];
  });
  if (items.length === 0)
    throw new CairnError('not-found', vscode.l10n.t('This playbook is to be read: it has no steps.'));
  return pick(vscode.l10n.t('Which steps of “{0}”?', label(playbook.title)), items);
}
