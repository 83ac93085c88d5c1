import * as vscode from 'vscode';

const isBoxOpen = () =>
  vscode.workspace.textDocuments.some(({ uri, isClosed }) => uri.scheme === 'comment' && !isClosed);

/**
 * A comment controller that does not disturb who is writing: VS Code draws every open comment box twice when a
 * controller is made meanwhile, and loses what was typed. Cairn may be started by somebody's first comment box; then
 * the controller is made when that box has gone, or when a thread is to be drawn.
 */
export function createController(id: string, label: string): vscode.CommentController {
  const make = () => vscode.comments.createCommentController(id, label);
  if (!isBoxOpen()) return make();
  let made: vscode.CommentController | undefined;
  const asked: Partial<vscode.CommentController> = {};
  const watch = vscode.workspace.onDidCloseTextDocument(() => isBoxOpen() || now());
  const now = () => {
    watch.dispose();
    made ??= Object.assign(make(), asked);
    return made;
  };
  const late: vscode.CommentController = {
    id,
    label,
    createCommentThread: (uri, range, comments) => now().createCommentThread(uri, range, comments),
    dispose() {
      watch.dispose();
      made?.dispose();
    },
  };
  for (const name of ['options', 'commentingRangeProvider', 'reactionHandler'] as const) {
    Object.defineProperty(late, name, {
      get: () => (made ?? asked)[name],
      set: (value) => Object.assign(made ?? asked, { [name]: value }),
    });
  }
  return late;
}
