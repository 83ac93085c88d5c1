import * as vscode from 'vscode';
import type { Familiarity, TrendMonth } from '../../coach/reviewer/trend.ts';
import type { Rating } from '../../model/annotation.ts';
import { plainLine } from '../../model/plainLine.ts';
import { languageTag } from '../words/language.ts';
import { age } from '../words/time.ts';
import { claim, nameWord } from '../words/whose.ts';

/** Fewer comments than these say nothing in per cent. */
const fewComments = 5;

/** What the document says besides the table. */
export type TrendContext = {
  /** Whose feedback it is. */
  login: string;
  /** What mentees have sent about it, newest first. */
  ratings: readonly Rating[];
  /** Whether files could be looked up in the history of a clone. */
  hasHistory: boolean;
};

/** A reviewer's own feedback by month, as Markdown for the preview; the newest month first. */
export function trendDocument(months: readonly TrendMonth[], context: TrendContext): string {
  const { login, ratings, hasHistory } = context;
  const title = `# ${vscode.l10n.t('Your own feedback, by month')}\n`;
  const whose = vscode.l10n.t(
    'Made on this machine from what Cairn has pulled, for {0} alone. It is nowhere else, and nobody is compared with anybody.',
    `\`${login}\``,
  );
  if (months.length === 0) return `${title}\n${whose}\n\n${nothing()}\n`;
  const head = [
    vscode.l10n.t('Month'),
    vscode.l10n.t('Comments'),
    vscode.l10n.t('With a reason'),
    vscode.l10n.t('With a question'),
    vscode.l10n.t('With a label'),
    vscode.l10n.t('Found helpful'),
    vscode.l10n.t('On files you know'),
  ];
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  const rows = [...months].reverse().map(rowOf);
  const table = [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const lines = ratings.map(lineOf).join('\n');
  const told = ratings.length === 0 ? [] : [`## ${vscode.l10n.t('What you were told')}`, lines];
  const read = [`## ${vscode.l10n.t('How to read it')}`, ...notes(hasHistory), ''];
  return [title, whose, table, ...told, ...read].join('\n\n');
}

/** Names and notes are others' words: every sign that Markdown could take for its own is escaped. */
function lineOf({ isHelpful, note, excerpt, ratedAt, ratedBy, claimedBy }: Rating): string {
  const who = claimedBy === null ? nameWord(ratedBy) : claim(claimedBy, ratedBy);
  const mark = isHelpful ? vscode.l10n.t('helpful') : vscode.l10n.t('not helpful');
  const about = excerpt ? `: “${plainLine(excerpt.text, 100)}”` : '';
  const said = note === null ? '' : ` — ${plainLine(note, 300)}`;
  return `- ${asText(`${mark}, ${who}, ${age(ratedAt)}${about}${said}`)}`;
}

const asText = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

function rowOf(month: TrendMonth): string[] {
  const { comments, files, helpful, notHelpful } = month;
  const placed = files.new + files.seen + files.known;
  const rated = helpful + notHelpful;
  return [
    monthName(month.month),
    String(comments),
    share(month.withReason, comments),
    share(month.withQuestion, comments),
    share(month.withLabel, comments),
    rated === 0 ? '–' : vscode.l10n.t('{0} of {1}', helpful, rated),
    placed === 0 ? '–' : `${share(files.known, placed)}${newFiles(files)}`,
  ];
}

function share(part: number, whole: number): string {
  if (whole < fewComments) return vscode.l10n.t('{0} of {1}', part, whole);
  return new Intl.NumberFormat(languageTag(), { style: 'percent' }).format(part / whole);
}

function newFiles(files: Record<Familiarity, number>): string {
  return files.new === 0 ? '' : ` (${vscode.l10n.t('{0} for the first time', files.new)})`;
}

function monthName(month: string): string {
  const [year, number] = month.split('-').map(Number);
  const date = new Date(year!, number! - 1, 1);
  return new Intl.DateTimeFormat(languageTag(), { year: 'numeric', month: 'long' }).format(date);
}

function nothing(): string {
  return vscode.l10n.t(
    'Cairn knows no review comments of yours yet: pull the pull requests of somebody whom you review.',
  );
}

function notes(hasHistory: boolean): string[] {
  const known = hasHistory
    ? vscode.l10n.t(
        'A file counts as known where you committed to it before, or reviewed it on five days or more.',
      )
    : vscode.l10n.t(
        'A file counts as known where you reviewed it on five days or more. Open a clone of the repository to have your commits count, too.',
      );
  return [
    vscode.l10n.t(
      'Comments are what you began to say: the first comment of a thread and the words of a review. Answers do not count.',
    ),
    vscode.l10n.t(
      'A reason is what lets the lesson travel: of 793 comments that were studied, 42 % suggest something without one (Widyasari et al., 2024).',
    ),
    vscode.l10n.t(
      'A question makes the other one think. There is no right share of questions, labels or praise; look at how yours move.',
    ),
    `${known} ${vscode.l10n.t(
      'Comments on a file that their reviewer sees for the first time were useful in about a third of the cases, after five reviews of it in 70 to 80 % (Bosu, Greiler, Bird, 2015).',
    )}`,
    vscode.l10n.t(
      'Found helpful counts what mentees have sent you. What they keep to themselves is not in it.',
    ),
  ];
}
