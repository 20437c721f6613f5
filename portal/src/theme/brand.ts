import { createStore } from '../state/store';

/** How a tenant wants the portal to look; null as it comes. */
export interface Brand {
  /** `#rrggbb`, on which white text is legible. */
  colour: string | null;
  /** A data URL. */
  logo: string | null;
}

export const brand = createStore<Brand | null>(null);
