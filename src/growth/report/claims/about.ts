import { join, phrase, text } from '../phrase.ts';
import { placesOf, type Scene } from '../scene.ts';
import type { Claim } from '../types.ts';

/** Whose mentorship it is, and what was read. */
export function about(scene: Scene): Claim[] {
  const { words, input } = scene;
  const { mentorship, feedback } = input.state;
  const claims: Claim[] = [];
  if (mentorship) {
    const title = phrase((name) => words.about.mentorship(name, mentorship.kind), { said: mentorship.title });
    claims.push(scene.claim('about:mentorship', title, []));
    const mentors = mentorship.mentors.map((name) => [scene.person(name)]);
    if (mentors.length > 0) {
      const parts = phrase((names) => words.about.mentors(names), join(mentors, ', '));
      claims.push(scene.claim('about:mentors', parts, []));
    }
  }
  const read = feedback.filter((item) => !item.isSetAside && scene.isIn(item.createdAt));
  const people = new Set(read.map(({ author }) => author.toLowerCase())).size;
  const places = placesOf(read);
  const sentence = text(words.about.read(places.length, read.length, people));
  if (read.length > 0)
    claims.push(
      scene.claim(
        'about:read',
        sentence,
        places.flatMap((one) => scene.pullRequest(one)),
        { isOfPrivateRepository: scene.isClosed(read) },
      ),
    );
  return claims;
}
