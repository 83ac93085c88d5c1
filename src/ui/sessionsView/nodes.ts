import { views } from '../ids.ts';
import type { Content, Outline } from './outline.ts';

/**
 * A row of the Sessions view. It stays the same object as long as what it stands for is there, so that the workbench
 * keeps what is open and what is selected.
 */
export type SessionsRow = {
  /** The view: tells this row from what others hand to a command. */
  row: typeof views.sessions;
  id: string;
  content: Content;
  children: SessionsRow[];
  parent: SessionsRow | undefined;
};

/** Holds the rows, and knows which of them have to be drawn again. Pure. */
export class Rows {
  roots: SessionsRow[] = [];
  #byId = new Map<string, SessionsRow>();
  #drawn = new Map<string, string>();

  /**
   * Takes in how things stand now.
   * @returns what has to be drawn again, with what is below it: rows, `undefined` for the whole view, nothing where all
   * is as it was
   */
  take(outline: readonly Outline[]): SessionsRow[] | undefined {
    const before = this.#byId;
    const drawn = this.#drawn;
    this.#byId = new Map();
    this.#drawn = new Map();
    const changed: SessionsRow[] = [];
    const place = (items: readonly Outline[], parent: SessionsRow | undefined, isCovered: boolean) =>
      items.map((item): SessionsRow => {
        const node = before.get(item.id) ?? freshRow(item, parent);
        const ids = item.children.map(({ id }) => id);
        const look = JSON.stringify([item.content, ids], withoutTexts);
        const isNew = isCovered || drawn.get(item.id) !== look;
        if (isNew && !isCovered) changed.push(node);
        this.#byId.set(item.id, node);
        this.#drawn.set(item.id, look);
        Object.assign(node, { content: item.content, parent });
        node.children = place(item.children, node, isNew);
        return node;
      });
    const ids = this.roots.map(({ id }) => id);
    const isOther = ids.length !== outline.length || outline.some(({ id }, i) => id !== ids[i]);
    this.roots = place(outline, undefined, isOther);
    return isOther ? undefined : changed;
  }

  get(id: string): SessionsRow | undefined {
    return this.#byId.get(id);
  }
}

/** Whether this is a row of the Sessions view. */
export function isSessionsRow(value: unknown): value is SessionsRow {
  return typeof value === 'object' && value !== null && 'row' in value;
}

const freshRow = ({ id, content }: Outline, parent: SessionsRow | undefined): SessionsRow => ({
  ...{ row: views.sessions, id, content, children: [], parent },
});

/** Rows show what was read from the texts, and these may be long. */
const withoutTexts = (key: string, value: unknown) => (key === 'texts' ? undefined : value);
