export interface Mail {
  /** An e-mail address. */
  to: string;
  subject: string;
  /** Plain text: a mail that carries a credential loads nothing and hides no link. */
  text: string;
}

/** Sends mails to people; called from jobs, which are done again where it fails. */
export abstract class Mailer {
  /** Whether there is a mail server at all. */
  abstract readonly isThere: boolean;

  /**
   * @returns false where it is refused for good, which stands in the log
   * @throws where another attempt may do better
   */
  abstract send(mail: Mail): Promise<boolean>;
}
