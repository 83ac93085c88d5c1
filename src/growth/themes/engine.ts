import type { Theme, ThemeDecisions } from '../../model/growth.ts';
import type { ThemeChange, ThemeInput } from './types.ts';

const none: ThemeDecisions = { names: new Map(), placed: new Map(), merged: new Map() };

/**
 * Themes of one mentee's feedback. They depend on what feedback there is and what people decided, never on the
 * order in which either arrived: each act answers what `set` would for the same feedback and decisions.
 */
export class ThemeEngine {
  readonly #inputs = new Map<string, ThemeInput>();
  #decisions: ThemeDecisions = none;

  /** Forgets all and begins with this. Of two inputs with one id the later counts. */
  set(inputs: readonly ThemeInput[], decisions: ThemeDecisions = none): Theme[] {
    this.#inputs.clear();
    return this.change({ put: inputs, decisions });
  }

  /** Adds a piece of feedback, or takes its new version. */
  put(input: ThemeInput): Theme[] {
    return this.change({ put: [input] });
  }

  remove(id: string): Theme[] {
    return this.change({ remove: [id] });
  }

  decide(decisions: ThemeDecisions): Theme[] {
    return this.change({ decisions });
  }

  /** All of it in one step; what is both put and removed stays. */
  change({ put = [], remove = [], decisions }: ThemeChange): Theme[] {
    for (const id of remove) this.#inputs.delete(id);
    for (const input of put) this.#inputs.set(input.id, input);
    if (decisions) this.#decisions = decisions;
    return this.#themes();
  }

  #themes(): Theme[] {
    const { names, placed, merged } = this.#decisions;
    const themes = new Map<string, string[]>();
    for (const { id } of this.#inputs.values()) {
      let theme = placed.get(id);
      if (!theme) continue;
      for (let into = merged.get(theme); into !== undefined; into = merged.get(theme)) theme = into;
      themes.set(theme, [...(themes.get(theme) ?? []), id]);
    }
    return [...themes].map(([id, feedbackIds]) => ({
      id,
      name: names.get(id) ?? '',
      isNamed: names.has(id),
      words: [],
      feedbackIds,
    }));
  }
}
