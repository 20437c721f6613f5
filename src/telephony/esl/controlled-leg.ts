import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { eventPlainCommand, executeCommand, filterCommand, type SocketCommand } from './commands';
import { EslConnection } from './esl-connection';
import { EslError } from './esl-error';
import { type EslEvent, isEventFrame, openFrame } from './esl-event';
import type { EslFrame } from './frame-parser';
import { ReplyQueue } from './reply-queue';

/** Milliseconds in which the switch must answer a command. */
const DEADLINE_MS = 5_000;

interface Execution {
  resolve: (done: EslEvent) => void;
  reject: (error: Error) => void;
}

/**
 * A leg that the switch has handed over to us (its application `socket HOST:PORT async full`), for as long as the
 * connection lasts: the leg's end, its transfer and our own end all close it.
 */
export class ControlledLeg {
  private readonly connection: EslConnection;
  private readonly replies: ReplyQueue;
  private readonly executions = new Map<string, Execution>();
  private closed: EslError | null = null;
  private leg: EslEvent | null = null;

  private constructor(socket: Socket) {
    this.connection = new EslConnection(socket, {
      onFrame: (frame) => this.receive(frame),
      onFault: (fault) => this.connection.close(`the stream cannot be read: ${fault.kind}`),
      onClose: (reason) => this.end(reason),
    });
    this.replies = new ReplyQueue(() => this.connection.close('a reply is missing'), DEADLINE_MS);
  }

  /** @throws EslError where the socket does not introduce a leg in time */
  static async take(socket: Socket): Promise<ControlledLeg> {
    const controlled = new ControlledLeg(socket);
    try {
      // the question itself is modesl's
      controlled.leg = await controlled.replies.expect('connect', DEADLINE_MS);
      await Promise.all([
        controlled.tell(filterCommand('Unique-ID', controlled.uuid)),
        controlled.tell(eventPlainCommand(['CHANNEL_EXECUTE_COMPLETE'], [])),
      ]);
      return controlled;
    } catch (error) {
      controlled.close();
      throw error;
    }
  }

  get uuid(): string {
    return this.leg?.get('Unique-ID') ?? '';
  }

  get isGone(): boolean {
    return this.closed !== null;
  }

  get callerNumber(): string | undefined {
    return this.leg?.get('Caller-Caller-ID-Number');
  }

  /** A variable of the leg's as it was when it was handed over. */
  variable(name: string): string | undefined {
    return this.leg?.get(`variable_${name}`);
  }

  /**
   * Runs a dialplan application to its end.
   * @returns the event that tells so, with the leg's variables of that moment
   * @throws EslError `closed` when the leg is not ours any more
   */
  async execute(application: string, argument = ''): Promise<EslEvent> {
    if (this.closed) throw this.closed;
    const eventUuid = randomUUID();
    // first: what may not be sent must leave nothing behind that is rejected later, when nobody listens
    const command = executeCommand({ application, argument, eventUuid });
    const done = new Promise<EslEvent>((resolve, reject) => this.executions.set(eventUuid, { resolve, reject }));
    // whoever hears of the command's failure first tells it
    const queued = this.tell(command);
    try {
      return await Promise.race([done, queued.then(() => done)]);
    } finally {
      this.executions.delete(eventUuid);
    }
  }

  /** Gives the leg back to its dialplan. */
  close(): void {
    this.connection.close('done');
  }

  private async tell(command: SocketCommand): Promise<void> {
    if (!this.connection.write(command)) throw this.closed ?? new EslError('closed', 'the leg is gone');
    const reply = (await this.replies.expect('command', DEADLINE_MS)).get('Reply-Text') ?? '';
    if (reply.startsWith('-ERR')) throw new EslError('closed', reply);
  }

  private receive(frame: EslFrame): void {
    if (isEventFrame(frame)) {
      const event = openFrame(frame);
      this.executions.get(event.get('Application-UUID') ?? '')?.resolve(event);
      return;
    }
    if (frame.contentType === 'command/reply') this.replies.settle(openFrame(frame));
  }

  private end(reason: string): void {
    this.closed = new EslError('closed', `the leg is no longer ours: ${reason}`);
    this.replies.rejectAll(this.closed);
    this.executions.forEach(({ reject }) => reject(this.closed as EslError));
  }
}
