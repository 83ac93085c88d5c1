import { existsSync, globSync, readFileSync } from 'node:fs';
import {
  annotationController,
  commands,
  contextKeys,
  extensionId,
  settings,
  views,
} from '../../src/ui/ids.ts';

/*
 * Holds package.json and the code against each other: every command, view, setting and context key stands in
 * both, every text key in package.nls.json, every file that the manifest names on the disk.
 * Prints what does not fit and ends with 1.
 */
const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text);
const words = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const { contributes } = manifest;
const problems: string[] = [];

same(
  'command',
  Object.values(commands),
  contributes.commands.map((entry: { command: string }) => entry.command),
);
same(
  'view',
  Object.values(views),
  Object.values<{ id: string }[]>(contributes.views)
    .flat()
    .map((view) => view.id),
);
same(
  'setting',
  Object.values(settings).map((name) => `cairn.${name}`),
  Object.keys(contributes.configuration.properties),
);
if (`${manifest.publisher}.${manifest.name}` !== extensionId)
  problems.push(`extension id is not ${extensionId}`);

// What a text sends somebody to is there under that name.
const titles = new Set<string>(
  contributes.commands.map(({ title }: { title: string }) => plainTitle(words[title.slice(1, -1)] ?? title)),
);
const shown = [readFileSync('l10n/bundle.l10n.json', 'utf8'), Object.values(words).join('\n')];
for (const page of ['README.md', ...globSync('media/walkthrough/*.md')])
  shown.push(readFileSync(page, 'utf8').replaceAll(/\s+/g, ' '));
for (const [, named] of shown.join('\n').matchAll(/(?:“|`|\\")Cairn: ([A-Z][^”`"\\\n{]{1,80})/g)) {
  if (named && !titles.has(plainTitle(named))) problems.push(`a text names the command "Cairn: ${named}"`);
}

const sources = globSync('src/**/*.ts').filter((file) => !file.endsWith('ids.ts'));
const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
const clauses = [...text.matchAll(/"(?:when|enablement)": "([^"]*)"/g)].map((match) => match[1]!).join('\n');
const isNamed = (clause: string, key: string) =>
  new RegExp(`(?<![\\w.])${key.replaceAll('.', '\\.')}(?![\\w.])`).test(clause);
for (const [name, key] of Object.entries(contextKeys)) {
  if (!isNamed(clauses, key) && !text.includes(`onContext:${key}`))
    problems.push(`context key ${key} is in no when clause of package.json`);
  if (!code.includes(`contextKeys.${name}`)) problems.push(`context key ${key} is set nowhere in src`);
}
const known = new Set<string>([
  ...Object.values(contextKeys),
  ...Object.values(views),
  annotationController,
  ...Object.values(commands),
]);
for (const [key] of clauses.matchAll(/(?<![\w.])cairn\.\w+(?![\w.])/g)) {
  if (!known.has(key)) problems.push(`when clause names ${key}, which ids.ts does not know`);
}
for (const [name] of Object.entries(settings)) {
  if (!new RegExp(`settings\\.${name}\\b`).test(code))
    problems.push(`setting ${name} is read nowhere in src`);
}
for (const entry of [
  ...Object.values<{ command: string }[]>(contributes.menus).flat(),
  ...contributes.keybindings,
]) {
  const named = entry.command === 'runCommands' ? entry.args.commands.map(nameOf) : [entry.command];
  for (const command of named) {
    if (String(command).startsWith('cairn.') && !known.has(command))
      problems.push(`a menu or key runs ${command}, which is no command`);
  }
}
for (const match of JSON.stringify(words).matchAll(/\(command:(cairn\.\w+)/g)) {
  if (!known.has(match[1]!)) problems.push(`a text links to ${match[1]}, which is no command`);
}

same('text key', Object.keys(words), [
  ...new Set([...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!)),
]);
for (const match of text.matchAll(/"(media\/[^"]+)"/g)) {
  if (!existsSync(match[1]!)) problems.push(`${match[1]} does not exist`);
}

for (const problem of problems) console.error(problem);
console.log(`manifest: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** `runCommands` takes names, and names with arguments. */
function nameOf(entry: string | { command: string }): string {
  return typeof entry === 'string' ? entry : entry.command;
}

function same(what: string, inCode: string[], inManifest: string[]): void {
  for (const name of inCode)
    if (!inManifest.includes(name)) problems.push(`${what} ${name} is missing in package.json`);
  for (const name of inManifest) if (!inCode.includes(name)) problems.push(`${what} ${name} has no code`);
}

/** A command's name without what says that it asks. */
function plainTitle(title: string): string {
  return title.trim().replace(/…$/, '');
}
