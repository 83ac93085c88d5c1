import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeBoxes, openBox, until, write } from './commentBox.ts';
import { cairn, run } from './support.ts';

const folder = process.env.CAIRN_TEST_DATA!;
const file = join(folder, 'remarks.md');
const read = () => readFileSync(file, 'utf8');

describe('saved remarks', () => {
  let box: vscode.TextDocument;

  before(async () => {
    await cairn();
    box = await openBox();
  });
  beforeEach(() => {
    rmSync(file, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  });
  after(async () => {
    rmSync(file, { recursive: true, force: true });
    await closeBoxes();
    await vscode.workspace
      .getConfiguration('cairn')
      .update('coach.decorations', undefined, vscode.ConfigurationTarget.Global);
  });

  it('are kept in a file that a person can read, by topic', async () => {
    assert.deepEqual(await run('cairn.saveRemark', { text: 'question: what\nelse?\n', topic: 'Design' }), {
      isNew: true,
      topic: 'Design',
      text: 'question: what\nelse?',
    });
    await run('cairn.saveRemark', { text: 'one', topic: 'Naming' });
    await Promise.all(['two', 'three'].map((text) => run('cairn.saveRemark', { text, topic: 'naming' })));
    assert.match(
      read(),
      /^# Saved remarks\n\nYour own .*\n\n## Design\n\n- question: what\n {2}else\?\n\n## Naming\n\n- one\n- two\n- three\n$/,
    );
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('remarks')),
      ['remarks.md'],
    );
    const again = await run<{ isNew: boolean }>('cairn.saveRemark', { text: 'two', topic: 'Naming' });
    assert.equal(again.isNew, false);
    await assert.rejects(async () => run('cairn.saveRemark', { text: ' ' }), /"text" must be/);
    await assert.rejects(async () => run('cairn.saveRemark', {}), /nothing to save/);
  });

  it('are put where the caret is, into the comment box that somebody writes in', async () => {
    writeFileSync(file, '# Mine\n- costs $5 $1 \\ }\n  more\n# Other\n- costs nothing\n');
    await write(box, '');
    const [source] = await vscode.workspace.findFiles('src/config.ts');
    const editor = await vscode.window.showTextDocument(source!);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    assert.deepEqual(await run('cairn.insertSavedRemark', { topic: 'mine' }), {
      topic: 'Mine',
      text: 'costs $5 $1 \\ }\nmore',
    });
    assert.ok(editor.document.getText().startsWith('costs $5 $1 \\ }\nmore'));
    await run('undo');
    assert.ok(!editor.document.getText().startsWith('costs'));
    await run('workbench.action.files.revert');
    const text = 'costs n';
    assert.equal((await run<{ topic: string }>('cairn.insertSavedRemark', { text })).topic, 'Other');
    await run('workbench.action.files.revert');
    await assert.rejects(async () => run('cairn.insertSavedRemark', { topic: 'None' }), /no such remark/);
  });

  it('are completions in a comment box, with labels at its start and decorations behind them', async () => {
    writeFileSync(file, '# Naming\n- suggestion: a name with its unit\n  please\n');
    await vscode.workspace
      .getConfiguration('cairn')
      .update('coach.decorations', ['a11y', 'blocking', 'no way'], vscode.ConfigurationTarget.Global);
    await write(box, '');
    const atStart = await complete(0);
    const label = atStart.find((one) => nameOf(one) === 'suggestion');
    assert.equal(label?.insertText, 'suggestion: ');
    assert.ok(label && typeof label.label === 'object' && label.label.description);
    const remark = atStart.find(({ detail }) => detail === 'Saved remark');
    assert.deepEqual(remark?.label, { label: 'suggestion: a name with its unit', description: 'Naming' });
    assert.equal(remark?.insertText, 'suggestion: a name with its unit\nplease');

    await write(box, 'suggestion (non-blocking, ): x');
    const inside = (await complete(26)).map(nameOf);
    assert.deepEqual(inside, ['blocking', 'if-minor', 'security', 'test', 'ux', 'a11y']);

    await write(box, 'Some words nam');
    const later = await complete(14);
    assert.deepEqual(
      later.map(({ detail }) => detail),
      ['Saved remark'],
    );
    // Another extension's Markdown is left alone.
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    assert.deepEqual(await complete(0, draft), []);
  });

  it('open to be edited by hand, and what is typed there and not saved is not lost', async () => {
    const { uri } = await run<{ uri: string }>('cairn.editSavedRemarks');
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), uri);
    assert.match(read(), /^# Saved remarks\n/);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Typed by hand.\n'));
    await run('cairn.saveRemark', { text: 'kept', topic: 'New' });
    assert.match(editor.document.getText(), /^Typed by hand\.\n(.*\n)*## New\n\n- kept\n/);
    await editor.document.save();
    await until(() => read().includes('- kept') && !editor.document.isDirty);
    await run('workbench.action.closeActiveEditor');
  });

  it('stay where their file links to', async () => {
    const elsewhere = join(folder, 'elsewhere.md');
    writeFileSync(elsewhere, '# A\n- one\n');
    symlinkSync(elsewhere, file);
    await run('cairn.saveRemark', { text: 'two', topic: 'A' });
    assert.equal(readFileSync(elsewhere, 'utf8'), '# A\n- one\n- two\n');
    rmSync(elsewhere);
  });

  it('say what is wrong with their file, and hold up no label', async () => {
    mkdirSync(file);
    for (const act of [
      () => run('cairn.saveRemark', { text: 'x', topic: 'A' }),
      () => run('cairn.insertSavedRemark', { topic: 'A' }),
      () => run('cairn.editSavedRemarks', { x: 1 }),
    ]) {
      await assert.rejects(
        async () => act(),
        (error: Error & { code: string }) => {
          assert.equal(error.code, 'remarks-unusable');
          assert.match(error.message, /^Your saved remarks cannot be read or written: .*remarks\.md/);
          assert.doesNotMatch(error.message, /recorded|\.\./);
          return true;
        },
      );
    }
    // The file of the remarks took the place of the box's.
    box = await openBox();
    assert.ok((await complete(0)).some((one) => nameOf(one) === 'praise'));
    rmSync(file, { recursive: true });
    writeFileSync(file, 'x'.repeat(1_000_001));
    await assert.rejects(async () => run('cairn.insertSavedRemark', { topic: 'A' }), /larger/);
  });

  /** Cairn's own completions. */
  async function complete(character: number, document = box): Promise<vscode.CompletionItem[]> {
    const list = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(0, character),
    );
    // Words of the document and snippets come along.
    return list.items.filter(({ sortText }) => /^[012]\d{4}$|^\d{4}$/.test(sortText ?? ''));
  }

  const nameOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
});
