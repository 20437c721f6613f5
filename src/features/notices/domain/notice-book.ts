import type { NoticeChannel, NoticeContent } from './notice';

/** What a script wants sent. */
export interface NoticeRequest extends NoticeContent {
  /** The switch's name of the call. */
  callUuid: string;
  /** Who calls, as the network gives it; null where it is withheld. */
  callerNumber: string | null;
  channel: NoticeChannel;
}

/** Keeps what is to be sent to people. Answered by the service; for whoever leads callers. */
export abstract class NoticeBook {
  /**
   * For the tenant that is set: written down now, and sent by the worker.
   * @returns false where it will not be sent: nobody to send it to, nothing to say, no way to send it, or too many
   */
  abstract ask(request: NoticeRequest): Promise<boolean>;
}
