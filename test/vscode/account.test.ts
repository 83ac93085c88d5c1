import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { cairn, control, run, signInAndPull } from './support.ts';

type Pulled = { pullRequests: number; requests: number };

/** As another extension would: failures reject. */
const pull = async (options: { full?: boolean } = { full: false }) =>
  run<Pulled>('cairn.pullFeedback', options);
const state = async () => (await cairn()).getState();

async function until(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let left = 200; left > 0; left--) {
    if (await isSo()) return;
    await sleep(100);
  }
  assert.fail(`It never came to this: ${what}`);
}

async function answered(): Promise<number> {
  const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host');
  return ((await (await fetch(`${host}/_requests`)).json()) as unknown[]).length;
}

/** Begins a pull that hangs in its second request. */
async function slowPull(): Promise<{ done: Promise<Pulled> }> {
  for (const operation of ['Details', 'CheckPulls', 'CheckThreads'])
    await control('fail', { kind: 'latency', milliseconds: 60_000, operation, times: null });
  const earlier = await answered();
  const done = pull({ full: true });
  done.catch(() => {});
  await until(async () => (await answered()) > earlier, 'the pull asks');
  return { done };
}

const stopped = { code: 'cancelled' };

describe('accounts and pulling', () => {
  before(async () => {
    await run('cairn.feedback.focus');
    // The first try finds nobody signed in.
    await sleep(2500);
  });
  afterEach(() => control('clearFaults'));
  after(async () => {
    await run('cairn.signInWithToken', 'token-for-ada-wren');
  });

  it('pulls by itself soon after signing in, however long the interval', async () => {
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    await until(async () => (await state()).feedback.length > 40, 'there is feedback');
  });

  it('takes an interval that is no number for the usual one', async () => {
    const settings = vscode.workspace.getConfiguration('cairn');
    await settings.update('github.pullInterval', 'often', vscode.ConfigurationTarget.Global);
    await sleep(1500);
    const earlier = await answered();
    await sleep(4000);
    assert.equal(await answered(), earlier);
    await settings.update('github.pullInterval', undefined, vscode.ConfigurationTarget.Global);
    await run('workbench.action.closeSidebar');
  });

  it('shows the mentee whom another token belongs to, and the first one again', async () => {
    await signInAndPull();
    const own = await state();
    await run('cairn.signInWithToken', 'token-for-ines-okoro');
    const other = await state();
    assert.equal(other.mentee, 'ines-okoro');
    assert.deepEqual(other.feedback, []);
    await run('cairn.signInWithToken', 'token-for-ada-wren');
    assert.deepEqual(await state(), own);
  });

  it('knows nobody after signing out, and says so to who pulls', async () => {
    await signInAndPull();
    await run('cairn.signOut');
    assert.equal((await state()).mentee, null);
    assert.deepEqual((await state()).feedback, []);
    await assert.rejects(pull(), { code: 'not-signed-in' });
  });

  it('pulls anew right after a pull was stopped', async () => {
    await signInAndPull();
    const slow = await slowPull();
    await control('clearFaults');
    const cancelling = run('cairn.cancelPull');
    const next = pull();
    await assert.rejects(slow.done, stopped);
    await next;
    await cancelling;
    assert.ok((await state()).feedback.length > 40);
  });

  it('pulls everything right after all was deleted, also in the middle of a pull', async () => {
    await signInAndPull();
    await run('cairn.deleteCache');
    const all = await pull();
    assert.ok(all.pullRequests > 5);
    const slow = await slowPull();
    await control('clearFaults');
    await run('cairn.deleteCache');
    assert.deepEqual((await state()).feedback, []);
    assert.equal((await pull()).pullRequests, all.pullRequests);
    await assert.rejects(slow.done, stopped);
  });

  it('leaves a pull whose account is no longer the one, and pulls for the new one', async () => {
    await signInAndPull();
    const slow = await slowPull();
    await run('cairn.signInWithToken', 'token-for-ines-okoro');
    await assert.rejects(slow.done, stopped);
    assert.equal((await state()).mentee, 'ines-okoro');
    await control('clearFaults');
    await pull();
    assert.equal((await state()).mentee, 'ines-okoro');
    assert.deepEqual((await state()).feedback, []);
  });

  it('looks at everything when that is asked for while a lesser pull is under way', async () => {
    await signInAndPull();
    await control('fail', { kind: 'latency', milliseconds: 500, times: 1 });
    const lesser = pull();
    lesser.catch(() => {});
    const full = await pull({ full: true });
    await lesser.catch(() => {});
    await control('clearFaults');
    assert.ok(full.requests > (await pull()).requests);
  });

  it('resolves with what was pulled when some of it may not be read', async () => {
    await signInAndPull();
    await run('cairn.deleteCache');
    await control('fail', { kind: 'forbidden-field', field: 'PullRequest.reviews', times: null });
    assert.ok((await pull()).pullRequests > 5);
    assert.ok((await state()).feedback.length > 20);
  });

  it('resolves when one of two repositories is missing, rejects when each is', async () => {
    await signInAndPull();
    await run('cairn.deleteCache');
    await run('cairn.chooseRepositories', ['harbour-lights/missing', 'harbour-lights/beacon']);
    assert.ok((await pull()).pullRequests > 5);
    await run('cairn.chooseRepositories', ['harbour-lights/missing']);
    await assert.rejects(pull(), { code: 'repository-not-found' });
    await run('cairn.chooseRepositories', ['harbour-lights/beacon']);
  });
});
