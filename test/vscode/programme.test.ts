import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './commentBox.ts';
import { cairn, run, signInAndPull } from './support.ts';

type Told = { login: string; kind: string; reasons: string[]; tradeOffs: string[]; text: string };
type Found = { mentors: Told[]; mentees: Told[]; full: number; problems: { file: string; kind: string }[] };
type Matched = {
  pairs: { mentee: string; mentor: string; kind: string; reasons: string[]; tradeOffs: string[] }[];
  unmatched: { mentee: string; advice: { kind: string; words: string }[] }[];
  open: { mentor: string; places: number }[];
  problems: { file: string; kind: string }[];
  text?: string;
};

const me = 'ada-wren';
const office = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };
const nowhere = join(tmpdir(), 'cairn-programme-that-is-nowhere');
const noGoFolder = () => join(process.env.CAIRN_TEST_DATA!, 'programme');

describe('a programme', () => {
  let folder: string;
  const people = () => join(folder, 'people');
  const put = (login: string, json: object) =>
    writeFileSync(join(people(), `${login}.json`), JSON.stringify({ version: 1, login, ...json }));
  const own = () => JSON.parse(readFileSync(join(people(), `${me}.json`), 'utf8'));
  const rejects = (command: string, argument: unknown, code: string) =>
    assert.rejects(
      async () => run(command, argument),
      (error: { code?: string }) => error.code === code,
      command,
    );

  before(() => signInAndPull());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-programme-'));
    mkdirSync(people());
    rmSync(noGoFolder(), { recursive: true, force: true });
    await run('cairn.chooseProgrammeFolder', { folder });
  });
  after(async () => {
    await run('cairn.chooseProgrammeFolder', { folder: '' });
    rmSync(noGoFolder(), { recursive: true, force: true });
    await run('workbench.action.closeAllEditors');
  });

  it('is a folder that the user chooses, and no workspace can', async () => {
    const setting = vscode.workspace.getConfiguration('cairn').inspect('programme.folder');
    assert.equal(setting?.globalValue, folder);
    await assert.rejects(async () =>
      vscode.workspace
        .getConfiguration('cairn')
        .update('programme.folder', '/elsewhere', vscode.ConfigurationTarget.Workspace),
    );
    await rejects('cairn.chooseProgrammeFolder', { folder: 'relative' }, 'invalid-argument');
    await rejects('cairn.chooseProgrammeFolder', { folder: nowhere }, 'not-found');
    await run('cairn.chooseProgrammeFolder', { folder: '' });
    await rejects('cairn.matchProgramme', {}, 'no-programme');
    await rejects('cairn.editProfile', { team: 'core' }, 'no-programme');
  });

  it('says where the folder is gone', async () => {
    rmSync(folder, { recursive: true });
    await rejects('cairn.findMentor', {}, 'bad-programme');
  });

  it('gets a file of one’s own, of which nothing else changes', async () => {
    await run('cairn.editProfile', {
      isMentored: true,
      wants: ['SQL'],
      timeZone: 'Asia/Kathmandu',
      hours: office,
    });
    assert.deepEqual(own(), {
      ...{ version: 1, login: me, isMentored: true, wants: ['SQL'] },
      ...{ timeZone: 'Asia/Kathmandu', hours: office },
    });
    assert.match(readFileSync(join(people(), `${me}.json`), 'utf8'), /^\{\n {2}"version": 1,\n/);
    writeFileSync(join(people(), `${me}.json`), JSON.stringify({ ...own(), pronouns: 'she', languages: 7 }));
    await run('cairn.editProfile', { wants: null, team: 'core' });
    assert.deepEqual(own(), {
      ...{ version: 1, login: me, isMentored: true, timeZone: 'Asia/Kathmandu', hours: office },
      ...{ pronouns: 'she', languages: 7, team: 'core' },
    });
    for (const wrong of [{ capacity: 'all' }, { login: 'bo' }, { salary: 1 }, { timeZone: 'Mars' }])
      await rejects('cairn.editProfile', wrong, 'invalid-argument');
    assert.deepEqual(readdirSync(people()), [`${me}.json`], 'nobody else’s');
  });

  it('never writes over a file that it cannot read', async () => {
    writeFileSync(join(people(), `${me}.json`), '{ "version": 1, "login": "ada-wren", "wants": [');
    await rejects('cairn.editProfile', { team: 'core' }, 'bad-programme');
    assert.match(readFileSync(join(people(), `${me}.json`), 'utf8'), /"wants": \[$/);
  });

  it('completes a file that is written by hand', async () => {
    await run('cairn.editProfile', { team: 'core' });
    const document = await vscode.workspace.openTextDocument(join(people(), `${me}.json`));
    await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('"team"'));
    const isOffered = async () => {
      const found = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const names = found.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return names.some((name) => name.includes('offersReverse'));
    };
    // The editor's JSON support may still be starting.
    while (!(await isOffered())) await new Promise((resolve) => setTimeout(resolve, 100));
  });

  it('proposes mentors with reasons, what stands against it, and words to send', async () => {
    put('ines', {
      name: 'Ines',
      mentors: true,
      capacity: 2,
      offers: ['SQL', 'tests'],
      team: 'web',
      wants: ['Rust'],
    });
    put('bo', { mentors: true, capacity: 1, offers: ['SQL'] });
    put('full', { mentors: true, capacity: 0, offers: ['SQL'] });
    put('seeker', { isMentored: true, wants: ['Rust'] });
    put('other', { mentors: true, capacity: 1, offers: ['gardening'] });
    writeFileSync(join(people(), 'broken.json'), '{');
    await run('cairn.editProfile', {
      isMentored: true,
      wants: ['SQL', 'testing'],
      offers: ['Rust'],
      team: 'core',
    });
    const found = await run<Found>('cairn.findMentor', {});
    assert.deepEqual(
      found.mentors.map(({ login }) => login),
      ['ines', 'bo'],
    );
    assert.deepEqual(
      found.mentees.map(({ login }) => login),
      ['seeker'],
    );
    assert.equal(found.full, 1);
    assert.deepEqual(
      found.problems.map(({ file, kind }) => [file, kind]),
      [['people/broken.json', 'not-json']],
    );
    const [ines, bo] = found.mentors;
    assert.match(
      ines!.reasons.join('; '),
      /^offers SQL and tests \(asked for: testing\); .*Rust.*another team/,
    );
    assert.match(bo!.tradeOffs.join('; '), /does not offer testing/);
    assert.match(ines!.text, /Hello Ines, .*SQL and testing.*Rust.*A no is fine/);
    assert.deepEqual(
      (await run<Found>('cairn.findMentor', { wants: ['gardening'] })).mentors.map(({ login }) => login),
      ['other'],
    );
    await rejects('cairn.findMentor', { wants: 'SQL' }, 'invalid-argument');
  });

  it('knows who reviewed the code that one works on', async () => {
    const { feedback } = await (await cairn()).getState();
    const reviewer = feedback.find(
      ({ author, path, isBot }) => path !== null && !isBot && author !== me,
    )!.author;
    put(reviewer, { mentors: true, capacity: 1, offers: ['gardening'] });
    put('stranger', { mentors: true, capacity: 1, offers: ['gardening'] });
    const { mentors } = await run<Found>('cairn.findMentor', { wants: ['cooking'] });
    assert.deepEqual(
      mentors.map(({ login }) => login),
      [reviewer],
      'without a file of one’s own',
    );
    await run('cairn.editProfile', { isMentored: true, wants: ['cooking'] });
    const found = await run<Found>('cairn.findMentor', {});
    assert.deepEqual(
      found.mentors.map(({ login }) => login),
      [reviewer],
    );
    assert.match(
      found.mentors[0]!.reasons.join('; '),
      /knows code that you work on: .*\(\d+ commits or reviews\)/,
    );
    assert.match(found.mentors[0]!.tradeOffs.join('; '), /offers nothing of what is asked for/);
  });

  it('shows hostile words as words in quick picks, panels and Markdown', async () => {
    const name = '$(trash) <img src=x onerror=alert(1)> [a](command:b) `c` | d';
    put('evil', { name, mentors: true, capacity: 1, offers: ['SQL'], team: '# h' });
    put('bo', { isMentored: true, wants: ['SQL'] });
    const { text } = await run<Matched>('cairn.matchProgramme', { format: 'markdown' });
    assert.ok(!text!.includes('<img'), text);
    assert.ok(!/(?<!\\)\]\(command/.test(text!), text);
    assert.match(text!, /1 proposed pair/);
  });

  it('is matched as a whole, with who is to be kept apart, and writes about nobody', async () => {
    put('ines', { mentors: true, capacity: 1, offers: ['SQL'] });
    put('max', { mentors: true, capacity: 3, offers: ['SQL', 'Rust'] });
    put('bo', { isMentored: true, wants: ['SQL'] });
    put('cy', { isMentored: true, wants: ['Rust'] });
    put('dee', { isMentored: true, wants: ['cooking'] });
    const before = readdirSync(folder, { recursive: true });
    const pairsOf = ({ pairs }: Matched) => pairs.map(({ mentee, mentor }) => `${mentee}-${mentor}`);
    const all = await run<Matched>('cairn.matchProgramme', {});
    assert.deepEqual(pairsOf(all)[1], 'cy-max');
    assert.equal(all.pairs.length, 2);
    assert.deepEqual(
      all.unmatched.map(({ mentee, advice }) => [mentee, advice.map(({ kind }) => kind)]),
      [['dee', ['nobody-offers']]],
    );
    assert.match(all.unmatched[0]!.advice[0]!.words, /Nobody here offers cooking/);
    const apart = await run<Matched>('cairn.matchProgramme', {
      noGo: [
        ['MAX', 'cy'],
        ['bo', 'max'],
        ['bo', 'inse'],
      ],
    });
    assert.deepEqual(pairsOf(apart), ['bo-ines']);
    assert.doesNotMatch(JSON.stringify(apart), /inse/, 'who is to be kept apart is the lead’s alone');
    const some = await run<Matched>('cairn.matchProgramme', {
      people: ['bo', 'max'],
      running: [['ines', 'bo']],
    });
    assert.deepEqual(pairsOf(some), ['bo-max']);
    await rejects('cairn.matchProgramme', { people: ['nobody'] }, 'not-found');
    await rejects('cairn.matchProgramme', { noGo: [['bo']] }, 'invalid-argument');
    assert.deepEqual(readdirSync(folder, { recursive: true }), before, 'nothing was written');
  });

  it('keeps apart who stands in the lead’s own file, and matches nobody where that is broken', async () => {
    put('ines', { mentors: true, capacity: 1, offers: ['SQL'] });
    put('bo', { isMentored: true, wants: ['SQL'] });
    mkdirSync(noGoFolder(), { recursive: true });
    const file = join(noGoFolder(), 'no-go.json');
    writeFileSync(file, '{ "pairs": [["ines", "bo"]] }');
    const { pairs, unmatched } = await run<Matched>('cairn.matchProgramme', {});
    assert.deepEqual([pairs, unmatched[0]!.advice.map(({ kind }) => kind)], [[], ['nobody-fits']]);
    writeFileSync(file, '{ "pairs": [["ines", "bo"], ["zz-slip", "bo"]] }');
    for (const format of ['json', 'markdown']) {
      const made = join(folder, `match.${format}`);
      const told = await run<Matched>('cairn.matchProgramme', { format, file: made });
      const { text } = await run<Matched>('cairn.matchProgramme', { format });
      const bytes = [readFileSync(made, 'utf8'), JSON.stringify(told), text!].join('\n');
      assert.match(bytes, /Nobody who mentors fits/);
      assert.doesNotMatch(bytes, /zz-slip|zz\\-slip|kept.apart/i, format);
    }
    writeFileSync(file, '{ "pairs": [["ines", "bo"], ] }');
    await rejects('cairn.matchProgramme', {}, 'bad-programme');
    await rejects('cairn.findMentor', { wants: ['SQL'] }, 'bad-programme');
  });

  it('writes a match where a caller names a file, as JSON too', async () => {
    put('ines', { mentors: true, capacity: 1, offers: ['SQL'] });
    put('bo', { isMentored: true, wants: ['SQL'] });
    const file = join(folder, 'matches.json');
    await run('cairn.matchProgramme', { format: 'json', file });
    assert.deepEqual(
      JSON.parse(readFileSync(file, 'utf8')).pairs.map(({ mentee, mentor }: Matched['pairs'][0]) => [
        mentee,
        mentor,
      ]),
      [['bo', 'ines']],
    );
    await rejects('cairn.matchProgramme', { file }, 'invalid-argument');
  });

  it('is matched with 500 people in it, each within their capacity', async () => {
    const skills = ['testing', 'SQL', 'Rust', 'design', 'debugging', 'Docker', 'React'];
    const some = (n: number) => [0, 1, 2].map((step) => skills[(n * (step + 1) + step) % skills.length]);
    for (let n = 0; n < 500; n += 1) {
      const part =
        n % 2 === 0
          ? { isMentored: true, wants: some(n) }
          : { mentors: true, offers: some(n), capacity: 1 + (n % 3) };
      put(`person-${n}`, {
        ...part,
        timeZone: n % 5 === 0 ? 'Asia/Kathmandu' : 'Europe/Berlin',
        hours: office,
      });
    }
    const { pairs, unmatched, problems } = await run<Matched>('cairn.matchProgramme', {});
    assert.deepEqual(problems, []);
    assert.equal(pairs.length + unmatched.length, 250);
    assert.ok(pairs.length > 200, `${pairs.length} pairs`);
    const taken = new Map<string, number>();
    for (const { mentor, reasons } of pairs) {
      taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
      assert.ok(reasons.length > 0);
    }
    for (const [mentor, mentees] of taken) assert.ok(mentees <= 1 + (Number(mentor.slice(7)) % 3), mentor);
  });

  it('shows both in a panel', async () => {
    put('ines', { mentors: true, capacity: 1, offers: ['SQL'] });
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await run('cairn.matchProgramme', { show: true });
    await until(() => labels().includes('Matches of the programme'));
    await run('cairn.findMentor', { wants: ['SQL'], show: true });
    await until(() => labels().includes('Find a mentor'));
  });
});
