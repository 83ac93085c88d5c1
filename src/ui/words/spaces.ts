import * as vscode from 'vscode';

/** What a space is called where people read it: the user's own one has no name of its own before it is shared. */
export function spaceName({ slug, name }: { slug: string; name: string }): string {
  return slug === 'personal' && name === slug ? vscode.l10n.t('Personal') : name;
}

/** Strangers' text for labels and notifications, in which `$(…)` would become an icon and `[…](…)` a link. */
export const unmarked = (text: string): string => text.replace(/([$\]])\(/g, '$1\u200a(');
