import * as vscode from 'vscode';
import type { Session } from '../../model/session.ts';
import { cancelled } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { isRowHeld } from '../commands/openFeedback.ts';
import type { commands } from '../ids.ts';
import type { SessionsRow } from './nodes.ts';
import type { Content } from './outline.ts';

type Name = keyof typeof commands;

/** What a command that takes the id of a record gets from any row that stands for one. */
const aboutRecords = new Set<Name>(['togglePrivate', 'showHistory', 'eraseRecord']);

/**
 * What a command gets from a row of the Sessions view: plain ids, as from a program, so that no command has to know
 * rows. A command of the view's title gets the focused row, too, whatever it does: then it gets nothing. From a key,
 * which names no row, it is the one that is selected.
 */
export function rowArguments(
  name: Name,
  [first, how]: readonly unknown[],
  { sessionsView: { selected }, store }: Pick<Deps, 'sessionsView' | 'store'>,
): unknown[] {
  const row = (first as Partial<SessionsRow>).content ? (first as SessionsRow) : selected();
  // A key has to select the focused row first, which runs the row's command.
  if (how === 'click' && isRowHeld()) throw cancelled();
  if (!row) return [];
  const { content } = row;
  if (aboutRecords.has(name)) {
    const id = recordOf(content);
    // Without an id they mean what is selected in another view.
    if (id === null) throw cancelled();
    return [id];
  }
  switch (name) {
    case 'completeNextAction': {
      if (content.type === 'action')
        return [content.tracked.action.id, content.tracked.action.doneAt === null];
      // The space bar folds what has no box.
      if (row.children.length > 0) void vscode.commands.executeCommand('list.toggleExpand');
      throw cancelled();
    }
    case 'editNextAction':
      return ids(content.type === 'action' ? content.tracked.action.id : null);
    case 'openSession': {
      if (content.type === 'text') return [content.session.id, { by: content.text.by, fromRow: true }];
      const id = sessionOf(content);
      return id === null
        ? []
        : [id, { fromRow: true, ...(content.type === 'session' && othersText(content.session, store)) }];
    }
    // What was prepared already is opened as it is.
    case 'prepareSession':
      return content.type === 'next' || content.type === 'planned'
        ? [prepareArgument(sessionOf(content))]
        : [];
    case 'captureKnowledge': {
      const session = sessionOf(content);
      return session === null ? [] : [{ session }];
    }
    case 'recordStep':
      return stepArguments(row);
    default:
      return [];
  }
}

const prepareArgument = (session: string | null) => (session === null ? {} : { session });

/** What the step is about; the rest is asked. */
function stepArguments({ content, parent }: SessionsRow): unknown[] {
  const around = content.type === 'step' ? parent?.content : content;
  if (around?.type !== 'scaffold') return [];
  const { goalId, part } = around.scaffold;
  const about = part === null ? { goal: goalId } : { part };
  return [content.type === 'step' ? { ...about, step: content.step } : about, { fromRow: true }];
}

/** Of what was held, the text that is there: whoever wrote nothing does not want to look at an empty page. */
export function othersText(
  { texts, heldAt }: Pick<Session, 'texts' | 'heldAt'>,
  { space }: Pick<Deps['store'], 'space'>,
): { by?: string } {
  const [first] = texts;
  return heldAt !== null && first && !texts.some(({ by }) => space?.isMe(by)) ? { by: first.by } : {};
}

const ids = (id: string | null) => (id === null ? [] : [id]);

/** The session that a row stands for, or points at. */
export function sessionOf(content: Content): string | null {
  switch (content.type) {
    case 'next':
      return content.next.session?.id ?? null;
    case 'planned':
    case 'session':
      return content.session.id;
    case 'pairing':
    case 'running':
      return content.pairing.sessionId;
    case 'action':
      return content.tracked.action.sessionId;
    case 'step':
      return content.reached?.sessionId ?? null;
    default:
      return null;
  }
}

function recordOf(content: Content): string | null {
  switch (content.type) {
    case 'action':
      return content.tracked.action.id;
    case 'pairing':
    case 'running':
      return content.pairing.id;
    case 'scaffold':
      return content.scaffold.id;
    case 'step':
      return null;
    default:
      return sessionOf(content);
  }
}
