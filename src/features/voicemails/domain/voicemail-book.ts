/** What is known of a message before it is spoken. */
export interface VoicemailRequest {
  /** The switch's name of the call. */
  callUuid: string;
  queue: string;
  /** As the network gives it; null where it is withheld. */
  number: string | null;
  customerId: string | null;
}

/** Keeps what callers say. Answered by the service; for whoever leads callers. */
export abstract class VoicemailBook {
  /**
   * For the tenant that is set: writes down that a message is to come, before anything of it is recorded.
   * @returns the name of the file that the switch is to write, beside the recordings of the tenant's calls; null where there is
   * no such queue
   */
  abstract expect(request: VoicemailRequest): Promise<string | null>;
}
