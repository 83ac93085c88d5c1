import * as vscode from 'vscode';
import type { Format } from '../report/write.ts';
import { booleanArgument, invalid, objectArgument, wordArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { fileArgument } from './fileInput.ts';

/**
 * `cairn.exportRecognition({ format: 'markdown' | 'html', file?, without?: ids, includeNames? }?)`: a mentor's own hours of
 * twelve months and the thanks that were given to them, as a file. Without arguments a panel shows what it will hold, and
 * anything can be left out there. Resolves to `{ file }`, to `{ text }` where no file is named, and to nothing after a
 * preview. Throws 'invalid-argument', 'not-found'.
 */
export const exportRecognition: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  await deps.store.load();
  const { previewRecognition, recognitionText } = await import('../programme/load/preview.ts');
  if (!given) return previewRecognition(deps);
  const format = wordArgument<Format>(given.format, 'format', ['markdown', 'html']);
  if (!format) throw invalid(vscode.l10n.t('"format" is missing: markdown or html?'));
  const file = fileArgument(given.file);
  const hasNames = booleanArgument(given.includeNames, 'includeNames') ?? false;
  const without = new Set(Array.isArray(given.without) ? given.without.map(String) : []);
  const { readLoad } = await import('../programme/load/read.ts');
  const text = await recognitionText(await readLoad(deps.store, new Date()), { without, hasNames }, format);
  if (!file) return { text };
  const { writeText } = await import('../report/write.ts');
  await writeText(file, text);
  return { file: file.fsPath };
};
