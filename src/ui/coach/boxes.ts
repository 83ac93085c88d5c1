import type * as vscode from 'vscode';

/** Scheme of the documents in which somebody writes a comment, whichever extension owns the box. */
export const commentScheme = 'comment';

/** What the coach reads on command, beside comment boxes: where people write for people. */
const draftLanguages = ['markdown', 'plaintext', 'git-commit', 'scminput'];

/** What completions, quick fixes and hovers are registered for. */
export const coachedSelector: vscode.DocumentSelector = [
  { scheme: commentScheme },
  ...draftLanguages.map((language) => ({ language })),
];

export const isBox = (document: vscode.TextDocument): boolean => document.uri.scheme === commentScheme;

/** Whether the coach may be asked to read this document, too. */
export const isDraft = (document: vscode.TextDocument): boolean =>
  !isBox(document) && draftLanguages.includes(document.languageId);
