import * as vscode from 'vscode';
import type { Annotation, AnnotationReply } from '../../model/annotation.ts';
import { plainLine } from '../../model/plainLine.ts';
import { safeMarkdown } from '../../model/safeText.ts';
import type { Goal } from '../../model/state.ts';
import { tagName } from '../words/tags.ts';
import { claim, nameWord } from '../words/whose.ts';
import type { Unsent } from './unsent.ts';
import { adviceWords, stateWords } from './unsentWords.ts';

/** A drawn comment; what it is about lets its menu find that. */
export type DrawnNote = vscode.Comment & {
  /** Known as soon as it is drawn. */
  thread?: vscode.CommentThread;
  annotationId: string | null;
  /** Of the reply that it is, `null` for the annotation itself. */
  replyId: string | null;
  /** Of the draft that stands in it. */
  draftId: string | null;
  /** As it was written. */
  words: string;
};

/** How an annotation stands in a document. */
export type Standing = {
  isOutdated: boolean;
  unsent: Unsent | null;
  isMine: (name: string | null) => boolean;
};

/** Most lines of code that an outdated note shows. */
const mostLines = 30;

/** The annotation with its replies; all of it untrusted. */
export function commentsOf(note: Annotation, { isOutdated, unsent, isMine }: Standing): DrawnNote[] {
  const base = { annotationId: note.id, draftId: null, mode: vscode.CommentMode.Preview };
  const drawn = (
    said: Annotation | AnnotationReply,
    replyId: string | null,
    more: string,
    labels: string[],
  ) => {
    const mine = isMine(said.createdBy);
    const label = [...labels, said.editedAt !== null && vscode.l10n.t('edited')].filter(Boolean).join(' · ');
    return {
      ...base,
      replyId,
      words: said.body,
      author: { name: nameOf(said) },
      body: markdown(`${safeMarkdown(said.body)}${more}`),
      timestamp: new Date(said.createdAt),
      contextValue: mine ? 'own' : 'other',
      ...(label !== '' && { label }),
    };
  };
  const meant = isOutdated ? meantCode(note) : '';
  const first = note.isDeleted
    ? {
        ...drawn(note, null, '', []),
        body: markdown(`_${vscode.l10n.t('This note was deleted.')}_`),
        contextValue: 'gone',
      }
    : drawn(note, null, meant, unsent ? [stateWords(unsent)] : []);
  return [first, ...note.replies.map((reply) => drawn(reply, reply.id, '', []))];
}

/** What was to be published and is not: it is in no journal yet. */
export function unsentComment(unsent: Unsent, name: string): DrawnNote {
  const { draft } = unsent;
  return {
    annotationId: null,
    replyId: null,
    draftId: draft.id,
    words: draft.body,
    mode: vscode.CommentMode.Preview,
    author: { name },
    body: markdown(`${safeMarkdown(draft.body)}\n\n---\n\n${adviceWords(unsent)}`),
    label: stateWords(unsent),
    contextValue: 'unsent',
  };
}

/** Words that are being written where a comment stands: an edit of one's own, or an answer that was begun. */
export function writing(base: DrawnNote, body: string, draftId: string, contextValue: string): DrawnNote {
  return { ...base, body, words: body, draftId, mode: vscode.CommentMode.Editing, contextValue };
}

/** What the thread's head says: whose eyes it is for, tag, goals, and how it stands. */
export function labelOf(note: Annotation, goals: readonly Goal[], { isOutdated }: Standing): string {
  const { published } = note;
  const titles = goals.filter(({ id }) => note.goalIds.includes(id)).map(({ title }) => plainLine(title, 40));
  return [
    note.isPrivate ? vscode.l10n.t('Private note') : vscode.l10n.t('Note'),
    isOutdated ? vscode.l10n.t('outdated') : null,
    note.tag && tagName(note.tag),
    ...titles,
    published &&
      (published.isPending
        ? vscode.l10n.t('waits in the review of #{0}', published.number)
        : vscode.l10n.t('published to #{0}', published.number)),
    note.isResolved ? vscode.l10n.t('resolved') : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Words that `when` clauses of the thread's menu look for. */
export function contextOf(note: Annotation, { unsent, isMine }: Standing): string {
  return [
    'note',
    isMine(note.createdBy) ? 'own' : 'other',
    note.isResolved ? 'resolved' : 'open',
    note.isPrivate ? 'private' : 'shared',
    note.published === null ? 'unpublished' : note.published.isPending ? 'pending' : 'published',
    ...(unsent ? ['unsent'] : []),
  ].join(' ');
}

function nameOf({ createdBy, claimedBy }: Pick<Annotation, 'createdBy' | 'claimedBy'>): string {
  return claimedBy === null ? nameWord(createdBy ?? '') : claim(claimedBy, createdBy ?? '');
}

function markdown(text: string): vscode.MarkdownString {
  const made = new vscode.MarkdownString(text);
  made.isTrusted = false;
  made.supportHtml = false;
  return made;
}

/** The code that the words are about, where it is no longer in the file. */
function meantCode({ anchors }: Annotation): string {
  const [newest] = anchors;
  if (!newest) return '';
  const lines = newest.code.split(/\r\n?|\n/);
  const shown = lines.slice(0, mostLines);
  const fence = '`'.repeat(Math.max(3, ...shown.map(longestRun)) + 1);
  const language = /\.(\w{1,12})$/.exec(newest.path)?.[1] ?? '';
  const where = vscode.l10n.t(
    'The code that this is about is no longer here. It was line {0}:',
    newest.startLine,
  );
  const more = lines.length > shown.length ? '…' : null;
  return ['', '', '---', '', where, '', fence + language, ...shown, ...(more ? [more] : []), fence, ''].join(
    '\n',
  );
}

function longestRun(line: string): number {
  let longest = 0;
  let run = 0;
  for (const sign of line) {
    run = sign === '`' ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
