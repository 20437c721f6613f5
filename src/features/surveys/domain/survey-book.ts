/** Keeps what callers answer. Answered by the repository; for whoever asks the callers. */
export abstract class SurveyBook {
  /** For the tenant that is set. Answered again, the last answer counts. @param score 1 to 9 */
  abstract keep(callUuid: string, question: string, score: number): Promise<void>;
}
