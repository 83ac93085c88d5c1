import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { type Tag, tags } from '../../model/state.ts';
import { ask, booleanArgument, invalid, isDate, objectArgument, textArgument, wordArgument } from './ask.ts';
import { askKept } from './askKept.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.addFeedback({ body, author, url?, saidAt?, tag?, isPrivate? }?)`: feedback that was spoken or stands on another
 * forge. Resolves to `{ id }`.
 */
export const addFeedback: Command = async ({ store }, argument) => {
  const given = objectArgument(argument);
  const body = textArgument(given?.body, 'body', 60_000);
  const author = textArgument(given?.author, 'author', 200);
  if (given && body === undefined) throw invalid(vscode.l10n.t('"body" is missing: what was said?'));
  if (given && author === undefined) throw invalid(vscode.l10n.t('"author" is missing: who said it?'));
  const wanted = booleanArgument(given?.isPrivate, 'isPrivate') ?? false;
  const feedback = ulid();
  const words = (text: string) => (text.trim() === '' ? vscode.l10n.t('Write a few words.') : undefined);
  const asked = body === undefined ? await askBody(words) : null;
  const payload = {
    feedback,
    body: body ?? asked!.text,
    author: author ?? (await ask({ prompt: vscode.l10n.t('Who said it?'), validate: words })).slice(0, 200),
    url: given ? (httpAddress(given.url) ?? null) : null,
    saidAt: saidAt(given?.saidAt),
  };
  const tag: Tag | undefined = wordArgument(given?.tag, 'tag', tags);
  await store.perform(
    [
      { type: 'feedback.entered', payload },
      ...(tag ? [{ type: 'feedback.tagged' as const, payload: { feedback, tag } }] : []),
    ],
    { isPrivate: asked?.isPrivate ?? wanted },
  );
  return { id: feedback };
};

const askBody = (validate: (text: string) => string | undefined) =>
  askKept({ title: vscode.l10n.t('New feedback'), prompt: vscode.l10n.t('What was said?'), validate });

function httpAddress(value: unknown): string | undefined {
  const text = textArgument(value, 'url', 2000);
  if (text !== undefined && !/^https?:\/\/\S+$/.test(text))
    throw invalid(vscode.l10n.t('"url" must begin with https://.'));
  return text;
}

function saidAt(value: unknown): string {
  const text = textArgument(value, 'saidAt', 40);
  if (text === undefined) return new Date().toISOString();
  const time = new Date(text);
  if (!isDate(text.slice(0, 10)) || Number.isNaN(time.getTime()))
    throw invalid(vscode.l10n.t('"saidAt" must be a date.'));
  return time.toISOString();
}
