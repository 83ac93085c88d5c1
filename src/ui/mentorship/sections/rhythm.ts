import * as vscode from 'vscode';
import { charterInForce } from '../../../model/mentorshipOf.ts';
import { dayOfTime, rhythmOf } from '../../../programme/health/index.ts';
import { listWords } from '../../growth/panelWords.ts';
import { commands } from '../../ids.ts';
import type { PanelItem, PanelSection } from '../../panel/index.ts';
import { plural } from '../../words/language.ts';
import { nameWord } from '../../words/whose.ts';
import { rhythmWords } from '../words.ts';
import type { Around } from './around.ts';

/** How often they meet, in figures; no grade. */
export function rhythmSection(around: Around): PanelSection {
  const { rhythmDays, last, next, days, gaps, within } = rhythmOf(around.look);
  const recent = gaps.slice(-6);
  const kept = rhythmDays === null ? 0 : recent.filter((gap) => gap <= rhythmDays).length;
  const lines = [
    vscode.l10n.t('Agreed: {0}.', rhythmWords(rhythmDays)),
    last === null
      ? vscode.l10n.t('No session is logged yet.')
      : vscode.l10n.t('The last session was on {0}.', around.on(last)),
    ...(days !== null && last !== null && days > 0
      ? [plural(days, vscode.l10n.t('That is 1 day ago.'), vscode.l10n.t('That is {0} days ago.', days))]
      : []),
    next === null
      ? vscode.l10n.t('None is planned.')
      : vscode.l10n.t('The next one is planned for {0}.', around.on(next)),
    ...(rhythmDays !== null && recent.length > 0
      ? [
          vscode.l10n.t(
            'Of the last {0} times between two sessions, {1} were as agreed or shorter.',
            recent.length,
            kept,
          ),
        ]
      : []),
    ...(rhythmDays !== null && gaps.length > recent.length
      ? [vscode.l10n.t('Of all {0}, {1} were.', gaps.length, within)]
      : []),
  ];
  return {
    id: 'rhythm',
    heading: vscode.l10n.t('Rhythm'),
    blocks: [{ kind: 'text', text: lines.join(' ') }],
    ...(around.mentorship.status === 'active' && {
      offers: [
        around.offer('rhythm.plan', vscode.l10n.t('Prepare or plan a session'), async () =>
          vscode.commands.executeCommand(commands.prepareSession),
        ),
      ],
    }),
  };
}

/** Which version holds, who has accepted the newest one, and who has not yet. */
export function charterSection(around: Around): PanelSection {
  const { look, mentorship } = around;
  const { charters } = look.state;
  const newest = charters.at(-1);
  const open = around.offer(
    'charter.open',
    newest ? vscode.l10n.t('Open the charter') : vscode.l10n.t('Write the charter'),
    async () => vscode.commands.executeCommand(commands.openCharter),
  );
  const heading = vscode.l10n.t('Charter');
  if (!newest)
    return {
      ...{ id: 'charter', heading, blocks: [], offers: [open] },
      note: vscode.l10n.t(
        'None is written yet. It says in a page what you can count on: rhythm, confidentiality, limits.',
      ),
    };
  const names = [...mentorship.mentors, ...mentorship.mentees].filter(
    (name, i, all) => all.findIndex((one) => look.isSame(one, name)) === i,
  );
  const has = (name: string) => newest.acceptedBy.some((one) => look.isSame(one, name));
  const items = names.map(
    (name): PanelItem => ({
      text: nameWord(name),
      marks: [has(name) ? vscode.l10n.t('accepted') : vscode.l10n.t('not yet')],
    }),
  );
  const inForce = charterInForce(charters);
  const since = dayOfTime(inForce?.inForceSince ?? null);
  const written = dayOfTime(newest.writtenAt);
  const waiting = names.filter((name) => !has(name)).map(nameWord);
  const isMine = names.some((name) => look.isMe(name));
  return {
    id: 'charter',
    heading,
    note: [
      ...(written
        ? [
            vscode.l10n.t(
              'The newest version is of {0}, by {1}.',
              around.on(written),
              nameWord(newest.createdBy ?? ''),
            ),
          ]
        : []),
      inForce?.id === newest.id && since
        ? vscode.l10n.t('It is in force since {0}.', around.on(since))
        : since
          ? vscode.l10n.t(
              'The one before is in force since {0}, until everybody accepts this one.',
              around.on(since),
            )
          : vscode.l10n.t('It is not in force yet: it waits for {0}.', listWords(waiting)),
    ].join(' '),
    blocks: [{ kind: 'list', items }],
    offers: [
      ...(isMine && !newest.acceptedBy.some(look.isMe)
        ? [
            around.offer(
              'charter.accept',
              vscode.l10n.t('Accept'),
              async () => vscode.commands.executeCommand(commands.acceptCharter),
              { says: vscode.l10n.t('Accept the charter'), isPrimary: true },
            ),
          ]
        : []),
      open,
    ],
  };
}
