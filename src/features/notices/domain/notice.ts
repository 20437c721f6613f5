export const NOTICE_CHANNELS = ['sms', 'email'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** `refused` for good, `failed` to be taken within a day, `forgotten` before it was sent. */
export const NOTICE_STATES = ['queued', 'sent', 'refused', 'failed', 'forgotten'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Characters of a text with its variables filled in: an SMS of 500 is sent in up to eight parts. */
export const LONGEST_NOTICE: Record<NoticeChannel, number> = { sms: 500, email: 5000 };
export const LONGEST_SUBJECT = 120;

/** A script that goes round in circles must not fill anybody's phone. */
export const MOST_PER_CALL = 3;

/** What a notice says, and to whom. */
export interface NoticeContent {
  /** A number (E.164), or an e-mail address. */
  to: string;
  /** Of an e-mail; null of an SMS. */
  subject: string | null;
  text: string;
}
