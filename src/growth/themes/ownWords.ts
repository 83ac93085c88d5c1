/** A comment without what others wrote. */
export type OwnWords = {
  /** Its writer's sentences: no quotes, code blocks, links, names, mentions of commits or issues. Bounded. */
  prose: string;
  /** What stands in inline code, each as it was written. */
  code: string[];
  /** The text of its first suggestion block; `null` without one. */
  proposal: string | null;
};

const longest = 6_000;
const mostCode = 60;

/** Reads a comment for themes; takes linear time, and no more than its first 20,000 characters. */
export function ownWordsOf(text: string): OwnWords {
  const kept: string[] = [];
  const proposed: string[] = [];
  let fence = '';
  let isProposal = false;
  let hasProposal = false;
  for (const line of withoutRemarks(text.slice(0, 20_000)).split(/\r\n?|\n/)) {
    const mark = /^\s{0,12}(`{3,}|~{3,})\s{0,3}(\w{0,20})/.exec(line);
    if (fence !== '') {
      if (mark && mark[2] === '' && (mark[1] as string).startsWith(fence)) {
        fence = '';
        hasProposal ||= isProposal;
      } else if (isProposal && !hasProposal) proposed.push(line);
    } else if (mark) {
      fence = mark[1] as string;
      isProposal = mark[2] === 'suggestion';
    } else if (!/^\s{0,3}>/.test(line) && !/^(?: {4}|\t)/.test(line)) kept.push(line);
  }
  hasProposal ||= isProposal && proposed.length > 0;
  const code: string[] = [];
  const prose = kept
    .join('\n')
    .slice(0, longest)
    .replace(
      /``([^`\n]{1,200})``|`([^`\n]{1,200})`/g,
      (_, one: string | undefined, other: string | undefined) => {
        const written = (one ?? other ?? '').trim();
        if (code.length < mostCode) code.push(written);
        // A single word in code is spoken: "this should be `const`".
        return /^[\w.]{1,30}$/.test(written) ? ` ${written} ` : ' ; ';
      },
    )
    .replace(/!?\[([^\][\n]{0,200})\]\([^()\s]{0,500}\)/g, ' $1 ')
    .replace(/https?:\/\/[^\s<>]{1,2000}/g, ' ; ')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/(?:^|[^\w`])@[\w-]{1,40}/g, ' ; ')
    .replace(/\b[0-9a-f]{7,40}\b/g, (hash) => (/\d/.test(hash) ? ' ; ' : hash))
    .replace(/[\w./-]{0,80}#\d{1,9}\b/g, ' ; ');
  return { prose, code, proposal: hasProposal ? proposed.join('\n').slice(0, longest) : null };
}

/** HTML comments are seen by nobody. One that is left open runs to the end. */
function withoutRemarks(text: string): string {
  let kept = '';
  let at = 0;
  for (let from = text.indexOf('<!--'); from >= 0; from = text.indexOf('<!--', at)) {
    kept += text.slice(at, from);
    const to = text.indexOf('-->', from);
    if (to < 0) return kept;
    at = to + 3;
  }
  return kept + text.slice(at);
}
