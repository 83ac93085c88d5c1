/**
 * After a redraw: what had the focus may have moved, or gone. Then the page takes it, so that Tab goes on from its
 * beginning.
 */
export function keepFocus(focused: Element | null, main: HTMLElement): void {
  if (!(focused instanceof HTMLElement) || document.activeElement !== document.body) return;
  if (focused === document.body) return;
  if (focused.isConnected && focused.checkVisibility()) focused.focus({ preventScroll: true });
  else main.focus({ preventScroll: true });
}
