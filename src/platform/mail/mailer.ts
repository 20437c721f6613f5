export interface Mail {
  /** An e-mail address. */
  to: string;
  subject: string;
  /** Plain text: a mail that carries a credential loads nothing and hides no link. */
  text: string;
}

/** Sends mails to people; called from jobs, which are done again where it fails. */
export abstract class Mailer {
  /** @throws where another attempt may do better; what is refused for good stands in the log */
  abstract send(mail: Mail): Promise<void>;
}
