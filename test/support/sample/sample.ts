import type { PullLine } from '../github/types.ts';
import { firstSteps } from './firstSteps.ts';
import { firstStores } from './firstStores.ts';
import { lately } from './lately.ts';
import { secondSteps } from './secondSteps.ts';

/** Where the sample's mentee works. */
export const sampleRepository = 'harbour-lights/beacon';
export const sampleMentee = 'ada-wren';

export type SampleOptions = {
  /** Milliseconds since 1970; the sample ends shortly before and began half a year earlier. */
  now?: number;
  /** Base address of the images in the comments, without a slash at the end. */
  images?: string;
};

/** The project's own sample mentorship, in the shape of an NDJSON set. Invented people, invented service. */
export function sampleLines({ now = Date.now(), images }: SampleOptions = {}): PullLine[] {
  const lines = [...firstSteps, ...firstStores, ...secondSteps, ...lately].map((builder) =>
    builder.build({ now, repository: sampleRepository }),
  );
  if (!images) return lines;
  for (const line of lines) {
    for (const said of [line.pull, ...line.reviews, ...line.review_comments, ...line.issue_comments]) {
      said.body = said.body?.replaceAll('https://images.beacon.example', images) ?? '';
    }
  }
  return lines;
}
