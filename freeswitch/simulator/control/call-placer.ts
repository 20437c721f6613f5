import { randomUUID } from 'node:crypto';

import { newTimes } from '../channels/caller-profile';
import type { Channel } from '../channels/channel';
import { inboundVariables } from '../channels/leg-variables';
import { authenticate, type SipCredentials } from '../sip/authentication';
import type { SimulatedSwitch } from '../simulated-switch';
import type { Phone } from '../sip/phone';
import { PlacedCall, type CallerPlan } from './trunk-call';

const TRUNK_PORT = 5080;
const PHONE_PORT = 5060;
const FIRST_PORT = 6000;
const PORTS = 20000;

/** All strings are byte strings. */
export interface TrunkCallRequest extends CallerPlan {
  readonly from: string;
  readonly displayName?: string;
  readonly to: string;
}

interface Invitation {
  readonly uuid: string;
  readonly profile: string;
  readonly profilePort: number;
  readonly from: string;
  readonly displayName: string;
  readonly fromHost: string;
  readonly to: string;
  readonly toHost: string;
  readonly context: string;
  readonly port: number;
}

/** Turns INVITEs into channels: those of the trunk unauthenticated, those of phones only with their credential. */
export class CallPlacer {
  private nextPort = 0;

  constructor(private readonly sw: SimulatedSwitch) {}

  fromTrunk(request: TrunkCallRequest): PlacedCall {
    const port = this.port();
    const call = new PlacedCall(randomUUID(), request);
    if (this.full()) {
      call.refused(503);
      return call;
    }
    this.invite(call, {
      uuid: call.callId,
      profile: this.sw.config.profiles.trunk,
      profilePort: TRUNK_PORT,
      from: request.from,
      displayName: request.displayName ?? request.from,
      fromHost: `127.0.0.1:${port}`,
      to: request.to,
      toHost: `127.0.0.1:${TRUNK_PORT}`,
      context: this.sw.config.trunkContext,
      port,
    });
    return call;
  }

  async fromPhone(phone: Phone, credentials: SipCredentials, to: string, plan: CallerPlan): Promise<PlacedCall> {
    const call = new PlacedCall(randomUUID(), plan);
    const { phones } = this.sw.config.profiles;
    const { realm, username } = credentials;
    const request = {
      method: 'INVITE', profile: phones, toUser: to, toHost: phone.domain, fromHost: phone.domain, port: phone.port,
    } as const;
    const result = await authenticate(this.sw.xml, credentials, request);
    if (!result.ok || this.full()) {
      call.refused(result.ok ? 503 : 403);
      return call;
    }
    const { variables } = result.user;
    const channel = this.create(call, {
      uuid: call.callId, profile: phones, profilePort: PHONE_PORT, from: username,
      displayName: variables.get('effective_caller_id_name') ?? username, fromHost: phone.domain, to,
      toHost: phone.domain, context: variables.get('user_context') ?? phone.domain, port: phone.port,
    });
    channel.setAll([
      ['user_name', username], ['domain_name', realm], ['sip_auth_username', username], ['sip_auth_realm', realm],
      ['sip_authorized', 'true'], ['presence_id', `${username}@${realm}`], ...variables,
    ]);
    void this.sw.runInbound(channel);
    return call;
  }

  private full(): boolean {
    return this.sw.channels.size >= this.sw.config.maxSessions;
  }

  private port(): number {
    this.nextPort = (this.nextPort + 1) % PORTS;
    return FIRST_PORT + this.nextPort;
  }

  private invite(call: PlacedCall, invitation: Invitation): void {
    void this.sw.runInbound(this.create(call, invitation));
  }

  private create(call: PlacedCall, invitation: Invitation): Channel {
    const { uuid, from, displayName, to } = invitation;
    const channelName = `sofia/${invitation.profile}/${from}@${invitation.fromHost}`;
    const times = newTimes();
    const channel = this.sw.createChannel({
      index: 1, uuid, direction: 'inbound', username: from, dialplan: 'XML', callerIdName: displayName,
      callerIdNumber: from, origCallerIdName: displayName, origCallerIdNumber: from, calleeIdName: '',
      calleeIdNumber: '', networkAddr: '127.0.0.1', ani: from, rdnis: '', destinationNumber: to,
      source: 'mod_sofia', transferSource: '', context: invitation.context, channelName, times,
    }, call);
    channel.setAll(inboundVariables({
      ...invitation, sessionId: channel.sessionId, channelName, createdMicros: times.created,
    }));
    call.channel = channel;
    return channel;
  }
}
