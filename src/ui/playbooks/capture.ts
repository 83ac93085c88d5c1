import * as vscode from 'vscode';
import { ask } from '../commands/ask.ts';

/** In UTF-16 code units, as the journal takes them. */
const longestTopic = 100;

/**
 * Keeps what somebody answered to a playbook as a knowledge note: what it is, and, where a person is there to be asked,
 * why it is so. Resolves to `{ id }`. Throws 'cancelled'.
 */
export async function capture(words: {
  what: string;
  /** `null`: somebody is to be asked. */
  why: string | null;
  topic: string;
}): Promise<{ id: string }> {
  const why =
    words.why ??
    (await ask({
      prompt: vscode.l10n.t(
        'And why is it so? What one has to have lived through to know it; empty for nothing.',
      ),
    }));
  const topics = [words.topic.slice(0, longestTopic).toWellFormed()].filter(Boolean);
  return vscode.commands.executeCommand('cairn.captureKnowledge', {
    ...{ what: words.what.trim(), topics },
    ...(why.trim() !== '' && { why: why.trim() }),
  });
}
