import * as vscode from 'vscode';
import { findingCodes } from '../../coach/comment/types.ts';
import { setSilencedFindings, silencedFindings } from '../coach/settings.ts';
import { kindName } from '../coach/words.ts';
import { booleanArgument, cancelled, wordArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.silenceFinding(code?, isSilenced?)`: shows a kind of finding no more, or again where `isSilenced` is false.
 * Without arguments it asks which kinds are shown. Resolves to `{ silenced }`, the codes.
 */
export const silenceFinding: Command = async (_deps, code, isSilenced) => {
  const wanted = wordArgument(code, 'code', findingCodes);
  const isOff = booleanArgument(isSilenced, 'isSilenced') ?? true;
  const now = silencedFindings();
  const silenced =
    wanted === undefined
      ? await choose(now)
      : [...now.filter((one) => one !== wanted), ...(isOff ? [wanted] : [])];
  await setSilencedFindings(silenced);
  return { silenced: silencedFindings() };
};

async function choose(
  now: ReturnType<typeof silencedFindings>,
): Promise<ReturnType<typeof silencedFindings>> {
  const items = findingCodes.map((value) => ({
    label: capitalised(kindName(value)),
    description: value,
    picked: !now.includes(value),
    value,
  }));
  const shown = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t('What shall the coach underline?'),
  });
  if (!shown) throw cancelled();
  return findingCodes.filter((value) => !shown.some((one) => one.value === value));
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
