import { chosenFeedback } from './chosenFeedback.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { excerptFor } from './tagFeedback.ts';

/** `cairn.setAsideFeedback(feedback?)`: chatter, a bot, a question that was answered. */
export const setAsideFeedback: Command = (deps, ...args) => put(deps, args, true);
export const bringBackFeedback: Command = (deps, ...args) => put(deps, args, false);

async function put(deps: Deps, args: unknown[], isSetAside: boolean): Promise<void> {
  const items = await chosenFeedback(deps, args);
  releaseRows();
  await deps.feedbackView.moveOn(items, async () => {
    await deps.store.perform(
      items.map((item) => ({
        type: 'feedback.setAside',
        payload: { feedback: item.id, isSetAside, excerpt: excerptFor(deps.store, item) },
      })),
    );
  });
}
