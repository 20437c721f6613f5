/** The numbers of those who were to be called back, as personal data. Answered by the service. */
export abstract class CallbackNumbers {
  /** One person's: an open callback is cancelled. @returns how many there were */
  abstract forget(number: string): Promise<number>;
  /** Those that were asked for before an instant. @returns how many */
  abstract forgetBefore(before: Date): Promise<number>;
}
