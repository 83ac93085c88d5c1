import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeBoxes, openBox, until, write } from './commentBox.ts';
import { cairn, run } from './support.ts';

const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('cairn').update(name, value, vscode.ConfigurationTarget.Global);

/** What Cairn says about a document, in order. */
const said = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Cairn');
const codes = (uri: vscode.Uri) => said(uri).map(({ code }) => (code as { value: string }).value);
const actionsAt = (uri: vscode.Uri, character: number) =>
  run<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(0, character, 0, character),
  );

describe('the coach', () => {
  let box: vscode.TextDocument;

  before(async () => {
    await cairn();
    box = await openBox();
  });
  afterEach(async () => {
    await set('coach.silenced', undefined);
    await set('coach.level', undefined);
  });
  after(closeBoxes);

  it('underlines what lands badly in the comment box of another extension', async () => {
    await write(box, 'please fix this');
    await until(() => said(box.uri).length > 0);
    const [first] = said(box.uri);
    assert.equal(first?.severity, vscode.DiagnosticSeverity.Information);
    const { value, target } = first.code as { value: string; target: vscode.Uri };
    assert.equal(value, 'vague');
    assert.equal(target.scheme, 'https');
    assert.equal(box.getText(first.range), 'please fix this');
  });

  it('follows the text, and says no more than the text gives reason for', async () => {
    await write(box, 'suggestion: name it `timeoutMs`, because `5` may be seconds.');
    await until(() => said(box.uri).length === 0);
    await write(box, '');
    await write(box, 'You always forget tests.');
    await until(() => codes(box.uri).includes('about-the-person'));
  });

  it('offers to mend it', async () => {
    await write(box, 'please fix this');
    await until(() => said(box.uri).length > 0);
    const actions = await actionsAt(box.uri, 8);
    const fix = actions.find(({ title }) => title.includes('then'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(' | '));
    assert.ok(fix.kind?.value === 'quickfix' && !fix.disabled);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(box.getText(), /^please fix this\. When …, then …\.$/);
  });

  it('says why, with the source, in a hover', async () => {
    await write(box, 'please fix this');
    const hovers = await run<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      box.uri,
      new vscode.Position(0, 8),
    );
    const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    const own = texts.find(({ value }) => value.includes('(https://'));
    assert.ok(own, JSON.stringify(texts));
    assert.match(own.value, /command:cairn\.silenceFinding/);
    assert.deepEqual((own.isTrusted as { enabledCommands: string[] }).enabledCommands, [
      'cairn.silenceFinding',
    ]);
  });

  it('shows a kind no more when asked to, and again', async () => {
    await write(box, 'please fix this');
    await until(() => codes(box.uri).includes('vague'));
    const actions = await actionsAt(box.uri, 3);
    const silence = actions.find(({ command }) => command?.command === 'cairn.silenceFinding');
    assert.ok(silence?.command);
    await run(silence.command.command, ...(silence.command.arguments ?? []));
    await until(() => said(box.uri).length === 0);
    assert.deepEqual(await run('cairn.silenceFinding', 'vague', false), { silenced: [] });
    await until(() => codes(box.uri).includes('vague'));
    await assert.rejects(async () => run('cairn.silenceFinding', 'no-praise'), /must be one of/);
  });

  it('has levels: nothing, what is sure, all', async () => {
    await write(box, 'Use a map here');
    await set('coach.level', 'full');
    await until(() => codes(box.uri).includes('command-not-question'));
    await set('coach.level', 'off');
    await until(() => said(box.uri).length === 0);
    assert.equal((await explain(box)).reason, 'off');
    await set('coach.level', 'light');
    await write(box, 'please fix this');
    await until(() => said(box.uri).length > 0);
  });

  it('is silent on what it cannot read, and says so when asked', async () => {
    const silent: [string, string][] = [
      ['```ts\nplease(fix, this);\n```', 'code-only'],
      ['👍 🎉', 'no-words'],
      [
        'Diese Funktion ist viel zu lang und sollte aufgeteilt werden, weil sie niemand mehr versteht.',
        'other-language',
      ],
      ['אנא תקן את הפונקציה הזאת כי היא ארוכה מדי', 'other-language'],
      [`please fix this. ${'It is a word of many. '.repeat(3000)}`, 'too-long'],
    ];
    for (const [text, reason] of silent) {
      await write(box, text);
      assert.deepEqual(await explain(box), { findings: [], reason, silenced: [] });
    }
    await write(box, 'please fix this');
    assert.deepEqual(await explain(box), { findings: ['vague'], reason: null, silenced: [] });
  });

  it('takes its underlines away when the box is gone', async () => {
    const other = await openBox(3);
    await write(other, 'please fix this');
    await until(() => said(other.uri).length > 0);
    await closeBoxes();
    await until(() => said(other.uri).length === 0);
    box = await openBox();
  });

  it('reads a draft on command only, and no code', async () => {
    const draft = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'please fix this',
    });
    const uri = draft.uri.toString();
    assert.equal((await explain(draft)).reason, 'not-coached');
    assert.deepEqual(await run('cairn.coachDocument', { uri, isCoached: true }), { isCoached: true });
    await until(() => codes(draft.uri).includes('vague'));
    await set('coach.level', 'off');
    assert.deepEqual((await explain(draft)).findings, ['vague']);
    assert.deepEqual(await run('cairn.coachDocument', { uri, isCoached: false }), { isCoached: false });
    await until(() => said(draft.uri).length === 0);
    const code = await vscode.workspace.openTextDocument({ language: 'typescript', content: 'let a;' });
    await assert.rejects(
      async () => run('cairn.coachDocument', { uri: code.uri.toString() }),
      /Markdown, plain text/,
    );
    await assert.rejects(async () => run('cairn.explainCoach', { uri: 'file:///none' }), /No document/);
  });

  const explain = (document: vscode.TextDocument) =>
    run<{ findings: string[]; reason: string | null; silenced: string[] }>('cairn.explainCoach', {
      uri: document.uri.toString(),
    });
});
