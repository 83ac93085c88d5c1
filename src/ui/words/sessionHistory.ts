import * as vscode from 'vscode';
import type { SessionChange, SessionField } from '../../model/historySessions.ts';
import { kindName, stepName, styleName } from './sessions.ts';
import { nameWord } from './whose.ts';

type Words = { quote: (text: string) => string; nameOf: (id: string) => string };

/** What an act changed in a session, a pairing or a scaffold, as a line of the history of `record`. */
export function sessionWords(change: SessionChange, record: string, { quote, nameOf }: Words): string {
  switch (change.what) {
    case 'logged':
      return change.isHeld
        ? vscode.l10n.t('Logged the session: {0}, {1}', kindName(change.kind), quote(change.date))
        : vscode.l10n.t('Planned the session: {0}, {1}', kindName(change.kind), quote(change.date));
    case 'sessionEdited':
      return change.fields
        .map((field) =>
          vscode.l10n.t('{0}: {1}', sessionFieldName(field.field), valueWords(field, { quote, nameOf })),
        )
        .join('; ');
    case 'written':
      return vscode.l10n.t('Wrote: “{0}”', quote(change.text));
    case 'withdrawn':
      return change.isWithdrawn
        ? vscode.l10n.t('Took it out of the session’s text')
        : vscode.l10n.t('Brought it back into the session’s text');
    case 'pairingStarted':
      return change.id === record
        ? vscode.l10n.t('Began to pair: {0}', styleName(change.style))
        : vscode.l10n.t('Began to pair on this goal: {0}', styleName(change.style));
    case 'handedOff':
      return change.next === null
        ? vscode.l10n.t('{0} handed off: “{1}”', nameWord(change.driver), quote(change.todo))
        : vscode.l10n.t(
            '{0} handed off to {1}: “{2}”',
            nameWord(change.driver),
            nameWord(change.next),
            quote(change.todo),
          );
    case 'takenOver':
      return vscode.l10n.t('{0} took over', nameWord(change.driver));
    case 'pairingEnded':
      if (change.how === 'squash') return vscode.l10n.t('Ended the pairing, in one commit');
      if (change.how === 'keep') return vscode.l10n.t('Ended the pairing, with every commit');
      return vscode.l10n.t('Ended the pairing');
    case 'step':
      return change.isReached
        ? vscode.l10n.t('Reached the step “{0}”', stepName(change.step))
        : vscode.l10n.t('Took the step “{0}” back', stepName(change.step));
  }
}

function valueWords(
  { field, to }: Extract<SessionChange, { what: 'sessionEdited' }>['fields'][number],
  { quote, nameOf }: Words,
): string {
  if (to === null || (Array.isArray(to) && to.length === 0)) return vscode.l10n.t('none');
  if (Array.isArray(to)) {
    return to
      .slice(0, 10)
      .map((one) => (field === 'goals' ? `“${quote(nameOf(one))}”` : nameWord(one)))
      .join(', ');
  }
  if (field === 'kind') return kindName(to as Parameters<typeof kindName>[0]);
  return quote(String(to));
}

function sessionFieldName(field: SessionField): string {
  return {
    kind: vscode.l10n.t('Kind'),
    people: vscode.l10n.t('Who takes part'),
    date: vscode.l10n.t('Date'),
    heldAt: vscode.l10n.t('Held at'),
    minutes: vscode.l10n.t('Minutes'),
    goals: vscode.l10n.t('Goals'),
    link: vscode.l10n.t('Link'),
  }[field];
}
