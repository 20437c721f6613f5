/** `refused`: by our own rules. Nothing here tells more of our network than that. */
export type OutgoingFailure = 'refused' | 'unknown_host' | 'unreachable' | 'too_late' | 'too_large';

/** An outgoing request without an answer; the message is fit to be shown to the tenant whose URL it is. */
export class OutgoingError extends Error {
  constructor(
    readonly failure: OutgoingFailure,
    message: string,
  ) {
    super(message);
  }
}
