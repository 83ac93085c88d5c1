import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { getL10nJson } from '@vscode/l10n-dev';

/*
 * `npm run words`: writes every text of `vscode.l10n.t` into l10n/bundle.l10n.json, which translators start from.
 * With --check it only says whether that file is up to date, and ends with 1 when it is not.
 */
const file = 'l10n/bundle.l10n.json';
const sources = globSync('src/**/*.ts').sort();
const contents = await Promise.all(
  sources.map(async (path) => ({ extension: '.ts' as const, contents: await readFile(path, 'utf8') })),
);
const words = Object.entries(await getL10nJson(contents)).sort(([one], [other]) => (one < other ? -1 : 1));
const text = `${JSON.stringify(Object.fromEntries(words), null, 2)}\n`;
if (process.argv.includes('--check')) {
  const isCurrent = (await readFile(file, 'utf8').catch(() => '')) === text;
  console.log(`words: ${words.length} texts, ${isCurrent ? 'up to date' : 'out of date; run npm run words'}`);
  process.exitCode = isCurrent ? 0 : 1;
} else {
  await mkdir('l10n', { recursive: true });
  await writeFile(file, text);
}
