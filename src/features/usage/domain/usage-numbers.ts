/** Forgets whom billed usage was for. Answered by the feature that keeps usage. */
export abstract class UsageNumbers {
  /** Of usage on final invoices that began before an instant; the rate's prefix stays. @returns how many lost a number */
  abstract forget(before: Date): Promise<number>;
  /** Of one call; what is on no final invoice keeps its number. */
  abstract forgetOfCall(callId: string): Promise<{ forgotten: number; kept: number }>;
}
