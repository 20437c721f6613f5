import type { CdrLeg } from './cdr-leg';

/** A CDR that could not be read: kept whole, with the reason. */
export interface UnreadableCdr {
  node: string;
  reason: string;
  body: Buffer;
}

/** A CDR that could be read, and as it came. */
export interface ReadCdr {
  leg: CdrLeg;
  body: Buffer;
}

/**
 * What became of a CDR that could be read. `no-tenant`: kept aside whole, as nobody's. `nobodys-number`: dropped; our
 * own dialplan refused the call, because nobody owns the number.
 */
export type CdrFate = 'stored' | 'no-tenant' | 'nobodys-number';

/** Where CDRs go. Answered by the feature that keeps the calls. */
export abstract class CdrStore {
  /** Stores a batch durably, each leg once by (node, uuid) however often it comes. One fate each, in their order. */
  abstract storeLegs(cdrs: ReadCdr[]): Promise<CdrFate[]>;
  abstract storeUnreadable(cdr: UnreadableCdr): Promise<void>;
  /** Whether the error says that the data is at fault, and not that the store is out of reach or too busy. */
  abstract refuses(error: unknown): boolean;
}
