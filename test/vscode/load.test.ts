import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { fitted } from '../../src/ui/panel/fit.ts';
import type { PanelContent } from '../../src/ui/panel/index.ts';
import { loadContent } from '../../src/ui/programme/load/content.ts';
import type { OwnLoad } from '../../src/ui/programme/load/read.ts';
import { recognitionContent } from '../../src/ui/programme/load/recognition.ts';
import { cairn, run, signInAndPull } from './support.ts';

const data = process.env.CAIRN_TEST_DATA!;
const now = new Date(2026, 10, 22, 12);
const rejects = (code: string, command: string, ...args: unknown[]) =>
  assert.rejects(Promise.resolve(run(command, ...args)), { code });
const textOf = (content: PanelContent) => JSON.stringify(fitted(content, String).sections);

const month = { sessions: 3, unknownSessions: 1, reviews: 2, reviewMinutes: null };
const load = (of: Partial<OwnLoad> = {}): OwnLoad => ({
  loads: [
    {
      ...{ space: 'one', title: 'Growing Ada', mentees: ['ada-wren'], isActive: true, hoursPerMonth: 4 },
      months: [
        { ...month, month: '2026-10', minutes: 90 },
        { ...month, month: '2026-11', minutes: 300 },
      ],
    },
  ],
  ...{ own: null, capacity: null, minutesPerReview: null, kudos: [], unread: [] },
  ...of,
});
const kudos = (text: string, isPrivate = false) => ({
  ...{ id: `k-${text.length}`, to: 'marsh-lind', text, feedbackId: null, goalId: null, excerpt: null },
  ...{ givenAt: '2026-11-03T10:00:00Z', createdBy: 'ada-wren', claimedBy: null, isPrivate, helpId: null },
  space: 'Growing Ada',
});

describe('a mentor’s load, in words', () => {
  it('says hours against what was agreed, and what is in no number', () => {
    const text = textOf(loadContent(load(), now));
    assert.match(text, /5 of 4 hours in November 2026\./);
    assert.match(text, /more than you have for it/);
    assert.match(text, /1 session has no length: the time was more\./);
    assert.match(text, /2 reviews of your mentees’ pull requests: counted, and in no hours/);
    assert.doesNotMatch(textOf(loadContent(load({ own: 6 }), now)), /more than you have/);
  });

  it('says what is not known: no budget, a space that cannot be read', () => {
    const one = load().loads[0]!;
    const text = textOf(
      loadContent(load({ loads: [{ ...one, hoursPerMonth: null }], unread: ['Broken | space'] }), now),
    );
    assert.match(text, /How many you have for it is not known/);
    assert.match(text, /Not read, and in no number here: Broken \| space/);
    assert.doesNotMatch(text, /more than you have/);
  });

  it('reads capacity 0 as “not now”, and times reviews where the mentor does', () => {
    assert.match(textOf(loadContent(load({ capacity: 0 }), now)), /by your profile you take on nobody now/);
    assert.match(textOf(loadContent(load({ minutesPerReview: 20 }), now)), /20 minutes each as you have set/);
  });

  it('says what to do where nobody is mentored yet', () => {
    const { sections } = loadContent(load({ loads: [] }), now);
    assert.deepEqual(
      sections.map(({ heading, offers }) => [heading, offers?.[0]?.id]),
      [['Nobody yet', 'start']],
    );
  });
});

describe('what a mentor exports', () => {
  const all = load({ kudos: [kudos('Thank you for the long talk'), kudos('Between us only', true)] });
  const none = { without: new Set<string>(), hasNames: false };

  it('is their own hours and what they were thanked for, without anybody’s name', () => {
    const text = textOf(recognitionContent(all, none));
    assert.match(text, /In twelve months I mentored 1 person\./);
    assert.match(text, /6\.5 hours, in 6 sessions; 4 reviews\./);
    assert.match(text, /Thank you for the long talk/);
    assert.doesNotMatch(text, /ada-wren|Growing Ada|Between us/);
  });

  it('names who thanked only where that is asked for, and leaves out what is taken out', () => {
    assert.match(textOf(recognitionContent(all, { ...none, hasNames: true })), /ada-wren · Nov 3, 2026/);
    const without = new Set([all.kudos[0]!.id]);
    assert.doesNotMatch(textOf(recognitionContent(all, { ...none, without })), /long talk|Thanks/);
  });
});

describe('a mentor’s load, by command', () => {
  let folder: string;
  let space: string;
  before(async () => {
    await signInAndPull();
    folder = await mkdtemp(join(tmpdir(), 'cairn-load-'));
    const about = {
      name: 'Load of a mentor',
      mentors: ['ada-wren'],
      mentees: ['quill-far'],
      hoursPerMonth: 1,
    };
    space = (await run<{ space: string }>('cairn.createSpace', about)).space;
    await run('cairn.logSession', { kind: 'check-in', people: ['ada-wren', 'quill-far'], minutes: 90 });
    // What the mentee's clone wrote, as a sync brings it.
    const payload = {
      ...{
        kudos: 'k-quill',
        to: 'ada-wren',
        text: 'Zinnias for <your> patience',
        feedback: null,
        goal: null,
      },
      givenAt: new Date().toISOString(),
    };
    const event = { id: 'e-quill', time: [Date.now(), 0], author: 'quill-far', act: 'e-quill', version: 1 };
    const journal = join(data, 'spaces', space, 'journal', 'quillswriter');
    await mkdir(journal, { recursive: true });
    await writeFile(
      join(journal, '2026-11.jsonl'),
      `${JSON.stringify({ ...event, type: 'kudos.given', payload })}\n`,
    );
    await run('cairn.switchSpace', { space: 'personal' });
  });
  after(async () => {
    await run('cairn.switchSpace', { space: 'personal' });
    await rm(folder, { recursive: true, force: true });
  });

  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && /cairn\.panel/.test(input.viewType));

  it('shows one panel, however often it is asked for, and stays in the space that is shown', async () => {
    const titled = async () => (await (await cairn()).getState()).mentorship?.title;
    const before = await titled();
    await run('cairn.showLoad');
    await run('cairn.showLoad');
    assert.deepEqual([await titled(), before === 'Load of a mentor'], [before, false]);
    while (!tabs().some(({ label }) => label === 'Your load as a mentor'))
      await new Promise((done) => setTimeout(done, 50));
    assert.equal(tabs().filter(({ label }) => label === 'Your load as a mentor').length, 1);
    await vscode.window.tabGroups.close(tabs());
  });

  it('exports hours and thanks of spaces that are not shown, as Markdown', async () => {
    const { text } = await run<{ text: string }>('cairn.exportRecognition', { format: 'markdown' });
    assert.match(text, /^# Mentoring\n/);
    assert.match(text, /- Zinnias for &lt;your> patience|- Zinnias for &lt;your\\> patience/);
    assert.doesNotMatch(text, /quill-far|Load of a mentor/);
    const named = { format: 'markdown', includeNames: true };
    assert.match((await run<{ text: string }>('cairn.exportRecognition', named)).text, /quill-far/);
    const without = { format: 'markdown', without: ['k-quill'] };
    assert.doesNotMatch((await run<{ text: string }>('cairn.exportRecognition', without)).text, /Zinnias/);
  });

  it('writes one page that fetches and runs nothing', async () => {
    const file = join(folder, 'mentoring.html');
    assert.deepEqual(await run('cairn.exportRecognition', { format: 'html', file }), { file });
    const page = await readFile(file, 'utf8');
    assert.match(page, /Zinnias for &lt;your&gt; patience/);
    assert.match(page, /default-src 'none'; style-src 'sha256-/);
    assert.doesNotMatch(page, /<script|<img|<link|src=|https?:\/\/(?!www\.w3\.org)/);
  });

  it('refuses what it does not take', async () => {
    await rejects('invalid-argument', 'cairn.exportRecognition', {});
    await rejects('invalid-argument', 'cairn.exportRecognition', { format: 'pdf' });
    await rejects('invalid-argument', 'cairn.exportRecognition', { format: 'html', file: 'here.html' });
  });
});
