import * as vscode from 'vscode';
import {
  type Sign,
  type SignKind,
  sideOf,
  signsOf,
  silentKinds,
  type Way,
  waysOf,
} from '../../../programme/health/index.ts';
import type { PanelItem, PanelSection } from '../../panel/index.ts';
import { askOtherWay, keepAnswer, takeWay } from '../nudges.ts';
import { kindWords, signWords, wayDetail, wayLabel } from '../signWords.ts';
import type { Around } from './around.ts';

/** What Cairn notices today, for the user alone, each with its ways out; and what they do not want to hear of. */
export function noticedSection(around: Around): PanelSection {
  const { look } = around;
  const side = sideOf(look);
  const silent = silentKinds(look.answers);
  const signs = signsOf(look).filter(({ kind }) => !silent.includes(kind));
  // A pause whose day is over is the one thing that is noticed while it rests.
  const isQuiet = look.mentorship?.status !== 'active' && signs.length === 0;
  return {
    id: 'noticed',
    heading: vscode.l10n.t('What Cairn notices'),
    note: isQuiet
      ? vscode.l10n.t('Nothing while it rests or is over.')
      : vscode.l10n.t('Only you see this. In the Goals view at most one of these shows up in a week.'),
    blocks: [
      ...(signs.length === 0 && !isQuiet
        ? [{ kind: 'text' as const, text: vscode.l10n.t('Nothing stands out today.') }]
        : []),
      ...(side && signs.length > 0
        ? [
            {
              kind: 'list' as const,
              items: signs.map((sign) => signItem(around, sign, waysOf(sign.kind, side)[0]!)),
            },
          ]
        : []),
      ...(silent.length > 0
        ? [{ kind: 'list' as const, items: silent.map((kind) => silentItem(around, kind)) }]
        : []),
    ],
  };
}

function signItem(around: Around, sign: Sign, first: Way): PanelItem {
  const { look, store } = around;
  const id = (name: string) => `noticed.${sign.kind}.${name}`;
  return {
    text: signWords(sign, look.now),
    offers: [
      around.offer(
        id('take'),
        wayLabel(first),
        () => takeWay(store, sign, first, look),
        wayDetail(first) === '' ? {} : { says: `${wayLabel(first)}: ${wayDetail(first)}` },
      ),
      around.offer(id('more'), vscode.l10n.t('Other ways…'), () => askOtherWay(store, sign, look), {
        says: vscode.l10n.t('Other ways… {0}', kindWords(sign.kind)),
      }),
    ],
  };
}

function silentItem(around: Around, kind: SignKind): PanelItem {
  return {
    text: vscode.l10n.t('Not said any more: {0}.', kindWords(kind)),
    offers: [
      around.offer(
        `noticed.${kind}.again`,
        vscode.l10n.t('Say it again'),
        () => keepAnswer(around.store, { kind, about: null }, 'later'),
        { says: vscode.l10n.t('Say it again: {0}', kindWords(kind)) },
      ),
    ],
  };
}
