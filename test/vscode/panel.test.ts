import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { openPanel, type PanelContent } from '../../src/ui/panel/index.ts';
import { panels } from '../../src/ui/panel/panels.ts';
import { panelType } from '../../src/ui/panel/registerPanels.ts';

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((done) => setTimeout(done, 20));
};
const tabs = (label: string) =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.label === label);
const content = (title: string): PanelContent => ({
  title,
  sections: [{ id: 'one', heading: 'One', blocks: [{ kind: 'text', text: 'words' }] }],
});
const act = async () => {};

describe('a panel', () => {
  const log = vscode.window.createOutputChannel('Cairn test of panels', { log: true });
  after(async () => {
    log.dispose();
    await vscode.window.tabGroups.close(tabs('Otters two'));
    await vscode.window.tabGroups.close(tabs('Ferrets'));
  });

  it('is one for an id, is called what it shows, and is read anew when something changed', async () => {
    const changed = new vscode.EventEmitter<void>();
    let [reads, title] = [0, 'Otters one'];
    const spec = {
      ...{ id: 'test.otters', act, onDidChange: changed.event },
      read: async () => {
        reads++;
        return content(title);
      },
    };
    await openPanel({ log }, spec);
    await until(() => tabs('Otters one').length === 1);
    await openPanel({ log }, spec);
    assert.equal(tabs('Otters one').length, 1);
    const before = reads;
    title = 'Otters two';
    changed.fire();
    changed.fire();
    await until(() => tabs('Otters two').length === 1);
    assert.equal(reads, before + 1, 'changes in a row are read once');
    changed.dispose();
  });

  it('tells its caller what cannot be read, and leaves no empty tab behind', async () => {
    const gone = new Error('gone');
    const read = async (): Promise<PanelContent> => {
      throw gone;
    };
    const count = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
    const before = count();
    await assert.rejects(openPanel({ log }, { id: 'test.gone', read, act }), gone);
    await until(() => count() === before);
  });

  it('that comes back says how to open it where nothing can fill it again', async () => {
    const panel = vscode.window.createWebviewPanel(panelType, 'Ferrets', vscode.ViewColumn.Active);
    const again = { command: 'cairn.deleteCache', args: [] };
    let isClosed = false;
    panel.onDidDispose(() => {
      isClosed = true;
    });
    // A command that does more than show something is never run for a page.
    await panels.revive({ log }, panel, { kept: { id: 'test.bad', again } });
    assert.ok(isClosed);
    const other = vscode.window.createWebviewPanel(panelType, 'Ferrets', vscode.ViewColumn.Active);
    await panels.revive({ log }, other, { kept: { id: 'test.ferrets', again: null } });
    assert.equal(other.title, 'Ferrets');
    assert.match(other.webview.html, /default-src 'none'; style-src [^;]+; script-src 'nonce-/);
  });
});
