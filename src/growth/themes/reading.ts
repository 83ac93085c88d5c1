import { type CodeKind, codeKindOf } from './codeKind.ts';
import { ownWordsOf } from './ownWords.ts';
import { isNear, readProposal } from './proposal.ts';
import { type Terms, termsOf } from './terms.ts';
import { tokensOf } from './tokens.ts';
import { type Spoken, spokenOf, topicNamed } from './topics.ts';
import type { ThemeInput } from './types.ts';

/** A piece of feedback as themes see it; depends on the piece alone. */
export type Reading = {
  id: string;
  /** Time and id: the order of all that is shown. */
  at: string;
  isKeep: boolean;
  /** Index of the topic that it is about; -1 where it is about none, or about several alike. */
  topic: number;
  /** How clearly. */
  topicScore: number;
  topicWords: string[];
  kind: CodeKind | null;
  path: string | null;
  pullRequest: string;
  goalIds: string[];
} & Terms;

/** `s/old/new/`: write it so. */
const substitution = /(?:^|[^\w/])s\/([^/\n]{1,80})\/([^/\n]{1,80})/g;

/** What a change says that a suggestion block makes without words beside it. */
const topicOfChange: Record<string, string> = {
  formatting: 'formatting',
  typo: 'typos',
  deletes: 'dead',
  const: 'constness',
  number: 'magic',
  include: 'includes',
  name: 'naming',
};

const ceremonies = new Set(['approval', 'rebase'].map(topicNamed));
/** Whether a topic is about the pull request's way to its merge rather than about the work. */
export const isCeremony = (topic: number): boolean => ceremonies.has(topic);

const approval = topicNamed('approval');
/** Whether a topic leaves nothing to learn: that somebody agrees is no theme, however often it is said. */
export const isApproval = (topic: number): boolean => topic === approval;

/** Reads a piece of feedback; takes linear time. */
export function readFeedback(input: ThemeInput): Reading {
  const { prose, code, proposal } = ownWordsOf(input.body);
  const tokens = tokensOf(prose);
  const kind = input.path === null ? null : codeKindOf(input.path);
  const change = proposal === null ? null : readProposal(proposal, input.diffHunk, kind);
  const spoken = spokenOf(tokens);
  const wordCount = tokens.reduce((count, { stem }) => count + (stem === '' ? 0 : 1), 0);
  if (change) {
    const id =
      change.change === 'prose'
        ? kind?.role === 'docs'
          ? 'docs'
          : 'comments'
        : topicOfChange[change.change];
    if (id !== undefined) raise(spoken, topicNamed(id), wordCount < 6 ? 3 : 1, '');
  }
  for (const [, old = '', now = ''] of prose.matchAll(substitution)) {
    const isNames = /_/.test(old) && /_/.test(now);
    raise(spoken, topicNamed(isNear(old, now) ? 'typos' : isNames ? 'naming' : 'grammar'), 3, '');
    break;
  }
  const { topic, score, words } = mainTopic(spoken, wordCount);
  const { terms, written } = termsOf(tokens, code, input);
  return {
    id: input.id,
    at: `${input.at} ${input.id}`,
    // To approve, or to ask for a rebase, is no praise of anything.
    isKeep: input.tag === 'keep' && !isCeremony(topic),
    topic,
    topicScore: score,
    topicWords: words,
    terms,
    written,
    kind,
    path: input.path,
    pullRequest: input.pullRequest ? `${input.pullRequest.repository}#${input.pullRequest.number}` : '',
    goalIds: [...input.goalIds],
  };
}

function raise(spoken: Spoken, topic: number, by: number, word: string): void {
  const one = spoken.get(topic) ?? { score: 0, words: [] };
  one.score += by;
  if (word !== '') one.words.push(word);
  spoken.set(topic, one);
}

/** The one topic that a comment is about: a long one has to say it more than once, or of little else. */
function mainTopic(spoken: Spoken, wordCount: number): { topic: number; score: number; words: string[] } {
  const approval = topicNamed('approval');
  const nothing = topicNamed('nothing');
  let best = -1;
  let most = 0;
  let all = 0;
  for (const [topic, { score }] of spoken) {
    if (topic === approval || topic === nothing) continue;
    all += score;
    if (score > most || (score === most && best < 0)) [best, most] = [topic, score];
  }
  const approved = spoken.get(approval);
  if (approved && wordCount <= 12 && most < 3)
    return { topic: approval, score: approved.score, words: approved.words };
  const needed = Math.min(8, 3 + Math.max(0, wordCount - 40) / 14);
  if (best < 0 || most < needed || most < 0.4 * all) return { topic: -1, score: 0, words: [] };
  return { topic: best, score: most, words: spoken.get(best)?.words ?? [] };
}
