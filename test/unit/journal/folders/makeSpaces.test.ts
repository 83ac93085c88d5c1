import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeSpaces } from '../../../../src/journal/folders/makeSpaces.ts';
import { listMentorships } from '../../../../src/journal/folders/mentorships.ts';
import { folderOf, readInfo } from '../../../../src/journal/folders/spaces.ts';
import { Space } from '../../../../src/journal/space.ts';
import type { NewEvent } from '../../../../src/model/events.ts';

const begun = (title: string, more: object = {}): NewEvent => ({
  type: 'mentorship.recorded',
  payload: {
    ...{ title, kind: 'group', mentors: ['tess'], mentees: ['ada'], rhythmDays: null, hoursPerMonth: null },
    ...more,
  },
});
const plan = (name: string, ...events: NewEvent[]) => ({
  name,
  events: events.length > 0 ? events : [begun(name)],
});

describe('several spaces at once', () => {
  let data = '';
  beforeEach(() => {
    data = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-make-'));
  });
  afterEach(() => fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
  const spaces = () => fs.readdirSync(path.join(data, 'spaces')).sort();
  const make = (...plans: ReturnType<typeof plan>[]) => makeSpaces(data, plans, () => 'tess');

  it('are there with what is said in them first, each with an identity of its own', async () => {
    const slugs = await make(plan('Circle'), plan('Circle'), plan('ada: Circle'));
    assert.deepEqual(slugs, ['circle', 'circle-2', 'ada-circle']);
    assert.deepEqual(spaces(), ['ada-circle', 'circle', 'circle-2']);
    const infos = await Promise.all(slugs.map((slug) => readInfo(folderOf(data, slug))));
    assert.equal(new Set(infos.map((info) => info?.id)).size, 3);
    const found = await listMentorships(data);
    assert.deepEqual(
      found.map(({ slug, mentorship }) => [slug, mentorship?.title]),
      [
        ['ada-circle', 'ada: Circle'],
        ['circle', 'Circle'],
        ['circle-2', 'Circle'],
      ],
    );
  });

  it('are written on with the same writer', async () => {
    const [slug] = await make(plan('Circle'));
    const folder = folderOf(data, slug as string);
    const space = await Space.open({ folder, privateFolder: path.join(data, 'p'), author: () => 'tess' });
    await space.perform([begun('Circle', { mentees: ['ada', 'ben'] })]);
    space.dispose();
    assert.equal(fs.readdirSync(path.join(folder, 'journal')).length, 1);
    assert.deepEqual((await listMentorships(data))[0]?.mentorship?.mentees, ['ada', 'ben']);
  });

  it('are all there or none: a bad name, words that no journal takes', async () => {
    await make(plan('Before'));
    const tooLong = begun('x'.repeat(201));
    await assert.rejects(make(plan('One'), plan(' ')), { code: 'invalid-argument' });
    await assert.rejects(make(plan('One'), plan('Two', tooLong)), { code: 'invalid-argument' });
    assert.deepEqual(spaces(), ['before']);
  });

  it('are all there or none where the last of them cannot be put in its place', async () => {
    await make(plan('Before'));
    const { rename } = fs.promises;
    let times = 0;
    fs.promises.rename = async (from, to) => {
      if (String(from).includes('.making-') && path.dirname(String(to)).endsWith('spaces') && ++times === 2)
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      return rename(from, to);
    };
    try {
      await assert.rejects(make(plan('One'), plan('Two'), plan('Three')), { code: 'journal-unwritable' });
    } finally {
      fs.promises.rename = rename;
    }
    assert.equal(times, 2);
    assert.deepEqual(spaces(), ['before']);
  });

  it('leave alone what another window puts in a place before they come to it', async () => {
    const { rmdir } = fs.promises;
    const theirs = path.join(data, 'spaces', 'two', 'theirs.txt');
    fs.promises.rmdir = async (folder, ...more) => {
      await rmdir(folder, ...more);
      if (path.basename(String(folder)) !== 'two') return;
      fs.mkdirSync(path.dirname(theirs));
      fs.writeFileSync(theirs, 'theirs');
    };
    try {
      await assert.rejects(make(plan('One'), plan('Two')), { code: 'journal-unwritable' });
    } finally {
      fs.promises.rmdir = rmdir;
    }
    assert.deepEqual(spaces(), ['two']);
    assert.equal(fs.readFileSync(theirs, 'utf8'), 'theirs');
  });

  it('leave no reserved place behind that could not be made free', async () => {
    const { rmdir } = fs.promises;
    let times = 0;
    fs.promises.rmdir = async (folder, ...more) => {
      if (++times === 2) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      return rmdir(folder, ...more);
    };
    try {
      await assert.rejects(make(plan('One'), plan('Two')), { code: 'journal-unwritable' });
    } finally {
      fs.promises.rmdir = rmdir;
    }
    assert.deepEqual(spaces(), []);
  });

  it('leave no space where a window died, and take away what one left a day ago', async () => {
    await make(plan('Before'));
    const left = path.join(data, 'spaces', '.making-old');
    const fresh = path.join(data, 'spaces', '.making-now');
    for (const folder of [left, fresh]) fs.mkdirSync(path.join(folder, '0', 'journal'), { recursive: true });
    fs.utimesSync(left, 1, 1);
    assert.deepEqual(
      (await listMentorships(data)).map(({ slug }) => slug),
      ['before'],
    );
    await make(plan('After'));
    assert.deepEqual(spaces(), ['.making-now', 'after', 'before']);
  });
});

describe('the mentorships of a machine', () => {
  it('are those of each space, and none where it cannot be read', async () => {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-make-'));
    try {
      const [one, two] = await makeSpaces(data, [plan('One'), plan('Two')], () => 'tess');
      fs.rmSync(path.join(folderOf(data, two as string), 'journal'), { recursive: true });
      fs.writeFileSync(path.join(folderOf(data, two as string), 'journal'), 'no folder');
      const space = await Space.open({
        ...{
          folder: folderOf(data, one as string),
          privateFolder: path.join(data, 'p'),
          author: () => 'tess',
        },
      });
      await space.perform([begun('Newer')]);
      await space.undo();
      space.dispose();
      assert.deepEqual(
        (await listMentorships(data)).map(({ slug, mentorship }) => [slug, mentorship?.title ?? null]),
        [
          ['one', 'One'],
          ['two', null],
        ],
      );
    } finally {
      fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
