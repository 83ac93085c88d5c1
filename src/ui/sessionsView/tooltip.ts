import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Handoff, Session } from '../../model/session.ts';
import type { Goal, Kept } from '../../model/state.ts';
import { turnsOf } from '../../sessions/keyboard.ts';
import { stepMeaning, styleName } from '../words/sessions.ts';
import { day, localDay } from '../words/time.ts';
import { claimOf, nameWord } from '../words/whose.ts';
import type { Content } from './outline.ts';
import type { Around } from './rows.ts';
import { duration, heldName, missingWords, moment, monthName, plannedName } from './words.ts';

/** Rows of a session that a tooltip shows: more do not fit over a view. */
const longest = 12;
const line = (text: string) => plainLine(text, 200);

type Block = string[];

/** What a row has to say beyond its line, made when somebody hovers; strangers' words are text. */
export function tooltipOf(
  content: Content,
  around: Around,
  goals: readonly Goal[],
): vscode.MarkdownString | undefined {
  const blocks = blocksOf(content, around, goals).map((lines) => lines.filter(Boolean));
  const text = new vscode.MarkdownString();
  text.isTrusted = false;
  text.supportHtml = false;
  blocks
    .filter((lines) => lines.length > 0)
    .forEach((lines, i) => {
      if (i > 0) text.appendMarkdown('\n\n---\n\n');
      lines.forEach((one, n) => {
        if (n > 0) text.appendMarkdown('  \n');
        text.appendText(one);
      });
    });
  return text.value === '' ? undefined : text;
}

function blocksOf(content: Content, around: Around, goals: readonly Goal[]): Block[] {
  const { now } = around;
  switch (content.type) {
    case 'next': {
      const { next, missing } = content;
      const prepare =
        next.session === null
          ? vscode.l10n.t('By the agreed rhythm. A click prepares it from what happened since the last one.')
          : (missing && missingWords(missing)) || '';
      const head = [plannedName(next, now), prepare];
      return next.session ? [head, ...sessionBlocks(next.session, around, goals).slice(1)] : [head];
    }
    case 'planned':
    case 'session':
      return sessionBlocks(content.session, around, goals);
    case 'running':
    case 'pairing': {
      const { pairing, goal } = content;
      const turns = turnsOf(pairing, now).map(({ driver, startedAt, endedAt }) => {
        const time = duration(Date.parse(endedAt) - Date.parse(startedAt));
        return vscode.l10n.t('{0}: {1} from {2}', nameWord(driver), time, moment(startedAt, now));
      });
      const head = [
        vscode.l10n.t('{0} of {1}', styleName(pairing.style), pairing.people.map(nameWord).join(', ')),
        goal === null ? '' : line(goal),
        line([pairing.repository, pairing.branch].filter(Boolean).join(' · ')),
      ];
      return [head, turns.slice(-longest), handoffWords(pairing.handoffs.at(-1)), keptWords(pairing)];
    }
    case 'action': {
      const { action, isOverdue } = content.tracked;
      const due = action.dueDate === null ? '' : vscode.l10n.t('Due {0}', day(localDay(action.dueDate), now));
      const late = isOverdue ? vscode.l10n.t('overdue') : '';
      const about = [late, due, action.owner === null ? '' : nameWord(action.owner)];
      return [
        [line(action.text)],
        [about.filter(Boolean).join(' · '), line(content.goal ?? '')],
        keptWords(action),
      ];
    }
    case 'topic': {
      const { trend } = content;
      return [
        [line(trend.topic)],
        trend.byMonth.map((n, i) => (n > 0 ? `${monthOf(i, trend.byMonth.length, now)}: ${n}` : '')),
      ];
    }
    case 'step': {
      const { reached, session, step } = content;
      const head = [stepMeaning(step)];
      return [
        head,
        reached?.url ? [line(reached.url)] : [],
        session ? sessionBlocks(session, around, goals).flat() : [],
      ];
    }
    case 'scaffold':
      return [[line(content.name ?? '')], keptWords(content.scaffold)];
    default:
      return [];
  }
}

function sessionBlocks(session: Session, { now }: Around, goals: readonly Goal[]): Block[] {
  const { entries, goalIds, people, minutes, heldAt } = session;
  const named = goals.filter(({ id }) => goalIds.includes(id)).map(({ title }) => line(title));
  const head = [
    heldAt === null ? plannedName(session, now) : heldName(session, now),
    [people.map(nameWord).join(', '), minutes !== null && vscode.l10n.t('{0} min', minutes)]
      .filter(Boolean)
      .join(' · '),
    ...named,
  ];
  const rows = entries
    .slice(0, longest)
    .map(({ topic, insight, nextAction }) =>
      [line(topic), line(insight), nextAction && `→ ${line(nextAction)}`].filter(Boolean).join(' · '),
    );
  const left = entries.length - longest;
  if (left > 0) rows.push(vscode.l10n.t('{0} more…', left));
  return [head, rows, keptWords(session)];
}

function handoffWords(handoff: Handoff | undefined): Block {
  if (!handoff) return [];
  const { done, todo, unclear, failing } = handoff;
  return [
    done && vscode.l10n.t('Done: {0}', line(done)),
    todo && vscode.l10n.t('Next: {0}', line(todo)),
    unclear && vscode.l10n.t('Unclear: {0}', line(unclear)),
    failing ? vscode.l10n.t('Failing: {0}', line(failing)) : '',
  ];
}

/** Who sees it, and whose words it claims to be. */
function keptWords(kept: Kept): Block {
  const claim = claimOf(kept);
  return [
    kept.isPrivate ? vscode.l10n.t('Private: only you see it.') : '',
    claim === null ? '' : vscode.l10n.t('This {0}.', claim),
  ];
}

function monthOf(i: number, length: number, now: Date): string {
  const month = new Date(now.getFullYear(), now.getMonth() - (length - 1 - i), 1);
  return monthName(`${month.getFullYear()}-${String(month.getMonth() + 1).padStart(2, '0')}`);
}
