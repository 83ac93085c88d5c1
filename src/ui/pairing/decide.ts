import * as vscode from 'vscode';
import type { Choice, Decisions, Finding } from '../../git/pairing/types.ts';
import { CairnError } from '../../model/errors.ts';
import { cancelled, invalid, objectArgument } from '../commands/ask.ts';
import { wordsForFinding } from '../words/pairing.ts';
import { wordsForChoice } from '../words/pairingChoices.ts';

/** What a program decided. Throws 'invalid-argument'. */
export function decisionsArgument(value: unknown): Decisions {
  const given = objectArgument(value) ?? {};
  if (Object.values(given).some((choice) => typeof choice !== 'string')) {
    throw invalid(vscode.l10n.t('"decisions" must name a choice for each obstacle.'));
  }
  return given as Decisions;
}

/**
 * Tells what was found and has a person choose where there is a choice; a program has to have decided what blocks.
 * @throws CairnError 'cancelled' for who stops, 'pairing-blocked' where there is no way on
 */
export async function decide(
  findings: readonly Finding[],
  given: Decisions,
  isPerson: boolean,
): Promise<Decisions> {
  const decisions: Decisions = { ...given };
  for (const finding of findings) {
    const ways = finding.choices.filter((choice) => choice !== 'stop');
    // Changes to known files and unknown files go the same way: both are somebody's work that is not committed.
    if (finding.obstacle === 'untracked' && isPerson) decisions.untracked ??= decisions.dirty;
    const decided = decisions[finding.obstacle];
    if (decided && (ways as Choice[]).includes(decided)) continue;
    if (finding.isBlocking && (!isPerson || ways.length === 0)) throw blocked(finding);
    if (isPerson && (finding.isBlocking || ways.length > 1)) {
      decisions[finding.obstacle] = await askChoice(finding, ways, alike(finding, findings));
    }
  }
  return decisions;
}

const alike = ({ obstacle }: Finding, all: readonly Finding[]) =>
  obstacle === 'dirty' ? all.filter((one) => one.obstacle === 'untracked') : [];

const blocked = (finding: Finding) =>
  new CairnError('pairing-blocked', wordsForFinding(finding), { detail: finding.obstacle });

/** In a dialog, since a list would cut what is to be read before work moves. */
async function askChoice(finding: Finding, ways: Choice[], more: Finding[]): Promise<Choice> {
  const [message = '', ...paths] = wordsForFinding(finding).split('\n');
  const others = more.map(wordsForFinding);
  const buttons = ways.map((choice) => {
    const { label, detail } = wordsForChoice(choice, finding);
    return { title: label, detail, choice };
  });
  const detail = [paths.join('\n'), ...others, ...buttons.map(({ title, detail }) => `${title}: ${detail}`)];
  const picked = await vscode.window.showWarningMessage(
    message,
    { modal: true, detail: detail.filter(Boolean).join('\n\n') },
    ...buttons,
  );
  if (!picked) throw cancelled();
  return picked.choice;
}
