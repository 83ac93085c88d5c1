import * as vscode from 'vscode';
import type { Feedback } from '../../model/state.ts';

/** Addresses of rows that carry a mark; nothing opens them. */
const scheme = 'cairn-feedback';

/** Who sees a piece of feedback, and whether it is what it claims to be. */
export type Marks = { isPrivate: boolean; isUnverified: boolean };

export function marksOf(item: Feedback): Marks {
  return {
    isPrivate: item.isPrivate,
    isUnverified: item.claimedBy !== null || item.tagClaimedBy !== null,
  };
}

/** The words of the marks. */
export function markWords({ isPrivate, isUnverified }: Marks): string[] {
  return [
    ...(isPrivate ? [vscode.l10n.t('private')] : []),
    ...(isUnverified ? [vscode.l10n.t('unverified')] : []),
  ];
}

/** What makes the workbench ask for a row's badge, which is in sight however narrow the view is. */
export function badgeUri(id: string, marks: Marks): vscode.Uri | undefined {
  const query = [marks.isPrivate && 'private', marks.isUnverified && 'unverified'].filter(Boolean).join('&');
  return query === '' ? undefined : vscode.Uri.from({ scheme, path: `/${id}`, query });
}

/** Draws the badges. A row whose marks change gets another address, so nothing has to be drawn anew. */
export function registerBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration(uri) {
      if (uri.scheme !== scheme) return undefined;
      const has = (mark: string) => uri.query.split('&').includes(mark);
      const marks = { isPrivate: has('private'), isUnverified: has('unverified') };
      // A letter, as the workbench has for files: not every machine has a font with a lock.
      const letter = vscode.l10n.t({ message: 'P', comment: ['One letter for: private'] }).slice(0, 1);
      const badge = `${marks.isPrivate ? letter : ''}${marks.isUnverified ? '?' : ''}`;
      return new vscode.FileDecoration(badge, markWords(marks).join(', '));
    },
  });
}
