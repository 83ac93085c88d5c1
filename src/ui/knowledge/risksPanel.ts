import * as vscode from 'vscode';
import { clean } from '../../model/cleanText.ts';
import type { Risk } from '../../programme/knowledge/risk/risks.ts';
import type { PanelContent, PanelItem, PanelOffer, PanelSection } from '../panel/content.ts';
import { plural } from '../words/language.ts';
import { day } from '../words/time.ts';
import type { FolderRisks } from './readRisks.ts';
import { plainName } from './words.ts';

/** Entries of a repository that are listed. */
const longest = 30;

/** What the panel says: a matter of the team, with what helps, and nobody's fault. */
export function riskContent(folders: readonly FolderRisks[], now: Date): PanelContent {
  return {
    title: vscode.l10n.t('Code that one person knows'),
    sections: [...folders.map((folder, i) => sectionOf(folder, i, now)), helps()],
  };
}

function sectionOf(folder: FolderRisks, index: number, now: Date): PanelSection {
  const { risks, name, active, files } = folder;
  const heading = plainName(name);
  const base = { id: `repository-${index}`, heading, note: noteOf(folder) };
  if (files === 0) {
    const text = vscode.l10n.t(
      'Nothing was changed or reviewed here in the last year, as far as this machine knows.',
    );
    return { ...base, blocks: [{ kind: 'text', text }] };
  }
  if (active <= 1) {
    const text =
      active === 0
        ? vscode.l10n.t('Nobody has done anything here in the last three months.')
        : vscode.l10n.t(
            'One person works on this repository at present, so there is nobody to share with yet. A knowledge note or a tour keeps for later what is known now.',
          );
    return { ...base, blocks: [{ kind: 'text', text }] };
  }
  if (risks.length === 0) {
    const text = vscode.l10n.t(
      'No part that was touched or reviewed three times or more in the last year is known to one active person alone.',
    );
    return { ...base, blocks: [{ kind: 'text', text }] };
  }
  const items = risks.slice(0, longest).map((risk, i) => itemOf(risk, `${index}-${i}`, now));
  return { ...base, blocks: [{ kind: 'list', items }] };
}

function itemOf(risk: Risk, id: string, now: Date): PanelItem {
  const { path, isFolder, files, person, kind, times, last } = risk;
  const name = path === '' ? vscode.l10n.t('all of it') : clean(path);
  const count = plural(files, vscode.l10n.t('1 file'), vscode.l10n.t('{0} files', files));
  const who = plainName(person) || vscode.l10n.t('somebody');
  const said =
    kind === 'one'
      ? vscode.l10n.t('One person has touched or reviewed this in the last year: {0}', who)
      : vscode.l10n.t(
          'Of those who touched or reviewed this in the last year, one was active since three months ago: {0}',
          who,
        );
  const often = plural(times, vscode.l10n.t('once'), vscode.l10n.t('{0} times', times));
  const offer: PanelOffer | null =
    path === ''
      ? null
      : { id: `open:${id}`, label: vscode.l10n.t('Show'), says: vscode.l10n.t('Show {0}', name) };
  return {
    text: isFolder && path !== '' ? `${name}/ (${count})` : name,
    about: `${said} · ${often} · ${vscode.l10n.t('last on {0}', day(new Date(last), now))}`,
    ...(offer ? { offers: [offer] } : {}),
  };
}

function noteOf({ isCut, hasReviews }: FolderRisks): string {
  return [
    vscode.l10n.t('From the commits of the last year on the branch that is checked out.'),
    hasReviews
      ? vscode.l10n.t('Reviews that Cairn has pulled count, too.')
      : vscode.l10n.t('Reviews are not known here: pull to have them count, too.'),
    isCut ? vscode.l10n.t('The history was too long to be read as a whole.') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function helps(): PanelSection {
  return {
    id: 'helps',
    heading: vscode.l10n.t('What helps'),
    note: vscode.l10n.t(
      'This is a matter of the team and says nothing about anybody’s work. It is shown here and nowhere else.',
    ),
    blocks: [
      {
        kind: 'list',
        items: [
          {
            text: vscode.l10n.t('Work on it together once'),
            offers: [{ id: 'pair', label: vscode.l10n.t('Start Pairing') }],
          },
          {
            text: vscode.l10n.t('Let somebody look over the shoulder: plan a shadowing session'),
            offers: [{ id: 'shadow', label: vscode.l10n.t('Log a Session') }],
          },
          {
            text: vscode.l10n.t('Write down what one has to know, and why it is so'),
            offers: [{ id: 'note', label: vscode.l10n.t('Write a Knowledge Note') }],
          },
          {
            text: vscode.l10n.t('Make a tour of such notes'),
            offers: [{ id: 'tour', label: vscode.l10n.t('Make a Tour') }],
          },
        ],
      },
    ],
  };
}
