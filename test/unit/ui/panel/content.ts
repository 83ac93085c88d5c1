import type { PanelContent } from '../../../../src/ui/panel/content.ts';

/** A panel with everything in it that a panel can hold, every word of it the same one. */
export const everything = (word: string): PanelContent => ({
  title: word,
  sections: [
    {
      id: 'all',
      heading: word,
      note: word,
      offers: [{ id: 'go', label: word, says: word, isPrimary: true }],
      blocks: [
        { kind: 'text', text: `${word}\n\n${word}` },
        {
          kind: 'list',
          isNumbered: true,
          items: [{ text: word, about: word, marks: [word], offers: [{ id: 'item', label: word }] }],
        },
        { kind: 'table', caption: word, columns: [word, word], rows: [[word, word]] },
        {
          kind: 'chart',
          caption: word,
          columns: [word],
          rows: [[word]],
          picture: {
            kind: 'bars',
            label: word,
            rows: [{ key: 'first', look: 'solid', name: word, value: 1, text: word }],
          },
        },
      ],
    },
  ],
});
