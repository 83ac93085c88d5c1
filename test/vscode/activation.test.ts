import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commands, extensionId } from '../../src/ui/ids.ts';

describe('activation', () => {
  it('starts by itself where comments are written, and when the window has opened', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    assert.deepEqual(extension.packageJSON.activationEvents, [
      'onLanguage:markdown',
      'onFileSystem:cairn-pr',
      'onFileSystem:cairn',
      'onWebviewPanel:cairn.growth',
      'onWebviewPanel:cairn.panel',
      'onStartupFinished',
    ]);
  });

  it('registers every command, and no other', async () => {
    await vscode.extensions.getExtension(extensionId)?.activate();
    const registered = (await vscode.commands.getCommands(true)).filter((id) =>
      /^cairn\.[a-zA-Z]+$/.test(id),
    );
    assert.deepEqual(registered.sort(), Object.values(commands).sort());
  });

  it('returns the API', async () => {
    const api = await vscode.extensions.getExtension(extensionId)?.activate();
    assert.equal(api.version, 1);
    const state = await api.getState();
    const parts = ['actions', 'annotations', 'feedback', 'goals', 'mentee', 'mentorship', 'pairings'];
    const grown = ['agreements', 'guesses', 'kudos', 'scaleAnswers'];
    const mentored = ['charters', 'help', 'knowledge', 'pulses', 'skillRatings', 'trials'];
    const all = [...parts, ...grown, ...mentored, 'ratings', 'scaffolds', 'sessions'];
    assert.deepEqual(Object.keys(state).sort(), all.sort());
  });
});
