import * as vscode from 'vscode';
import type { TimelineChart } from '../../../growth/charts/types.ts';
import type { Mark, ThemeRow } from '../../../growth/panel/themes.ts';
import type { Recurrence, ThemeStanding } from '../../../model/growth.ts';
import { plainLine } from '../../../model/plainLine.ts';
import { plural } from '../../words/language.ts';
import { tagName } from '../../words/tags.ts';
import { age } from '../../words/time.ts';
import { nameWord } from '../../words/whose.ts';
import type { Section, ThemeView } from '../panelProtocol.ts';
import { dayWords, ticksOf } from '../panelWords.ts';
import { type Around, section } from './section.ts';

/** Themes that are sent; those further back are in the Feedback view. */
const most = 24;
const mostPieces = 8;

/** Each theme with when it came up, and where it stands. */
export function themesSection(around: Around): Section {
  const rows = around.panel.themes ?? [];
  const counted = (standing: ThemeStanding) =>
    rows.filter(({ recurrence }) => recurrence?.standing === standing).length;
  const came = counted('recurred');
  const shown = rows.slice(0, most);
  const left = rows.length - shown.length;
  return section({
    id: 'themes',
    title: vscode.l10n.t('Themes'),
    summary: around.panel.themes !== null ? summary() : notKnown(around),
    notes: [
      ...(rows.some(({ recurrence }) => recurrence) ? [rule(rows)] : []),
      ...(left === 0
        ? []
        : [
            plural(
              left,
              vscode.l10n.t('1 more theme is in the Feedback view.'),
              vscode.l10n.t('{0} more themes are in the Feedback view.', left),
            ),
          ]),
    ],
    figures: rows.length === 0 ? [] : [{ id: 'themes', title: null, chart: null, table: table(rows) }],
    themes: shown.map((row) => themeView(row, around)),
    moreThemes: vscode.l10n.t('Show all {0} themes', shown.length),
    legend: rows.some(({ recurrence }) => recurrence) ? legend() : null,
  });

  function summary(): string {
    if (rows.length === 0)
      return vscode.l10n.t(
        'No themes, {0}: not enough feedback yet that says the same thing twice.',
        around.when,
      );
    const parts = [
      counted('learned') > 0 && vscode.l10n.t('{0} learned', counted('learned')),
      counted('open') > 0 && vscode.l10n.t('{0} open', counted('open')),
      came > 0 && vscode.l10n.t('{0} came up again', came),
    ].filter((part) => part !== false);
    if (parts.length === 0)
      return plural(
        rows.length,
        vscode.l10n.t('1 theme came up, {0}.', around.when),
        vscode.l10n.t('{0} themes came up, {1}.', rows.length, around.when),
      );
    return plural(
      rows.length,
      vscode.l10n.t('1 theme came up, {0}: {1}.', around.when, parts.join(', ')),
      vscode.l10n.t('{0} themes came up, {1}: {2}.', rows.length, around.when, parts.join(', ')),
    );
  }
}

const notKnown = ({ isWithoutThemes }: Around): string =>
  isWithoutThemes
    ? vscode.l10n.t('This could not be worked out just now.')
    : vscode.l10n.t('Themes are being worked out…');

/** The rule by which a theme counts as learned, beside the numbers that follow from it. */
function rule(rows: readonly ThemeRow[]): string {
  const needed = rows.find(({ recurrence }) => recurrence)?.recurrence?.needed ?? 3;
  return vscode.l10n.t(
    'A stop or start theme counts as learned after {0} later pull requests that touched such code without it (setting {1}). Pull requests that gave no opportunity do not count.',
    needed,
    'cairn.growth.opportunities',
  );
}

/** "{0} open" alone would not do: the same words everywhere. */
export function standingWord(standing: ThemeStanding): string {
  return {
    'not-enough': vscode.l10n.t('not enough yet'),
    open: vscode.l10n.t('open'),
    learned: vscode.l10n.t('learned'),
    recurred: vscode.l10n.t('came up again'),
  }[standing];
}

const nameOf = ({ theme }: ThemeRow) => plainLine(theme.name, 200) || vscode.l10n.t('Theme without a name');

function themeView(row: ThemeRow, { panel: { period }, now }: Around): ThemeView {
  const { theme, tag, recurrence, pieces, last } = row;
  const name = nameOf(row);
  const said = plural(
    pieces.length,
    vscode.l10n.t('1 piece of feedback'),
    vscode.l10n.t('{0} pieces of feedback', pieces.length),
  );
  const when = last === null ? '' : age(new Date(last).toISOString(), now);
  const about = recurrence ? historyWords(recurrence, now) : when;
  const label = [name, said, about].filter(Boolean).join('; ');
  const left = pieces.length - mostPieces;
  return {
    id: theme.id,
    name,
    tag: tag && { tag, word: tagName(tag) },
    standing: recurrence && { kind: recurrence.standing, word: standingWord(recurrence.standing) },
    about,
    chart: {
      kind: 'timeline',
      label,
      from: period.from,
      to: now.getTime(),
      ticks: ticksOf(period),
      points: row.marks.map(({ at, kind, where }) => ({ at, kind, name: markName(at, kind, where) })),
      legend: [],
    },
    pieces: pieces.slice(0, mostPieces).map(({ id, body, author, createdAt, pullRequest }) => ({
      id,
      text: plainLine(body, 160) || '…',
      about: [nameWord(author), age(createdAt, now), pullRequest ? `#${pullRequest.number}` : '']
        .filter(Boolean)
        .join(' · '),
    })),
    more: left > 0 ? vscode.l10n.t('{0} older ones are in the Feedback view.', left) : null,
    unfold: said,
    show: {
      label: vscode.l10n.t('Show in the Feedback view'),
      name: vscode.l10n.t('Show in the Feedback view: {0}', name),
    },
  };
}

/** How often it came up, when last, and what came after: beside the word for its standing. */
function historyWords({ occurrences, clear, needed, standing, learnedAt }: Recurrence, now: Date): string {
  const last = age(occurrences.at(-1)?.at ?? '', now);
  const came = plural(
    occurrences.length,
    vscode.l10n.t('on 1 pull request, {0}', last),
    vscode.l10n.t('on {0} pull requests in all, the last one {1}', occurrences.length, last),
  );
  if (standing === 'learned')
    return `${came}; ${plural(
      clear.length,
      vscode.l10n.t('1 later one without it'),
      vscode.l10n.t('{0} later ones without it', clear.length),
    )}`;
  if (standing === 'recurred' && learnedAt)
    return `${came}; ${vscode.l10n.t('it had counted as learned on {0}', dayWords(Date.parse(learnedAt)))}`;
  if (standing === 'open' && clear.length > 0)
    return `${came}; ${vscode.l10n.t('{0} of {1} without it since', clear.length, needed)}`;
  return came;
}

function markName(at: number, kind: Mark['kind'], where: Mark['where']): string {
  const place = where === null ? '' : `${where.repository}#${where.number} ${plainLine(where.title, 80)}`;
  const word = markWord(kind);
  return [dayWords(at), place && `${word}: ${place}`, !place && word].filter(Boolean).join(', ');
}

function markWord(kind: Mark['kind']): string {
  return {
    occurrence: vscode.l10n.t('came up'),
    clear: vscode.l10n.t('such code without it'),
    learned: vscode.l10n.t('counted as learned'),
  }[kind];
}

function legend(): TimelineChart {
  const kinds = ['occurrence', 'clear', 'learned'] as const;
  return {
    ...{ kind: 'timeline', label: vscode.l10n.t('How to read the timelines') },
    ...{ from: 0, to: 0, ticks: [], points: [] },
    legend: kinds.map((kind) => ({ kind, label: markWord(kind) })),
  };
}

function table(rows: readonly ThemeRow[]): Section['figures'][number]['table'] {
  const unknown = rows.some(({ recurrence }) => (recurrence?.unknown ?? 0) > 0);
  return {
    caption: vscode.l10n.t('Themes'),
    head: [
      vscode.l10n.t('Theme'),
      vscode.l10n.t('Tag'),
      vscode.l10n.t('Pieces of feedback'),
      vscode.l10n.t('Pull requests with it'),
      vscode.l10n.t('Later ones without it'),
      ...(unknown ? [vscode.l10n.t('Later ones, unknown')] : []),
      vscode.l10n.t('Standing'),
    ],
    rows: rows.map((row) => [
      nameOf(row),
      row.tag ? tagName(row.tag) : '–',
      String(row.pieces.length),
      row.recurrence ? String(row.recurrence.occurrences.length) : '–',
      row.recurrence ? String(row.recurrence.clear.length) : '–',
      ...(unknown ? [String(row.recurrence?.unknown ?? '–')] : []),
      row.recurrence ? standingWord(row.recurrence.standing) : '–',
    ]),
  };
}
