import { ThemeEngine } from '../../src/growth/themes/index.ts';
import { loadLines } from '../support/github/load.ts';
import { menteeFeedback } from './themes/menteeFeedback.ts';

/*
 * Prints the themes of one mentee in a data set as JSON: `npm run -s themes -- FILE.ndjson.gz --mentee LOGIN`.
 * `feedback` is all that others said to the mentee, `notChatter` what of it is no approval and Cairn does not suggest to set aside,
 * `inThemes` what of this is in themes of three or more, `share` the latter's share of the former.
 */
const [file, option, login] = process.argv.slice(2);
if (file === undefined || option !== '--mentee' || login === undefined) {
  console.error('Usage: npm run -s themes -- FILE.ndjson.gz --mentee LOGIN');
  process.exit(2);
}
const { feedback, inputs } = menteeFeedback(await loadLines(file), login);
const said = new Map(inputs.map((input) => [input.id, input]));
const themes = new ThemeEngine().set(inputs).filter(({ feedbackIds }) => feedbackIds.length >= 3);
const inThemes = themes.reduce((sum, { feedbackIds }) => sum + feedbackIds.length, 0);
console.log(
  JSON.stringify(
    {
      mentee: login,
      feedback,
      notChatter: inputs.length,
      inThemes,
      share: inputs.length === 0 ? null : Math.round((inThemes / inputs.length) * 1000) / 1000,
      themes: themes.map(({ name, words, feedbackIds }) => ({
        name,
        words,
        size: feedbackIds.length,
        pullRequests: new Set(feedbackIds.map((id) => said.get(id)?.pullRequest?.number)).size,
        feedback: feedbackIds.map((id) => {
          const input = said.get(id);
          return { id, text: (input?.body ?? '').slice(0, 500), path: input?.path ?? null };
        }),
      })),
    },
    null,
    2,
  ),
);
