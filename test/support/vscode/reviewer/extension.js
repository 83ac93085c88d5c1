import * as vscode from 'vscode';

/** What the language model does next, and what it was asked so far. */
let next = { text: 'Nothing was prepared.' };
const heard = [];
const threads = [];

export function activate(context) {
  const controller = vscode.comments.createCommentController('reviewer', 'Reviewer');
  const model = {
    id: 'parrot',
    name: 'Parrot',
    family: 'parrot',
    version: '1',
    maxInputTokens: 8000,
    maxOutputTokens: 8000,
    capabilities: {},
  };
  const command = (name, act) => vscode.commands.registerCommand(`reviewer.${name}`, act);
  const write = (uri, line) => {
    const thread = controller.createCommentThread(uri, new vscode.Range(line, 0, line, 0), []);
    thread.canReply = true;
    thread.label = 'Reviewer';
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    threads.push(thread);
  };
  const writeEarly = () => {
    const { document } = vscode.window.activeTextEditor ?? {};
    if (document?.uri.scheme === 'file' && threads.length === 0) write(document.uri, 0);
  };
  let offers = true;
  const changed = new vscode.EventEmitter();
  context.subscriptions.push(
    controller,
    changed,
    vscode.lm.registerLanguageModelChatProvider('reviewer', {
      onDidChangeLanguageModelChatInformation: changed.event,
      provideLanguageModelChatInformation: () => (offers ? [model] : []),
      provideLanguageModelChatResponse: (_model, messages, _options, progress, token) =>
        answer(messages, progress, token),
      provideTokenCount: (_model, text) => Math.ceil(JSON.stringify(text).length / 4),
    }),
    // A comment box on a line (0-based) of a file, without a comment in it yet.
    command('write', (uri, line = 0) => {
      write(uri ? vscode.Uri.parse(uri) : vscode.window.activeTextEditor.document.uri, line);
    }),
    command('send', ({ thread, text }) => {
      const author = { name: 'somebody' };
      thread.comments = [...thread.comments, { body: text, author, mode: vscode.CommentMode.Preview }];
    }),
    // Some open boxes as soon as they are started.
    ...(process.env.REVIEWER_IS_EARLY ? [vscode.window.onDidChangeVisibleTextEditors(writeEarly)] : []),
    command('discard', ({ thread }) => thread.dispose()),
    command('discardAll', () => {
      for (const thread of threads.splice(0)) thread.dispose();
    }),
    // Prepares the model: { text } to say, { error: 'Blocked' } to fail with, { hang: true }, { offers: false }.
    command('prepare', (what) => {
      next = what;
      heard.length = 0;
      offers = what.offers !== false;
      changed.fire();
    }),
    command('heard', () => heard),
  );
  if (process.env.REVIEWER_IS_EARLY) writeEarly();
}

async function answer(messages, progress, token) {
  heard.push(messages.map(({ content }) => content.map((part) => part.value ?? '').join('')));
  if (next.hang) await new Promise((resolve) => token.onCancellationRequested(resolve));
  if (next.error)
    throw vscode.LanguageModelError[next.error]?.('Said by the model.') ?? new Error(next.error);
  for (const word of (next.text ?? '').match(/\S+\s*|\s+/g) ?? []) {
    progress.report(new vscode.LanguageModelTextPart(word));
  }
}
