import * as vscode from 'vscode';
import type { Deps } from '../../commands/deps.ts';
import { openPanel, type PanelContent } from '../../panel/index.ts';
import { askFile, type Format, openFile, writeText } from '../../report/write.ts';
import { languageTag } from '../../words/language.ts';
import { type OwnLoad, readLoad } from './read.ts';
import { type Choice, kudosToShow, recognitionContent } from './recognition.ts';

/** The text of the file. */
export async function recognitionText(load: OwnLoad, choice: Choice, format: Format): Promise<string> {
  const { contentHtml, contentMarkdown } = await import('../../panel/file.ts');
  const content = recognitionContent(load, choice);
  if (format === 'markdown') return contentMarkdown(content);
  return contentHtml(content, { language: languageTag(), numbers: vscode.l10n.t('Show as table') });
}

/** Shows what would be written, as it would stand there; what is not wanted can be left out of it before. */
export async function previewRecognition(deps: Deps): Promise<void> {
  const without = new Set<string>();
  let hasNames = false;
  const choice = () => ({ without, hasNames });
  const changed = new vscode.EventEmitter<void>();
  await openPanel(deps, {
    id: 'recognition',
    read: async () => draft(await readLoad(deps.store, new Date()), choice()),
    onDidChange: changed.event,
    act: async (offer) => {
      const [what, id = ''] = offer.split(' ');
      if (what === 'out') without.add(id);
      else if (what === 'in') without.delete(id);
      else if (what === 'names') hasNames = !hasNames;
      else if (what === 'markdown' || what === 'html')
        await save(await readLoad(deps.store, new Date()), choice(), what);
    },
  });
}

async function save(load: OwnLoad, choice: Choice, format: Format): Promise<void> {
  const file = await askFile('mentoring', format);
  if (!file) return;
  await writeText(file, await recognitionText(load, choice, format));
  await openFile(file, format);
}

/** The same with what can be done: which thanks are in it, whether names are, and where to. */
function draft(load: OwnLoad, choice: Choice): PanelContent {
  const { sections } = recognitionContent(load, choice);
  const kudos = kudosToShow(load);
  const hidden = load.kudos.length - kudos.length;
  return {
    title: vscode.l10n.t('What you would export'),
    sections: [
      {
        id: 'about',
        heading: vscode.l10n.t('Before it is written'),
        blocks: [
          {
            kind: 'text',
            text: vscode.l10n.t(
              'This is all that the file will hold: your own hours, and thanks that were given to you. Nobody whom you mentor is named by it, apart from what a thank-you says itself. Ask those who thanked you before you show their words.',
            ),
          },
        ],
        offers: [
          { id: 'markdown', label: vscode.l10n.t('Save as Markdown'), isPrimary: true },
          { id: 'html', label: vscode.l10n.t('Save as HTML') },
          {
            id: 'names',
            label: choice.hasNames
              ? vscode.l10n.t('Leave out who thanked you')
              : vscode.l10n.t('Say who thanked you'),
          },
        ],
      },
      ...sections.filter(({ id }) => id !== 'kudos'),
      ...(load.kudos.length === 0
        ? []
        : [
            {
              id: 'kudos',
              heading: vscode.l10n.t('Thanks'),
              ...(hidden > 0 ? { note: vscode.l10n.t('Private thanks are never in it: {0}.', hidden) } : {}),
              blocks: [
                {
                  kind: 'list' as const,
                  items: kudos.map(({ id, text, createdBy }) => {
                    const isOut = choice.without.has(id);
                    return {
                      text,
                      ...(choice.hasNames && createdBy ? { about: createdBy } : {}),
                      ...(isOut ? { marks: [vscode.l10n.t('left out')] } : {}),
                      offers: [
                        isOut
                          ? { id: `in ${id}`, label: vscode.l10n.t('Put back') }
                          : { id: `out ${id}`, label: vscode.l10n.t('Leave out') },
                      ],
                    };
                  }),
                },
              ],
            },
          ]),
    ],
  };
}
