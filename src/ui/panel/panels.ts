import type { PanelParts, PanelSpec } from './index.ts';

/** The panels of this window, by id. */
export const panels = {
  async open(_parts: PanelParts, spec: PanelSpec): Promise<void> {
    await spec.read();
  },
};
