/** Keeps which way callers were led. Answered by the repository; for whoever leads them. */
export abstract class PathBook {
  /** For the tenant that is set. Told again for the same call, the longer path counts. @param steps as `script/step`, the first ones first */
  abstract keep(callUuid: string, steps: readonly string[]): Promise<void>;
}
