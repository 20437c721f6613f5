import type { Cause } from '../sip/causes';
import type { Channel } from './channel';

/** What is at the other end of a channel's SIP dialog: a phone, the trunk, the world outside. */
export interface FarEnd {
  /** The switch rings it: an INVITE arrives. */
  invited(leg: Channel): void;
  /** The switch lets it hear ringing (180) or early media (183). */
  ringing(leg: Channel): void;
  /** The switch answered its INVITE (200). */
  answered(leg: Channel): void;
  /** The switch plays or bridges this to it. */
  hears(leg: Channel, what: string): void;
  /** The dialog is over, from whichever side. */
  released(leg: Channel, cause: Cause, sipStatus: number): void;
}

export const NOBODY: FarEnd = {
  invited: () => undefined,
  ringing: () => undefined,
  answered: () => undefined,
  hears: () => undefined,
  released: () => undefined,
};
