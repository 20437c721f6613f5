export interface Sms {
  /** E.164. */
  to: string;
  text: string;
  /** The same at each attempt: a gateway that knows it sends the message once. */
  reference: string;
}

/** The way to people's phones for texts; called from jobs, which are done again where it fails. */
export abstract class SmsGateway {
  /** Whether there is one at all. */
  abstract readonly isThere: boolean;

  /**
   * @returns false where it is refused for good
   * @throws where another attempt may do better
   */
  abstract send(sms: Sms): Promise<boolean>;
}
