import type { CallbackTerms } from './callback';

/** What a caller who is led by a script asks for. */
export interface CallbackRequest {
  callUuid: string;
  queue: string;
  /** As he gave it, or as the network did. */
  number: string;
  /** The number that he has called, which calls him back. */
  callerNumber: string | null;
  /** From when on he counts as waiting. */
  placeAt: Date;
  /** Within which hours alone; null at any. */
  calendar: string | null;
  terms: CallbackTerms;
}

/** Keeps who is to be called back. Answered by the service; for whoever leads callers. */
export abstract class CallbackBook {
  /** For the tenant that is set. Asked again while it is open, it is the same one. @returns false where the number cannot be called back */
  abstract ask(request: CallbackRequest): Promise<boolean>;
}
