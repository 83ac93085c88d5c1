import * as vscode from 'vscode';
import { annotationController, commentController } from './ids.ts';

/** Milliseconds without a new box and without a key until nobody is about to write into an empty one. */
const quiet = 10_000;
/** Milliseconds between two things that make VS Code draw its boxes anew: at once they draw each twice. */
const apart = 1500;

const own = [annotationController, commentController];
const isOpenBox = ({ uri, isClosed }: vscode.TextDocument) => uri.scheme === 'comment' && !isClosed;
const isEmpty = (document: vscode.TextDocument) => document.lineCount === 1 && document.getText() === '';

const held: (() => void)[] = [];
let lastTouched = 0;
let watch: vscode.Disposable | undefined;

/** Whether somebody writes into a comment box, or may be about to. VS Code may keep the document of one that has gone. */
function isWritten(): boolean {
  const boxes = vscode.workspace.textDocuments.filter(isOpenBox);
  if (boxes.some((box) => !isEmpty(box))) return true;
  return Date.now() - lastTouched < quiet && boxes.some(({ uri }) => !own.includes(uri.authority));
}

/**
 * Does at once what makes VS Code draw all comment boxes of an editor anew (a new controller, other commenting ranges),
 * or as soon as nobody writes into one: what was just typed would be lost, and the focus with it.
 */
export function whenNobodyWrites(act: () => void): vscode.Disposable {
  if (!watch) lastTouched = Date.now();
  if (held.length === 0 && !isWritten()) {
    act();
    return { dispose() {} };
  }
  held.push(act);
  watch ??= watchBoxes();
  return {
    dispose() {
      const at = held.indexOf(act);
      if (at >= 0) held.splice(at, 1);
    },
  };
}

function watchBoxes(): vscode.Disposable {
  const touch = (document: vscode.TextDocument) => {
    if (document.uri.scheme === 'comment') lastTouched = Date.now();
  };
  const timer = setInterval(() => {
    if (held.length > 0 && !isWritten()) held.shift()?.();
    if (held.length > 0) return;
    watch?.dispose();
    watch = undefined;
  }, apart);
  const owned = [
    vscode.workspace.onDidOpenTextDocument(touch),
    vscode.workspace.onDidChangeTextDocument(({ document }) => touch(document)),
    { dispose: () => clearInterval(timer) },
  ];
  return { dispose: () => owned.forEach((one) => void one.dispose()) };
}

const awaited = new WeakMap<vscode.CommentController, Promise<void>>();

/**
 * Where a controller waits until nobody writes: resolves when it is there. Whatever draws by itself waits for it; what
 * a person asks for does not.
 */
export const controllerIsLate = (controller: vscode.CommentController): Promise<void> | undefined =>
  awaited.get(controller);

/**
 * A comment controller that does not disturb who is writing: VS Code draws every open comment box anew when a
 * controller is made meanwhile, and loses what is typed. Cairn may be started by somebody's first comment box; then
 * the controller is made when nobody writes any more, or when a thread is to be drawn.
 */
export function createController(id: string, label: string): vscode.CommentController {
  let made: vscode.CommentController | undefined;
  let resolve = () => {};
  const asked: Partial<vscode.CommentController> = {};
  const now = () => {
    if (made) return made;
    made = Object.assign(vscode.comments.createCommentController(id, label), asked);
    awaited.delete(late);
    resolve();
    return made;
  };
  const late: vscode.CommentController = {
    id,
    label,
    createCommentThread: (uri, range, comments) => now().createCommentThread(uri, range, comments),
    dispose() {
      waiting.dispose();
      made?.dispose();
    },
  };
  for (const name of ['options', 'commentingRangeProvider', 'reactionHandler'] as const) {
    Object.defineProperty(late, name, {
      get: () => (made ?? asked)[name],
      set: (value) => Object.assign(made ?? asked, { [name]: value }),
    });
  }
  const waiting = whenNobodyWrites(now);
  if (made) return made;
  awaited.set(
    late,
    new Promise((done) => {
      resolve = done;
    }),
  );
  return late;
}
