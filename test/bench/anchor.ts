import { execFileSync } from 'node:child_process';
import { anchorOf, findAnchor } from '../../src/model/anchor/index.ts';

const root = `${import.meta.dirname}/../..`;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
const about = { path: 'x', repository: null, side: 'RIGHT', commit: null } as const;
const bare = (lines: string[]) => lines.join('').replace(/\s/g, '');
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Numbers that are the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Where git says that lines went: hunks of a diff, 1-based, with how many lines each side has. */
type Hunk = { from: number; old: number; to: number; now: number };

function hunksOf(one: string, other: string): Hunk[] {
  const diff = git('diff', '-U0', '-w', '--no-ext-diff', '--patience', one, other);
  return [...diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)].map(([, from, old, to, now]) => {
    const [oldCount, nowCount] = [Number(old ?? 1), Number(now ?? 1)];
    // With no lines on a side git names the line before.
    return {
      ...{ old: oldCount, now: nowCount },
      ...{ from: Number(from) + (oldCount === 0 ? 1 : 0), to: Number(to) + (nowCount === 0 ? 1 : 0) },
    };
  });
}

/** The line that an unchanged one is now, or the lines that came in the place of one that is no longer there. */
function oracle(hunks: readonly Hunk[], line: number): { line: number } | Hunk {
  let shift = 0;
  for (const hunk of hunks) {
    if (line < hunk.from) break;
    if (line < hunk.from + hunk.old) return hunk;
    shift += hunk.now - hunk.old;
  }
  return { line: line + shift };
}

/**
 * Where annotations are found again in the sources of this repository, some commits later, against what git's diff
 * says: of lines that stayed, how many are found, and how many of all that are found are right; of lines that were
 * edited, how many are found among the lines that came in their place. And how long it takes in 20,000 lines.
 */
export default async function measure([step = '25', seed = '1']: string[] = []) {
  const random = dice(Number(seed));
  const commits = git('log', '--first-parent', '--format=%H').trim().split('\n').reverse();
  const stayed = { lines: 0, found: 0, part: 0, wrong: 0 };
  /** Of these, those that say more than a brace or `return;` does. */
  const telling = { lines: 0, found: 0 };
  const edited = { lines: 0, found: 0, elsewhere: 0, elsewhereSame: 0 };
  const examples: string[] = [];
  for (let i = 0; i + 1 < commits.length; i += 7) {
    const [a, b] = [commits[i]!, commits[Math.min(commits.length - 1, i + 1 + random(Number(step)))]!];
    const names = git('diff', '--name-only', '--diff-filter=M', a, b, '--', '*.ts', '*.md', '*.json', '*.css')
      .split('\n')
      .filter((name) => name !== '' && name !== 'package-lock.json');
    for (let n = 0; n < Math.min(6, names.length); n++) {
      const name = names[random(names.length)]!;
      const [before, after] = [git('show', `${a}:${name}`), git('show', `${b}:${name}`)];
      const hunks = hunksOf(`${a}:${name}`, `${b}:${name}`);
      const [old, now] = [before.split('\n'), after.split('\n')];
      for (let draw = 0; draw < 30; draw++) {
        // Every third draw is at an edit, which are few.
        const at = hunks.length > 0 && draw % 3 === 0 ? hunks[random(hunks.length)]!.from + random(3) - 1 : 0;
        const startLine = Math.min(Math.max(1, at || 1 + random(old.length)), old.length);
        const long = random(3) === 0 ? 1 + random(6) : 1;
        const endLine = Math.min(old.length, startLine + long - 1);
        const place = findAnchor(after, [anchorOf(before, { startLine, endLine }, about)]);
        const ends = [oracle(hunks, startLine), oracle(hunks, endLine)];
        const where = `${name} ${a.slice(0, 8)}..${b.slice(0, 8)} ${startLine}-${endLine} ${JSON.stringify(place)}`;
        const isWhole =
          ends.every((end) => 'line' in end) &&
          !hunks.some(({ from }) => from > startLine && from <= endLine);
        const isTelling = old
          .slice(startLine - 1, endLine)
          .some((line) => /\w{3}.*\w{3}.*\w{3}.*\w{3}/.test(line));
        if (isWhole) {
          const [first, last] = ends.map((end) => ('line' in end ? end.line : 0));
          stayed.lines++;
          if (isTelling) telling.lines++;
          if (!place) continue;
          if (place.startLine === first && place.endLine === last) {
            stayed.found++;
            if (isTelling) telling.found++;
          } else if (place.startLine >= first! && place.endLine <= last!) stayed.part++;
          else {
            stayed.wrong++;
            examples.push(`stayed ${where} git ${first}-${last} ${old[startLine - 1]}`);
          }
          continue;
        }
        edited.lines++;
        if (!place) continue;
        const [first, last] = ends.map((end, e) =>
          'line' in end ? end.line : e === 0 ? end.to : end.to + end.now - 1,
        );
        if (place.startLine >= first! && place.endLine <= last!) edited.found++;
        else if (
          bare(old.slice(startLine - 1, endLine)) === bare(now.slice(place.startLine - 1, place.endLine))
        )
          edited.elsewhereSame++;
        else {
          edited.elsewhere++;
          examples.push(
            `edited ${where} git ${first}-${last} ${old[startLine - 1]} => ${now[place.startLine - 1]}`,
          );
        }
      }
    }
  }
  if (process.env.SHOW) console.error(examples.join('\n'));
  const found =
    stayed.found + stayed.part + stayed.wrong + edited.found + edited.elsewhere + edited.elsewhereSame;
  const wrong = stayed.wrong + edited.elsewhere;
  const time = inLongFile();
  return {
    ...{ stayed, telling, edited },
    precision: round(1 - wrong / Math.max(1, found)),
    recall: round(stayed.found / Math.max(1, stayed.lines)),
    recallTelling: round(telling.found / Math.max(1, telling.lines)),
    recallEdited: round(edited.found / Math.max(1, edited.lines)),
    ...time,
    ok: wrong <= found * 0.005 && time.msFirst < 100,
  };
}

function inLongFile() {
  const lines = Array.from({ length: 20_000 }, (_, i) =>
    i % 5 === 4 ? '}' : i % 5 === 3 ? '' : `const value${i} = read(${i * 7}, 'name ${i}');`,
  );
  const text = lines.join('\n');
  const anchors = Array.from({ length: 40 }, (_, i) =>
    anchorOf(text, { startLine: 1 + i * 499, endLine: 1 + i * 499 + (i % 3) }, about),
  );
  const times: number[] = [];
  const firsts: number[] = [];
  for (let run = 0; run < 9; run++) {
    const later = `// ${run}\n${text.replace(/value77\d+/g, 'other$&')}\nend();`;
    const start = performance.now();
    findAnchor(later, [anchors[0]!]);
    firsts.push(performance.now() - start);
    const next = performance.now();
    for (const anchor of anchors) findAnchor(later, [anchor]);
    times.push((performance.now() - next) / anchors.length);
  }
  const middle = (all: number[]) => Math.round(all.sort((a, b) => a - b)[4]! * 100) / 100;
  return { msFirst: middle(firsts), msEach: middle(times) };
}
