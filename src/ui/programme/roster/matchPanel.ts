import * as vscode from 'vscode';
import type { PanelContent, PanelSection } from '../../panel/content.ts';
import { plural } from '../../words/language.ts';
import { adviceWords, listed, personName } from '../../words/matches.ts';
import { pairLine } from './findPanel.ts';
import type { Matched } from './matches.ts';
import { problemSection } from './problemSection.ts';

/** What a lead sees of a match: proposals, who is left and what would help, files to mend. Kept nowhere. */
export function matchContent(matched: Matched): PanelContent {
  const { pairs, unmatched, open, unknownLogins, programme } = matched;
  const sections: (PanelSection | false)[] = [
    unknownLogins.length > 0 && {
      id: 'unknown',
      heading: vscode.l10n.t('Look at this first'),
      blocks: [
        {
          kind: 'text',
          text: vscode.l10n.t(
            'Pairs to be kept apart name {0}, and nobody of the programme is called so. Is it a slip? Then somebody is not kept apart.',
            listed(unknownLogins),
          ),
        },
      ],
      offers: [{ id: 'apart', label: vscode.l10n.t('Open the Pairs') }],
    },
    {
      id: 'pairs',
      heading: plural(
        pairs.length,
        vscode.l10n.t('1 proposed pair'),
        vscode.l10n.t('{0} proposed pairs', pairs.length),
      ),
      note: vscode.l10n.t(
        'As many people as possible, then what fits best. Code that both know counts where commits or reviews of it are on this machine. Only you see this, and nothing is kept: ask both before you tell anybody else.',
      ),
      blocks: [
        pairs.length > 0
          ? {
              kind: 'list',
              items: pairs.map((pair) => ({
                text: vscode.l10n.t(
                  '{0} with {1} as mentor',
                  personName(pair.mentee),
                  personName(pair.mentor),
                ),
                about: pairLine(pair, 'lead'),
                ...(pair.kind === 'reverse' ? { marks: [vscode.l10n.t('the other way round')] } : {}),
              })),
            }
          : { kind: 'text', text: nobody(matched) },
      ],
      offers: [
        { id: 'again', label: vscode.l10n.t('Match Again') },
        ...(unknownLogins.length > 0 ? [] : [{ id: 'apart', label: vscode.l10n.t('Keep People Apart') }]),
      ],
    },
    unmatched.length > 0 && {
      id: 'unmatched',
      heading: plural(
        unmatched.length,
        vscode.l10n.t('1 person without a mentor'),
        vscode.l10n.t('{0} people without a mentor', unmatched.length),
      ),
      note: vscode.l10n.t('What would help them, most likely first. It says nothing about them.'),
      blocks: [
        {
          kind: 'list',
          items: unmatched.map(({ mentee, advice }) => ({
            text: personName(mentee),
            about: advice.map(adviceWords).join(' '),
          })),
        },
      ],
    },
    open.length > 0 && {
      id: 'open',
      heading: vscode.l10n.t('Places that are left'),
      blocks: [
        {
          kind: 'list',
          items: open.map(({ mentor, places }) => ({
            text: personName(mentor),
            about: plural(places, vscode.l10n.t('1 place'), vscode.l10n.t('{0} places', places)),
          })),
        },
      ],
    },
    problemSection(programme),
  ];
  return {
    title: vscode.l10n.t('Matches of the programme'),
    sections: sections.filter((one) => one !== false),
  };
}

const nobody = ({ programme, unmatched }: Matched) => {
  if (programme.people.length === 0)
    return vscode.l10n.t(
      'Nobody is in the programme yet. Everybody writes a file of their own with "Cairn: Edit Your Programme Profile".',
    );
  return unmatched.length === 0
    ? vscode.l10n.t('Nobody looks for a mentor now.')
    : vscode.l10n.t('No two people fit now. What would help stands below.');
};
