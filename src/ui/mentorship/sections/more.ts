import * as vscode from 'vscode';
import { plainLine } from '../../../model/plainLine.ts';
import { dayOfTime, sideOf } from '../../../programme/health/index.ts';
import { waitingQuestions } from '../../../programme/help/index.ts';
import { numberWords } from '../../growth/panelWords.ts';
import { commands } from '../../ids.ts';
import type { PanelBlock, PanelItem, PanelSection } from '../../panel/index.ts';
import { plural } from '../../words/language.ts';
import { nameWord } from '../../words/whose.ts';
import type { Around } from './around.ts';

const mostKudos = 12;

/** Thanks, the newest first. */
export function kudosSection(around: Around): PanelSection {
  const { kudos } = around.look.state;
  const items = kudos.slice(-mostKudos).map(({ to, text, createdBy, givenAt, isPrivate }): PanelItem => {
    const on = dayOfTime(givenAt);
    const who = vscode.l10n.t('{0} to {1}', nameWord(createdBy ?? ''), nameWord(to));
    return {
      text: plainLine(text, 400),
      about: on ? `${who} · ${around.on(on)}` : who,
      ...(isPrivate ? { marks: [vscode.l10n.t('only you see it')] } : {}),
    };
  });
  return {
    id: 'kudos',
    heading: vscode.l10n.t('Thanks'),
    note:
      kudos.length === 0
        ? vscode.l10n.t('None so far. A specific one says what somebody did and what it changed.')
        : plural(kudos.length, vscode.l10n.t('1 thank-you'), vscode.l10n.t('{0} thank-yous', kudos.length)),
    blocks: [
      ...(items.length > 0 ? [{ kind: 'list' as const, items: items.toReversed() }] : []),
      ...waiting(around),
    ],
    offers: [
      around.offer('kudos.give', vscode.l10n.t('Thank somebody'), async () =>
        vscode.commands.executeCommand(commands.kudos),
      ),
    ],
  };
}

/** Own questions of two weeks ago and more that nobody was thanked for yet. */
function waiting(around: Around): PanelBlock[] {
  const { look, store } = around;
  const items = waitingQuestions(store.help, look.isMe, look.now).map(
    ({ id, topic, of, askedAt }): PanelItem => {
      const on = dayOfTime(askedAt);
      const asked = of === null ? vscode.l10n.t('You asked') : vscode.l10n.t('You asked {0}', nameWord(of));
      const thank = async () => vscode.commands.executeCommand(commands.thankForHelp);
      const says = vscode.l10n.t('Thank for help with: {0}', plainLine(topic, 100));
      return {
        text: plainLine(topic, 400),
        about: on ? `${asked} · ${around.on(on)}` : asked,
        offers: [around.offer(`help.${id}`, vscode.l10n.t('Thank for it'), thank, { says })],
      };
    },
  );
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** A mentor's own hours; of nobody else's anything is known here. */
export function loadSection(around: Around): PanelSection[] {
  const { load } = around.look;
  if (!sideOf(around.look)?.mentors) return [];
  const offers = [
    around.offer('load.show', vscode.l10n.t('Show my hours'), async () =>
      vscode.commands.executeCommand(commands.showLoad),
    ),
  ];
  const [id, heading] = ['load', vscode.l10n.t('Your own hours')];
  if (!load)
    return [{ id, heading, offers, blocks: [], note: vscode.l10n.t('Not read yet; only you see them.') }];
  const { hours, budget, unknownSessions } = load;
  const lines = [
    budget === null
      ? vscode.l10n.t('This month: {0} hours over all your mentorships.', numberWords(hours, 1))
      : vscode.l10n.t(
          'This month: {0} of {1} hours over all your mentorships.',
          numberWords(hours, 1),
          numberWords(budget, 1),
        ),
    ...(unknownSessions > 0
      ? [
          plural(
            unknownSessions,
            vscode.l10n.t('1 session without a length is not counted.'),
            vscode.l10n.t('{0} sessions without a length are not counted.', unknownSessions),
          ),
        ]
      : []),
  ];
  const note = vscode.l10n.t('Only you see this.');
  return [{ id, heading, offers, note, blocks: [{ kind: 'text', text: lines.join(' ') }] }];
}
