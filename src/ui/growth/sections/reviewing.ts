import * as vscode from 'vscode';
import type { Reviewing } from '../../../growth/panel/reviewing.ts';
import { plainLine } from '../../../model/plainLine.ts';
import { cut } from '../../webview/read.ts';
import { plural } from '../../words/language.ts';
import { nameWord } from '../../words/whose.ts';
import type { Section } from '../panelProtocol.ts';
import { listWords } from '../panelWords.ts';
import { type Around, section } from './section.ts';

/** Who reviews which part of the code: what a team knows together. Names in the order of the alphabet, always. */
export function reviewingSection({ panel: { reviewing }, when }: Around): Section {
  const { areas, people } = reviewing;
  return section({
    id: 'reviewing',
    title: vscode.l10n.t('Who reviews'),
    summary: summaryOf(reviewing, when),
    notes: notesOf(reviewing),
    figures:
      areas.length === 0
        ? []
        : [
            {
              id: 'areas',
              title: null,
              chart: {
                kind: 'bars',
                label: vscode.l10n.t('Reviewed pull requests by area of the code, with who reviewed them'),
                rows: areas.map((each) => ({
                  ...{ key: 'first', look: 'solid' },
                  name: areaWord(each.area),
                  value: each.pullRequests,
                  text: cut(
                    `${each.pullRequests}: ${each.people
                      .map(({ name, pullRequests }) => `${nameWord(name)} ${pullRequests}`)
                      .join(', ')}`,
                    400,
                  ),
                })),
              },
              table: {
                caption: vscode.l10n.t('Reviewed pull requests by area of the code and reviewer'),
                head: [
                  vscode.l10n.t('Area'),
                  vscode.l10n.t('Pull requests'),
                  ...people.map(({ name }) => nameWord(name)),
                ],
                rows: areas.map((each) => [
                  areaWord(each.area),
                  String(each.pullRequests),
                  ...people.map(({ name }) =>
                    String(each.people.find((one) => one.name === name)?.pullRequests ?? 0),
                  ),
                ]),
              },
            },
          ],
  });
}

function summaryOf({ pullRequests, reviewed, people }: Reviewing, when: string): string {
  if (pullRequests === 0) return vscode.l10n.t('No pull requests, {0}.', when);
  const all = plural(
    pullRequests,
    vscode.l10n.t('1 pull request, {0}', when),
    vscode.l10n.t('{0} pull requests, {1}', pullRequests, when),
  );
  if (reviewed === 0) return vscode.l10n.t('{0}: nobody has reviewed one so far.', all);
  const names = people.slice(0, 12).map(({ name }) => nameWord(name));
  const left = people.length - names.length;
  const who = listWords(left > 0 ? [...names, vscode.l10n.t('{0} others', left)] : names);
  return vscode.l10n.t('{0}: {1} of them reviewed, by {2}.', all, reviewed, who);
}

function notesOf({ alone, unknownFiles, moreAreas, areas }: Reviewing): string[] {
  const [first] = alone;
  return [
    ...(first
      ? [
          alone.length === 1
            ? vscode.l10n.t(
                'One person reviewed all of {0} ({1} pull requests). Somebody else beside them would spread what is known there.',
                areaWord(first.area),
                first.pullRequests,
              )
            : vscode.l10n.t(
                'In {0}, one person reviewed everything. Somebody else beside them would spread what is known there.',
                cut(
                  listWords(
                    alone.map(
                      ({ area, pullRequests }) =>
                        `${areaWord(area)} (${plural(
                          pullRequests,
                          vscode.l10n.t('1 pull request'),
                          vscode.l10n.t('{0} pull requests', pullRequests),
                        )})`,
                    ),
                  ),
                  1000,
                ),
              ),
        ]
      : []),
    ...(areas.length > 0
      ? [
          vscode.l10n.t(
            'A pull request counts in each area that it touches. This is about how knowledge spreads, not about who does more.',
          ),
        ]
      : []),
    ...(unknownFiles > 0
      ? [
          plural(
            unknownFiles,
            vscode.l10n.t('Of 1 pull request only the commented files are known: it may touch more areas.'),
            vscode.l10n.t(
              'Of {0} pull requests only the commented files are known: they may touch more areas.',
              unknownFiles,
            ),
          ),
        ]
      : []),
    ...(moreAreas > 0
      ? [
          plural(
            moreAreas,
            vscode.l10n.t('1 area with fewer pull requests is left out.'),
            vscode.l10n.t('{0} areas with fewer pull requests are left out.', moreAreas),
          ),
        ]
      : []),
  ];
}

const areaWord = (area: string) =>
  area === '' ? vscode.l10n.t('files in no folder') : plainLine(area, 80).replaceAll('`', '') || '…';
