import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CairnError } from '../../src/model/errors.ts';
import { kindOf, type SyncStatus } from '../../src/ui/sync/status.ts';
import { tooltipOf } from '../../src/ui/sync/statusBar.ts';
import { spoken, textOf } from '../../src/ui/sync/words.ts';

const inStep: SyncStatus = {
  ...{ name: 'Ada and Marsh', remote: 'github.com/ada/space', isSyncing: false, waiting: 0 },
  ...{ inStepAt: Date.now(), failure: null, skipped: [] },
};
const failed = (code: 'offline' | 'sync-unauthorized' | 'git-failed', times = 1) => ({
  failure: { error: new CairnError(code, `It is ${code}.`), times },
});
const hostile =
  '**[run](command:cairn.deleteCache)** $(error) <img src="https://x.example/y"> ![i](https://x.example)';

describe('the status bar', () => {
  it('says how the space stands: icon, words, and a whole sentence for a screen reader', () => {
    const shown = (change: Partial<SyncStatus>) => {
      const status = { ...inStep, ...change };
      return [kindOf(status), textOf(status), spoken(status)];
    };
    const head = 'Cairn space Ada and Marsh:';
    assert.deepEqual(shown({ remote: null, inStepAt: null }), [
      'local',
      '$(device-desktop) Ada and Marsh',
      `${head} on this machine only`,
    ]);
    assert.deepEqual(shown({}), ['inStep', '$(check) Ada and Marsh', `${head} in step with the remote`]);
    assert.deepEqual(shown({ waiting: 3 }), [
      'waiting',
      '$(cloud-upload) Ada and Marsh: 3 waiting',
      `${head} 3 waiting`,
    ]);
    assert.deepEqual(shown({ isSyncing: true, waiting: 3 }), [
      'syncing',
      '$(sync~spin) Ada and Marsh',
      `${head} syncing`,
    ]);
    assert.deepEqual(shown({ ...failed('offline'), waiting: 2, isSyncing: true }), [
      'offline',
      '$(debug-disconnect) Ada and Marsh: offline, 2 waiting',
      `${head} offline, 2 waiting`,
    ]);
    assert.deepEqual(shown(failed('sync-unauthorized')), [
      'attention',
      '$(warning) Ada and Marsh: no access',
      `${head} It is sync-unauthorized.`,
    ]);
    assert.deepEqual(shown({ skipped: [{ path: 'x', reason: 'link' }] }), [
      'skipped',
      '$(info) Ada and Marsh: 1 left out',
      `${head} 1 left out`,
    ]);
  });

  it('calls nobody for what git failed with once', () => {
    assert.equal(kindOf({ ...inStep, ...failed('git-failed') }), 'inStep');
    assert.equal(kindOf({ ...inStep, ...failed('git-failed', 2) }), 'attention');
  });

  it("shows strangers' words as text: no icon, no link, no image, no command but its own", () => {
    const skipped = [{ path: `journal/${hostile}`, reason: 'path' as const }];
    const status = { ...inStep, name: hostile, remote: hostile, skipped };
    assert.doesNotMatch(textOf(status), /\$\(error\)/);
    const tooltip = tooltipOf(status);
    assert.equal(tooltip.supportHtml ?? false, false);
    assert.equal(tooltip.supportThemeIcons ?? false, false);
    const { enabledCommands } = tooltip.isTrusted as { enabledCommands: string[] };
    assert.deepEqual(enabledCommands, ['cairn.syncSpace', 'cairn.switchSpace', 'cairn.showLog']);
    const links = [...tooltip.value.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, address]) => address);
    assert.deepEqual(
      links,
      enabledCommands.map((command) => `command:${command}`),
    );
    // But for the bold of the first line, no sign of Markdown is left that counts.
    const signs = tooltip.value
      .split('\n\n')
      .slice(0, -1)
      .join('\n')
      .replace(/^\*\*|\*\*$/gm, '');
    assert.doesNotMatch(signs, /(?<!\\)[<>[\]!*`_]/);
  });
});
