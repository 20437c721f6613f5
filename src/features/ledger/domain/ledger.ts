import type { Posting } from './posting';

/** The books of the tenant that is set: double entry, append-only. Answered by the feature that keeps them. */
export abstract class Ledger {
  /** Whole or not at all; call it in the transaction of what it is of. Posted already, it is refused by its key. */
  abstract post(posting: Posting): Promise<void>;
}
