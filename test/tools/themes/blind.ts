import fs from 'node:fs';
import path from 'node:path';
import { ThemeEngine } from '../../../src/growth/themes/index.ts';
import type { ThemeInput } from '../../../src/growth/themes/types.ts';
import { loadLines } from '../../support/github/load.ts';
import { numbers } from '../../support/journal/words.ts';
import { menteeFeedback } from './menteeFeedback.ts';

/*
 * Writes sheets by which somebody who does not know the themes can say whether their comments belong together:
 * `blind.ts FILE OUT KEY SEED LOGIN…` puts a sheet of each mentee into OUT and the key into KEY. A theme is shown by
 * up to three of its comments; below, in mixed order, others of the theme and as many of the mentee's other feedback
 * that is not chatter. Approvals and requests to rebase are left out on both sides: they are too easy.
 * `blind.ts --judge KEY ANSWERS` counts: an answer is a line `theme letter` for each comment that belongs there.
 */
const references = 3;
const ofTheme = 3;
const themesOfSheet = 12;
const ceremony = /^(?:Approvals|Rebase|Praise: Approvals)/;

type Key = Record<string, { name: string; isMember: boolean }>;

const args = process.argv.slice(2);
if (args[0] === '--judge') judge(args[1] as string, args[2] as string);
else await write(args);

async function write([file = '', out = '', key = '', seed = '1', ...logins]: string[]) {
  const lines = await loadLines(file);
  fs.mkdirSync(out, { recursive: true });
  fs.mkdirSync(key, { recursive: true });
  for (const login of logins) {
    const random = numbers(
      Number(seed) + [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7),
    );
    const shuffled = <T>(list: readonly T[]) =>
      list
        .map((one) => ({ one, at: random.next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
    const { inputs } = menteeFeedback(lines, login);
    const byId = new Map(inputs.map((input) => [input.id, input]));
    const all = new ThemeEngine().set(inputs);
    const easy = new Set(
      all.filter(({ name }) => ceremony.test(name)).flatMap(({ feedbackIds }) => feedbackIds),
    );
    const themes = all.filter(
      ({ name, feedbackIds }) => feedbackIds.length > references && !ceremony.test(name),
    );
    // A theme is drawn as often as it has comments: what is counted are comments.
    const drawn = themes
      .map((theme) => ({ theme, at: random.next() ** (1 / theme.feedbackIds.length) }))
      .sort((a, b) => b.at - a.at)
      .slice(0, themesOfSheet)
      .map(({ theme }) => theme);
    const sheet: string[] = [];
    const answers: Key = {};
    drawn.forEach(({ name, feedbackIds }, index) => {
      const members = shuffled(feedbackIds);
      const shown = members.slice(0, references);
      const own = members.slice(references, references + ofTheme);
      const others = shuffled(inputs.filter(({ id }) => !feedbackIds.includes(id) && !easy.has(id)));
      const strangers = others.slice(0, own.length).map(({ id }) => id);
      sheet.push(`## Theme ${index + 1}`, ...shown.map((id) => `- REFERENCE ${said(byId.get(id))}`), '');
      shuffled([...own, ...strangers]).forEach((id, at) => {
        const letter = String.fromCharCode(65 + at);
        sheet.push(`- ${index + 1} ${letter} ${said(byId.get(id))}`);
        answers[`${index + 1} ${letter}`] = { name, isMember: own.includes(id) };
      });
      sheet.push('');
    });
    fs.writeFileSync(path.join(out, `${login}.md`), sheet.join('\n'));
    fs.writeFileSync(path.join(key, `${login}.json`), JSON.stringify(answers, null, 1));
  }
}

function said(input: ThemeInput | undefined): string {
  const body = (input?.body ?? '').replace(/\s+/g, ' ').slice(0, 420);
  return `(${input?.path ?? 'conversation'}) ${body}`;
}

function judge(keyFile: string, answersFile: string) {
  const key = JSON.parse(fs.readFileSync(keyFile, 'utf8')) as Key;
  const yes = new Set(
    fs
      .readFileSync(answersFile, 'utf8')
      .split('\n')
      .map((line) => line.trim()),
  );
  const count = { members: 0, membersTaken: 0, strangers: 0, strangersTaken: 0 };
  const missed: string[] = [];
  for (const [at, { isMember, name }] of Object.entries(key)) {
    if (isMember) {
      count.members++;
      if (yes.has(at)) count.membersTaken++;
      else missed.push(`${at} ${name}`);
    } else {
      count.strangers++;
      if (yes.has(at)) count.strangersTaken++;
    }
  }
  console.log(JSON.stringify({ ...count, missed }));
}
