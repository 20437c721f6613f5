import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

import type { Application } from './applications/application';
import { APPLICATIONS } from './applications/registry';
import { runApi } from './api/registry';
import { sofiaContact } from './api/sofia';
import { Callcenter } from './callcenter/callcenter';
import { CdrPoster } from './cdr/cdr-poster';
import type { CallerProfile } from './channels/caller-profile';
import { Channel } from './channels/channel';
import { expandVariables, type ApiExpansion } from './channels/expand';
import type { FarEnd } from './channels/far-end';
import { Limits } from './channels/limits';
import { PrivateCommands } from './channels/private-commands';
import { PrivateEvents } from './channels/private-events';
import { ScheduledHangups } from './channels/scheduled-hangups';
import { runSession } from './channels/session';
import type { SimulatorConfig } from './config';
import { fromText } from './core/byte-string';
import { nowMicros } from './core/clock';
import { EventBus } from './core/event-bus';
import type { Header } from './core/switch-event';
import { Heartbeat } from './core/heartbeat';
import { Outside } from './sip/outside';
import { Registrations } from './sip/registrations';
import { XmlCurl } from './xml/xml-curl';

/** The switch itself: everything that its modules share. */
export class SimulatedSwitch {
  readonly bus: EventBus;
  readonly channels = new Map<string, Channel>();
  readonly registrations: Registrations;
  readonly outside = new Outside();
  readonly limits = new Limits();
  readonly scheduledHangups = new ScheduledHangups();
  readonly hash = new Map<string, string>();
  readonly globals: Map<string, string>;
  readonly privateCommands = new PrivateCommands();
  readonly privateEvents = new PrivateEvents();
  readonly xml: XmlCurl;
  readonly cdr: CdrPoster;
  readonly callcenter: Callcenter;
  readonly startedMicros = nowMicros();
  readonly heartbeat: Heartbeat;
  sessionsSinceStartup = 0;

  constructor(readonly config: SimulatorConfig) {
    const switchname = fromText(config.switchname);
    const host = fromText(hostname());
    this.bus = new EventBus({ hostname: host, switchname, ipv4: '127.0.0.1', ipv6: '::1' });
    this.globals = new Map([
      ['hostname', host], ['switchname', switchname], ['core_uuid', this.bus.coreUuid], ['local_ip_v4', '127.0.0.1'],
    ]);
    this.registrations = new Registrations(this.bus, config.profiles.phones);
    this.xml = new XmlCurl(config, this.bus);
    this.cdr = new CdrPoster(config.cdr, { coreUuid: this.bus.coreUuid, switchname });
    this.callcenter = new Callcenter(this);
    this.heartbeat = new Heartbeat(this);
  }

  /** `${api(arguments)}` in dial strings and dialplans: the few commands that such strings use. */
  readonly expansion: ApiExpansion = (command, argument) => {
    if (command !== 'sofia_contact') return undefined;
    this.announceApi(command, argument);
    return sofiaContact(this, argument);
  };

  /** `$${name}`: of the switch's own variables the one that the product names. */
  withGlobals(text: string): string {
    return text.replaceAll('$${recordings_dir}', () => this.config.recordingsDir);
  }

  createChannel(profile: CallerProfile, far: FarEnd): Channel {
    const channel = new Channel(this.bus, ++this.sessionsSinceStartup, profile, far);
    this.channels.set(channel.uuid, channel);
    return channel;
  }

  /** Starts the life of a leg that came in. */
  async runInbound(channel: Channel): Promise<void> {
    channel.run('CS_NEW');
    channel.run('CS_INIT');
    channel.state = 'CS_ROUTING';
    channel.emit('CHANNEL_CREATE');
    channel.setCallState('RINGING');
    channel.setState('CS_ROUTING');
    await runSession(this, channel);
  }

  /** Starts the life of a leg that goes out: its far end is invited, and it waits. */
  async runOutbound(channel: Channel): Promise<void> {
    channel.runningState = 'CS_NONE';
    channel.emit('CHANNEL_OUTGOING', { variables: false });
    channel.run('CS_INIT');
    channel.emit('CHANNEL_CREATE');
    channel.emit('CHANNEL_ORIGINATE');
    channel.setState('CS_ROUTING');
    if (channel.up) channel.far.invited(channel);
    await runSession(this, channel);
  }

  /** switch_core_session_exec: expands the argument, tells of start and end, and keeps the log for the CDR. */
  async executeApplication(channel: Channel, name: string, data: string, id: string = randomUUID()): Promise<void> {
    const application = APPLICATIONS[name];
    if (!application) {
      channel.hangup('DESTINATION_OUT_OF_ORDER');
      return;
    }
    const argument = expandVariables(channel, this.withGlobals(data), this.expansion);
    channel.appLog.push({ name, data: argument, stamp: nowMicros() });
    channel.set('current_application', name);
    channel.set('current_application_data', argument);
    channel.set('current_application_response', undefined);
    const about: Header[] = [['Application', name], ['Application-Data', argument]];
    channel.emit('CHANNEL_EXECUTE', { after: [...about, ['Application-UUID', id]] });
    channel.takeBreak();
    await application(this, channel, argument);
    const response = channel.get('current_application_response') ?? '_none_';
    const after: Header[] = [...about, ['Application-Response', response], ['Application-UUID', id]];
    channel.emit('CHANNEL_EXECUTE_COMPLETE', { after });
  }

  /** For `inline` actions: no events, no log. */
  async executeQuietly(channel: Channel, name: string, data: string): Promise<void> {
    const application: Application | undefined = APPLICATIONS[name];
    await application?.(this, channel, expandVariables(channel, data, this.expansion));
  }

  /** Runs an API command. @returns its output, or undefined when there is no such command */
  async api(command: string, argument: string): Promise<string | undefined> {
    this.announceApi(command, argument);
    return runApi(this, command, argument);
  }

  private announceApi(command: string, argument: string): void {
    this.bus.fire('API', (event) => {
      event.add('API-Command', command).add('API-Command-Argument', argument);
    });
  }

  async start(): Promise<void> {
    await this.callcenter.load();
    this.heartbeat.start();
  }

  /** An orderly end: every call is cleared and its CDR sent. */
  async stop(): Promise<void> {
    this.heartbeat.stop();
    for (const channel of [...this.channels.values()]) channel.hangup('SYSTEM_SHUTDOWN');
    await new Promise((resolve) => setImmediate(resolve));
    this.callcenter.stop();
    await this.cdr.idle();
  }
}
