/** Markdown of a link to a pull request; its number only where its address is no web page. */
export function pullRequestLink({ number, url }: { number: number; url: string }): string {
  const address = webAddress(url);
  return address === null ? `#${number}` : `[#${number}](${address})`;
}

/** An address that Markdown takes as it is. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return href.replaceAll('(', '%28').replaceAll(')', '%29');
}
