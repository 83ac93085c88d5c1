import type { MarkdownContent, MarkdownWords } from './exportMarkdown.ts';
import { kept } from './exportSessions.ts';
import type { Scale } from './growth.ts';
import { plainLine } from './plainLine.ts';
import { fenced, plainMarkdown, webLink } from './plainMarkdown.ts';

/** The words of the page about themes, guesses, thanks and scales. */
export type GrowthWords = {
  headings: Record<'themes' | 'kudos' | 'guesses' | 'scales', string>;
  to(name: string): string;
  /** What somebody's judgement of an expectation says. */
  judged: Record<'hit' | 'miss', string>;
  scale(scale: Scale): string;
  value(scale: Scale, value: number): string;
};

/** The part of the page about these, each only where there is something to say. */
export function growthParts(content: MarkdownContent, words: MarkdownWords): string[] {
  const { headings } = words.growth;
  const part = (heading: string, lines: string[]) => (lines.length > 0 ? [`## ${heading}`, ...lines] : []);
  return [
    ...part(headings.themes, themes(content, words)),
    ...part(
      headings.kudos,
      content.kudos.flatMap((one) => kudos(one, words)),
    ),
    ...part(
      headings.guesses,
      content.guesses.flatMap((one) => guess(one, words)),
    ),
    ...part(headings.scales, scales(content, words)),
  ];
}

function themes({ themes: all, feedback }: MarkdownContent, words: MarkdownWords): string[] {
  return all.flatMap(({ name, feedbackIds, isPrivate }) => {
    const ids = new Set(feedbackIds);
    const lines = feedback
      .filter(({ id }) => ids.has(id))
      .map((item) => `- ${plainMarkdown(plainLine(item.body, 120))} (${day(item.createdAt)})`);
    const title = `### ${plainMarkdown(name)}${kept({ isPrivate, claimedBy: null }, words)}`;
    return [title, lines.join('\n')].filter((part) => part !== '');
  });
}

function kudos(one: MarkdownContent['kudos'][number], words: MarkdownWords): string[] {
  const link = one.excerpt ? webLink(one.excerpt.url) : '';
  const facts = [
    plainMarkdown(one.createdBy ?? ''),
    words.growth.to(plainMarkdown(one.to)),
    day(one.givenAt),
    link,
  ];
  return [facts.filter(Boolean).join(' · ') + kept(one, words), fenced(one.text)];
}

function guess(one: MarkdownContent['guesses'][number], words: MarkdownWords): string[] {
  const { hit, miss } = words.growth.judged;
  const pull = `${plainMarkdown(one.repository)}\\#${one.number} ${plainMarkdown(one.title)}`;
  const facts = [pull, plainMarkdown(one.createdBy ?? ''), day(one.madeAt), webLink(one.url)];
  const lines = one.expectations.map(({ text, path, feedbackId }) => {
    const said = feedbackId === undefined ? '' : ` (${feedbackId === null ? miss : hit})`;
    return `- ${path === null ? '' : `${plainMarkdown(path)}: `}${plainMarkdown(text)}${said}`;
  });
  const title = facts.filter(Boolean).join(' · ') + kept(one, words);
  return [title, lines.join('\n') || words.nothing];
}

function scales({ scaleAnswers, goals }: MarkdownContent, words: MarkdownWords): string[] {
  const lines = scaleAnswers.map((one) => {
    const goal = goals.find(({ id }) => id === one.goalId)?.title;
    const facts = [
      day(one.answeredAt),
      `${words.growth.scale(one.scale)}: ${words.growth.value(one.scale, one.value)}`,
      goal && `${words.fields.goal}: ${plainMarkdown(goal)}`,
      one.note && plainMarkdown(one.note),
    ];
    return `- ${facts.filter(Boolean).join(' · ')}${kept(one, words)}`;
  });
  return lines.length > 0 ? [lines.join('\n')] : [];
}

const day = (time: string) => plainMarkdown(time.slice(0, 10));
