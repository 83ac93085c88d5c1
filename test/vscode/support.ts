import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CairnApi, Feedback, Goal } from '../../src/api.ts';
import { extensionId } from '../../src/ui/ids.ts';

/** Cairn's public API. */
export async function cairn(): Promise<CairnApi> {
  const extension = vscode.extensions.getExtension<CairnApi>(extensionId);
  assert.ok(extension, `${extensionId} is not installed`);
  return extension.activate();
}

/** Runs a command as another extension would. */
export const run = <T = unknown>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

/** Signs in as the sample's mentee and pulls what the sample holds. */
export async function signInAndPull(token = 'token-for-ada-wren'): Promise<void> {
  await cairn();
  await run('cairn.signInWithToken', token);
  await run('cairn.chooseRepositories', ['harbour-lights/beacon']);
  await run('cairn.pullFeedback');
}

/** The state as it stands; fails when there is no such goal or feedback in it. */
export async function goal(id: string): Promise<Goal> {
  const found = (await (await cairn()).getState()).goals.find((one) => one.id === id);
  assert.ok(found, `no goal ${id}`);
  return found;
}

export async function feedback(id: string): Promise<Feedback> {
  const found = (await (await cairn()).getState()).feedback.find((one) => one.id === id);
  assert.ok(found, `no feedback ${id}`);
  return found;
}

/** Makes the local GitHub do something: see test/support/github/control.ts. */
export async function control(call: string, ...args: unknown[]): Promise<unknown> {
  const host = vscode.workspace.getConfiguration('cairn').get<string>('github.host');
  const answer = await fetch(`${host}/_control`, {
    method: 'POST',
    body: JSON.stringify({ call, with: args }),
  });
  assert.ok(answer.ok, await answer.clone().text());
  return answer.json();
}
