import { Socket } from 'node:net';
import { Connection } from 'modesl';
import type { EslFrame, FrameFault, FrameParserOptions } from './frame-parser';
import { FrameParser } from './frame-parser';

export interface EslConnectionHandlers {
  onFrame: (frame: EslFrame) => void;
  onFault: (fault: FrameFault) => void;
  /** Once, whatever ended it: end, reset, refusal, our own close. */
  onClose: (reason: string) => void;
}

/**
 * modesl's connection with its parser replaced. modesl still opens the socket and writes the commands; its decoding,
 * which a caller's display name can crash, and its reply queues, which a reset leaves pending, are never reached.
 */
export class EslConnection extends Connection {
  private handlers: EslConnectionHandlers | null;
  private readonly parserOptions: FrameParserOptions;
  private reason = 'ended by the switch';
  private closing = false;

  /** @param target a switch's address, or a socket that the switch has opened: on that modesl asks for the leg by itself */
  constructor(target: { host: string; port: number } | Socket, handlers: EslConnectionHandlers, parserOptions: FrameParserOptions = {}) {
    // The password stays with the link: modesl's own auth would queue a reply of its own.
    if (target instanceof Socket) super(target);
    else super(target.host, target.port, '');
    this.handlers = handlers;
    this.parserOptions = parserOptions;
    const socket = this.socket;
    socket?.setNoDelay(true);
    socket?.on('close', () => this.finish());
    this.on('error', (error: unknown) => {
      this.reason = error instanceof Error ? error.message : String(error);
    });
  }

  /** Called by modesl when the socket is connected; modesl's own version would hang its parser on it. */
  override _onConnect(): void {
    const parser = new FrameParser(
      (frame) => this.open?.onFrame(frame),
      (fault) => this.open?.onFault(fault),
      this.parserOptions,
    );
    this.connecting = false;
    this.socket?.on('data', (chunk: Buffer) => parser.push(chunk));
  }

  /** Writes one rendered command; false where the socket is gone. */
  write(command: string): boolean {
    const socket = this.socket;
    if (socket === null || !socket.writable) return false;
    // modesl writes the command and the empty line behind it one by one.
    socket.cork();
    this.send(command);
    socket.uncork();
    return true;
  }

  /** Ends the connection now; `onClose` follows once. */
  close(reason: string): void {
    this.reason = reason;
    this.closing = true;
    const socket = this.socket;
    if (socket === null) this.finish();
    else socket.destroy();
  }

  /** Nothing is delivered behind a close, though the chunk at hand may hold more. */
  private get open(): EslConnectionHandlers | null {
    return this.closing ? null : this.handlers;
  }

  private finish(): void {
    const handlers = this.handlers;
    this.handlers = null;
    handlers?.onClose(this.reason);
  }
}
