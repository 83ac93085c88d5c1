import * as vscode from 'vscode';
import { type Scale, scales } from '../../model/growth.ts';
import type { GrowthChange } from '../../model/historyGrowth.ts';
import { scaleName, scaleValue } from './scales.ts';
import { nameWord } from './whose.ts';

type Words = { quote: (text: string) => string; nameOf: (id: string) => string };

/** What an act changed in a theme, a guess, thanks or an answer, as a line of the history of `record`. */
export function growthWords(change: GrowthChange, record: string, { quote, nameOf }: Words): string {
  switch (change.what) {
    case 'themeNamed':
      return vscode.l10n.t('Named the theme “{0}”', quote(change.name));
    case 'placed':
      if (change.theme === record)
        return vscode.l10n.t('Put feedback into this theme: “{0}”', quote(nameOf(change.feedback)));
      return change.theme === null
        ? vscode.l10n.t('Took it out of all themes')
        : vscode.l10n.t('Put it into the theme “{0}”', quote(nameOf(change.theme)));
    case 'merged':
      if (change.into === change.theme) return vscode.l10n.t('Made it a theme of its own again');
      return change.into === record
        ? vscode.l10n.t('Made the theme “{0}” part of this one', quote(nameOf(change.theme)))
        : vscode.l10n.t('Made it part of the theme “{0}”', quote(nameOf(change.into)));
    case 'guessed': {
      const pull = `${quote(change.repository)}#${change.number}`;
      return change.expectations === 1
        ? vscode.l10n.t('Noted 1 expectation of the review of {0}', pull)
        : vscode.l10n.t('Noted {0} expectations of the review of {1}', change.expectations, pull);
    }
    case 'judged':
      if (change.feedback === record) return vscode.l10n.t('Said that it was expected');
      return change.feedback === null
        ? vscode.l10n.t('Said that nobody said what was expected')
        : vscode.l10n.t('Said that what was expected came up: “{0}”', quote(nameOf(change.feedback)));
    case 'answered':
      return isScale(change.scale)
        ? vscode.l10n.t('{0}: {1}', scaleName(change.scale), scaleValue(change.scale, change.value))
        : vscode.l10n.t('{0}: {1}', quote(change.scale), change.value);
    case 'thanked':
      return vscode.l10n.t('Thanked {0}: “{1}”', nameWord(change.to), quote(change.text));
  }
}

const isScale = (scale: string): scale is Scale => (scales as readonly string[]).includes(scale);
