/** What the retention policy may do with a tenant's recordings. Answered by the feature that keeps them. */
export abstract class RecordingArchive {
  /** Those that began before an instant and are still there, but for those under a legal hold. */
  abstract due(before: Date): AsyncIterable<string>;
  /** How many are due and under a legal hold. */
  abstract held(before: Date): Promise<number>;
  /** @throws AppError conflict where it came under a legal hold meanwhile */
  abstract delete(id: string): Promise<void>;
  /** One, at a person's request. @returns false where it is under a legal hold and stays */
  abstract erase(id: string): Promise<boolean>;
  /** Those of a call, at a person's request; what is under a legal hold stays. */
  abstract deleteOfCall(callId: string): Promise<{ deleted: number; held: number }>;
}
