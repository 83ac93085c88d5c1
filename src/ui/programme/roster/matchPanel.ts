import * as vscode from 'vscode';
import { forOthers } from '../../../programme/match/forOthers.ts';
import type { PanelContent, PanelSection } from '../../panel/content.ts';
import { plural } from '../../words/language.ts';
import { adviceWords, listed, personName } from '../../words/matches.ts';
import { pairLine } from './findPanel.ts';
import type { Matched } from './matches.ts';
import { problemSection } from './problemSection.ts';

/** What a lead sees of a match: proposals, who is left and what would help, files to mend. Kept nowhere. */
export function matchContent(matched: Matched): PanelContent {
  const { pairs, unmatched, open, programme } = forOthers(matched);
  const apart = apartSection(matched);
  const sections: (PanelSection | false)[] = [
    apart,
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
        ...(apart ? [] : [{ id: 'apart', label: vscode.l10n.t('Keep People Apart') }]),
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

/** What the pairs to be kept apart did, in a section that does not leave the panel: all others are as for anybody. */
function apartSection({ unmatched, unknownLogins }: Matched): PanelSection | false {
  const kept = unmatched.filter(({ advice }) => advice.some(({ kind }) => kind === 'kept-apart'));
  if (kept.length === 0 && unknownLogins.length === 0) return false;
  const unknown = vscode.l10n.t(
    'Pairs to be kept apart name {0}, and nobody of the programme is called so. Is it a slip? Then somebody is not kept apart.',
    listed(unknownLogins),
  );
  const items = kept.map(({ mentee }) => ({
    text: personName(mentee),
    about: adviceWords({ kind: 'kept-apart' }),
  }));
  return {
    id: 'apart',
    heading: vscode.l10n.t('Look at this first'),
    note: vscode.l10n.t(
      'For your eyes: who is to be kept apart cannot be copied from here, and is in no file of a match.',
    ),
    isOnlyHere: true,
    blocks: [
      ...(unknownLogins.length > 0 ? [{ kind: 'text' as const, text: unknown }] : []),
      ...(items.length > 0 ? [{ kind: 'list' as const, items }] : []),
    ],
    offers: [{ id: 'apart', label: vscode.l10n.t('Open the Pairs') }],
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
