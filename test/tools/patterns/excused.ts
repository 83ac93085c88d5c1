/**
 * Patterns of which it is not proved that they take linear time, as they are written (`/…/flags`), and why they may
 * stand. A file's path begins below src.
 */
export const excused: readonly { file: string; pattern: string; reason: string }[] = [
  {
    file: 'git/failure.ts',
    pattern: String.raw`/\b(authorization:\s*)[^\r\n]*/gi`,
    reason:
      'What is after the colon is matched to the end of its line whatever it is, so a match is never given up.',
  },
  {
    file: 'git/remote.ts',
    pattern: String.raw`/^[a-z0-9-]+(\.[a-z0-9-]+)+\/./i`,
    reason: 'After ^, and a dot is in no name between dots: each part can be taken in one way only.',
  },
  {
    file: 'git/remote.ts',
    pattern: String.raw`/\\+$/`,
    reason: 'A path that the user of this machine typed or chose.',
  },
  {
    file: 'git/remote.ts',
    pattern: String.raw`/\/+$/`,
    reason: 'A path that the user of this machine typed or chose.',
  },
  {
    file: 'git/remote.ts',
    pattern: String.raw`/^\/+|\/+$/g`,
    reason: 'An address that the user of this machine typed or chose.',
  },
  {
    file: 'git/upkeep.ts',
    pattern: String.raw`/^\s*objectformat\s*=\s*sha256/im`,
    reason: 'The config of a folder that git itself made for Cairn.',
  },
  {
    file: 'github/createRepository.ts',
    pattern: String.raw`/^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/`,
    reason: 'One attempt, after ^, and what looks ahead holds one run.',
  },
  {
    file: 'model/overlay.ts',
    pattern: '/#.*$/s',
    reason: 'With the flag s the dot takes everything to the end, where $ always holds.',
  },
  {
    file: 'model/plainLine.ts',
    pattern: String.raw`/^\s{0,9}(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|(?:[-*_]\s*){3,}$)/`,
    reason: 'One attempt, after ^, and a mark is no white space: each part can be taken in one way only.',
  },
  {
    file: 'model/remotes.ts',
    pattern: String.raw`/\/+$/`,
    reason: 'An address out of the git config of this machine.',
  },
  {
    file: 'model/safeText.ts',
    pattern: String.raw`/\bsrc\s*=\s*["']?(https?:\/\/[^\s"'<>()]+)/i`,
    reason: 'Asked of one tag, of at most 2,000 characters.',
  },
  {
    file: 'ui/signIn.ts',
    pattern: String.raw`/\/+$/`,
    reason: "A setting of this machine's user.",
  },
  {
    file: 'coach/tags/lexicon.ts',
    pattern: String.raw`/\s*\n\s*|\s*,\s*/`,
    reason: 'Asked of lists that stand in this file.',
  },
  {
    file: 'coach/tags/sentences.ts',
    pattern: String.raw`/[(){}[\]=<>\\|;$&%^_]|::|->|[^.]\.[a-z0-9]|[a-z][A-Z]|\/.*\/|\.\/|^[A-Z]+\d|^--?\w/`,
    reason: 'Two slashes are always a match, so that no more than one attempt is made in vain.',
  },
  {
    file: 'journal/folders/spaces.ts',
    pattern: '/^[.-]+|[.-]+$/g',
    reason: 'Asked of at most 60 characters.',
  },
  {
    file: 'model/anchor/lines.ts',
    pattern: String.raw`/[\r\n]+$/`,
    reason: 'Asked of one line, which holds no other line end than its own.',
  },
  {
    file: 'ui/remarks/remarks.ts',
    pattern: '/^#{1,6} +(.*)$/',
    reason: "A line of the user's own file, and only one that ends within itself is given up.",
  },
  {
    file: 'ui/remarks/remarks.ts',
    pattern: '/^(?:[-*] *){3,}$/',
    reason: 'One attempt, after ^, and a mark is no space: each part can be taken in one way only.',
  },
  {
    file: 'ui/coach/rephrase/askModel.ts',
    pattern: String.raw`/^(${'`'}{3,})[a-z]*\n([\s\S]*)\n\1$/`,
    reason:
      'One attempt, after ^; a backtick given back is refused at once, as neither a letter nor a line end.',
  },
  {
    file: 'programme/knowledge/tour/pattern.ts',
    pattern: "new RegExp(pattern, 'm')",
    reason:
      'Made of one escaped line and bounded blanks; its test proves of whatever it makes that it is linear.',
  },
];
