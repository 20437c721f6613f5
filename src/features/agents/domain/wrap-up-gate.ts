/** What has to be done before an agent ends the work after a call. Answered by the feature that keeps wrap-up codes. */
export abstract class WrapUpGate {
  /** @throws AppError naming what is missing */
  abstract check(agent: string): Promise<void>;
}
