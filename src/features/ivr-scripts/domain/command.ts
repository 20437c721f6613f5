import type { NoticeChannel, NoticeContent } from '../../notices/domain/notice';
import type { CallbackTerms } from '../../callbacks/domain/callback';
import type { QueueState } from '../../queue-standing/domain/queue-state';
import type { Locale } from '../../tenants/domain/tenant-spec';

/** A prompt with its variables filled in; a text in the language that it is written in. */
export type Spoken = { sound: string } | { text: string; language: Locale };

export interface Announcement {
  spoken: readonly Spoken[];
  /** Of the sounds. */
  language: Locale;
}

/** A question that keys answer. Times in milliseconds; `terminator` empty for none. */
export interface Question extends Announcement {
  least: number;
  most: number;
  terminator: '' | '#' | '*';
  firstDigitMs: number;
  nextDigitMs: number;
  masked: boolean;
}

/** A question to the client's own systems. */
export interface LookUp extends Announcement {
  method: 'GET' | 'POST';
  url: string;
  /** What POST sends. */
  body: Readonly<Record<string, string>>;
  timeoutMs: number;
  retries: number;
  /** Where in the answer each variable's value is: names of fields, with dots between them. */
  keep: Readonly<Record<string, string>>;
}

/** One agent, or the one who talked with this caller last, if that was within so many days; or a number outside. */
export type Target = { agent: string } | { lastAgentDays: number } | { number: string };

/** What the script wants done. After each but the notes it goes on with the input that tells what came of it. */
export type Command =
  | ({ kind: 'play' } & Announcement)
  | ({ kind: 'ask' } & Question)
  | { kind: 'look'; calendars: readonly string[]; queues: readonly string[] }
  | ({ kind: 'look-up' } & LookUp)
  | { kind: 'queue'; queue: string; priority: number; exitKeys: string; language: Locale }
  | { kind: 'callback'; queue: string; number: string; priority: number; calendar: string | null; terms: CallbackTerms }
  | ({ kind: 'notice'; by: NoticeChannel } & NoticeContent)
  | ({ kind: 'voicemail'; queue: string; maxSeconds: number } & Announcement)
  | { kind: 'transfer'; to: Target }
  | ({ kind: 'hang-up' } & Announcement)
  | Note;

/** What is written down, and nobody waits for. */
export type Note = { kind: 'rated'; question: string; score: number };

/** What came of a command, or what the caller did. */
export type Input =
  | { kind: 'begin' }
  | { kind: 'done' }
  /** Empty where nothing was pressed in time. */
  | { kind: 'digits'; digits: string }
  | { kind: 'facts'; open: Readonly<Record<string, boolean>>; queues: Readonly<Record<string, QueueState>> }
  | { kind: 'found'; values: Readonly<Record<string, string>> }
  | { kind: 'not-found' }
  /** Out of a queue, or from a transfer. */
  | { kind: 'back'; why: 'served' | 'timed-out' | 'no-agents' | 'failed' }
  | { kind: 'back'; why: 'key'; key: string }
  | { kind: 'failed' }
  | { kind: 'hung-up' };
