/** The beginning of a comment on one line, at most 180 characters. */
export function excerptOf(body: string): string {
  const line = body.slice(0, 1000).replace(/\s+/g, ' ').trim();
  return line.length > 180 ? `${line.slice(0, 179)}…` : line;
}
