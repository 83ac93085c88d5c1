type Attributes = Record<string, string | number | boolean | null>;
type Child = Node | string | null;

/** An element; `true` sets an empty attribute, `false` and `null` none. Text is only ever set as text. */
export function h<T extends keyof HTMLElementTagNameMap>(
  name: T,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(name);
  set(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function svg(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  set(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value))
      element.setAttribute(name, value === true ? '' : String(value));
  }
}

export function text(element: Element, value: string): void {
  if (element.textContent !== value) element.textContent = value;
}

/** An element that shows one item and can show another version of it. */
export type Part<T> = { element: HTMLElement; update(item: T): void };

const parts = new WeakMap<Element, Map<string, Part<never>>>();

/**
 * Makes the children of `parent` show `items`, in that order. An item that was there keeps its element, so
 * that focus, selection and scroll stay where they are.
 */
export function keyed<T>(
  parent: Element,
  items: readonly T[],
  keyOf: (item: T) => string,
  create: (item: T) => Part<T>,
): void {
  const before = (parts.get(parent) ?? new Map()) as Map<string, Part<T>>;
  const after = new Map<string, Part<T>>();
  for (const item of items) {
    const key = keyOf(item);
    const part = before.get(key) ?? create(item);
    part.update(item);
    after.set(key, part);
  }
  for (const [key, part] of before) if (!after.has(key)) part.element.remove();
  let position = parent.firstElementChild;
  for (const { element } of after.values()) {
    if (position === element) position = position.nextElementSibling;
    else parent.insertBefore(element, position);
  }
  parts.set(parent, after as Map<string, Part<never>>);
}
