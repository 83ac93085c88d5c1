import assert from 'node:assert/strict';
import { contentHtml, contentMarkdown } from '../../../../src/ui/panel/file.ts';
import { fitted } from '../../../../src/ui/panel/fit.ts';
import { sectionMarkdown, sectionsToTake } from '../../../../src/ui/panel/markdown.ts';
import { everything } from './content.ts';

describe('a section of a panel as Markdown', () => {
  it('says heading, note, words, lists and tables, and leaves offers out', () => {
    const [section] = everything('word').sections;
    assert.equal(
      sectionMarkdown(section!),
      [
        '## word',
        '_word_',
        'word',
        'word',
        '1. word (word) · word',
        '**word**',
        '| word | word |\n| --- | --- |\n| word | word |',
        '**word**',
        '| word |\n| --- |\n| word |',
      ].join('\n\n') + '\n',
    );
  });

  it('leaves out what only its reader is to see, also after it was cut to size', () => {
    const items = [{ text: 'for all' }, { text: 'to myself', isOnlyHere: true as const }];
    const section = { id: 'a', heading: 'Why', blocks: [{ kind: 'list' as const, items }] };
    const cut = fitted({ title: 'T', sections: [section] }, (count) => `${count}`);
    assert.equal(sectionMarkdown(section), '## Why\n\n- for all\n');
    assert.equal(sectionMarkdown(cut.sections[0]!), '## Why\n\n- for all\n');
    assert.doesNotMatch(
      contentHtml({ title: 'T', sections: [section] }, { language: 'en', numbers: '' }),
      /to myself/,
    );
  });

  it('lets no section out that is for its reader only, also after it was cut to size', () => {
    const blocks = [{ kind: 'text' as const, text: 'zz-slip' }];
    const all = { id: 'all', heading: 'For all', blocks: [] };
    const own = { id: 'own', heading: 'For you', blocks, isOnlyHere: true as const };
    const cut = fitted({ title: 'T', sections: [own, all] }, (count) => `${count}`);
    assert.equal(cut.sections.length, 2);
    assert.deepEqual(sectionsToTake(cut), [all]);
    const made = contentMarkdown(cut) + contentHtml(cut, { language: 'en', numbers: '' });
    assert.match(made, /For all/);
    assert.doesNotMatch(made, /zz-slip|For you/);
  });

  it('lets nobody’s words mean anything', () => {
    const hostile = '# a | <b>![x](http://evil.example/x.png) @ada `c` **d**\n- e';
    const made = sectionMarkdown(everything(hostile).sections[0]!);
    assert.doesNotMatch(made, /(?<!\\)!\[|(?<!\\)<b>|(?<!\\)\*\*d|^- e/m);
    const [head, rule, row] = made.slice(made.indexOf('\n| ') + 1).split('\n');
    // The signs of the words are no borders of cells.
    assert.equal(head!.match(/(?<!\\)\|/g)!.length, rule!.match(/\|/g)!.length);
    assert.equal(row!.match(/(?<!\\)\|/g)!.length, rule!.match(/\|/g)!.length);
  });
});
