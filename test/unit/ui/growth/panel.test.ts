import assert from 'node:assert/strict';
import { asText, sectionMarkdown } from '../../../../src/ui/growth/panelMarkdown.ts';
import {
  hostMessageSchema,
  type PageMessage,
  type PanelState,
  pageMessageSchema,
  type Section,
} from '../../../../src/ui/growth/panelProtocol.ts';
import { read } from '../../../../src/ui/webview/read.ts';

const table = { caption: 'By month', head: ['Month', 'keep'], rows: [['May 2026', '3']] };
const section: Section = {
  ...{
    id: 'tagged',
    title: 'Keep, stop, start',
    summary: '3 pieces: 3 keep.',
    notes: ['1 is *not* tagged.'],
  },
  ...{ themes: [], moreThemes: null, legend: null, offers: [], copyName: 'Copy', tableName: 'Table' },
  figures: [{ id: 'all', title: null, chart: null, table }],
};
const state = { subtitle: 'ada · 2026', sections: [section] } as unknown as PanelState;

describe('a section of the growth panel as Markdown', () => {
  it('has its heading, its sentence, its numbers and of which time they are', () => {
    assert.equal(
      sectionMarkdown(state, 'tagged'),
      '## Keep, stop, start\n\n3 pieces: 3 keep.\n\n| Month | keep |\n| --- | ---: |\n| May 2026 | 3 |\n\n- 1 is \\*not\\* tagged.\n\n_ada · 2026_\n',
    );
    assert.equal(sectionMarkdown(state, 'scales'), null);
  });

  it('names its tables where there are several', () => {
    const several = { ...section, figures: [0, 1].map((n) => ({ ...section.figures[0]!, id: `f${n}` })) };
    const text = sectionMarkdown({ ...state, sections: [several] }, 'tagged');
    assert.equal(text?.match(/### By month/g)?.length, 2);
  });

  it('keeps the words of others words', () => {
    assert.equal(
      asText('a | b\n<img src=x> [c](d) @e `f`'),
      'a \\| b \\<img src=x\\> \\[c\\](d) \\@e \\`f\\`',
    );
    const table = { caption: 'c', head: ['Goal'], rows: [['x | y\n# z']] };
    const hostile = { ...section, figures: [{ id: 'a', title: null, chart: null, table }] };
    const text = sectionMarkdown({ ...state, sections: [hostile] }, 'tagged')!;
    assert.match(text, /\n\| x \\\| y \\# z \|\n/);
  });
});

describe('the protocol of the growth panel', () => {
  it('takes what the page may ask for, and nothing else', () => {
    const asked = (act: unknown) => read<PageMessage>(pageMessageSchema, { type: 'act', request: 0, act });
    assert.ok('message' in asked({ act: 'filter', period: 'all', goal: null }));
    assert.ok('message' in asked({ act: 'copy', section: 'themes' }));
    assert.ok('problem' in asked({ act: 'filter', period: 'tomorrow', goal: null }));
    assert.ok('problem' in asked({ act: 'deleteCache' }));
    assert.ok('problem' in asked({ act: 'openFeedback', feedback: '' }));
    assert.ok('problem' in read(pageMessageSchema, { type: 'act', request: -1, act: { act: 'reload' } }));
  });

  it('refuses a state that would put more than words into the page', () => {
    const chart = {
      ...{ kind: 'bars', label: 'x' },
      rows: [{ key: 'first evil', look: 'solid', name: 'n', value: 1, text: '1' }],
    };
    const result = hostMessageSchema.safeParse({
      type: 'state',
      state: { ...state, sections: [{ ...section, figures: [{ ...section.figures[0], chart }] }] },
    });
    assert.ok(!result.success);
    assert.ok(result.error.issues.some(({ path }) => path.join('.').endsWith('chart.rows.0.key')));
  });
});
