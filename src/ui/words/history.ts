import * as vscode from 'vscode';
import type { Field, FieldChange, HistoryChange } from '../../model/historyChanges.ts';
import { plainLine } from '../../model/plainLine.ts';
import { growthWords } from './growthHistory.ts';
import { mentorshipWords } from './mentorshipHistory.ts';
import { sessionWords } from './sessionHistory.ts';
import { nameWord } from './whose.ts';

/** Longest quotation of what people wrote, in characters. */
const longest = 90;

/**
 * What an act changed, as a line of the history of `record`.
 * @param nameOf the words by which a goal, feedback or a next action is known; empty where it is gone
 */
export function changeWords(change: HistoryChange, record: string, nameOf: (id: string) => string): string {
  const words = plainWords(change, record, nameOf);
  return change.isVain
    ? vscode.l10n.t('{0} (counts for nothing: these are somebody else’s words)', words)
    : words;
}

function plainWords(change: HistoryChange, record: string, nameOf: (id: string) => string): string {
  const quote = (text: string) => plainLine(text, longest) || '…';
  switch (change.what) {
    case 'created':
      if (change.kind === 'goal') return vscode.l10n.t('Created the goal “{0}”', quote(change.text));
      if (change.kind === 'annotation') return vscode.l10n.t('Annotated: “{0}”', quote(change.text));
      if (change.kind === 'action') return vscode.l10n.t('Promised “{0}”', quote(change.text));
      return vscode.l10n.t('Wrote the feedback down: “{0}”', quote(change.text));
    case 'edited':
      if (change.id === record) return change.fields.map((field) => fieldWords(field, nameOf)).join('; ');
      return vscode.l10n.t('Put the next action “{0}” under this goal', quote(nameOf(change.id)));
    case 'status':
      if (change.status === 'completed') return vscode.l10n.t('Completed the goal');
      if (change.status === 'archived') return vscode.l10n.t('Archived the goal');
      return vscode.l10n.t('Reopened the goal');
    case 'milestoneAdded':
      return vscode.l10n.t('Added the milestone “{0}”', quote(change.title));
    case 'milestone':
      return change.isDone
        ? vscode.l10n.t('Reached the milestone “{0}”', quote(change.title))
        : vscode.l10n.t('Opened the milestone “{0}” again', quote(change.title));
    case 'tagged':
      if (change.tag === 'keep') return vscode.l10n.t('Tagged keep');
      if (change.tag === 'stop') return vscode.l10n.t('Tagged stop');
      if (change.tag === 'start') return vscode.l10n.t('Tagged start');
      return vscode.l10n.t('Took the tag away');
    case 'linked': {
      const isGoals = change.goal === record;
      const other = quote(nameOf(isGoals ? change.feedback : change.goal));
      if (isGoals)
        return change.isLinked
          ? vscode.l10n.t('Linked feedback: “{0}”', other)
          : vscode.l10n.t('Unlinked feedback: “{0}”', other);
      return change.isLinked
        ? vscode.l10n.t('Linked to the goal “{0}”', other)
        : vscode.l10n.t('Unlinked from the goal “{0}”', other);
    }
    case 'setAside':
      return change.isSetAside ? vscode.l10n.t('Set aside') : vscode.l10n.t('Brought back');
    case 'done':
      return change.isDone ? vscode.l10n.t('Done') : vscode.l10n.t('Opened again');
    case 'private':
      return change.isPrivate ? vscode.l10n.t('Made private') : vscode.l10n.t('Shared');
    case 'hidden':
      return change.isHidden
        ? vscode.l10n.t('Keeps private what they said about it')
        : vscode.l10n.t('Shares again what they said about it');
    case 'annotationLinked':
      if (change.goal === record)
        return change.isLinked
          ? vscode.l10n.t('Linked the annotation: “{0}”', quote(nameOf(change.annotation)))
          : vscode.l10n.t('Unlinked the annotation: “{0}”', quote(nameOf(change.annotation)));
      return change.isLinked
        ? vscode.l10n.t('Linked to the goal “{0}”', quote(nameOf(change.goal)))
        : vscode.l10n.t('Unlinked from the goal “{0}”', quote(nameOf(change.goal)));
    case 'rated':
      if (change.isHelpful === null) return vscode.l10n.t('Took the rating back');
      return change.isHelpful
        ? vscode.l10n.t('Rated it as helpful')
        : vscode.l10n.t('Rated it as not helpful');
    case 'replied':
    case 'reworded':
    case 'deleted':
    case 'resolved':
    case 'moved':
    case 'published':
      return annotationWords(change, quote);
    case 'themeNamed':
    case 'placed':
    case 'merged':
    case 'guessed':
    case 'judged':
    case 'answered':
    case 'thanked':
      return growthWords(change, record, { quote, nameOf });
    case 'charterWritten':
    case 'charterAccepted':
    case 'pulsed':
    case 'tried':
    case 'skillRated':
    case 'noted':
    case 'noteEdited':
    case 'askedHelp':
      return mentorshipWords(change, quote);
    default:
      return sessionWords(change, record, { quote, nameOf });
  }
}

type AnnotationChange = Extract<
  HistoryChange,
  { what: 'replied' | 'reworded' | 'deleted' | 'resolved' | 'moved' | 'published' }
>;

function annotationWords(change: AnnotationChange, quote: (text: string) => string): string {
  switch (change.what) {
    case 'replied':
      return vscode.l10n.t('Replied: “{0}”', quote(change.text));
    case 'reworded':
      return change.isReply
        ? vscode.l10n.t('Changed the reply to “{0}”', quote(change.text))
        : vscode.l10n.t('Changed the words to “{0}”', quote(change.text));
    case 'deleted':
      return change.isReply ? vscode.l10n.t('Deleted the reply') : vscode.l10n.t('Deleted the annotation');
    case 'resolved':
      return change.isResolved ? vscode.l10n.t('Resolved') : vscode.l10n.t('Opened again');
    case 'moved':
      return vscode.l10n.t('Moved to {0}, line {1}', quote(change.path), change.line);
    case 'published': {
      const pull = `${quote(change.repository)}#${change.number}`;
      return change.isPending
        ? vscode.l10n.t('Put into a pending review of {0}', pull)
        : vscode.l10n.t('Published in {0}', pull);
    }
  }
}

function fieldWords({ field, from, to }: FieldChange, nameOf: (id: string) => string): string {
  const value = (text: string | null) => {
    if (text === null) return vscode.l10n.t('none');
    if (field === 'title' || field === 'text') return `“${plainLine(text, longest) || '…'}”`;
    if (field === 'goal') return `“${plainLine(nameOf(text), longest) || '…'}”`;
    if (field === 'origin')
      return text === 'mentee' ? vscode.l10n.t('own goal') : vscode.l10n.t("organisation's goal");
    return nameWord(text);
  };
  return from === undefined
    ? vscode.l10n.t('{0}: {1}', fieldName(field), value(to))
    : vscode.l10n.t('{0}: {1} instead of {2}', fieldName(field), value(to), value(from));
}

function fieldName(field: Field): string {
  return {
    title: vscode.l10n.t('Sentence'),
    text: vscode.l10n.t('Words'),
    category: vscode.l10n.t('Category'),
    origin: vscode.l10n.t('Whose goal it is'),
    targetDate: vscode.l10n.t('Target date'),
    owner: vscode.l10n.t('Owner'),
    dueDate: vscode.l10n.t('Due date'),
    goal: vscode.l10n.t('Goal'),
  }[field];
}
