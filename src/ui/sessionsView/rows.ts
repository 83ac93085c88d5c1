import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Scaffold, Session } from '../../model/session.ts';
import type { Kept } from '../../model/state.ts';
import { badgeUri, markWords } from '../feedback/badges.ts';
import { commands } from '../ids.ts';
import { stepMeaning, stepName, styleName } from '../words/sessions.ts';
import { age, day } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import { actionLook } from './actionRow.ts';
import { groupLook } from './groupRows.ts';
import type { SessionsRow } from './nodes.ts';
import type { Content } from './outline.ts';
import { heldName, missingWords, moment, plannedName, topicsWords, withWords } from './words.ts';

/** What is around a row: when it is drawn, and for whom. */
export type Around = { now: Date; isMe: (name: string) => boolean };

/** How a row looks; what is not there is not shown. */
export type Look = {
  label: string;
  description?: (string | null | undefined | false)[];
  icon?: string;
  colour?: string;
  /** What menus look at. */
  context: string;
  kept?: Kept & { id: string };
  /** What a click and the Enter key do. */
  command?: string;
  /** What it gets instead of the row. */
  with?: unknown[];
  isDone?: boolean;
  /** Open or folded at first, where there is something below. */
  isOpen?: boolean;
};

const kindIcons = {
  'check-in': 'comment-discussion',
  retrospective: 'history',
  milestone: 'milestone',
  pairing: 'organization',
  shadowing: 'eye',
  'reverse-shadowing': 'mirror',
  'incident-review': 'flame',
} as const;

/** Draws a row. Names and words of others become plain text. */
export function itemOf(row: SessionsRow, around: Around): vscode.TreeItem {
  const look = lookOf(row.content, around);
  const states = vscode.TreeItemCollapsibleState;
  const folding = look.isOpen ? states.Expanded : states.Collapsed;
  const item = new vscode.TreeItem(look.label, row.children.length > 0 ? folding : states.None);
  item.id = row.id;
  const marks = look.kept
    ? { isPrivate: look.kept.isPrivate, isUnverified: look.kept.claimedBy !== null }
    : { isPrivate: false, isUnverified: false };
  const parts = [...(look.description ?? []), ...markWords(marks)].filter((part) => !!part);
  item.description = parts.join(' · ');
  item.contextValue = `${look.context}${marks.isPrivate ? ' private' : ''}`;
  // With an address but no icon of ours the workbench would draw one for files.
  const icon = look.icon ?? (marks.isPrivate ? 'lock' : marks.isUnverified ? 'question' : undefined);
  if (icon)
    item.iconPath = new vscode.ThemeIcon(icon, look.colour ? new vscode.ThemeColor(look.colour) : undefined);
  const badge = look.kept && badgeUri(look.kept.id, marks);
  if (badge) item.resourceUri = badge;
  const isOpenBox = look.isDone === false;
  const said = [look.label, ...parts, ...(isOpenBox ? [vscode.l10n.t('not done')] : [])].join(', ');
  item.accessibilityInformation = { label: said };
  if (look.isDone !== undefined) {
    item.checkboxState = {
      state: look.isDone ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: look.isDone ? vscode.l10n.t('Open it again') : vscode.l10n.t('Done'),
      accessibilityInformation: { label: look.isDone ? vscode.l10n.t('done') : vscode.l10n.t('not done') },
    };
  }
  if (look.command)
    item.command = { command: look.command, title: '', arguments: look.with ?? [row, 'click'] };
  return item;
}

/** What a row says. */
export function lookOf(content: Content, around: Around): Look {
  const { now, isMe } = around;
  switch (content.type) {
    case 'next': {
      const { next, missing } = content;
      const { session } = next;
      const unprepared = session ? null : vscode.l10n.t('not prepared yet');
      const prepared = missing === null ? unprepared : (missingWords(missing) ?? vscode.l10n.t('prepared'));
      return {
        label: plannedName(next, now),
        description: [prepared, withWords(content.people, isMe)],
        icon: next.isOverdue ? 'warning' : 'calendar',
        ...(next.isOverdue ? { colour: 'list.warningForeground' } : {}),
        context: session ? 'session next planned' : 'next unplanned',
        ...(session ? { kept: session } : {}),
        command: commands.prepareSession,
      };
    }
    case 'planned': {
      const { session } = content;
      return {
        label: plannedName(session, now),
        description: [withWords(session.people, isMe)],
        icon: 'calendar',
        context: 'session planned',
        kept: session,
        command: commands.openSession,
      };
    }
    case 'running': {
      const { pairing, goal } = content;
      const last = pairing.handoffs.at(-1);
      const since = pairing.since === null ? '' : moment(pairing.since, now);
      const who =
        pairing.driver !== null
          ? vscode.l10n.t('{0} drives since {1}', nameWord(pairing.driver), since)
          : last?.next
            ? vscode.l10n.t('handed to {0}', nameWord(last.next))
            : vscode.l10n.t('the keyboard is free');
      const people = withWords(pairing.people, isMe);
      return {
        label: people ? vscode.l10n.t('Pairing {0}', people) : vscode.l10n.t('Pairing'),
        description: [who, goal && plainLine(goal, 60)],
        icon: 'broadcast',
        context: 'running',
        kept: pairing,
      };
    }
    case 'action':
      return actionLook(content, around);
    case 'session': {
      const { session } = content;
      const minutes = session.minutes === null ? null : vscode.l10n.t('{0} min', session.minutes);
      return {
        label: heldName(session, now),
        description: [
          session.heldAt === null && vscode.l10n.t('not held'),
          topicsWords(session),
          withWords(session.people, isMe),
          minutes,
        ],
        icon: kindIcons[session.kind],
        context: 'session held',
        kept: session,
        command: commands.openSession,
      };
    }
    case 'text': {
      const { session, text } = content;
      return {
        label: vscode.l10n.t('Text of {0}', nameWord(text.by)),
        description: [age(text.writtenAt, now)],
        icon: 'note',
        context: 'text',
        kept: { id: session.id, createdBy: text.by, claimedBy: text.claimedBy, isPrivate: session.isPrivate },
        command: commands.openSession,
      };
    }
    case 'pairing': {
      const { pairing, goal } = content;
      const people = withWords(pairing.people, isMe);
      const name = people ? vscode.l10n.t('Pairing {0}', people) : vscode.l10n.t('Pairing');
      const when = day(new Date(pairing.startedAt), now);
      return {
        label: vscode.l10n.t('{0} on {1}', name, when),
        description: [goal && plainLine(goal, 60), styleName(pairing.style)],
        icon: kindIcons.pairing,
        context: pairing.sessionId === null ? 'pairing' : 'pairing logged',
        kept: pairing,
        ...(pairing.sessionId === null ? {} : { command: commands.openSession }),
      };
    }
    case 'step': {
      const { step, reached, session } = content;
      const shows = session ? heldName(session, now) : reached?.url ? urlWords(reached.url) : null;
      const when = reached && day(new Date(reached.reachedAt), now);
      return {
        label: stepName(step),
        description: reached
          ? [vscode.l10n.t('reached {0}', when ?? ''), shows]
          : [vscode.l10n.t('not yet'), stepMeaning(step)],
        icon: reached ? 'pass-filled' : 'circle-outline',
        ...(reached ? { colour: 'charts.green' } : {}),
        context: reached ? 'step reached' : 'step open',
        ...stepCommand(reached, session),
      };
    }
    default:
      return groupLook(content, around);
  }
}

/** What shows that a step was reached opens; one that was not yet is recorded. */
function stepCommand(
  reached: Scaffold['steps'][number] | null,
  session: Session | null,
): Pick<Look, 'command' | 'with'> {
  if (!reached) return { command: commands.recordStep };
  if (session) return { command: commands.openSession };
  const { url } = reached;
  return url && /^https?:\/\//.test(url) ? { command: 'vscode.open', with: [vscode.Uri.parse(url)] } : {};
}

/** An address as people name it: `owner/name#12`, else its host. */
export function urlWords(url: string): string {
  const pull = /^https?:\/\/[^/]{1,300}\/([\w.-]{1,100}\/[\w.-]{1,100})\/pull\/(\d{1,10})/.exec(url);
  if (pull) return plainLine(`${pull[1]}#${pull[2]}`, 120);
  return URL.canParse(url) ? plainLine(new URL(url).host, 80) : '';
}
