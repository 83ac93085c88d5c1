import * as vscode from 'vscode';

export function activate() {
  vscode.commands.registerCommand('bench.emptyInput', () => {
    const box = vscode.window.createInputBox();
    box.placeholder = 'Nothing asked';
    box.onDidHide(() => box.dispose());
    box.show();
  });
}
