import { patternAt } from './pattern.ts';
import { isInside, type Tour, type TourStep, tourSchema } from './shape.ts';
import { tourTitle, tourWords } from './words.ts';

/** One stop of a tour. All words are anybody's. */
export type Stop = {
  title: string;
  /** In the order in which they are read; `name` stands before the words: "Why", or who says it. */
  parts: { name: string | null; words: string }[];
  /** Where more is to be read. */
  url: string | null;
  /** `null` where the code is not there (any more): the words are shown without. */
  place: { file: string; text: string; line: number } | null;
};

/** Signs of a title, of one part of a stop; stops. */
const [longestTitle, longestPart] = [100, 8000];
export const mostStops = 300;

/**
 * A tour for CodeTour. Each stop that has a place carries a pattern made from its line, or, where the line is one of
 * many same ones, its number; never both, since CodeTour then looks at the number alone.
 * @param words.untitled for a stop without words
 */
export function makeTour(
  {
    title,
    description,
    ref,
    stops,
  }: { title: string; description: string; ref: string | null; stops: Stop[] },
  words: { untitled: string },
): Tour {
  const tour = {
    $schema: 'https://aka.ms/codetour-schema',
    title: tourTitle(title, longestTitle) || words.untitled,
    ...(description === '' ? {} : { description: tourTitle(description, 1000) }),
    ...(ref === null ? {} : { ref }),
    steps: stops.slice(0, mostStops).map((stop) => stepOf(stop, words.untitled)),
  };
  return tourSchema.parse(tour);
}

function stepOf({ title, parts, url, place }: Stop, untitled: string): TourStep {
  const name = tourTitle(title, longestTitle) || untitled;
  const said = parts
    .map(({ name, words }) => ({ name: name && tourWords(name, 200), words: tourWords(words, longestPart) }))
    .filter(({ words }) => words !== '')
    .map(({ name, words }) => (name ? `**${name}:** ${words}` : words));
  const link = url !== null && plainAddress.test(url) ? [`<${url}>`] : [];
  const description = [...said, ...link].join('\n\n') || tourWords(name, longestTitle);
  return { ...placeOf(place), title: name, description };
}

/** An address in which nothing is a sign of Markdown. */
const plainAddress = /^https:\/\/[\w./:?=&%~+,;@#-]{1,2000}$/;

function placeOf(place: Stop['place']): Pick<TourStep, 'file' | 'line' | 'pattern'> {
  if (!place || !isInside(place.file)) return {};
  const { file, text, line } = place;
  const pattern = patternAt(text, line);
  return pattern === null ? { file, line } : { file, pattern };
}

/** What a tour of this title is called on every system; never a path. */
export function tourFileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .slice(0, 1000)
    .split(/[^\p{L}\p{N}]/u)
    .filter(Boolean)
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
  // Names that mean a device on Windows.
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(plain);
  return `${isDevice || plain === '' ? `tour${plain && `-${plain}`}` : plain}.tour`;
}
