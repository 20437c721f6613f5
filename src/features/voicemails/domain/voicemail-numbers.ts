/** The numbers of those who left messages, as personal data. Answered by the service. */
export abstract class VoicemailNumbers {
  /** One person's, with what was said; a message under a legal hold keeps both. */
  abstract forget(number: string): Promise<{ voicemails: number; recordingsDeleted: number }>;
  /** Of messages left before an instant; what was asked for then and never came goes whole. */
  abstract forgetBefore(before: Date): Promise<void>;
}
