/** A message that was taken in. */
export interface ArrivedMessage {
  id: string;
  recordingId: string;
  /** Null where the call never came into the books. */
  callId: string | null;
  /** Of the whole recording. */
  durationSeconds: number;
}

/** The messages that callers were asked to leave. Answered by the feature that keeps them. */
export abstract class ExpectedMessages {
  /** Which calls these were expected from, as id → the switch's name of the call; of ids that nobody gave nothing is said. */
  abstract callsOf(ids: readonly string[]): Promise<Map<string, string>>;
  /** Within the transaction that keeps its recording. */
  abstract arrived(message: ArrivedMessage): Promise<void>;
  /** Nothing was said. */
  abstract wasNone(id: string): Promise<void>;
}
