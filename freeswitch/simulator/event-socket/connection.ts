import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';

import type { Channel } from '../channels/channel';
import { profileHeaders } from '../channels/caller-profile';
import { channelHeaders } from '../channels/channel-headers';
import type { EventListener } from '../core/event-bus';
import { SwitchEvent } from '../core/switch-event';
import type { SimulatedSwitch } from '../simulated-switch';
import { FrameReader, type Frame } from './frame-reader';
import { sendMessage, type Controlled } from './send-message';
import { Subscription } from './subscription';

const GOODBYE = 'Disconnected, goodbye.\nSee you at ClueCon! http://www.cluecon.com/\n';
const NOT_FOUND = '-ERR command not found';
/** mod_event_socket formats replies into 512 bytes. */
const REPLY_BYTES = 511;

/** One event socket connection; commands are answered strictly in order. */
export class Connection implements EventListener {
  readonly closed: Promise<void>;
  private readonly reader = new FrameReader();
  private readonly subscription = new Subscription();
  private readonly pending: SwitchEvent[] = [];
  private work: Promise<void> = Promise.resolve();
  private authenticated: boolean;
  /** While an `api` runs, this connection's events wait. */
  private busy = false;
  private over = false;
  private lingerSeconds: number | undefined;

  constructor(
    private readonly sw: SimulatedSwitch,
    private readonly socket: Socket,
    private readonly controlled?: Controlled,
  ) {
    this.authenticated = controlled !== undefined;
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.over = true;
        sw.bus.detach(this);
        resolve();
      });
    });
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      for (const frame of this.reader.push(bytes.toString('latin1'))) this.queue(frame);
    });
    sw.bus.attach(this);
    if (!controlled) this.send('Content-Type: auth/request\n\n');
    else void this.watchLeg(controlled.channel);
  }

  wants(name: string, subclass: string | undefined): boolean {
    return this.authenticated && this.subscription.wants(name, subclass);
  }

  deliver(event: SwitchEvent): void {
    if (!this.subscription.passes(event)) return;
    if (this.busy) this.pending.push(event);
    else this.sendEvent(event);
  }

  /** Says goodbye and closes. */
  disconnect(message = GOODBYE): void {
    if (this.over) return;
    this.over = true;
    const about = this.controlled
      ? `Controlled-Session-UUID: ${this.controlled.channel.uuid}\nContent-Disposition: disconnect\n` : '';
    this.socket.end(Buffer.from(
      `Content-Type: text/disconnect-notice\n${about}Content-Length: ${message.length}\n\n${message}`, 'latin1'));
  }

  private queue(frame: Frame): void {
    this.work = this.work.then(() => this.handle(frame)).catch((error: unknown) => {
      this.reply(`-ERR ${(error as Error).message}`);
    });
  }

  private async handle(frame: Frame): Promise<void> {
    if (this.over) return;
    const [verb = ''] = frame.command.split(' ');
    const rest = frame.command.slice(verb.length + 1).trim();
    if (verb.toLowerCase() === 'exit') {
      this.reply('+OK bye');
      this.disconnect();
    } else if (!this.authenticated) this.authenticate(verb, rest);
    else await this.obey(verb.toLowerCase(), rest, frame);
  }

  private authenticate(verb: string, password: string): void {
    if (verb.toLowerCase() !== 'auth') this.reply(NOT_FOUND);
    else if (password === this.sw.config.eventSocket.password) {
      this.authenticated = true;
      this.reply('+OK accepted');
    } else {
      this.reply('-ERR invalid');
      this.disconnect();
    }
  }

  private async obey(verb: string, rest: string, frame: Frame): Promise<void> {
    const words = rest.split(' ').filter((word) => word !== '');
    if (this.controlled && !this.controlled.full && FULL_ONLY.has(verb)) return this.reply(NOT_FOUND);
    switch (verb) {
      case 'event':
        return this.reply(this.subscription.listen(words));
      case 'nixevent':
        return this.reply(this.subscription.nix(words));
      case 'noevents':
        return this.reply(this.subscription.none());
      case 'filter':
        return this.reply(this.subscription.filter(rest));
      case 'api':
        return this.runApi(rest);
      case 'bgapi':
        return this.runBackground(rest, frame);
      case 'sendmsg':
        return this.reply(await sendMessage(this.sw, rest, frame, this.controlled));
      case 'sendevent':
        return this.sendCustom(rest, frame);
      case 'log':
        return this.reply(`+OK log level ${rest} [7]`);
      case 'nolog':
        return this.reply('-ERR not loging');
      case 'linger':
      case 'nolinger':
        return this.linger(verb, rest);
      case 'divert_events':
        return this.reply(this.controlled ? `+OK events ${rest === 'on' ? '' : 'not '}diverted`
          : '-ERR not controlling a session.');
      case 'myevents':
        return this.myEvents(words);
      case 'connect':
        return this.controlled ? this.connect(this.controlled) : this.reply(NOT_FOUND);
      case 'getvar':
        return this.reply(this.controlled ? (this.controlled.channel.get(rest) ?? '') : NOT_FOUND);
      case 'resume':
        this.controlled?.channel.set('socket_resume', 'true');
        return this.reply(this.controlled ? '+OK' : NOT_FOUND);
      default:
        return this.reply(NOT_FOUND);
    }
  }

  private async runApi(command: string): Promise<void> {
    this.busy = true;
    const output = await this.execute(command);
    const reply = output === '' ? '-ERR no reply\n' : output;
    this.send(`Content-Type: api/response\nContent-Length: ${reply.length}\n\n${reply}`);
    this.busy = false;
    for (const event of this.pending.splice(0)) this.sendEvent(event);
  }

  private async execute(command: string): Promise<string> {
    const { name, argument } = splitCommand(command);
    return (await this.sw.api(name, argument)) ?? `-ERR ${name} Command not found!\n`;
  }

  private runBackground(command: string, frame: Frame): void {
    const job = frame.headers.get('job-uuid') ?? randomUUID();
    const { name, argument } = splitCommand(command);
    this.send(`Content-Type: command/reply\nReply-Text: +OK Job-UUID: ${job}\nJob-UUID: ${job}\n\n`);
    void this.execute(command).then((output) => {
      this.sw.bus.fire('BACKGROUND_JOB', (event) => {
        event
          .add('Job-UUID', job)
          .add('Job-Owner-UUID', this.controlled?.channel.uuid)
          .add('Job-Command', name)
          .add('Job-Command-Arg', argument);
      }, { body: output });
    });
  }

  private sendCustom(name: string, { headers, body }: Frame): void {
    const uuid = randomUUID();
    const subclass = headers.get('event-subclass');
    const addressed = this.sw.channels.get(headers.get('unique-id') ?? '');
    if (addressed) {
      this.sw.privateEvents.add(addressed, headers);
      return this.reply(`+OK ${uuid}`);
    }
    this.sw.bus.fire(name.toUpperCase() || 'CUSTOM', (event) => {
      for (const [header, value] of headers) if (header !== 'event-subclass') event.add(header, value);
      event.add('Event-UUID', uuid);
    }, { subclass, body: body || undefined });
    this.reply(`+OK ${uuid}`);
  }

  private myEvents(words: readonly string[]): void {
    if (this.controlled) {
      return this.reply(this.subscription.ownEvents(this.controlled.channel.uuid, words.join(' ')));
    }
    const [uuid, format = ''] = words;
    if (uuid === undefined) return this.reply(NOT_FOUND);
    this.reply(this.subscription.ownEvents(uuid, format));
  }

  private linger(verb: string, rest: string): void {
    if (!this.controlled) return this.reply('-ERR not controlling a session');
    if (verb === 'nolinger') {
      this.lingerSeconds = undefined;
      return this.reply('+OK will not linger');
    }
    this.lingerSeconds = rest === '' ? -1 : Number.parseInt(rest, 10) || 0;
    this.reply(rest === '' ? '+OK will linger' : `+OK will linger ${this.lingerSeconds} seconds`);
  }

  /** The leg's data is the reply; this is the first thing that an outbound socket hears. */
  private connect({ channel, async, full }: Controlled): void {
    const event = new SwitchEvent('CHANNEL_DATA')
      .addAll(this.sw.bus.coreHeaders('CHANNEL_DATA', 'CHANNEL_DATA'))
      .addAll(profileHeaders('Channel', channel.profile, channel.direction))
      .addAll(channelHeaders(channel))
      .add('Content-Type', 'command/reply')
      .add('Reply-Text', '+OK\n')
      .add('Socket-Mode', async ? 'async' : 'static')
      .add('Control', full ? 'full' : 'single-channel');
    this.send(event.toPlain());
  }

  /** After the leg's end an outbound socket closes, at once or after lingering. */
  private async watchLeg(channel: Channel): Promise<void> {
    await channel.waitUntil(() => !channel.up);
    if (this.lingerSeconds === undefined) {
      await channel.waitUntil(() => channel.ended);
      this.disconnect();
      return;
    }
    this.send(`Content-Type: text/disconnect-notice\nControlled-Session-UUID: ${channel.uuid}\n`
      + `Content-Disposition: linger\nChannel-Name: ${channel.name}\nLinger-Time: ${this.lingerSeconds}\n`
      + 'Content-Length: 0\n\n');
    if (this.lingerSeconds >= 0) setTimeout(() => this.disconnect(), this.lingerSeconds * 1000).unref();
  }

  private reply(text: string): void {
    this.send(`Content-Type: command/reply\nReply-Text: ${text.slice(0, REPLY_BYTES)}\n\n`);
  }

  private sendEvent(event: SwitchEvent): void {
    const { format } = this.subscription;
    const body = event.serialize(format);
    this.send(`Content-Length: ${body.length}\nContent-Type: text/event-${format}\n\n${body}`);
  }

  private send(bytes: string): void {
    if (!this.over && this.socket.writable) this.socket.write(bytes, 'latin1');
  }
}

/** Commands that an outbound socket has only with `full`. */
const FULL_ONLY = new Set([
  'event', 'nixevent', 'noevents', 'api', 'bgapi', 'linger', 'nolinger', 'log', 'nolog', 'sendevent',
]);

function splitCommand(command: string): { name: string; argument: string } {
  const at = command.indexOf(' ');
  if (at < 0) return { name: command, argument: '' };
  return { name: command.slice(0, at), argument: command.slice(at + 1).trim() };
}
