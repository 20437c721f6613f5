/** Forgets what was noted about calls. Answered by the feature that keeps notes. */
export abstract class KeptNotes {
  /** Notes that were begun before an instant. */
  abstract forgetBefore(before: Date): Promise<void>;
  abstract forgetCall(callUuid: string): Promise<void>;
}
