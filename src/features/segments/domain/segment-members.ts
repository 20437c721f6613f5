/** Who belongs to segments. Answered by the feature that keeps customers. */
export abstract class SegmentMembers {
  /** How many customers each segment has; one without any may be missing. */
  abstract count(): Promise<ReadonlyMap<string, number>>;
  /** @param to null for none; @returns how many were moved */
  abstract move(from: string, to: string | null): Promise<number>;
}
