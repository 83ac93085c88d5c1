import { clean } from './cleanText.ts';

/**
 * Anybody's words within a line of Markdown, as they are: none of their signs means anything there. What would end the
 * line or hide in it is a space.
 */
export function plainMarkdown(text: string): string {
  const line = clean(text).replace(/\s+/g, ' ').trim();
  return line
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]{}()!|~$#^>]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Anybody's text in a block of its own, as it is: nothing in it is Markdown, and nothing in it can end the block. */
export function fenced(text: string): string {
  const body = clean(text);
  const runs = body.match(/`+/g) ?? [];
  const marks = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 3));
  return `${marks}text\n${body}\n${marks}`;
}

/** An address as a link that shows itself; `null` for what leads to no web page. */
export function webLink(address: string | null): string | null {
  if (address === null) return null;
  try {
    const { href, protocol } = new URL(address);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && !/[\s<>\\`]/.test(href) ? `<${href}>` : null;
  } catch {
    return null;
  }
}
