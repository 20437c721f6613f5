import { findHeader } from './header-text';

/** One event-socket frame: its header block as latin1 text (the protocol escapes all else) and its body's raw bytes. */
export interface EslFrame {
  readonly contentType: string;
  readonly head: string;
  readonly body: Buffer | null;
}

export type FrameFault =
  | { kind: 'header-too-long'; bytes: number }
  | { kind: 'body-too-long'; bytes: number }
  | { kind: 'bad-length'; value: string }
  | { kind: 'not-a-frame'; bytes: number };

export interface FrameParserOptions {
  /** Bytes. A header block that grows beyond it is dropped up to the next empty line. Default 1 MiB. */
  maxHeaderBytes?: number;
  /** Bytes. A body announced as longer is skipped byte by byte, never stored. Default 16 MiB. */
  maxBodyBytes?: number;
}

const LF = 0x0a;
const HEAD_END = Buffer.from('\n\n');
const MIB = 1024 * 1024;
/** Beyond this a length is not a long body but nonsense, and skipping that far would lose the stream. */
const MOST_PLAUSIBLE_LENGTH = 2 ** 31;
const EMPTY: Buffer = Buffer.alloc(0);

/** The head of nearly every frame there is: an event's. */
const EVENT_HEAD = /^Content-Length: (\d{1,15})\nContent-Type: (text\/event-(?:plain|json))$/;

const FIRST_LINE = /^[A-Za-z][\w-]*: /;

/** A frame's first lines at the end of bytes that are something else: where a lost parser finds its feet again. */
const FRAME_START = /Content-(?:Length: \d+\nContent-Type|Type): [\w/-]+(?:\n[^\n]*)*$/;

/**
 * Cuts the event socket's byte stream into frames: header lines up to LF LF, then Content-Length bytes of body.
 *
 * Binary-safe and incremental: every byte is copied at most twice however the stream is chunked. It never throws.
 * What cannot be understood is reported as a fault, and parsing goes on at a defined place: after a body that is too
 * long, exactly behind it; after anything else, at the next block of lines that looks like a frame. Whoever pairs
 * replies with commands must treat a fault as the end of the connection; whoever reads a recording may go on.
 */
export class FrameParser {
  private readonly maxHeaderBytes: number;
  private readonly maxBodyBytes: number;
  private head: Buffer = EMPTY;
  private headLength = 0;
  private started: { contentType: string; head: string } | null = null;
  private body: Buffer[] = [];
  private bodyMissing = 0;
  private skipping = 0;
  private dropping = false;

  constructor(
    private readonly onFrame: (frame: EslFrame) => void,
    private readonly onFault: (fault: FrameFault) => void,
    options: FrameParserOptions = {},
  ) {
    this.maxHeaderBytes = options.maxHeaderBytes ?? MIB;
    this.maxBodyBytes = options.maxBodyBytes ?? 16 * MIB;
  }

  /** Bytes held back because their frame is not complete. */
  get pendingBytes(): number {
    const bodyBytes = this.body.reduce((sum, part) => sum + part.length, 0);
    return this.headLength + (this.started?.head.length ?? 0) + bodyBytes;
  }

  /** Whether the rest of a body that was too long is still being passed over. */
  get isSkipping(): boolean {
    return this.skipping > 0;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.skipping > 0) at = this.skip(chunk, at);
      else if (this.started !== null) at = this.takeBody(chunk, at, this.started);
      else at = this.takeHead(chunk, at);
    }
  }

  private skip(chunk: Buffer, at: number): number {
    const bytes = Math.min(this.skipping, chunk.length - at);
    this.skipping -= bytes;
    return at + bytes;
  }

  private takeHead(chunk: Buffer, start: number): number {
    let at = start;
    if (this.headLength === 0) {
      while (at < chunk.length && chunk[at] === LF) at += 1;
      if (at === chunk.length) return at;
    }
    if (this.headLength > 0 && this.head[this.headLength - 1] === LF && chunk[at] === LF) {
      this.endHead(this.head.toString('latin1', 0, this.headLength - 1));
      return at + 1;
    }
    const end = chunk.indexOf(HEAD_END, at);
    if (end < 0) {
      this.keepHead(chunk, at, chunk.length);
      return chunk.length;
    }
    if (this.headLength === 0) {
      this.endHead(chunk.toString('latin1', at, end));
    } else {
      this.keepHead(chunk, at, end);
      this.endHead(this.head.toString('latin1', 0, this.headLength));
    }
    return end + 2;
  }

  private keepHead(chunk: Buffer, from: number, to: number): void {
    const bytes = to - from;
    if (this.headLength + bytes > this.maxHeaderBytes) {
      if (!this.dropping) this.onFault({ kind: 'header-too-long', bytes: this.headLength + bytes });
      this.dropping = true;
    }
    if (this.dropping) {
      // Only the last byte matters now: it may be the first half of the empty line that ends this block.
      this.head = chunk.subarray(to - 1, to);
      this.headLength = bytes > 0 ? 1 : 0;
      return;
    }
    if (this.headLength + bytes > this.head.length) {
      const grown = Buffer.allocUnsafe(Math.max(1024, 2 * (this.headLength + bytes)));
      this.head.copy(grown, 0, 0, this.headLength);
      this.head = grown;
    }
    chunk.copy(this.head, this.headLength, from, to);
    this.headLength += bytes;
  }

  private endHead(head: string): void {
    this.head = EMPTY;
    this.headLength = 0;
    if (this.dropping) {
      this.dropping = false;
      return;
    }
    const event = EVENT_HEAD.exec(head);
    if (event !== null) {
      this.startBody(head, event[2] ?? '', event[1]);
      return;
    }
    const resumed = this.resume(head);
    if (resumed === null) return;
    this.startBody(resumed, findHeader(resumed, 'Content-Type') ?? '', findHeader(resumed, 'Content-Length'));
  }

  private resume(head: string): string | null {
    if (head.length > this.maxHeaderBytes) {
      this.onFault({ kind: 'header-too-long', bytes: head.length });
      return null;
    }
    if (FIRST_LINE.test(head) && findHeader(head, 'Content-Type') !== undefined) return head;
    this.onFault({ kind: 'not-a-frame', bytes: head.length });
    const at = head.search(FRAME_START);
    return at < 0 ? null : head.slice(at);
  }

  private startBody(head: string, contentType: string, length: string | undefined): void {
    const bytes = length === undefined ? 0 : readLength(length);
    if (bytes === null) {
      this.onFault({ kind: 'bad-length', value: (length ?? '').slice(0, 40) });
      return;
    }
    if (bytes > this.maxBodyBytes) {
      this.onFault({ kind: 'body-too-long', bytes });
      this.skipping = bytes;
      return;
    }
    if (bytes === 0) {
      this.onFrame({ contentType, head, body: null });
      return;
    }
    this.started = { contentType, head };
    this.bodyMissing = bytes;
  }

  private takeBody(chunk: Buffer, at: number, started: { contentType: string; head: string }): number {
    const end = Math.min(chunk.length, at + this.bodyMissing);
    const part = chunk.subarray(at, end);
    this.bodyMissing -= part.length;
    if (this.bodyMissing > 0) {
      this.body.push(part);
      return end;
    }
    const body = this.body.length === 0 ? part : Buffer.concat([...this.body, part]);
    this.started = null;
    this.body = [];
    this.onFrame({ contentType: started.contentType, head: started.head, body });
    return end;
  }
}

function readLength(text: string): number | null {
  const bytes = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  return bytes <= MOST_PLAUSIBLE_LENGTH ? bytes : null;
}
