import * as vscode from 'vscode';
import type { PairingStyle, ScaffoldStep, SessionKind } from '../../model/session.ts';

/** The name of a kind of session where it stands alone: "Check-in". */
export function kindName(kind: SessionKind): string {
  return {
    'check-in': vscode.l10n.t('Check-in'),
    retrospective: vscode.l10n.t('Retrospective'),
    milestone: vscode.l10n.t('Milestone'),
    pairing: vscode.l10n.t('Pairing'),
    shadowing: vscode.l10n.t('Shadowing'),
    'reverse-shadowing': vscode.l10n.t('Reverse shadowing'),
    'incident-review': vscode.l10n.t('Incident review'),
  }[kind];
}

/** How two share a keyboard: "Driver and navigator". */
export function styleName(style: PairingStyle): string {
  return {
    'driver-navigator': vscode.l10n.t('Driver and navigator'),
    'strong-style': vscode.l10n.t('Strong style'),
    'ping-pong': vscode.l10n.t('Ping-pong'),
    shadowing: vscode.l10n.t('Shadowing'),
    'reverse-shadowing': vscode.l10n.t('Reverse shadowing'),
  }[style];
}

/** A step on the way to doing something alone: "Shadow". */
export function stepName(step: ScaffoldStep): string {
  return {
    shadow: vscode.l10n.t('Shadow'),
    navigate: vscode.l10n.t('Navigate'),
    'reverse-shadow': vscode.l10n.t('Reverse shadow'),
    solo: vscode.l10n.t('Solo'),
  }[step];
}

/** What a step means, in a few words. */
export function stepMeaning(step: ScaffoldStep): string {
  return {
    shadow: vscode.l10n.t('watches somebody else do it'),
    navigate: vscode.l10n.t('says what to do, somebody else types'),
    'reverse-shadow': vscode.l10n.t('does it, somebody else watches'),
    solo: vscode.l10n.t('does it alone'),
  }[step];
}
