import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readApiReply, type ApiReply } from './api-reply';
import { BackgroundJobs } from './background-jobs';
import { backoffDelay } from './backoff';
import type { ApiCommand, SocketCommand } from './commands';
import { authCommand, coreUuidCommand, eventPlainCommand, exitCommand } from './commands';
import { EslConnection } from './esl-connection';
import { EslError } from './esl-error';
import { isEventFrame, openFrame, type EslEvent } from './esl-event';
import type { EslFrame } from './frame-parser';
import { ReplyQueue } from './reply-queue';

export interface EslLinkOptions {
  host: string;
  port: number;
  password: string;
  /** Plain event names; HEARTBEAT and BACKGROUND_JOB are always added. */
  events: readonly string[];
  /** Subclasses of CUSTOM, as callcenter::info. */
  subclasses: readonly string[];
  /** Milliseconds in which a command must be answered. Default 5,000. */
  commandDeadlineMs?: number;
  /** Milliseconds behind its deadline after which a reply that is still owed ends the connection. Default 30,000. */
  stuckReplyMs?: number;
  /** Milliseconds in which a background job must be done. Default 60,000. */
  jobDeadlineMs?: number;
  /** Milliseconds from dialling to subscribed. Default 10,000. */
  connectDeadlineMs?: number;
  /** Milliseconds without a HEARTBEAT (one comes every 20 s) after which the link counts as dead. Default 65,000. */
  heartbeatDeadlineMs?: number;
  /** Milliseconds before the first reconnection, and the most that doubling makes of it. Default 250 and 15,000. */
  reconnectLeastMs?: number;
  reconnectMostMs?: number;
  random?: () => number;
}

export interface LinkUp {
  /** Identity of the running core; empty where the switch did not tell it. */
  coreUuid: string;
  /** The core is another than on the last connection: its calls and its memory are gone. */
  restarted: boolean;
}

export type LinkRefusal = 'password' | 'acl';

/** What the link tells: nothing that came over the socket leaves it but as one of these. */
export interface EslLinkEvents {
  /** Signed in and subscribed. Whoever keeps a picture of the switch takes a fresh snapshot now. */
  up: [LinkUp];
  down: [{ reason: string }];
  /** The switch turned us away; the link keeps trying, at its slowest. */
  refused: [LinkRefusal];
  event: [EslEvent];
}

type Settings = Required<EslLinkOptions>;

const ALWAYS = ['HEARTBEAT', 'BACKGROUND_JOB'];

/**
 * The link to one switch: connects, signs in, subscribes, stays connected. Commands go out in order and each has a
 * deadline; when the connection is lost every one that waits is rejected, and nothing is sent again by itself.
 */
export class EslLink {
  private readonly settings: Settings;
  private readonly emitter = new EventEmitter();
  private connection: EslConnection | null = null;
  private replies: ReplyQueue;
  private readonly jobs = new BackgroundJobs();
  private isUp = false;
  private stopped = true;
  private attempt = 0;
  private coreUuid = '';
  private retryTimer: NodeJS.Timeout | undefined;
  private connectTimer: NodeJS.Timeout | undefined;
  private heartbeatTimer: NodeJS.Timeout | undefined;
  private closed: Promise<void> = Promise.resolve();

  constructor(options: EslLinkOptions) {
    this.settings = {
      commandDeadlineMs: 5_000,
      stuckReplyMs: 30_000,
      jobDeadlineMs: 60_000,
      connectDeadlineMs: 10_000,
      heartbeatDeadlineMs: 65_000,
      reconnectLeastMs: 250,
      reconnectMostMs: 15_000,
      random: Math.random,
      ...options,
    };
    this.replies = this.newReplies();
  }

  get up(): boolean {
    return this.isUp;
  }

  on<K extends keyof EslLinkEvents>(name: K, listener: (...args: EslLinkEvents[K]) => void): this {
    this.emitter.on(name, listener as (...args: unknown[]) => void);
    return this;
  }

  off<K extends keyof EslLinkEvents>(name: K, listener: (...args: EslLinkEvents[K]) => void): this {
    this.emitter.off(name, listener as (...args: unknown[]) => void);
    return this;
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.connect();
  }

  /** Says goodbye, closes, rejects what waits; resolves when the socket is closed. The switch carries on. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retryTimer);
    this.connection?.write(exitCommand());
    this.connection?.close('stopped');
    await this.closed;
  }

  /** Runs a command while the connection's events wait for it: only for those that answer at once. */
  async api(command: ApiCommand, deadlineMs = this.settings.commandDeadlineMs): Promise<ApiReply> {
    this.mustBeUp(command);
    return this.ask(command, deadlineMs);
  }

  /** Runs a command in the background of the switch and resolves with its output when it is done. */
  async bgapi(command: ApiCommand, deadlineMs = this.settings.jobDeadlineMs): Promise<ApiReply> {
    this.mustBeUp(command);
    const jobUuid = randomUUID();
    const output = this.jobs.expect(jobUuid, command, deadlineMs);
    // The reply and the job can both fail; whoever waits for the job hears of either through it.
    this.transmit(`bgapi ${command}\nJob-UUID: ${jobUuid}`, command, this.settings.commandDeadlineMs).then(
      (reply) => this.refuseJob(jobUuid, reply),
      (error: Error) => this.jobs.fail(jobUuid, error),
    );
    return readApiReply(await output);
  }

  /** Sends a command of the socket itself (filter, sendmsg) and resolves with its Reply-Text. */
  async send(command: SocketCommand, deadlineMs = this.settings.commandDeadlineMs): Promise<ApiReply> {
    this.mustBeUp(command);
    return this.tell(command, deadlineMs);
  }

  private connect(): void {
    const { host, port } = this.settings;
    let done = (): void => undefined;
    this.closed = new Promise((resolve) => (done = resolve));
    this.replies = this.newReplies();
    const connection = new EslConnection({ host, port }, {
      onFrame: (frame) => this.receive(frame),
      onFault: (fault) => connection.close(`the stream cannot be read: ${fault.kind}`),
      onClose: (reason) => {
        this.afterClose(reason);
        done();
      },
    });
    this.connection = connection;
    this.connectTimer = setTimeout(() => connection.close('not signed in in time'), this.settings.connectDeadlineMs);
  }

  private afterClose(reason: string): void {
    clearTimeout(this.connectTimer);
    clearTimeout(this.heartbeatTimer);
    const wasUp = this.isUp;
    this.isUp = false;
    this.connection = null;
    const error = new EslError('closed', `the connection to the switch is closed: ${reason}`);
    this.replies.rejectAll(error);
    this.jobs.rejectAll(error);
    if (!this.stopped) this.retry();
    if (wasUp) this.emit('down', { reason });
  }

  private retry(): void {
    const { reconnectLeastMs, reconnectMostMs, random } = this.settings;
    const delay = backoffDelay(this.attempt, reconnectLeastMs, reconnectMostMs, random);
    this.attempt += 1;
    this.retryTimer = setTimeout(() => this.connect(), delay);
  }

  private receive(frame: EslFrame): void {
    if (isEventFrame(frame)) {
      this.receiveEvent(openFrame(frame));
      return;
    }
    switch (frame.contentType) {
      case 'auth/request':
        void this.signIn();
        return;
      case 'command/reply':
      case 'api/response':
        if (!this.replies.settle(openFrame(frame))) this.connection?.close('a reply that nothing asked for');
        return;
      case 'text/rude-rejection':
        this.refuse('acl');
        return;
      case 'text/disconnect-notice':
        this.connection?.close('the switch is closing the connection');
        return;
      default:
    }
  }

  private receiveEvent(event: EslEvent): void {
    const name = event.name;
    if (name === 'HEARTBEAT') this.watchHeartbeat();
    if (name === 'BACKGROUND_JOB') this.jobs.settle(event.get('Job-UUID') ?? '', event.body);
    this.emit('event', event);
  }

  private async signIn(): Promise<void> {
    const { password, events, subclasses, commandDeadlineMs } = this.settings;
    const connection = this.connection;
    try {
      const auth = await this.tell(authCommand(password), commandDeadlineMs);
      if (!auth.ok) return this.refuse('password');
      const names = [...ALWAYS, ...events.filter((name) => !ALWAYS.includes(name))];
      const subscribed = await this.tell(eventPlainCommand(names, subclasses), commandDeadlineMs);
      if (!subscribed.ok) throw new Error(`subscription refused: ${subscribed.reason}`);
      const core = await this.ask(coreUuidCommand(), commandDeadlineMs);
      this.goUp(core.ok ? core.text.trim() : '');
    } catch (error) {
      connection?.close(error instanceof Error ? error.message : String(error));
    }
  }

  private goUp(coreUuid: string): void {
    clearTimeout(this.connectTimer);
    const restarted = this.coreUuid !== '' && coreUuid !== '' && this.coreUuid !== coreUuid;
    if (coreUuid !== '') this.coreUuid = coreUuid;
    this.attempt = 0;
    this.isUp = true;
    this.watchHeartbeat();
    this.emit('up', { coreUuid, restarted });
  }

  /** A refusal will not mend itself in a moment, and hammering makes it worse. */
  private refuse(why: LinkRefusal): void {
    this.attempt = 30;
    this.connection?.close(`refused: ${why}`);
    this.emit('refused', why);
  }

  private watchHeartbeat(): void {
    clearTimeout(this.heartbeatTimer);
    this.heartbeatTimer = setTimeout(
      () => this.connection?.close('no heartbeat'),
      this.settings.heartbeatDeadlineMs,
    );
  }

  private async ask(command: ApiCommand, deadlineMs: number): Promise<ApiReply> {
    const reply = await this.transmit(`api ${command}`, command, deadlineMs);
    // Denied by its user's rights, an api command is answered like a command of the socket, with a Reply-Text.
    return readApiReply(reply.get('Reply-Text') ?? reply.body);
  }

  private async tell(command: SocketCommand, deadlineMs: number): Promise<ApiReply> {
    const reply = await this.transmit(command, verbOf(command), deadlineMs);
    return readApiReply(reply.get('Reply-Text') ?? '');
  }

  private refuseJob(jobUuid: string, reply: EslEvent): void {
    const read = readApiReply(reply.get('Reply-Text') ?? '');
    if (!read.ok) this.jobs.settle(jobUuid, `-ERR ${read.reason}`);
  }

  private transmit(text: string, what: string, deadlineMs: number): Promise<EslEvent> {
    if (this.replies.isFull) return Promise.reject(new EslError('busy', `${what}: too many commands wait already`));
    if (this.connection?.write(text) !== true) return Promise.reject(closedError(what));
    return this.replies.expect(what, deadlineMs);
  }

  private newReplies(): ReplyQueue {
    return new ReplyQueue(() => this.connection?.close('a reply is missing'), this.settings.stuckReplyMs);
  }

  private mustBeUp(command: string): void {
    if (!this.isUp) throw closedError(verbOf(command));
  }

  private emit<K extends keyof EslLinkEvents>(name: K, ...args: EslLinkEvents[K]): void {
    this.emitter.emit(name, ...args);
  }
}

function closedError(what: string): EslError {
  return new EslError('closed', `${what}: no connection to the switch`);
}

function verbOf(command: string): string {
  return command.slice(0, command.search(/[ \n]|$/));
}
