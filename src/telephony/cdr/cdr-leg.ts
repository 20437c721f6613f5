/** What the product reads of one CDR: a leg of a call as the switch accounts for it. Times are epoch milliseconds. */
export interface CdrLeg {
  node: string;
  uuid: string;
  /** The uuid of the call's first leg; its own for that leg. */
  callUuid: string;
  /** As the switch sees it: inbound legs come to it, outbound legs go out from it. */
  direction: 'inbound' | 'outbound';
  /** Set by our dialplan; null where the leg died before or belongs to none. */
  tenantId: string | null;
  /** The SIP domain by which the tenant is found when the id is missing. */
  domain: string | null;
  from: string;
  to: string;
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
  queue: CdrQueuePart | null;
}

/** What mod_callcenter left on a leg. Times are epoch seconds, as it keeps them. */
export interface CdrQueuePart {
  side: 'member' | 'agent';
  /** Full names, `queue@domain` and `agent@domain`. */
  queue: string;
  agent: string | null;
  joinedAt: number | null;
  answeredAt: number | null;
  canceledAt: number | null;
  cause: string | null;
  cancelReason: string | null;
}

export type CdrReading = { ok: true; leg: CdrLeg } | { ok: false; reason: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_NUMBER = 60;

/** Reads a CDR of mod_json_cdr. Never throws: what cannot be read is said, so that it can be kept aside. */
export function readCdr(body: Buffer | string): CdrReading {
  let document: unknown;
  try {
    document = JSON.parse(body.toString('utf8'));
  } catch (error) {
    return { ok: false, reason: `not JSON: ${(error as Error).message}` };
  }
  try {
    return { ok: true, leg: legOf(document) };
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
}

function legOf(document: unknown): CdrLeg {
  const root = object(document, 'the CDR');
  const variables = new Variables(object(root['variables'], 'variables'));
  const profile = firstProfile(root['callflow']);
  const uuid = variables.uuid('uuid');
  const purpose = purposeOf(variables.get('seatline_direction'));
  return {
    node: text(root['switchname'], 'switchname').slice(0, MAX_NUMBER),
    uuid,
    callUuid: variables.uuidOr('seatline_call') ?? variables.uuidOr('cc_member_session_uuid') ?? uuid,
    direction: variables.oneOf('direction', ['inbound', 'outbound']),
    tenantId: variables.get('seatline_tenant'),
    domain: variables.get('cc_queue')?.split('@')[1] ?? variables.get('domain_name'),
    from: fromOf(purpose, variables, profile).slice(0, MAX_NUMBER),
    to: (variables.get('seatline_number') ?? withoutDomain(profile['destination_number'] ?? '')).slice(0, MAX_NUMBER),
    startedAt: variables.milliseconds('start_uepoch') ?? fail('start_uepoch'),
    answeredAt: variables.milliseconds('answer_uepoch'),
    endedAt: variables.milliseconds('end_uepoch') ?? fail('end_uepoch'),
    billSeconds: variables.seconds('billsec') ?? fail('billsec'),
    hangupCause: (variables.get('hangup_cause') ?? 'NONE').slice(0, MAX_NUMBER),
    disposition: variables.get('sip_hangup_disposition'),
    purpose,
    profile: variables.get('sofia_profile_name'),
    dialledBy: variables.get('seatline_agent'),
    outcome: variables.get('seatline_outcome'),
    queue: queuePart(variables),
  };
}

function queuePart(variables: Variables): CdrQueuePart | null {
  const queue = variables.get('cc_queue');
  if (queue === null) return null;
  return {
    side: variables.get('cc_side') === 'agent' ? 'agent' : 'member',
    queue,
    agent: variables.get('cc_agent'),
    joinedAt: variables.seconds('cc_queue_joined_epoch'),
    answeredAt: variables.seconds('cc_queue_answered_epoch'),
    canceledAt: variables.seconds('cc_queue_canceled_epoch'),
    cause: variables.get('cc_cause'),
    cancelReason: variables.get('cc_cancel_reason'),
  };
}

/** A seat that calls is known by its extension: on click to dial its phone was shown the number instead. */
function fromOf(purpose: CdrLeg['purpose'], variables: Variables, profile: Record<string, string | undefined>): string {
  const seat = purpose === 'inbound' ? null : variables.get('seatline_extension');
  return seat ?? profile['caller_id_number'] ?? '';
}

/** A registered phone is called as `1001%domain`. */
function withoutDomain(destination: string): string {
  return destination.split('%')[0] ?? '';
}

function purposeOf(value: string | null): CdrLeg['purpose'] {
  return value === 'outbound' || value === 'internal' ? value : 'inbound';
}

/** The profile the leg began with: the last of the callflow, which runs backwards. */
function firstProfile(callflow: unknown): Record<string, string | undefined> {
  if (!Array.isArray(callflow) || callflow.length === 0) return {};
  const flow = object(callflow[callflow.length - 1], 'callflow');
  return object(flow['caller_profile'] ?? {}, 'caller_profile') as Record<string, string | undefined>;
}

/** A CDR's channel variables: strings, percent-encoded by the switch. */
class Variables {
  constructor(private readonly values: Record<string, unknown>) {}

  get(name: string): string | null {
    const value = this.values[name];
    return typeof value === 'string' && value !== '' ? decode(value) : null;
  }

  uuid(name: string): string {
    return this.uuidOr(name) ?? fail(name);
  }

  uuidOr(name: string): string | null {
    const value = this.get(name);
    return value !== null && UUID.test(value) ? value : null;
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T {
    return values.find((value) => value === this.get(name)) ?? fail(name);
  }

  /** Whole seconds; null for 0, which the switch writes for "never". */
  seconds(name: string): number | null {
    const value = this.get(name);
    if (value === null || !/^\d{1,10}$/.test(value)) return null;
    return name === 'billsec' ? Number(value) : Number(value) || null;
  }

  /** From the switch's microseconds; null for 0, "never". */
  milliseconds(name: string): number | null {
    const value = this.get(name);
    if (value === null || !/^\d{1,16}$/.test(value)) return null;
    return Math.floor(Number(value) / 1000) || null;
  }
}

/** Tolerant: what is not valid percent-encoding stays as it is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function object(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name} is not an object`);
  return value as Record<string, unknown>;
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new Error(`${name} is missing`);
  return value;
}

function fail(name: string): never {
  throw new Error(`${name} is missing or wrong`);
}
