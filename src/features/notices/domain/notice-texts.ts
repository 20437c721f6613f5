/** What notices say and to whom, as personal data. Answered by the service. */
export abstract class NoticeTexts {
  /** Of those sent to one person, and of those of his calls. @returns how many */
  abstract forget(number: string): Promise<number>;
  /** Of those from before an instant. */
  abstract forgetBefore(before: Date): Promise<void>;
}
