import type { StoredCode } from '../github/code/types.ts';
import type { PullLine } from '../github/types.ts';
import { firstSteps } from './firstSteps.ts';
import { firstStores } from './firstStores.ts';
import { withHistory } from './history.ts';
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
export function sampleLines(options: SampleOptions = {}): PullLine[] {
  return sampleSet(options).lines;
}

/** The same with the code of its repository. */
export function sampleSet({ now = Date.now(), images }: SampleOptions = {}): {
  lines: PullLine[];
  code: Record<string, StoredCode>;
} {
  const built = [...firstSteps, ...firstStores, ...secondSteps, ...lately].map((builder) => ({
    line: builder.build({ now, repository: sampleRepository }),
    story: builder.story,
  }));
  const code = { [sampleRepository]: withHistory(built) };
  const lines = built.map(({ line }) => line);
  if (!images) return { lines, code };
  for (const line of lines) {
    for (const said of [line.pull, ...line.reviews, ...line.review_comments, ...line.issue_comments]) {
      said.body = said.body?.replaceAll('https://images.beacon.example', images) ?? '';
    }
  }
  return { lines, code };
}
