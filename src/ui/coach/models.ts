import * as vscode from 'vscode';

let known: Promise<vscode.LanguageModelChat[]> | undefined;

/** The language models that VS Code has for Cairn; asked for once until they change. */
export function models(): Promise<vscode.LanguageModelChat[]> {
  if (!known) {
    const listening = vscode.lm.onDidChangeChatModels(() => {
      known = undefined;
      listening.dispose();
    });
    known = Promise.resolve(vscode.lm.selectChatModels()).catch(() => []);
  }
  return known;
}

export const hasModels = async (): Promise<boolean> => (await models()).length > 0;
