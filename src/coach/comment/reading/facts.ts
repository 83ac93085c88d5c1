import { isOwnSlip } from './ownSlip.ts';
import { type Reading, read } from './read.ts';
import { type Request, requestOf } from './requests.ts';
import type { Sentence } from './sentences.ts';
import { answer, praise } from './signs.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What all rules know of a comment. */
export type Facts = Reading & {
  tokens: Token[];
  requests: Request[];
  /** Begins as thanks, approval or an answer does. */
  isAnswer: boolean;
  isPraise: boolean;
  hasQuestion: boolean;
  /** Told of the writer's own slip, not of somebody else's work. */
  isOwnSlip: boolean;
};

const aboutYou = /\b(?:you|your|yours|you're|u|ur)\b/;
const kindYou =
  /\b(?:you're (?:right|welcome|correct|absolutely|totally)|you are (?:right|correct)|thank you|thanks|do you (?:think|mean|want|know|prefer|have|see|agree)|(?:as|like|what) you (?:said|say|suggest\w{0,3}|want|mean|prefer)|you know|if you|let you know|would you (?:prefer|like|rather)|are you (?:ok|okay|fine)|your (?:comment|comments|review|point|suggestion|feedback|help|time|idea))\b/g;

/** Whether a stretch of prose speaks to or of the reader, other than to thank or to agree. */
export function speaksToReader(prose: string): boolean {
  return aboutYou.test(prose.replace(kindYou, ''));
}

/** Reads a comment and what it asks for. Takes linear time. */
export function factsOf(text: string): Facts {
  const reading = read(text);
  const from = reading.label?.end ?? 0;
  const requests: Request[] = [];
  for (const sentence of reading.sentences) {
    const request = requestOf(sentence, from);
    if (request) requests.push(request);
  }
  const opening = reading.sentences[0];
  return {
    ...reading,
    tokens: tokensOf(reading.prose),
    requests,
    isAnswer: answer.test(reading.prose),
    isPraise: reading.label?.name === 'praise' || praise.test(reading.prose),
    hasQuestion: reading.sentences.some(({ mark }) => mark === '?'),
    isOwnSlip: opening !== undefined && tellsOwnSlip(opening) && !speaksToReader(reading.prose),
  };
}

/** Whether a sentence tells of its writer's own slip or doing. */
export function tellsOwnSlip({ text, start }: Sentence): boolean {
  return isOwnSlip(text, tokensOf(text, start));
}
