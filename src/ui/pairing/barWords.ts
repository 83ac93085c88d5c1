import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { plural } from '../words/language.ts';
import { nameWord } from '../words/whose.ts';
import type { IsMe } from './people.ts';
import type { Turn } from './turn.ts';

/** What the status bar shows of a pairing: all in plain words, names are strangers'. */
export type Shown = {
  /** With an icon, short. */
  text: string;
  /** A sentence for a screen reader. It holds no number that changes by the minute: each change could be read aloud. */
  spoken: string;
  /** The turn is over, or it is one's own to take over: somebody should look. */
  isUrgent: boolean;
  /** More of it, a line each. */
  lines: string[];
  /** What can be done now: ids of Cairn's own commands with their titles. */
  commands: [string, string][];
};

/** How a turn is shown to this user. */
export function shownTurn(turn: Turn, isMe: IsMe, about: { goal: string | null }): Shown {
  const goal = about.goal === null ? [] : [vscode.l10n.t('Goal: {0}', about.goal)];
  if (turn.driver === null)
    return {
      ...handedOff(turn, turn.next !== null && isMe(turn.next)),
      lines: goal,
      commands: commandsFor(turn),
    };
  const driver = isMe(turn.driver) ? null : shortName(turn.driver);
  const spoken = turn.isOver ? overSpoken(driver) : drivesWords(driver);
  const icon = turn.isOver ? 'watch' : 'organization';
  const time = turn.isOver ? overWords(turn) : leftWords(turn.minutes);
  return {
    text: `$(${icon}) ${who(driver)}: ${time}`,
    spoken,
    isUrgent: turn.isOver,
    lines: [
      `${drivesWords(driver)} ${turn.isOver ? overSpoken(driver) : leftSentence(turn.minutes)}`,
      ...goal,
    ],
    commands: commandsFor(turn),
  };
}

function handedOff({ next }: Turn, isMine: boolean): Omit<Shown, 'lines' | 'commands'> {
  if (isMine) {
    const spoken = vscode.l10n.t('Pairing: it is your turn. Take over when you are ready.');
    return { text: `$(arrow-swap) ${vscode.l10n.t('your turn')}`, spoken, isUrgent: true };
  }
  const spoken =
    next === null
      ? vscode.l10n.t('Pairing: the keyboard is free to take over.')
      : vscode.l10n.t('Pairing: handed off to {0}.', shortName(next));
  const text =
    next === null ? vscode.l10n.t('free to take over') : vscode.l10n.t('handed to {0}', shortName(next));
  return { text: `$(arrow-swap) ${text}`, spoken, isUrgent: false };
}

/** What fits how the turn stands, the likeliest first. */
export const commandsFor = ({ driver }: Turn): [string, string][] => [
  driver === null
    ? [commands.takeOver, vscode.l10n.t('Take Over')]
    : [commands.handOff, vscode.l10n.t('Hand Off')],
  [commands.endPairing, vscode.l10n.t('End Pairing')],
];

const who = (driver: string | null) => driver ?? vscode.l10n.t('You');

const drivesWords = (driver: string | null) =>
  driver === null ? vscode.l10n.t('Pairing: you drive.') : vscode.l10n.t('Pairing: {0} drives.', driver);

const overSpoken = (driver: string | null) =>
  driver === null
    ? vscode.l10n.t('Your turn is over. Hand off when it suits.')
    : vscode.l10n.t('The turn of {0} is over.', driver);

const leftWords = (minutes: number) => vscode.l10n.t('{0} min left', minutes);

const leftSentence = (minutes: number) =>
  plural(
    minutes,
    vscode.l10n.t('{0} minute is left.', minutes),
    vscode.l10n.t('{0} minutes are left.', minutes),
  );

function overWords({ minutes }: Turn): string {
  return minutes === 0 ? vscode.l10n.t('turn is over') : vscode.l10n.t('turn over by {0} min', minutes);
}

const longestName = 20;

/** Icons are drawn in the status bar wherever `$(` stands. */
function shortName(name: string): string {
  const plain = nameWord(name).replaceAll('$(', '$ (');
  return plain.length > longestName ? `${plain.slice(0, longestName - 1).trimEnd()}…` : plain;
}
