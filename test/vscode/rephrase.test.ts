import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { askModel } from '../../src/ui/coach/rephrase/askModel.ts';
import { until } from './commentBox.ts';
import { cairn, run } from './support.ts';

const allow = (isAllowed: boolean | undefined) =>
  vscode.workspace
    .getConfiguration('cairn')
    .update('coach.languageModel', isAllowed, vscode.ConfigurationTarget.Global);

/** What the language model of the foreign extension does next, see test/support/vscode/reviewer. */
const prepare = (what: { text?: string; error?: string; hang?: boolean; offers?: boolean }) =>
  run('reviewer.prepare', what);
const heard = () => run<string[][]>('reviewer.heard');

const comment = 'please fix this mess\n```ts\nsecret();\n```\n> their words';

describe('rephrasing with a language model', () => {
  before(async () => {
    await cairn();
    await until(() => vscode.extensions.getExtension('foreign.reviewer')?.isActive === true);
    await allow(true);
  });
  afterEach(() => prepare({ text: '' }));
  after(async () => {
    await allow(undefined);
  });

  it('asks no model before the user has allowed it', async () => {
    await allow(false);
    await prepare({ text: 'x' });
    await assert.rejects(async () => run('cairn.rephrase', { text: 'please fix this' }), {
      message: /cairn\.coach\.languageModel/,
    });
    assert.deepEqual(await heard(), []);
    await allow(true);
  });

  it('sends the words only, and puts code and quotes back as they were', async () => {
    await prepare({ text: 'Could you untangle this?\n[[BLOCK-1]]' });
    assert.deepEqual(await run('cairn.rephrase', { text: comment }), {
      text: 'Could you untangle this?\n```ts\nsecret();\n```\n> their words',
      model: 'parrot',
    });
    const [sent] = await heard();
    assert.match(sent![0]!, /please fix this mess\n\[\[BLOCK-1\]\]$/);
    assert.doesNotMatch(sent!.join(), /secret|their words/);
  });

  it('says what went wrong, and replaces nothing', async () => {
    const fails = async (code: string, what: Parameters<typeof prepare>[0], text = comment) => {
      await prepare(what);
      await assert.rejects(
        async () => run('cairn.rephrase', { text }),
        (error: Error & { code: string }) => {
          assert.equal(error.code, code, error.message);
          assert.ok(error.message.length > 20);
          return true;
        },
      );
    };
    await fails('model-failed', { text: '' });
    await fails('model-failed', { text: '  \n' });
    await fails('model-failed', { text: 'I have left your code out.' });
    await fails('model-failed', { text: 'Try this: [[BLOCK-1]]\n```\nmy();\n```' });
    await fails('model-failed', { text: 'long '.repeat(5000) }, 'please fix this');
    await fails('model-refused', { error: 'Blocked' });
    await fails('model-refused', { error: 'NoPermissions' });
    await fails('no-model', { error: 'NotFound' });
    await fails('model-failed', { error: 'It fell over.' });
    await fails('nothing-to-rephrase', { text: 'x' }, '```\ncode\n```');
    await fails('nothing-to-rephrase', { text: 'x' }, 'word '.repeat(3000));
    assert.deepEqual(await heard(), []);
  });

  it('ends when it is cancelled', async () => {
    await prepare({ hang: true });
    const [model] = await vscode.lm.selectChatModels({ vendor: 'reviewer' });
    assert.ok(model);
    const source = new vscode.CancellationTokenSource();
    const asked = askModel(model, 'please fix this', source.token);
    while ((await heard()).length === 0) await sleep(50);
    source.cancel();
    await assert.rejects(asked, { code: 'cancelled' });
  });

  it('has no use for a model that is not there', async () => {
    await prepare({ offers: false });
    const ask = () =>
      run('cairn.rephrase', { text: 'please fix this' }).then(
        () => 'an answer',
        (error: { code: string }) => error.code,
      );
    // VS Code hears of it a moment later.
    while ((await ask()) !== 'no-model') await sleep(50);
    await assert.rejects(
      async () => run('cairn.rephrase', { text: 'x', model: 'other' }),
      /no language model/,
    );
    await prepare({ text: '' });
  });
});
