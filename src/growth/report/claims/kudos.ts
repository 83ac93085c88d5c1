import { phrase, text } from '../phrase.ts';
import type { Place, Scene } from '../scene.ts';
import type { Claim, Source } from '../types.ts';

/** Thanks that were given, in either direction. */
export function kudos(scene: Scene): Claim[] {
  const { words, input } = scene;
  return input.state.kudos
    .filter(({ givenAt }) => scene.isIn(givenAt))
    .map((one) => {
      const { id, to, text: said, feedbackId, givenAt, createdBy } = one;
      const day = scene.day(givenAt);
      const item = feedbackId === null ? undefined : scene.byId.get(feedbackId);
      const place: Place = item
        ? scene.placeOf(item)
        : one.excerpt
          ? placeOf(input.isPublic(one))
          : 'elsewhere';
      const parts = phrase(
        (by, whom, mark) => words.kudos.given(by!, whom!, mark!, day),
        scene.person(createdBy, place),
        scene.person(to, place),
        { said },
      );
      const sources: Source[] = item
        ? [scene.comment(item)]
        : [scene.record({ id: `kudos:${id}`, title: text(words.kudos.entry(day)), facts: [] })];
      return scene.claim(`kudos:${id}`, parts, sources, { isOfPrivateRepository: place === 'closed' });
    });
}

const placeOf = (isPublic: boolean | null): Place => (isPublic === true ? 'public' : 'closed');
