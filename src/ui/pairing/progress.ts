import * as vscode from 'vscode';

/** Shows in the status bar that git works; nothing pops up. */
export function busy<T>(title: string, work: () => Promise<T>): Promise<T> {
  const location = vscode.ProgressLocation.Window;
  return Promise.resolve(vscode.window.withProgress({ location, title: `Cairn: ${title}` }, work));
}

/** Says in passing how it went, to a person. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(message.replaceAll('$(', '$\u200a('), 8000);
}
