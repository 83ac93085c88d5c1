import { dayOf } from '../../model/isoDate.ts';
import { about } from './claims/about.ts';
import { acted } from './claims/acted.ts';
import { feedback } from './claims/feedback.ts';
import { goals } from './claims/goals.ts';
import { kudos } from './claims/kudos.ts';
import { next } from './claims/next.ts';
import { own } from './claims/own.ts';
import { promises } from './claims/promises.ts';
import { insights, sessions } from './claims/sessions.ts';
import { themes } from './claims/themes.ts';
import { firstDay } from './period.ts';
import { phrase, text } from './phrase.ts';
import { Scene } from './scene.ts';
import { type Claim, type Report, type ReportInput, type SectionId, sectionIds } from './types.ts';
import type { ReportWords } from './words.ts';

const build: Record<SectionId, (scene: Scene) => Claim[]> = {
  ...{ about, goals, feedback, themes, acted, sessions, promises, insights, kudos, next },
  private: own,
};

/** Sections that say so where they have nothing to say. */
const isExpected = new Set<SectionId>(['goals', 'feedback', 'themes', 'acted', 'sessions', 'promises']);

/**
 * What a mentorship shows of a mentee's growth in a period, or in the whole, as claims with what shows each of them.
 * Everything that is not private is in it, and what is private by itself in a section of its own: see `takeOut`.
 */
export function reportOf(input: ReportInput, words: ReportWords): Report {
  const from = input.from ?? firstDay(input.state, input.now);
  const today = dayOf(input.now);
  // What is not over yet can be told of up to now only: nothing is late, and no meeting missing, for a day to come.
  const to = input.to < today ? input.to : today;
  const scene = new Scene(input, words, { from: from < to ? from : to, to });
  const { mentee } = input.state;
  const sections = sectionIds.flatMap((id) => {
    const claims = input.failed.has(id)
      ? [scene.claim(`empty:${id}`, text(words.failed), [])]
      : build[id](scene);
    if (claims.length === 0 && isExpected.has(id))
      claims.push(scene.claim(`empty:${id}`, text(words.empty[id]), []));
    return claims.length === 0 ? [] : [{ id, title: words.sections[id], claims }];
  });
  const whose = mentee === null ? { text: words.nobody } : { said: mentee };
  return {
    title: phrase((name) => words.title[input.kind](name), whose),
    lead: [
      words.period(words.day(scene.period.from), words.day(scene.period.to)),
      words.madeOn(words.day(today)),
    ],
    sections,
    ...{ entries: scene.entries, names: [...scene.names], closedNames: scene.closedNames(), mentee },
  };
}
