import assert from 'node:assert/strict';
import type { PanelContent } from '../../../../src/ui/panel/content.ts';
import { fitted, offeredIn } from '../../../../src/ui/panel/fit.ts';
import { hostMessageSchema, keptSchema, most, pageMessageSchema } from '../../../../src/ui/panel/protocol.ts';
import { everything } from './content.ts';

const more = (count: number) => `${count} more`;
const taken = (content: PanelContent) => fitted(content, more);

/** Issues of the schema that the page checks the state by. */
function issues(content: PanelContent): unknown[] {
  const word = 'word';
  const state = {
    language: 'en',
    isLoading: false,
    labels: { loading: word, jump: word, table: word, copy: word, copied: word, problem: word },
    title: content.title,
    problem: null,
    sections: content.sections.map((section) => ({ ...section, copyName: word })),
    kept: { id: 'x', again: null },
  };
  const message = JSON.parse(JSON.stringify({ type: 'state', state }));
  return hostMessageSchema.safeParse(message).error?.issues ?? [];
}

describe('the content of a panel', () => {
  it('is taken by the page as it is where it is of usual size', () => {
    const content = everything('one word');
    assert.deepEqual(taken(content), content);
    assert.deepEqual(issues(taken(content)), []);
  });

  it('is taken by the page whatever people wrote', () => {
    for (const word of [
      '<img src=x onerror=alert(1)>',
      `\u202Eevil\u0000 ${'x'.repeat(30_000)}`,
      '\ud800',
      '\n\n\n',
      '',
      '😀'.repeat(3000),
    ])
      assert.deepEqual(issues(taken(everything(word))), [], JSON.stringify(word.slice(0, 30)));
  });

  it('keeps nothing that hides or reorders text', () => {
    const said = JSON.stringify(taken(everything('a\u202Eb\u200Bc\u0007d')));
    assert.doesNotMatch(said, /[\u202e\u200b]|\\u0007/);
    assert.match(said, /abcd/);
  });

  it('says how many are left out of what is too long', () => {
    const content: PanelContent = {
      title: 't',
      sections: [
        {
          id: 's',
          heading: 'h',
          blocks: [
            { kind: 'list', items: Array.from({ length: most.items + 7 }, (_, at) => ({ text: `${at}` })) },
            {
              kind: 'table',
              caption: 'c',
              columns: ['a'],
              rows: Array.from({ length: most.rows + 3 }, (_, at) => [`${at}`]),
            },
          ],
        },
      ],
    };
    const [list, table] = taken(content).sections[0]!.blocks;
    assert.ok(list?.kind === 'list' && table?.kind === 'table');
    assert.equal(list.items.length, most.items + 1);
    assert.equal(list.items.at(-1)?.text, '7 more');
    assert.deepEqual(table.rows.at(-1), ['3 more']);
    assert.deepEqual(issues(taken(content)), []);
  });

  it('tells sections apart that have one id', () => {
    const section = { id: 's', heading: 'h', blocks: [] };
    const { sections } = taken({ title: 't', sections: [section, section, section] });
    assert.equal(new Set(sections.map(({ id }) => id)).size, 3);
  });

  it('knows every offer that is in it, and no other', () => {
    assert.deepEqual([...offeredIn(everything('x'))].sort(), ['go', 'item']);
  });
});

describe('the protocol of a panel', () => {
  const act = (asked: unknown) =>
    pageMessageSchema.safeParse({ type: 'act', request: 1, act: asked }).success;

  it('takes what a page may ask for, and nothing else', () => {
    assert.ok(act({ act: 'offer', offer: 'go' }));
    assert.ok(act({ act: 'copy', section: 'all' }));
    assert.ok(act({ act: 'reload' }));
    assert.ok(!act({ act: 'offer' }));
    assert.ok(!act({ act: 'offer', offer: 'x'.repeat(301) }));
    assert.ok(!act({ act: 'run', command: 'workbench.action.quit' }));
  });

  it('runs nothing again after a reload but what shows something of Cairn', () => {
    const again = (command: string) =>
      keptSchema.safeParse({ id: 'x', again: { command, args: [] } }).success;
    for (const command of ['cairn.showLoad', 'cairn.findMentor', 'cairn.matchProgramme'])
      assert.ok(again(command), command);
    for (const command of [
      'cairn.deleteCache',
      'cairn.publishSpace',
      'workbench.action.quit',
      'xcairn.showLoad',
      'cairn.show',
      'cairn.showLoad;rm',
    ])
      assert.ok(!again(command), command);
    assert.ok(!keptSchema.safeParse({ id: '../x', again: null }).success);
  });
});
