/** Forgets what agents wrote with their hands. Answered by the feature that keeps hands. */
export abstract class KeptHandTexts {
  /** Of hands that were raised before an instant. */
  abstract forgetBefore(before: Date): Promise<void>;
  abstract forgetCall(callUuid: string): Promise<void>;
}
