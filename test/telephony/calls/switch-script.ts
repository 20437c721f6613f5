import { randomUUID } from 'node:crypto';

const START_SECONDS = 1_795_291_000;
const CORE = 'b707c8f4-b9ce-49f3-b3e6-ef26b676428e';

type Headers = Record<string, string | number | null>;

interface ScriptLeg {
  uuid: string;
  headers: Headers;
  answeredAt: number;
}

interface Member {
  uuid: string;
  leg: ScriptLeg;
  queue: string;
  joined: number;
}

interface Answered {
  leg: ScriptLeg;
  agent: string;
  called: number;
  answered: number;
}

/**
 * Writes the byte stream that FreeSWITCH and mod_callcenter write for a situation, event by event in their order and
 * with the headers that they put there (mod_callcenter.c, switch_channel.c of 1.10.12), for situations that were not
 * recorded.
 */
export class SwitchScript {
  private readonly frames: string[] = ['Content-Type: auth/request\n\n'];
  private sequence = 100;
  private micros = START_SECONDS * 1e6 + 400_000;
  core = CORE;

  wait(seconds: number): this {
    this.micros += Math.round(seconds * 1e6);
    return this;
  }

  bytes(): Buffer {
    return Buffer.from(this.frames.join(''));
  }

  /** Swaps the last two events in the stream: delivered the wrong way round, their sequence numbers told truly. */
  swapLast(): this {
    const [last, before] = [this.frames.pop(), this.frames.pop()];
    this.frames.push(last as string, before as string);
    return this;
  }

  restart(): this {
    this.core = randomUUID();
    this.sequence = 1;
    return this;
  }

  caller(from: string, number: string, extra: Headers = {}): ScriptLeg {
    return this.create({
      'Call-Direction': 'inbound',
      'Caller-Caller-ID-Number': from,
      'Caller-Destination-Number': number,
      'Caller-Profile-Index': 1,
      variable_sip_req_user: number,
      variable_sip_from_host: 'evil.example',
      ...extra,
    });
  }

  agentLeg(member: Member, agent: string): ScriptLeg {
    return this.create({
      'Call-Direction': 'outbound',
      'Caller-Caller-ID-Number': member.leg.headers['Caller-Caller-ID-Number'] ?? null,
      'Caller-Destination-Number': `8${agent.slice(0, 4)}`,
      variable_cc_side: 'agent',
      variable_cc_queue: member.queue,
      variable_cc_agent: agent,
      variable_cc_member_uuid: member.uuid,
      variable_cc_member_session_uuid: member.leg.uuid,
      variable_dialed_user: `8${agent.slice(0, 4)}`,
    });
  }

  /** A leg made for another (bridge application). */
  outgoing(from: ScriptLeg, number: string, extra: Headers = {}): ScriptLeg {
    return this.create({
      'Call-Direction': 'outbound',
      'Caller-Destination-Number': number,
      'Other-Type': 'originator',
      'Other-Leg-Unique-ID': from.uuid,
      ...extra,
    });
  }

  /** A leg that the switch makes by itself (originate). */
  originate(number: string, extra: Headers = {}): ScriptLeg {
    return this.create({ 'Call-Direction': 'outbound', 'Caller-Destination-Number': number, ...extra });
  }

  answer(leg: ScriptLeg): this {
    leg.answeredAt = this.micros;
    return this.channel('CHANNEL_ANSWER', leg);
  }

  bridge(leg: ScriptLeg, other: ScriptLeg): this {
    return this.channel('CHANNEL_BRIDGE', leg, { 'Other-Type': 'originatee', 'Other-Leg-Unique-ID': other.uuid });
  }

  unbridge(leg: ScriptLeg, other: ScriptLeg): this {
    return this.channel('CHANNEL_UNBRIDGE', leg, { 'Other-Type': 'originatee', 'Other-Leg-Unique-ID': other.uuid });
  }

  hold(leg: ScriptLeg, on: boolean): this {
    return this.channel(on ? 'CHANNEL_HOLD' : 'CHANNEL_UNHOLD', leg);
  }

  hangup(leg: ScriptLeg, cause: string, disposition: string | null, extra: Headers = {}): this {
    return this.channel('CHANNEL_HANGUP_COMPLETE', leg, {
      'Answer-State': 'hangup',
      'Hangup-Cause': cause,
      'Caller-Channel-Hangup-Time': this.micros,
      variable_sip_hangup_disposition: disposition,
      ...extra,
    });
  }

  /** switch_ivr_session_transfer: from here on the leg has another profile. */
  blindTransfer(leg: ScriptLeg, destination: string): this {
    leg.headers['Caller-Transfer-Source'] = `${this.seconds}:${randomUUID()}:bl_xfer:${destination}/ctx/XML`;
    leg.headers['Caller-Destination-Number'] = destination;
    leg.headers['Caller-Profile-Index'] = 2;
    return this;
  }

  join(leg: ScriptLeg, queue: string, resume = false, uuid: string = randomUUID()): Member {
    if (leg.answeredAt === 0) this.answer(leg);
    const member = { uuid, leg, queue, joined: this.seconds };
    Object.assign(leg.headers, { variable_cc_side: 'member', variable_cc_queue: queue, variable_cc_member_uuid: uuid });
    leg.headers.variable_cc_queue_joined_epoch = this.seconds;
    leg.headers.variable_cc_agent_bridged = null;
    this.callcenter(resume ? 'member-queue-resume' : 'member-queue-start', member, {}, leg);
    return member;
  }

  offer(member: Member, agent: string): this {
    return this.callcenter('agent-offering', member, { 'CC-Agent': agent });
  }

  fail(member: Member, agent: string, cause: string, called: number): this {
    return this.callcenter('bridge-agent-fail', member, {
      'CC-Hangup-Cause': cause,
      'CC-Agent': agent,
      'CC-Agent-Called-Time': called,
      'CC-Agent-Aborted-Time': this.seconds,
      'CC-Member-Joined-Time': member.joined,
    });
  }

  /** One offer that fails after ringing: leg, hangup, bridge-agent-fail. */
  failedOffer(member: Member, agent: string, ringSeconds: number, cause: string, disposition: string): this {
    this.offer(member, agent);
    const called = this.seconds;
    const leg = this.agentLeg(member, agent);
    return this.wait(ringSeconds).hangup(leg, cause, disposition).fail(member, agent, cause, called);
  }

  /** The agent answers: bridge-agent-start, bridge. */
  connect(member: Member, agent: string, leg: ScriptLeg, called: number): Answered {
    this.answer(leg);
    const answered = { leg, agent, called, answered: this.seconds };
    this.callcenter('bridge-agent-start', member, this.times(member, answered), leg);
    this.bridge(member.leg, leg);
    Object.assign(member.leg.headers, {
      variable_cc_agent: agent,
      variable_cc_agent_uuid: leg.uuid,
      variable_cc_agent_bridged: 'true',
      variable_cc_queue_answered_epoch: this.seconds,
    });
    return answered;
  }

  /** An offer that is answered after ringing. */
  answeredOffer(member: Member, agent: string, ringSeconds: number): Answered {
    this.offer(member, agent);
    const called = this.seconds;
    const leg = this.agentLeg(member, agent);
    this.wait(ringSeconds);
    return this.connect(member, agent, leg, called);
  }

  agentEnd(member: Member, answered: Answered, bridged = true): this {
    return this.callcenter(
      'bridge-agent-end',
      member,
      {
        'CC-Hangup-Cause': 'SUCCESS',
        ...this.times(member, answered),
        'CC-Agent-Bridged': String(bridged),
        'CC-Bridge-Terminated-Time': this.seconds,
      },
      answered.leg,
    );
  }

  terminated(member: Member, answered: Answered): this {
    return this.callcenter(
      'member-queue-end',
      member,
      {
        'CC-Hangup-Cause': 'SUCCESS',
        'CC-Cause': 'Terminated',
        ...this.times(member, answered),
        'CC-Member-Leaving-Time': this.seconds,
      },
      member.leg,
    );
  }

  cancel(member: Member, reason: string, legUp: boolean): this {
    const headers = {
      'CC-Member-Leaving-Time': this.seconds,
      'CC-Member-Joined-Time': member.joined,
      'CC-Cause': 'Cancel',
      'CC-Cancel-Reason': reason,
      'Answer-State': legUp ? 'answered' : 'hangup',
    };
    return this.callcenter('member-queue-end', member, headers, member.leg);
  }

  get seconds(): number {
    return Math.floor(this.micros / 1e6);
  }

  private times(member: Member, answered: Answered): Headers {
    return {
      'CC-Agent': answered.agent,
      'CC-Agent-System': 'single_box',
      'CC-Agent-UUID': answered.leg.uuid,
      'CC-Agent-Called-Time': answered.called,
      'CC-Agent-Answered-Time': answered.answered,
      'CC-Member-Joined-Time': member.joined,
    };
  }

  private create(headers: Headers): ScriptLeg {
    const uuid = randomUUID();
    const leg = { uuid, answeredAt: 0, headers: { ...headers, 'Caller-Channel-Created-Time': this.micros } };
    this.channel('CHANNEL_CREATE', leg);
    return leg;
  }

  private channel(name: string, leg: ScriptLeg, extra: Headers = {}): this {
    return this.event({ 'Event-Name': name }, this.channelData(leg), extra);
  }

  private channelData(leg: ScriptLeg): Headers {
    return { 'Unique-ID': leg.uuid, 'Caller-Channel-Answered-Time': leg.answeredAt, ...leg.headers };
  }

  private callcenter(action: string, member: Member, extra: Headers, leg?: ScriptLeg): this {
    return this.event(
      { 'Event-Subclass': 'callcenter::info', 'Event-Name': 'CUSTOM' },
      leg === undefined ? {} : this.channelData(leg),
      {
        'CC-Queue': member.queue,
        'CC-Action': action,
        'CC-Member-UUID': member.uuid,
        'CC-Member-Session-UUID': member.leg.uuid,
        'CC-Member-CID-Number': member.leg.headers['Caller-Caller-ID-Number'] ?? null,
        ...extra,
      },
    );
  }

  private event(...parts: Headers[]): this {
    this.sequence += 1;
    const headers: Headers = Object.assign(
      {},
      parts[0],
      { 'Core-UUID': this.core, 'Event-Date-Timestamp': this.micros, 'Event-Sequence': this.sequence },
      ...parts.slice(1),
    ) as Headers;
    const lines = Object.entries(headers).filter(([, value]) => value !== null && value !== '');
    const body = `${lines.map(([name, value]) => `${name}: ${encodeURIComponent(String(value))}\n`).join('')}\n`;
    this.frames.push(`Content-Length: ${Buffer.byteLength(body)}\nContent-Type: text/event-plain\n\n${body}`);
    // The next event is a little later.
    this.micros += 1000;
    return this;
  }
}
