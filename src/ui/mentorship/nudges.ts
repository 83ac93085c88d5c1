import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { NudgeAnswer } from '../../model/mentorship.ts';
import { nudgeOf, type Sign, sideOf, signsOf, type Way, waysOf } from '../../programme/health/index.ts';
import { pick } from '../commands/ask.ts';
import { type Health, type HealthStore, lookAt } from './look.ts';
import { signWords, wayDetail, wayLabel } from './signWords.ts';
import { goWay, wayAbout } from './ways.ts';

/** What the tracker says: one thing at most. `first` is the nearest way out, `more` whether there are others. */
export type MentorshipNotice = { key: string; text: string; first: string };

/** Keeps what became of something that was noticed; in the user's private journal only. */
export async function keepAnswer(
  store: HealthStore,
  { kind, about }: Pick<Sign, 'kind' | 'about'>,
  answer: NudgeAnswer['answer'],
): Promise<void> {
  const payload = { nudge: ulid(), kind, about, answer, answeredAt: new Date().toISOString() };
  await store.perform([{ type: 'nudge.answered', payload }], { isPrivate: true });
}

/**
 * What is said to the user now, and what they answer. Whatever is shown for the first time is kept as shown first: what
 * cannot be kept is not shown, or it would come again and again.
 */
export class Nudges {
  readonly #store: HealthStore;
  readonly #changed: () => void;
  readonly #failed: (error: unknown) => void;
  #sign: Sign | null = null;
  #notice: MentorshipNotice | null = null;
  #running: Promise<void> | undefined;
  #isStale = false;

  /**
   * @param changed there is something else to be shown
   * @param failed what could not be read or kept; a person can do nothing about it here
   */
  constructor(store: HealthStore, changed: () => void, failed: (error: unknown) => void) {
    this.#store = store;
    this.#changed = changed;
    this.#failed = failed;
  }

  get notice(): MentorshipNotice | null {
    return this.#notice;
  }

  /** Looks again; many calls in a row are one. Call it when somebody looks: what is found counts as shown. */
  refresh(): void {
    this.#isStale = true;
    this.#running ??= this.#look().finally(() => {
      this.#running = undefined;
    });
  }

  async #look(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const before = this.#notice;
      try {
        await this.#lookOnce();
      } catch (error) {
        this.#show(null, null);
        this.#failed(error);
      }
      if (JSON.stringify(before) !== JSON.stringify(this.#notice)) this.#changed();
    }
  }

  async #lookOnce(): Promise<void> {
    const { space } = this.#store;
    const look = await lookAt(this.#store);
    // Another space by now: its change has this done again.
    if (space !== this.#store.space) return;
    const nudge = look && nudgeOf(signsOf(look), look.answers, look.now);
    if (!nudge) return this.#show(null, null);
    if (nudge.isNew) await keepAnswer(this.#store, nudge.sign, 'shown');
    this.#show(nudge.sign, look);
  }

  #show(sign: Sign | null, look: Health | null): void {
    this.#sign = sign;
    const side = look && sideOf(look);
    const [first] = sign && side ? waysOf(sign.kind, side) : [];
    this.#notice =
      sign && look && first
        ? {
            key: `${sign.kind} ${sign.about ?? ''}`,
            text: signWords(sign, look.now),
            first: wayLabel(first),
          }
        : null;
  }

  /** The nearest way out, other ones, or not now. Does nothing where it is no longer so. */
  async act(act: 'takeNudge' | 'nudgeWays' | 'laterNudge'): Promise<void> {
    const sign = this.#sign;
    const look = await lookAt(this.#store);
    const side = look && sideOf(look);
    if (!sign || !look || !side) return;
    if (act === 'laterNudge') await keepAnswer(this.#store, sign, 'later');
    else if (act === 'takeNudge') await takeWay(this.#store, sign, waysOf(sign.kind, side)[0]!, look);
    else await askOtherWay(this.#store, sign, look);
    this.refresh();
  }
}

/** Goes a way out of something that was noticed. Whoever leaves its questions has not gone it. */
export async function takeWay(store: HealthStore, sign: Sign, way: Way, look: Health): Promise<void> {
  const isGone = await goWay(way, wayAbout(sign), look);
  if (isGone && !isLooking(way)) await keepAnswer(store, sign, 'taken');
}

/** All ways but the nearest one, not now, and never again. Throws 'cancelled'. */
export async function askOtherWay(store: HealthStore, sign: Sign, look: Health): Promise<void> {
  const side = sideOf(look);
  if (!side) return;
  const way = await askWay(waysOf(sign.kind, side).slice(1), signWords(sign, look.now));
  if (way === 'never' || way === 'later') await keepAnswer(store, sign, way);
  else await takeWay(store, sign, way, look);
}

/** Ways that only show something: what they are about is as it was. */
const isLooking = (way: Way): boolean =>
  ['readCharter', 'openPromises', 'showLoad', 'shareSpace'].includes(way);

function askWay(ways: readonly Way[], placeHolder: string): Promise<Way | 'later' | 'never'> {
  return pick<Way | 'later' | 'never'>(placeHolder, [
    ...ways.map((way) => ({ label: wayLabel(way), description: wayDetail(way), value: way })),
    ...(ways.length > 0
      ? [{ label: '', kind: vscode.QuickPickItemKind.Separator, value: 'later' as const }]
      : []),
    {
      label: `$(clock) ${vscode.l10n.t('Not now')}`,
      description: vscode.l10n.t('again in four weeks at the earliest'),
      value: 'later' as const,
    },
    {
      label: `$(bell-slash) ${vscode.l10n.t('Do not say this any more')}`,
      description: vscode.l10n.t('“Cairn: Show Mentorship” brings it back'),
      value: 'never' as const,
    },
  ]);
}
