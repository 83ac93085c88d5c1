import type { OfferState } from '../../src/ui/panel/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import type { Run } from './section.ts';

/** What can be done, as buttons in one row that breaks where it has to. */
export function offersPart(run: Run): Part<readonly OfferState[]> {
  const element = h('div', { class: 'offers' });
  return {
    element,
    update(offers) {
      set(element, { hidden: offers.length === 0 });
      keyed(
        element,
        offers,
        ({ id }) => id,
        ({ id }) => offerPart(id, run),
      );
    },
  };
}

function offerPart(id: string, run: Run): Part<OfferState> {
  const element = h('button', { type: 'button', class: 'offer' });
  element.addEventListener('click', async () => {
    // Pressed twice in a hurry, it is done once.
    if (element.getAttribute('aria-disabled') === 'true') return;
    set(element, { 'aria-disabled': 'true' });
    await run({ act: 'offer', offer: id });
    set(element, { 'aria-disabled': null });
  });
  return {
    element,
    update({ label, says, isPrimary }) {
      text(element, label);
      set(element, { 'aria-label': says ?? null });
      element.classList.toggle('primary', isPrimary === true);
    },
  };
}
