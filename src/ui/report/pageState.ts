import * as vscode from 'vscode';
import {
  type Link,
  type OutlinedClaim,
  outlineOf,
  type Report,
  type ReportWords,
} from '../../growth/report/index.ts';
import { cut } from '../webview/read.ts';
import type { ReportChoice } from './choice.ts';
import type { ClaimView, LinkView, PreviewState, ReportView, SectionView, SwitchView } from './protocol.ts';

/** What the page shows besides the report. */
export function frame(words: ReportWords): Omit<PreviewState, 'report' | 'notice'> {
  return {
    language: words.language,
    labels: {
      page: vscode.l10n.t('Report'),
      about: vscode.l10n.t(
        'This is the report as it will be. What you untick is left out, and nothing of it is in the file.',
      ),
      tools: vscode.l10n.t('Save or copy'),
      choose: vscode.l10n.t('What is in it'),
      shownBy: words.source.shownBy,
      leftOut: vscode.l10n.t('left out'),
      numbers: words.numbers,
      working: vscode.l10n.t('Putting the report together: themes, and what became of each comment…'),
    },
    tools: [
      { act: 'saveMarkdown', label: vscode.l10n.t('Save as Markdown…') },
      { act: 'saveHtml', label: vscode.l10n.t('Save as HTML…') },
      { act: 'copy', label: vscode.l10n.t('Copy as Markdown') },
    ],
  };
}

/** The report as it will be, with what was left out in its place to be put back. */
export function reportView(report: Report, choice: ReportChoice, words: ReportWords): ReportView {
  const will = outlineOf(choice.chosen(), words);
  const kept = new Map(will.sections.flatMap(({ claims }) => claims).map((claim) => [claim.id, claim]));
  const whole = choice.whole();
  const sections = whole.sections.map(({ id, title, claims }): SectionView => {
    const views = claims.map((claim) => {
      const outlined = kept.get(claim.id);
      return claimView(outlined ?? { ...claim, links: [], chart: null }, outlined !== undefined);
    });
    const count = views.filter(({ isIn }) => isIn).length;
    const hint =
      id === 'private'
        ? vscode.l10n.t('Only you see this. Nothing of it is in the report unless you tick it.')
        : null;
    return {
      id,
      title,
      claims: views,
      has: count === 0 ? 'none' : count < views.length ? 'some' : 'all',
      hint,
    };
  });
  const sources = {
    title: words.sections.sources,
    lists: will.lists.map(({ number, about, links }) => ({
      ...{ anchor: `list-${number}`, heading: words.source.list(number), about },
      links: links.map(linkView),
    })),
    entries: will.entries.map(({ number, title, facts }) => ({
      ...{ anchor: `entry-${number}`, heading: words.source.entry(number) },
      facts: [title, ...facts],
    })),
  };
  return {
    title: will.title,
    lead: will.lead.map((line) => cut(line)),
    switches: switchesOf(report, choice, sections),
    sections,
    sources: sources.lists.length + sources.entries.length > 0 ? sources : null,
  };
}

function switchesOf(report: Report, choice: ReportChoice, sections: readonly SectionView[]): SwitchView[] {
  const own = sections.find(({ id }) => id === 'private');
  const hasCharts = report.sections.some(({ claims }) => claims.some(({ chart }) => chart !== null));
  const some = (isThere: boolean, view: Omit<SwitchView, 'isIn'>, isIn = choice.isIn(view.id)) =>
    isThere ? [{ ...view, isIn }] : [];
  return [
    ...some(report.names.length > 0, {
      id: 'names',
      label: vscode.l10n.t('Names of reviewers and mentors'),
      hint: null,
    }),
    ...some(
      report.closedNames.length > 0,
      {
        id: 'closedNames',
        label: vscode.l10n.t('Names from repositories that are not public'),
        hint: vscode.l10n.t(
          'Ask them first: whoever reads the report may not be able to read what they said.',
        ),
      },
      choice.isIn('names') && choice.isIn('closedNames'),
    ),
    ...some(hasCharts, { id: 'charts', label: vscode.l10n.t('Charts'), hint: null }),
    ...some(
      own !== undefined,
      { id: 'private', label: vscode.l10n.t('What you keep private'), hint: null },
      own?.has === 'all',
    ),
  ];
}

function claimView(
  { id, parts, links, chart, isPrivate, isOfPrivateRepository }: OutlinedClaim,
  isIn: boolean,
): ClaimView {
  const marks = [
    ...(isPrivate ? [vscode.l10n.t('private')] : []),
    ...(isOfPrivateRepository ? [vscode.l10n.t('from a repository that is not public')] : []),
  ];
  const months = chart?.chart.kind === 'months' ? { chart: chart.chart, table: chart.table } : null;
  return { id, parts, isIn, links: links.map(linkView), chart: months, marks };
}

function linkView(link: Link): LinkView {
  const to = 'url' in link ? link.url : 'list' in link ? `#list-${link.list}` : `#entry-${link.entry}`;
  return { label: link.label, to };
}
