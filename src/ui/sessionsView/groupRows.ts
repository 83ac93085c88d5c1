import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { ScaffoldStep } from '../../model/session.ts';
import type { TopicTrend } from '../../sessions/topics.ts';
import { commands } from '../ids.ts';
import { plural } from '../words/language.ts';
import { stepName } from '../words/sessions.ts';
import { day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import type { Content } from './outline.ts';
import type { Around, Look } from './rows.ts';
import { duration, monthName } from './words.ts';

type Group = Exclude<
  Content,
  { type: 'next' | 'planned' | 'running' | 'action' | 'session' | 'text' | 'pairing' | 'step' }
>;

/** Rows that hold others, or that count. */
export function groupLook(content: Group, { now }: Around): Look {
  switch (content.type) {
    case 'actions':
      return {
        label: vscode.l10n.t('Next actions'),
        description: [
          vscode.l10n.t('{0} open', content.open),
          content.overdue > 0 && vscode.l10n.t('{0} overdue', content.overdue),
        ],
        icon: 'checklist',
        context: 'actions',
        isOpen: content.open > 0,
      };
    case 'done':
      return {
        label:
          content.count > content.shown
            ? vscode.l10n.t('{0} done, the last {1} shown', content.count, content.shown)
            : plural(content.count, vscode.l10n.t('1 done'), vscode.l10n.t('{0} done', content.count)),
        context: 'done',
      };
    case 'log':
      return { ...counted(vscode.l10n.t('Log'), content.count), icon: 'notebook', context: 'log' };
    case 'month':
      return { ...counted(monthName(content.month), content.count), context: 'month' };
    case 'pairings':
      return {
        ...counted(vscode.l10n.t('Pairing'), content.count),
        icon: 'organization',
        context: 'pairings',
      };
    case 'keyboard':
      return {
        label: vscode.l10n.t('Time at the keyboard'),
        description: [duration(content.time.time)],
        icon: 'clockface',
        context: 'keyboard',
      };
    case 'person':
      return {
        label: nameWord(content.person),
        description: [duration(content.time)],
        icon: 'person',
        context: 'person',
      };
    case 'goalTime':
      return {
        label: content.goal === null ? vscode.l10n.t('No goal') : plainLine(content.goal, 120),
        description: [duration(content.time.time)],
        icon: 'target',
        context: 'goalTime',
      };
    case 'topics':
      return {
        label: vscode.l10n.t('Topics that come up again'),
        description: [String(content.count)],
        icon: 'graph-line',
        context: 'topics',
      };
    case 'topic': {
      const { trend } = content;
      return {
        label: plainLine(trend.topic, 120),
        description: [
          vscode.l10n.t('in {0} of {1} sessions', trend.sessions, content.of),
          trendWords(trend),
          vscode.l10n.t('last {0}', day(localDay(trend.last), now)),
        ],
        icon: trendIcon(trend),
        context: 'topic',
      };
    }
    case 'scaffolds':
      return {
        label: vscode.l10n.t('Towards doing it alone'),
        description: [String(content.count)],
        icon: 'layers',
        context: 'scaffolds',
      };
    case 'scaffold': {
      const { scaffold, name } = content;
      const reached = scaffold.steps.map(({ step }) => step);
      const [furthest, next] = furthestAndNext(reached);
      return {
        label: name === null ? vscode.l10n.t('A goal that is gone') : plainLine(name, 120),
        description: [
          furthest && stepName(furthest).toLowerCase(),
          next && vscode.l10n.t('next: {0}', stepName(next).toLowerCase()),
        ],
        icon: scaffold.part === null ? 'target' : 'package',
        context: 'scaffold',
        kept: scaffold,
        isOpen: true,
      };
    }
    case 'remedy':
      return content.remedy === 'reload'
        ? {
            label: vscode.l10n.t('Try again'),
            icon: 'refresh',
            context: 'remedy',
          }
        : { label: vscode.l10n.t('Show log'), icon: 'output', context: 'remedy', command: commands.showLog };
  }
}

/** No session is counted while the first pairing runs. */
function counted(label: string, count: number): Pick<Look, 'label' | 'description'> {
  const sessions = plural(count, vscode.l10n.t('1 session'), vscode.l10n.t('{0} sessions', count));
  return { label, description: [count === 0 ? vscode.l10n.t('under way') : sessions] };
}

/** The last half of the months against the half before. */
function movement({ byMonth }: TopicTrend): number {
  const half = Math.ceil(byMonth.length / 2);
  const sum = (months: number[]) => months.reduce((total, one) => total + one, 0);
  return sum(byMonth.slice(half)) - sum(byMonth.slice(0, half));
}

function trendWords(trend: TopicTrend): string | null {
  const moved = movement(trend);
  if (moved === 0) return null;
  return moved > 0 ? vscode.l10n.t('more often lately') : vscode.l10n.t('less often lately');
}

function trendIcon(trend: TopicTrend): string {
  const moved = movement(trend);
  return moved > 0 ? 'arrow-up' : moved < 0 ? 'arrow-down' : 'arrow-right';
}

const steps = ['shadow', 'navigate', 'reverse-shadow', 'solo'] as const;

/** The furthest step that was reached, and the first after it. */
function furthestAndNext(reached: readonly ScaffoldStep[]): [ScaffoldStep | null, ScaffoldStep | null] {
  const at = steps.findLastIndex((step) => reached.includes(step));
  return [steps[at] ?? null, steps[at + 1] ?? null];
}
