import type { CdrLeg } from './cdr-leg';

/** A CDR that could not be read: kept whole, with the reason. */
export interface UnreadableCdr {
  node: string;
  reason: string;
  body: Buffer;
}

/** Where CDRs go. Answered by the feature that keeps the calls. */
export abstract class CdrStore {
  /** Stores a batch durably, each leg once by (node, uuid) however often it comes. */
  abstract storeLegs(legs: CdrLeg[]): Promise<void>;
  abstract storeUnreadable(cdr: UnreadableCdr): Promise<void>;
  /** Whether the error says that the data is at fault, and not that the store is out of reach or too busy. */
  abstract refuses(error: unknown): boolean;
}
