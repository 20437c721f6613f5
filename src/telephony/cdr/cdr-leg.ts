import { type IdKind, readId } from '../../platform/database/ids';
import { causeOf, HANDED_OVER_MARK } from '../calls/handed-over';
import { decodeValue } from '../esl/header-text';
import { type CdrDocument, type Fields, isObject, parseCdr } from './cdr-document';
import { readQueuePart, type QueuePart } from './queue-part';

/**
 * What is read of one CDR: a leg of a call as the switch accounts for it. Times are epoch milliseconds, with the
 * switch's microseconds as their fraction.
 */
export interface CdrLeg {
  node: string;
  /** The run of the switch: another one after every restart. */
  coreUuid: string;
  uuid: string;
  /** The uuid of the call's first leg; its own for that leg. */
  callUuid: string;
  /** As the switch sees it: inbound legs come to it, outbound legs go out from it. */
  direction: 'inbound' | 'outbound';
  /** Set by our dialplan; null where the leg died before or belongs to none. */
  tenantId: string | null;
  /** The SIP domain by which the tenant is found when the id is missing. */
  domain: string | null;
  /** Both are empty where the switch named none, and null where they were known once and are not any more. */
  from: string | null;
  to: string | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number;
  /** From answer to end, in whole seconds, as the switch counted them. */
  billSeconds: number;
  hangupCause: string;
  /** Which side said goodbye: `recv_bye`, `send_bye`, `recv_refuse`, `recv_cancel`, `send_cancel` … */
  disposition: string | null;
  /** What our dialplan says the call is: `outbound` and `internal` calls start at a seat. */
  purpose: 'inbound' | 'outbound' | 'internal';
  /** The SIP profile it runs over: phones are on `internal`, trunks on any other; null for a leg within the switch. */
  profile: string | null;
  /** The agent who placed it, `agent@domain`, where one did. */
  dialledBy: string | null;
  /** An outcome that our dialplan decided, such as `closed`. */
  outcome: string | null;
  queue: QueuePart | null;
  /** Who called, and what that was worth, as our dialplan knew it; ids of the tenant's. */
  customerId: string | null;
  segmentId: string | null;
}

export type CdrReading = { ok: true; leg: CdrLeg } | { ok: false; reason: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_NUMBER = 60;

/** Reads a CDR of mod_json_cdr. Never throws: what cannot be read is said, so that it can be kept aside. */
export function readCdr(body: Buffer | string): CdrReading {
  try {
    return { ok: true, leg: legOf(parseCdr(body.toString('utf8'))) };
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
}

function legOf(document: CdrDocument): CdrLeg {
  const { root } = document;
  const variables = new Variables(document.variables);
  const profile = firstProfile(root['callflow']);
  const uuid = variables.uuid('uuid');
  const purpose = purposeOf(variables.get('seatline_direction'));
  const queue = readQueuePart((name) => variables.get(name));
  return {
    node: text(root['switchname'], 'switchname').slice(0, MAX_NUMBER),
    coreUuid: typeof root['core-uuid'] === 'string' ? root['core-uuid'] : '',
    uuid,
    callUuid: variables.uuidOr('seatline_call') ?? variables.uuidOr('cc_member_session_uuid') ?? uuid,
    direction: variables.oneOf('direction', ['inbound', 'outbound']),
    tenantId: variables.get('seatline_tenant'),
    domain: queue?.queue.split('@')[1] ?? variables.get('domain_name') ?? variables.get('tenant'),
    from: fromOf(purpose, variables, profile).slice(0, MAX_NUMBER),
    to: (variables.get('seatline_number') ?? destinationOf(profile)).slice(0, MAX_NUMBER),
    startedAt: variables.milliseconds('start_uepoch') ?? fail('start_uepoch'),
    answeredAt: variables.milliseconds('answer_uepoch'),
    endedAt: variables.milliseconds('end_uepoch') ?? fail('end_uepoch'),
    billSeconds: variables.seconds('billsec') ?? fail('billsec'),
    hangupCause: causeOf(variables.get(HANDED_OVER_MARK), variables.get('hangup_cause') ?? 'NONE').slice(0, MAX_NUMBER),
    disposition: variables.get('sip_hangup_disposition'),
    purpose,
    profile: variables.get('sofia_profile_name'),
    dialledBy: variables.get('seatline_agent'),
    outcome: variables.get('seatline_outcome'),
    queue,
    customerId: variables.id('seatline_customer', 'customer'),
    segmentId: variables.id('seatline_segment', 'segment'),
  };
}

/** A seat that calls is known by its extension: on click to dial its phone was shown the number instead. */
function fromOf(purpose: CdrLeg['purpose'], variables: Variables, profile: Fields): string {
  const seat = purpose === 'inbound' ? null : variables.get('seatline_extension');
  return seat ?? decoded(profile['caller_id_number']) ?? '';
}

/** A registered phone is called as `1001%domain`; the `%` of an encoded number, `%2B86…`, begins no domain. */
function destinationOf(profile: Fields): string {
  const destination = profile['destination_number'];
  return typeof destination === 'string' ? (decoded(destination.replace(/%[\w-]+(\.[\w-]+)+$/, '')) ?? '') : '';
}

function purposeOf(value: string | null): CdrLeg['purpose'] {
  return value === 'outbound' || value === 'internal' ? value : 'inbound';
}

/** The profile the leg began with: the last of the callflow, which runs backwards. */
function firstProfile(callflow: unknown): Fields {
  const flows: unknown[] = Array.isArray(callflow) ? callflow : [callflow];
  const flow = flows[flows.length - 1];
  const profile = isObject(flow) ? flow['caller_profile'] : undefined;
  return isObject(profile) ? profile : {};
}

/** A CDR's channel variables: strings, percent-encoded by the switch. */
class Variables {
  constructor(private readonly portions: Fields[]) {}

  get(name: string): string | null {
    return decoded(this.portions.findLast((portion) => Object.hasOwn(portion, name))?.[name]);
  }

  uuid(name: string): string {
    return this.uuidOr(name) ?? fail(name);
  }

  uuidOr(name: string): string | null {
    const value = this.get(name);
    return value !== null && UUID.test(value) ? value : null;
  }

  /** Null for what is no id of that kind. */
  id(name: string, kind: IdKind): string | null {
    return readId(this.get(name), kind);
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T {
    return values.find((value) => value === this.get(name)) ?? fail(name);
  }

  /** Whole seconds; null where there is no such number. */
  seconds(name: string): number | null {
    const value = this.get(name);
    return value !== null && /^\d{1,10}$/.test(value) ? Number(value) : null;
  }

  /** From the switch's microseconds; null for 0, "never". */
  milliseconds(name: string): number | null {
    const value = this.get(name);
    return value !== null && /^[1-9]\d{0,15}$/.test(value) ? Number(value) / 1000 : null;
  }
}

/** Tolerant: what is not valid percent-encoding stays as it is. Null for what is no text, or none. */
function decoded(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return value.includes('%') ? decodeValue(Buffer.from(value).toString('latin1')) : value;
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${name} is missing`);
  return value;
}

function fail(name: string): never {
  throw new Error(`${name} is missing or wrong`);
}
