import { randomUUID } from 'node:crypto';

import { parseCause, type Cause } from '../sip/causes';
import type { SimulatedSwitch } from '../simulated-switch';
import { locateUser } from '../xml/directory';
import { newTimes, type CallerProfile } from './caller-profile';
import type { Channel } from './channel';
import { parseDialString, type DialTarget } from './dial-string';
import { expandVariables } from './expand';
import type { FarEnd } from './far-end';
import { outboundVariables } from './leg-variables';
import { introduce } from './bridge';

export interface OriginateRequest {
  readonly dialString: string;
  readonly timeoutSeconds: number;
  readonly callerIdName: string;
  readonly callerIdNumber: string;
  /** Variables for the new leg besides those in the dial string. */
  readonly variables?: readonly (readonly [string, string])[];
  /** The calling leg: it hears ringing, and its end cancels the attempt. */
  readonly originator?: Channel;
}

export type Originated = { readonly leg: Channel } | { readonly cause: Cause };

/** Told of each leg as it is created; false when the call is already won by another. */
type Started = (leg: Channel) => boolean;

interface Attempt {
  readonly request: OriginateRequest;
  readonly variables: ReadonlyMap<string, string>;
  readonly started: Started;
}

/** switch_ivr_originate: rings one attempt after another until somebody answers. */
export async function originate(sw: SimulatedSwitch, request: OriginateRequest, started: Started = () => true):
  Promise<Originated> {
  const dial = parseDialString(request.dialString);
  const variables = new Map([...(request.variables ?? []), ...dial.variables]);
  if (request.callerIdName && !variables.has('origination_caller_id_name')) {
    variables.set('origination_caller_id_name', request.callerIdName);
    variables.set('origination_caller_id_number', request.callerIdNumber);
  }
  let cause: Cause = 'DESTINATION_OUT_OF_ORDER';
  for (const targets of dial.attempts) {
    if (request.originator && !request.originator.ready) return { cause: 'ORIGINATOR_CANCEL' };
    const result = await ringTogether(sw, { request, variables, started }, targets);
    if ('leg' in result) return result;
    cause = result.cause;
  }
  return { cause };
}

/** The first to answer wins and the others lose the race; if all fail, the last failure counts. */
async function ringTogether(sw: SimulatedSwitch, attempt: Attempt, targets: readonly DialTarget[]):
  Promise<Originated> {
  const legs: Channel[] = [];
  let winner: Channel | undefined;
  let cause: Cause = 'DESTINATION_OUT_OF_ORDER';
  const started: Started = (leg) => {
    legs.push(leg);
    return attempt.started(leg) && winner === undefined;
  };
  await Promise.all(targets.map(async (target) => {
    const result = await ring(sw, { ...attempt, started }, target);
    if ('cause' in result) cause = result.cause;
    else if (winner) result.leg.hangup('LOSE_RACE');
    else {
      winner = result.leg;
      for (const leg of legs) if (leg !== winner) leg.hangup('LOSE_RACE');
    }
  }));
  return winner ? { leg: winner } : { cause };
}

function ring(sw: SimulatedSwitch, attempt: Attempt, target: DialTarget): Promise<Originated> {
  switch (target.endpoint) {
    case 'user':
      return ringUser(sw, attempt, target);
    case 'sofia':
      return ringSofia(sw, attempt, target);
    case 'error':
      return Promise.resolve({ cause: errorCause(target.address) });
    default:
      return Promise.resolve({ cause: 'CHANNEL_UNACCEPTABLE' });
  }
}

function errorCause(address: string): Cause {
  return address === 'user_not_registered' ? 'USER_NOT_REGISTERED' : parseCause(address);
}

/** Every XML request brings its own block of these; a leg's copies of them are not sent twice. */
const REQUEST_BLOCK = /^(Event-|Core-UUID|FreeSWITCH-)/;

/** The `user/` endpoint: the directory says how the user is reached. */
async function ringUser(sw: SimulatedSwitch, attempt: Attempt, target: DialTarget): Promise<Originated> {
  const [user, domain] = splitAt(target.address, '@');
  const variables: [string, string][] = [...attempt.variables, ...target.variables];
  const found = await locateUser(sw.xml, {
    user,
    domain,
    origin: 'user-call',
    before: [['as_channel', 'true'], ['action', 'user_call']],
    fields: variables.filter(([name]) => !REQUEST_BLOCK.test(name)),
  });
  if (!found) return { cause: 'SUBSCRIBER_ABSENT' };
  const dialString = found.params.get('dial-string');
  if (!dialString) return { cause: 'MANDATORY_IE_MISSING' };
  const dialed = { dialed_user: user, dialed_domain: domain, presence_id: `${user}@${domain}` };
  const result = await originate(sw, {
    ...attempt.request,
    dialString: expandVariables({ get: (name) => (dialed as Record<string, string>)[name] }, dialString, sw.expansion),
    variables: [...variables, ...Object.entries(dialed), ['sip_invite_domain', domain]],
    timeoutSeconds: legTimeout(attempt, target),
  }, attempt.started);
  if ('leg' in result) {
    result.leg.setAll(found.variables);
    result.leg.set('originate_endpoint', 'user');
  }
  return result;
}

function legTimeout(attempt: Attempt, target: DialTarget): number {
  const own = Number(target.variables.get('leg_timeout') ?? attempt.variables.get('leg_timeout') ?? 0);
  const limit = attempt.request.timeoutSeconds;
  return own > 0 ? Math.min(own, limit) : limit;
}

/** `sofia/gateway/NAME/number`, `sofia/PROFILE/user%domain` (a registration), `sofia/PROFILE/user@host`. */
async function ringSofia(sw: SimulatedSwitch, attempt: Attempt, target: DialTarget): Promise<Originated> {
  const parts = target.address.replace(/;.*$/, '').split('/');
  if (parts[0] === 'gateway' || parts[0]?.startsWith('gateway')) {
    const number = parts.at(-1) ?? '';
    return ringLeg(sw, attempt, target, {
      far: sw.outside, number, profile: sw.config.profiles.trunk, contact: `${number}@127.0.0.1:5080`,
      channelName: `sofia/${sw.config.profiles.trunk}/${number}`,
    });
  }
  const [profile = '', ...rest] = parts;
  const address = rest.join('/').replace(/^sips?:/, '');
  const registration = address.includes('%')
    ? sw.registrations.find(...splitAt(address, '%'))
    : sw.registrations.findByContact(address);
  if (address.includes('%') && !registration) return { cause: 'USER_NOT_REGISTERED' };
  const [number, host] = splitAt(address, '@');
  const contact = registration?.contact ?? `${number}@${host}`;
  return ringLeg(sw, attempt, target, {
    far: registration?.phone ?? sw.outside, number: registration?.user ?? number, profile, contact,
    channelName: `sofia/${profile}/${contact}`,
  });
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

interface Destination {
  readonly far: FarEnd;
  readonly number: string;
  readonly profile: string;
  readonly contact: string;
  readonly channelName: string;
}

async function ringLeg(sw: SimulatedSwitch, attempt: Attempt, target: DialTarget, destination: Destination):
  Promise<Originated> {
  if (sw.channels.size >= sw.config.maxSessions) return { cause: 'SWITCH_CONGESTION' };
  const leg = createLeg(sw, attempt, target, destination);
  if (!attempt.started(leg)) leg.hangup('LOSE_RACE');
  void sw.runOutbound(leg);
  const { originator } = attempt.request;
  if (originator) void followRinging(leg, originator);
  const over = (): boolean => leg.answered || !leg.up;
  const decided = leg.waitUntil(over, legTimeout(attempt, target) * 1000);
  const abandoned = originator?.waitUntil(() => !originator.ready || over());
  await Promise.race([decided, abandoned ?? decided]);
  if (leg.answered && leg.up) {
    await executeOnAnswer(sw, leg);
    return { leg };
  }
  leg.hangup(originator && !originator.ready ? 'ORIGINATOR_CANCEL' : 'NO_ANSWER');
  return { cause: leg.cause ?? 'NO_ANSWER' };
}

/** The variable `execute_on_answer` holds `APPLICATION [ARGUMENT]`. */
async function executeOnAnswer(sw: SimulatedSwitch, leg: Channel): Promise<void> {
  const [, application, argument = ''] = /^(\S+)\s*(.*)$/s.exec(leg.get('execute_on_answer') ?? '') ?? [];
  if (application !== undefined) await sw.executeApplication(leg, application, argument);
}

async function followRinging(leg: Channel, originator: Channel): Promise<void> {
  await leg.waitUntil(() => leg.ringReady || !leg.up);
  if (leg.ringReady && leg.up) originator.ringReadyToCaller();
}

function createLeg(sw: SimulatedSwitch, attempt: Attempt, target: DialTarget, destination: Destination): Channel {
  const variables = new Map([...attempt.variables, ...target.variables]);
  const { request } = attempt;
  const uuid = variables.get('origination_uuid') ?? randomUUID();
  const name = variables.get('origination_caller_id_name') ?? request.callerIdName;
  const number = variables.get('origination_caller_id_number') ?? request.callerIdNumber;
  const profile: CallerProfile = {
    index: 1, uuid, direction: 'outbound', username: '', dialplan: '', callerIdName: name, callerIdNumber: number,
    origCallerIdName: name, origCallerIdNumber: number, calleeIdName: 'Outbound Call',
    calleeIdNumber: destination.number, networkAddr: '', ani: number, rdnis: '',
    destinationNumber: destination.number, source: 'src/switch_ivr_originate.c', transferSource: '',
    context: 'default', channelName: destination.channelName, times: newTimes(),
  };
  const leg = sw.createChannel(profile, destination.far);
  leg.setAll(outboundVariables({
    uuid, sessionId: leg.sessionId, profile: destination.profile, channelName: destination.channelName,
    destination: destination.number, contact: destination.contact,
  }));
  leg.setAll(variables);
  leg.setAll([['originate_early_media', 'false'], ['originate_endpoint', 'sofia']]);
  if (request.originator) introduce(request.originator, leg);
  return leg;
}
