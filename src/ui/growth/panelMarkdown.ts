import type { PanelState, SectionId } from './panelProtocol.ts';
import { tableMarkdown } from './tableMarkdown.ts';

/** A section as Markdown for a check-in's notes or a pull request: heading, sentence, tables. `null`: no such section. */
export function sectionMarkdown(state: PanelState, id: SectionId): string | null {
  const section = state.sections.find((each) => each.id === id);
  if (!section) return null;
  const blocks = [`## ${asText(section.title)}`, asText(section.summary)];
  const several = section.figures.filter(({ table }) => table.rows.length > 0);
  for (const { table } of several) {
    if (several.length > 1) blocks.push(`### ${asText(table.caption)}`);
    blocks.push(
      tableMarkdown(
        table.head.map(asText),
        table.rows.map((row) => row.map(asText)),
      ),
    );
  }
  if (section.notes.length > 0) blocks.push(section.notes.map((note) => `- ${asText(note)}`).join('\n'));
  blocks.push(`_${asText(state.subtitle)}_`);
  return `${blocks.join('\n\n')}\n`;
}

/** On one line, with every sign escaped that Markdown could take for its own: names and titles are others' words. */
export const asText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~$@]|^(?=[-+=])/g, '\\$&');
