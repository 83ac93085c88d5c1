import * as vscode from 'vscode';
import { hunkAnchor } from '../../growth/recall/hunkAnchor.ts';
import { anchorOf } from '../../model/anchor/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Anchor } from '../../model/events.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { LogEntry, Session } from '../../model/session.ts';
import type { Feedback } from '../../model/state.ts';
import { commentsIn, type Proposal, proposalFrom } from '../../programme/knowledge/prefill.ts';
import { linesOfRange } from '../annotations/noteThreads.ts';
import { placeOfDocument } from '../annotations/place.ts';
import { canBeAnnotated } from '../annotations/register.ts';
import { placeArgument } from '../commands/addAnnotation.ts';
import { textArgument } from '../commands/ask.ts';
import { sessionById } from '../commands/chosenSession.ts';
import type { Deps } from '../commands/deps.ts';
import { isFeedbackNode } from '../feedback/nodes.ts';
import { feedbackOf } from '../feedback/targets.ts';
import { sessionScheme } from '../ids.ts';
import { parsePath } from '../sessions/address.ts';

/** What a knowledge note is about, and what it could say. */
export type Subject = {
  anchor: Anchor | null;
  feedback: Feedback | null;
  session: Session | null;
  proposal: Proposal;
  topics: string[];
  /** What it is about is private, so the note is, unless somebody says otherwise. */
  isPrivate: boolean;
};

const nothing: Subject = {
  ...{ anchor: null, feedback: null, session: null, topics: [], isPrivate: false },
  proposal: { what: '', why: '' },
};

/**
 * The subject that arguments name: feedback by id, row or thread, a session, lines of a file; else the session whose
 * text is open, the selection in the editor, or nothing at all. Throws 'not-found', 'invalid-argument'.
 */
export async function subjectOf(deps: Deps, args: readonly unknown[]): Promise<Subject> {
  const [first] = args;
  const given = typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : {};
  if (isFeedbackNode(first) || 'comments' in given || 'feedbackId' in given || 'thread' in given) {
    // An answer of one's own is no feedback: the thread around it is meant.
    const isAnswer = 'feedbackId' in given && typeof given.feedbackId !== 'string';
    const named = isAnswer ? [given.thread] : args;
    return ofFeedback(deps, feedbackOf(named, { store: deps.store, view: deps.feedbackView })[0]);
  }
  if (first instanceof vscode.Uri)
    return first.scheme === sessionScheme ? ofEditor(deps) : ofLines({ uri: first });
  const feedback = textArgument(typeof first === 'string' ? first : given.feedback, 'feedback', 200);
  if (feedback !== undefined) {
    const at = 'uri' in given ? await ofLines(given) : null;
    const about = ofFeedback(deps, feedbackOf([feedback], { store: deps.store, view: deps.feedbackView })[0]);
    return at ? { ...about, anchor: at.anchor } : about;
  }
  const session = textArgument(given.session, 'session', 200);
  if (session !== undefined) return ofSession(sessionById(deps, session), '');
  if ('uri' in given || 'startLine' in given || 'lineNumber' in given) return ofLines(given);
  // A program that names nothing means nothing.
  if ('what' in given) return nothing;
  return ofEditor(deps);
}

async function ofEditor(deps: Deps): Promise<Subject> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return nothing;
  const { uri } = editor.document;
  const address = uri.scheme === sessionScheme ? parsePath(uri.path) : null;
  const session = address && deps.store.sessions.find(({ id }) => id === address.session);
  if (session) return ofSession(session, editor.document.lineAt(editor.selection.active.line).text);
  return canBeAnnotated(uri) ? ofLines({}) : nothing;
}

async function ofLines(given: Record<string, unknown>): Promise<Subject> {
  const { uri, range } = placeArgument(given);
  const [place, document] = await Promise.all([placeOfDocument(uri), vscode.workspace.openTextDocument(uri)]);
  if (!place) throw new CairnError('not-found', vscode.l10n.t('There is no file to put a note to.'));
  const { path, side, commit, repositories } = place;
  const repository = repositories[0] ?? null;
  const anchor = anchorOf(document.getText(), linesOfRange(range), { path, side, commit, repository });
  return { ...nothing, anchor, proposal: { ...nothing.proposal, ...split(commentsIn(anchor.code)) } };
}

const split = (words: string): Partial<Proposal> => (words === '' ? {} : proposalFrom(words));

function ofFeedback({ growth }: Deps, feedback: Feedback | undefined): Subject {
  if (!feedback) return nothing;
  const theme = growth.themeOf(feedback.id);
  return {
    ...{ ...nothing, feedback, isPrivate: feedback.isPrivate },
    anchor: hunkAnchor(feedback) ?? bareAnchor(feedback),
    proposal: proposalFrom(feedback.body),
    topics: theme?.isNamed ? [plainLine(theme.name, 60)] : [],
  };
}

/** Where a comment without a hunk stands: it names the place, but no code by which that is found again. */
function bareAnchor({ path, originalLine, line, side, pullRequest }: Feedback): Anchor | null {
  if (path === null) return null;
  const at = Math.max(1, originalLine ?? line ?? 1);
  return {
    ...{ path: path.slice(0, 4000), repository: pullRequest?.repository ?? null, side: side ?? 'RIGHT' },
    ...{ commit: null, startLine: at, endLine: at, code: '', before: '', after: '' },
  };
}

/** @param line the line of its text that somebody stands in: the row that is meant */
function ofSession(session: Session, line: string): Subject {
  const rows = session.entries.filter(({ insight }) => insight.trim() !== '');
  const meant = rows.find(({ insight }) => line.includes(insight)) ?? rows.at(-1);
  return {
    ...{ ...nothing, session, isPrivate: session.isPrivate },
    proposal: meant ? proposalFrom(meant.insight) : nothing.proposal,
    topics: topicsOf(meant),
  };
}

function topicsOf(row: LogEntry | undefined): string[] {
  const topic = row ? plainLine(row.topic, 60) : '';
  return topic === '' ? [] : [topic];
}
