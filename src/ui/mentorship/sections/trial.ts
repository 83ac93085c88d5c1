import * as vscode from 'vscode';
import { type Trial, trialDays, trialQuestions } from '../../../model/mentorship.ts';
import { plainLine } from '../../../model/plainLine.ts';
import {
  begunDays,
  daysAfter,
  type Point,
  saidIn,
  sideOf,
  trialSign,
  trialsByPerson,
} from '../../../programme/health/index.ts';
import { commands } from '../../ids.ts';
import type { PanelBlock, PanelSection } from '../../panel/index.ts';
import { nameWord } from '../../words/whose.ts';
import { fieldWords, trialName, trialWord } from '../pulseWords.ts';
import type { Around } from './around.ts';

/** The checks after 30 and 60 days: whether they are due, what the user said, and what others let them see. */
export function trialSection(around: Around): PanelSection {
  const { look } = around;
  const { people } = trialsByPerson(look.state.trials, look);
  const rows = people.flatMap(({ name, isMe, points }) =>
    newestByDay(points.filter((point) => saidIn(point).length > 0)).map((point) => [
      isMe ? vscode.l10n.t('You') : nameWord(name),
      vscode.l10n.t('{0} days', point.day),
      ...trialQuestions.map((question) => {
        const word = point.answers[question];
        return word === null ? '–' : trialWord(word);
      }),
      point.words === null ? '–' : plainLine(point.words, 300),
      isMe ? (point.seen.length === 0 ? vscode.l10n.t('nothing') : fieldWords(point.seen)) : '–',
    ]),
  );
  const table: PanelBlock = {
    kind: 'table',
    caption: vscode.l10n.t('What was answered'),
    columns: [
      vscode.l10n.t('Who'),
      vscode.l10n.t('After'),
      ...trialQuestions.map(trialName),
      vscode.l10n.t('Words'),
      vscode.l10n.t('The others see'),
    ],
    rows,
  };
  return {
    id: 'trial',
    heading: vscode.l10n.t('Trial'),
    note: dueWords(around),
    blocks: rows.length > 0 ? [table] : [],
    ...(sideOf(look)
      ? {
          offers: [
            around.offer(
              'trial.answer',
              vscode.l10n.t('Answer'),
              async () => vscode.commands.executeCommand(commands.answerTrial),
              { says: vscode.l10n.t('Answer whether it is useful, respectful and sustainable') },
            ),
          ],
        }
      : {}),
  };
}

/** Somebody may answer again: the last word counts. */
function newestByDay(points: readonly Point<Trial>[]): Point<Trial>[] {
  const newest = new Map(points.map((point) => [point.day, point]));
  return [...newest.values()].sort((a, b) => a.day - b.day);
}

function dueWords(around: Around): string {
  const begun = begunDays(around.look);
  const says = vscode.l10n.t('After 30 and 60 days both sides are asked: useful, respectful, sustainable?');
  if (begun === null) return says;
  const next = trialDays.find((day) => begun.days < day);
  const due = trialSign(around.look);
  return [
    says,
    ...(due ? [vscode.l10n.t('You have not answered the one after {0} days.', due.day)] : []),
    ...(next === undefined
      ? []
      : [vscode.l10n.t('The next one is on {0}.', around.on(daysAfter(begun.since, next)))]),
  ].join(' ');
}
