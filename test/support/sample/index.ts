export { sampleFiles } from './files.ts';
export { withHistory } from './history.ts';
export * from './place.ts';
export { PullRequestBuilder, pullRequest } from './pullRequest.ts';
export { type SampleOptions, sampleLines, sampleMentee, sampleRepository, sampleSet } from './sample.ts';
export { comment, Talk, type Who } from './talk.ts';
