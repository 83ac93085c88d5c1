import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSession } from '../../../../src/model/sessionText/readSession.ts';

const actionsOf = (text: string) =>
  readSession(text).actions.map(({ line, isDone }) => `${isDone ? 'x' : '-'} ${line}`);
const rowsOf = (text: string) =>
  readSession(text).entries.map(({ topic, insight, nextAction }) => [topic, insight, nextAction]);
const feedbackOf = (text: string) =>
  readSession(text).feedback.map(({ tag, text: said }) => `${tag}: ${said}`);
const head = '| Topic | Insight | Next action |\n| --- | --- | --- |\n';

describe('readSession', () => {
  it('reads nothing of nothing', () => {
    const empty = {
      entries: [],
      actions: [],
      feedback: [],
      prepared: { question: '', goal: '', example: '' },
    };
    for (const text of ['', '\n', '\ufeff', 'Just a remark.', '# Check-in', head]) {
      assert.deepEqual(readSession(text), empty);
    }
  });

  describe('tables', () => {
    const row = ['Outbox', 'Retries are safe', '@ada try it by friday'];
    const tables: [string, string][] = [
      ['with pipes around', `${head}| Outbox | Retries are safe | @ada try it by friday |`],
      [
        'without',
        'Topic | Insight | Next action\n--- | --- | ---\nOutbox | Retries are safe | @ada try it by friday',
      ],
      [
        'with alignment',
        `|Topic|Insight|Next action|\n|:--|:-:|--:|\n|Outbox|Retries are safe|@ada try it by friday|`,
      ],
      [
        'with CRLF and a BOM',
        `\ufeff${head}| Outbox | Retries are safe | @ada try it by friday |\r\n`.replaceAll('\n', '\r\n'),
      ],
      [
        'with old line ends',
        `${head}| Outbox | Retries are safe | @ada try it by friday |`.replaceAll('\n', '\r'),
      ],
      [
        'with other columns first',
        '| Next step | Subject | Learning |\n|-|-|-|\n| @ada try it by friday | Outbox | Retries are safe |',
      ],
      [
        'in German',
        '| Thema | Erkenntnis | Nächster Schritt |\n|---|---|---|\n| Outbox | Retries are safe | @ada try it by friday |',
      ],
      [
        'in decomposed German',
        '| Thema | Erkenntnis | Na\u0308chste Schritte |\n|---|---|---|\n| Outbox | Retries are safe | @ada try it by friday |',
      ],
      [
        'with bold heads',
        '| **Topic** | _Insight_ | 👉 Next action: |\n|---|---|---|\n| Outbox | Retries are safe | @ada try it by friday |',
      ],
      ['without heads', '| | | |\n|---|---|---|\n| Outbox | Retries are safe | @ada try it by friday |'],
      [
        'with columns for owner and date',
        '| Topic | Insight | Action | Owner | Due |\n|-|-|-|-|-|\n| Outbox | Retries are safe | try it | ada | friday |',
      ],
      [
        'with a rule that is too short',
        '| Topic | Insight | Next action |\n| --- | --- |\n| Outbox | Retries are safe | @ada try it by friday |',
      ],
      [
        'in an item',
        '- Rows:\n\n  | Topic | Insight | Next action |\n  | --- | --- | --- |\n  | Outbox | Retries are safe | @ada try it by friday |',
      ],
      [
        'with Markdown in its cells',
        `${head}| **Outbox** | [Retries](https://a.example/x_(y)) are \`safe\` | @ada ~~do~~ try *it* by friday |`.replace(
          '~~do~~ ',
          '',
        ),
      ],
    ];
    for (const [what, text] of tables) {
      it(`reads one ${what}`, () => {
        assert.deepEqual(rowsOf(text), [row]);
        assert.deepEqual(actionsOf(text), ['- @ada try it by friday']);
      });
    }

    it('reads rows with fewer cells, and none of what says nothing', () => {
      const text = `${head}| Outbox\n|| Retries\n| | | Try it |\n| | | |\n| a | b | c | d |`;
      assert.deepEqual(rowsOf(text), [
        ['Outbox', '', ''],
        ['', 'Retries', ''],
        ['', '', 'Try it'],
        ['a', 'b', 'c'],
      ]);
    });

    it('takes an escaped pipe for a pipe, and a slash before a cell’s end for a slash', () => {
      assert.deepEqual(rowsOf(`${head}| a \\| b | \`x \\| y\` | C:\\ |`), [['a | b', 'x | y', 'C:\\']]);
      assert.deepEqual(rowsOf(`${head}| a\\\\| b | c |`), [['a\\', 'b', 'c']]);
    });

    it('ends a table where something else begins', () => {
      assert.deepEqual(rowsOf(`${head}| a | | |\nA remark\n| b | | |`), [['a', '', '']]);
      assert.deepEqual(rowsOf(`${head}| a | | |\n\n| b | | |`), [['a', '', '']]);
      assert.deepEqual(rowsOf(`${head}| a | | |\n# Title | x`), [['a', '', '']]);
      assert.deepEqual(actionsOf(`${head}| a | | |\n- [ ] b | c`), ['- b | c']);
    });

    it('leaves other tables alone', () => {
      const text = '| Metric | Before | After |\n|---|---|---|\n| p99 | 120 ms | 80 ms |';
      assert.deepEqual(readSession(text), readSession(''));
      assert.deepEqual(readSession('a | b\n---'), readSession(''));
    });

    it('reads boxes and several next actions in a cell', () => {
      const text = `${head}| a | | [x] @ada do it<br>- [ ] @theo read it<br/>ask |`;
      assert.deepEqual(actionsOf(text), ['x @ada do it', '- @theo read it', '- ask']);
      assert.deepEqual(rowsOf(text), [['a', '', '@ada do it; @theo read it; ask']]);
    });

    it('quotes an owner of several words, and believes the cell that names one itself', () => {
      const text =
        '| Action | Who | By |\n|-|-|-|\n| try it | Ada Wren | 2026-12-01 |\n| @theo ask | ada | |\n| [x] rest | @ada | |';
      assert.deepEqual(actionsOf(text), ['- @"Ada Wren" try it by 2026-12-01', '- @theo ask', 'x @ada rest']);
    });
  });

  describe('task lists', () => {
    it('reads them with every sign, nested and numbered', () => {
      const text =
        '- [ ] a\n  * [x] b\n    1. [X] c\n+ [ ] d\n2) [ ] e\n- [] f\n\t- [ ] g\n- no task\n- [ ]\n- [ ] …\n-[ ] h\n- [y] i';
      assert.deepEqual(actionsOf(text), ['- a', 'x b', 'x c', '- d', '- e', '- f', '- g']);
    });

    it('joins the lines of an item that goes on, and not the remark below it', () => {
      const text = '- [ ] @ada write\n  the note\n      by friday\nA remark\n- [ ] b\n\n  More about b.';
      assert.deepEqual(actionsOf(text), ['- @ada write the note by friday', '- b']);
    });

    it('counts the same words once, done where either is', () => {
      assert.deepEqual(actionsOf(`- [ ] Try it\n- [x]  try  **it**\n${'\n'}${head}| a | | Try it |`), [
        'x Try it',
      ]);
    });

    it('leaves out what is struck out, code, quotes and comments', () => {
      const text = [
        '- [ ] ~~a~~',
        '> - [ ] b',
        '```md',
        '- [ ] c',
        '~~~',
        '- [ ] d',
        '```',
        '<!-- - [ ] e',
        '- [ ] f -->',
        '- [ ] g <!-- by friday -->',
        '',
        'Text',
        '',
        '    - [ ] h',
        '',
        '- ```',
        '  - [ ] i',
        '  ```',
        '- [ ] j',
        '    - [ ] k',
        '`<!--` is how one begins',
        '- [ ] l',
        '- [ ] m `<!--` \\<!--',
        '- [ ] n -->',
        '<!-- not yet closed',
        '- [ ] o',
      ].join('\n');
      assert.deepEqual(actionsOf(text), ['- g', '- j', '- k', '- l', '- m <!-- <!--', '- n -->', '- o']);
    });

    it('keeps who does it, and the sign of who does not', () => {
      const text =
        '- [ ] @"Ada Wren" try\n- [ ] [@ada](https://github.com/ada) try\n- [ ] \\@everyone is a team\n- [ ] @x_y_z use __init__ and *args';
      assert.deepEqual(actionsOf(text), [
        '- @"Ada Wren" try',
        '- @ada try',
        '- \\@everyone is a team',
        '- @x_y_z use init and *args',
      ]);
    });
  });

  describe('keep, stop and start', () => {
    const all = ['keep: small steps', 'stop: force pushes', 'start: tests first'];
    const ways: [string, string][] = [
      ['headings', '## Keep\n\n- small steps\n\n## Stop\n- force pushes\n\n## Start\n\ntests first'],
      [
        'headings of any level and look',
        '###### 🟢 KEEP doing (us) ######\n* small steps\n# 2. **Stop**:\n1. force pushes\nStart\n===\n+ tests first',
      ],
      [
        'bold lines',
        '**Keep**\n\nsmall steps\n\n__Stop:__\n- force pushes\n\n**Start**:\n\n- tests first\n\n**Other**\n\n- x',
      ],
      ['bold words', '**Keep:** small steps\n**Stop**: force pushes\n\n*Start* – tests first\n\nOther words'],
      ['plain words', 'Keep: small steps\nStop: force\npushes\nStart:\n- tests first\n\nOther words'],
      ['items', '- Keep: small steps\n- **Stop:** force pushes\n- Start\n  - tests first\n- other'],
      ['a table', '| Keep | Stop | Start |\n|---|---|---|\n| small steps | force pushes | tests first |'],
      ['German headings', '## Beibehalten\nsmall steps\n## Aufhören\nforce pushes\n## Anfangen\ntests first'],
      [
        'a retrospective',
        '## Continue\r\n- small steps\r\n\r\n## Stop doing\r\n- force pushes\r\n## Start doing\r\n- tests first',
      ],
    ];
    for (const [what, text] of ways)
      it(`reads ${what}`, () => assert.deepEqual(feedbackOf(text).sort(), all.sort()));

    it('takes items within an item for a part of it', () => {
      const text = '## Keep\n- small steps\n  - reviews are fast\n\n  and calm\n- asking\n  why';
      assert.deepEqual(feedbackOf(text), [
        'keep: small steps\nreviews are fast\nand calm',
        'keep: asking why',
      ]);
    });

    it('goes on below a deeper heading and ends with any other', () => {
      assert.deepEqual(feedbackOf('## Keep\n### From Ada\n- a\n## Notes\n- b'), ['keep: a']);
      assert.deepEqual(feedbackOf('## Keep\n### Notes\n- a\n### Stop\n- b\n# x\nc'), ['keep: a', 'stop: b']);
    });

    it('hears a task below a heading twice: as feedback and as a next action', () => {
      const read = readSession('## Start\n- [ ] @ada write tests first');
      assert.deepEqual(read.feedback, [{ tag: 'start', text: '@ada write tests first' }]);
      assert.equal(read.actions.length, 1);
    });

    it('hears nothing where nothing is said', () => {
      for (const text of [
        '## Keep\n\n<!-- what? -->\n\n- \n- …\n- none\n- N/A.\n- _nothing_\n\n---\n> a quote\n```\ncode\n```',
        'Start: 14:00\n- Start: 9 am\n- Stop: 15.30 Uhr\n**Start:** 2026-12-01',
        'Keep going: it works\nStop it: now\nStart by reading\nWe keep: x',
        '- Keep it simple\n- Starting: x',
        '## Keep / stop / start\n\nLet us see.',
      ])
        assert.deepEqual(feedbackOf(text), [], text);
    });

    it('counts the same words under one tag once', () => {
      assert.deepEqual(feedbackOf('Keep: a\n\n## Keep\n- a\n\n## Stop\n- a'), ['keep: a', 'stop: a']);
    });
  });

  describe('what was prepared', () => {
    const prepared = (text: string) => Object.values(readSession(text).prepared);
    it('reads paragraphs, items and words in a line', () => {
      const text =
        '# Check-in\n## Question\n<!-- What is\n it? -->\nHow do I\nsay no?\n\nAnd to whom?\n\n## My goal\n- Ask\n- Listen\n\n**Recent example:** the outbox review';
      assert.deepEqual(prepared(text), ['How do I say no? And to whom?', 'Ask Listen', 'the outbox review']);
      assert.deepEqual(prepared('Frage: wie?\nZiel: fragen\n- Beispiel: gestern'), [
        'wie?',
        'fragen',
        'gestern',
      ]);
    });

    it('takes code and quotes for an example, and no tables, tasks or fillers', () => {
      assert.deepEqual(prepared(`## Example\n\n\`\`\`ts\nconst a = 1;\n\`\`\`\n## Goal\n> to ask`), [
        '',
        'to ask',
        'const a = 1;',
      ]);
      assert.deepEqual(
        prepared(`## Question\n\n${head}| a | | |\n\nText\n## Goal\n- [ ] a\n- b\n## Example\ntbd`),
        ['', '', ''],
      );
    });

    it('believes the first part that says something', () => {
      assert.deepEqual(prepared('## Question\n\n## Question\nb\n## Question\nc'), ['b', '', '']);
    });
  });

  it('leaves no room in a next action for a line that says nothing', () => {
    const { actions } = readSession('* [x] Pair on retries\n  <br>\n  by friday\n  <br>');
    assert.deepEqual(actions, [{ line: 'Pair on retries by friday', isDone: true }]);
  });

  it('gives one plain line each, whatever the text is', () => {
    const part = fc.constantFrom(
      ...[
        '# ',
        '## Keep',
        '## Goal\n',
        '**Stop:**',
        '- ',
        '- [ ] ',
        '* [x] ',
        '1. ',
        '|',
        '\\|',
        head,
        '---',
        '\n',
        '\r\n',
        '\n\n',
        '\t',
      ],
      ...[
        '```',
        '~~~',
        '<!--',
        '-->',
        '`',
        '**',
        '_',
        '~~',
        '[',
        '](',
        ')',
        '<b>',
        '<br>',
        '&amp;',
        '\\',
        'Ada',
        'naïve 👋',
        '@theo',
        ' by friday',
        '\u2028',
        '\ufeff',
        '\u202e',
        '\ud800',
        '    ',
        '> ',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const { entries, actions, feedback, prepared } = readSession(parts.join(''));
        const cells = entries.flatMap((row) => Object.values(row));
        const lines = [...cells, ...actions.map(({ line }) => line), ...Object.values(prepared)];
        for (const line of [...lines, ...feedback.flatMap(({ text }) => text.split('\n'))]) {
          assert.ok(
            !/[\r\n\t\u2028\u202e\ufeff]|^\s|\s$|\s\s/u.test(line) && line.isWellFormed(),
            JSON.stringify(line),
          );
        }
        for (const { text } of feedback) assert.notEqual(text, '');
        assert.equal(new Set(actions.map(({ line }) => line.toLowerCase())).size, actions.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads a text made to be slow at a glance', () => {
    const most = 65_536;
    for (const part of [
      ...[
        '<!--',
        '<!-- -->',
        '[',
        '](',
        '[](',
        '[a](((',
        '`',
        '``` `',
        '*',
        '**a',
        '_a_',
        '~~',
        '<a',
        '<',
        '&amp',
        '\\',
        '|',
        '\\|',
        '- ',
        '- [ ] ',
      ],
      ...[
        '- [ ] a\n',
        '> ',
        '\t',
        ' ',
        '#',
        '# Keep\n',
        '**Keep',
        'Keep: ',
        '|a\n|-\n',
        `${head}`,
        '| a ',
        '|-',
        '---\n',
        'a\n',
        '\n',
        '1. ',
        '```\n',
        '    a\n',
        '<br>',
        ':',
      ],
    ]) {
      const text = part.repeat(Math.ceil(most / part.length)).slice(0, most);
      readSession(`${head}| ${text}`);
      readSession(`## Keep\n- [ ] ${text}`);
    }
  });
});
