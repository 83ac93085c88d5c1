import type { MarkdownContent, MarkdownWords } from './exportMarkdown.ts';
import { kept, list } from './exportSessions.ts';
import {
  type MentorshipStatus,
  type PulseQuestion,
  pulseQuestions,
  type TrialQuestion,
  type TrialWord,
  trialQuestions,
} from './mentorship.ts';
import { fenced, plainMarkdown, webLink } from './plainMarkdown.ts';
import type { Kept, Mentorship } from './state.ts';

/** The words of the page about the mentorship itself. */
export type MentorshipWords = {
  headings: Record<'charter' | 'pulses' | 'trials' | 'skills' | 'knowledge' | 'help', string>;
  fields: Record<
    | 'purpose'
    | 'mentorsHope'
    | 'menteesHope'
    | 'startsOn'
    | 'months'
    | 'accepted'
    | 'inForce'
    | 'why'
    | 'topics',
    string
  >;
  statuses: Record<MentorshipStatus, string>;
  until(date: string): string;
  months(count: number): string;
  /** What stands where a charter is accepted by some only. */
  notInForce: string;
  pulse: Record<PulseQuestion, string>;
  trial: Record<TrialQuestion, string>;
  answers: Record<TrialWord, string>;
  day(count: number): string;
  level(count: number): string;
  asked(name: string): string;
};

/** What the page begins with: who mentors whom, for what, and what they have agreed. */
export function aboutMentorship(content: MarkdownContent, words: MarkdownWords): string[] {
  const { mentorship: about, charters } = content;
  const { headings } = words.mentorship;
  // What is in force, and where nothing is: what may come to be.
  const charter = charters.findLast(({ inForceSince }) => inForceSince !== null) ?? charters.at(-1);
  return [
    ...(about ? [`## ${words.headings.mentorship}`, facts(about, words)] : []),
    ...(charter ? [`## ${headings.charter}`, accepted(charter, words), fenced(charter.text)] : []),
  ];
}

function facts(about: Mentorship, words: MarkdownWords): string {
  const { fields, kinds, days, hours } = words;
  const own = words.mentorship;
  const status = [
    about.status === 'active' ? '' : own.statuses[about.status],
    about.statusUntil === null ? '' : own.until(about.statusUntil),
    about.statusReason === null ? '' : plainMarkdown(about.statusReason),
  ];
  return list([
    [fields.kind, `${plainMarkdown(about.title)} (${kinds[about.kind]})`],
    [fields.mentors, about.mentors.map(plainMarkdown).join(', ')],
    [fields.mentees, about.mentees.map(plainMarkdown).join(', ')],
    [own.fields.purpose, plainMarkdown(about.purpose ?? '')],
    [own.fields.mentorsHope, plainMarkdown(about.hopes?.mentors ?? '')],
    [own.fields.menteesHope, plainMarkdown(about.hopes?.mentees ?? '')],
    [fields.rhythm, about.rhythmDays === null ? '' : days(about.rhythmDays)],
    [fields.budget, about.hoursPerMonth === null ? '' : hours(about.hoursPerMonth)],
    [own.fields.startsOn, about.startsOn ?? ''],
    [own.fields.months, about.months === null ? '' : own.months(about.months)],
    [fields.status, status.filter(Boolean).join(', ')],
  ]);
}

function accepted(one: MarkdownContent['charters'][number], words: MarkdownWords): string {
  const { fields, notInForce } = words.mentorship;
  return list([
    [fields.accepted, one.acceptedBy.map(plainMarkdown).join(', ')],
    [fields.inForce, one.inForceSince === null ? notInForce : day(one.inForceSince)],
  ]);
}

/** The part of the page about knowledge, skills, pulses, checks and help, each only where there is something to say. */
export function mentorshipParts(content: MarkdownContent, words: MarkdownWords): string[] {
  const { headings } = words.mentorship;
  const part = (heading: string, lines: string[]) => (lines.length > 0 ? [`## ${heading}`, ...lines] : []);
  return [
    ...part(headings.knowledge, knowledge(content, words)),
    ...part(headings.skills, joined(content.skillRatings.map((one) => skill(one, words)))),
    ...part(headings.pulses, joined(content.pulses.map((one) => pulse(one, words)))),
    ...part(headings.trials, joined(content.trials.map((one) => trial(one, words)))),
    ...part(headings.help, joined(content.help.map((one) => help(one, words)))),
  ];
}

function knowledge(content: MarkdownContent, words: MarkdownWords): string[] {
  const { fields } = words.mentorship;
  return content.knowledge.flatMap((one) => {
    const place = one.anchor && `${plainMarkdown(one.anchor.path)}:${one.anchor.startLine}`;
    const link = one.excerpt ? webLink(one.excerpt.url) : null;
    const title = [plainMarkdown(one.createdBy ?? ''), day(one.notedAt), place, link]
      .filter(Boolean)
      .join(' · ');
    const topics = one.topics.map(plainMarkdown).join(', ');
    return [
      title + kept(one, words),
      fenced(one.what),
      ...(one.why === null ? [] : [`${fields.why}:`, fenced(one.why)]),
      ...(topics === '' ? [] : [`${fields.topics}: ${topics}`]),
    ];
  });
}

function skill(one: MarkdownContent['skillRatings'][number], words: MarkdownWords): string {
  const what = `${plainMarkdown(one.rubric)}, ${plainMarkdown(one.skill)}: ${plainMarkdown(one.person)}`;
  const level = one.level === null ? '' : words.mentorship.level(one.level);
  return row([day(one.ratedAt), what, level, ...said(one, one.note)], one, words);
}

function pulse(one: MarkdownContent['pulses'][number], words: MarkdownWords): string {
  const answers = pulseQuestions
    .filter((question) => one.answers[question] !== null)
    .map((question) => `${words.mentorship.pulse[question]}: ${one.answers[question]}`);
  return row([day(one.givenAt), answers.join(', '), ...said(one, one.words)], one, words);
}

function trial(one: MarkdownContent['trials'][number], words: MarkdownWords): string {
  const answers = trialQuestions.flatMap((question) => {
    const answer = one.answers[question];
    return answer === null ? [] : `${words.mentorship.trial[question]}: ${words.mentorship.answers[answer]}`;
  });
  const about = words.mentorship.day(one.day);
  return row([day(one.answeredAt), about, answers.join(', '), ...said(one, one.words)], one, words);
}

function help(one: MarkdownContent['help'][number], words: MarkdownWords): string {
  const asked = one.of === null ? '' : words.mentorship.asked(plainMarkdown(one.of));
  const path = one.path === null ? '' : plainMarkdown(one.path);
  return row([day(one.askedAt), plainMarkdown(one.topic), path, asked, ...said(one, null)], one, words);
}

const said = ({ createdBy }: Kept, words: string | null) => [
  plainMarkdown(createdBy ?? ''),
  words === null ? '' : plainMarkdown(words),
];
const row = (parts: string[], one: Kept, words: MarkdownWords) =>
  `- ${parts.filter(Boolean).join(' · ')}${kept(one, words)}`;
const joined = (lines: string[]) => (lines.length > 0 ? [lines.join('\n')] : []);
const day = (time: string) => plainMarkdown(time.slice(0, 10));
