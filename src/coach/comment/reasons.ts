import type { FindingCode } from './types.ts';

/** Where a reason is known from. */
export type Source = { title: string; url: string };

const explanations: Source = {
  title: 'Widyasari et al. 2024: Explaining Explanations, an empirical study of explanations in code reviews',
  url: 'https://arxiv.org/abs/2311.09020',
};
const clarity: Source = {
  title:
    'Chen et al. 2024 (ClearCRC): Understanding practitioners’ expectations on clear code review comments',
  url: 'https://arxiv.org/abs/2410.06515',
};
const effects: Source = {
  title: 'Kluger and DeNisi 1996: The effects of feedback interventions on performance',
  url: 'https://doi.org/10.1037/0033-2909.119.2.254',
};
const pushback: Source = {
  title: 'Egelman et al., ICSE 2020: Predicting developers’ negative feelings about code review',
  url: 'https://doi.org/10.1145/3377811.3380414',
};
const labelled: Source = { title: 'Conventional Comments', url: 'https://conventionalcomments.org' };
const exercism: Source = {
  title: 'Exercism: How to give great feedback',
  url: 'https://exercism.org/docs/mentoring/how-to-give-great-feedback',
};

/** Why Cairn says so, one sentence a finding, and where that is known from. */
export const reasons: Record<FindingCode, { why: string; source: Source }> = {
  'no-why': {
    why: 'With its reason a request teaches something for next time; 42 % of 793 studied comments suggest something without one.',
    source: explanations,
  },
  vague: {
    why: 'The reader has to guess what to do; 28.8 % of studied comments were unclear in at least one way.',
    source: clarity,
  },
  'about-the-person': {
    why: 'Feedback helps on average, but in over a third of studied cases it hurt, more so the closer it came to the self instead of the task.',
    source: effects,
  },
  harsh: {
    why: 'Bad feelings about a review are rare and have their consequences; a program sees them coming with little precision, so it is your call.',
    source: pushback,
  },
  'command-not-question': {
    why: 'A ready answer is carried out; a question or a hint gives the reader the thinking, and the learning.',
    source: exercism,
  },
  'blocking-unclear': {
    why: 'A label such as “nitpick” or “(non-blocking)” tells the reader whether the change has to wait for it.',
    source: labelled,
  },
  'too-much': {
    why: 'One to three ideas a round leave the reader enough to do without being overwhelmed.',
    source: exercism,
  },
};
