import { decodeValue } from '../esl/header-text';
import { readQueueStay, type QueueStay } from './queue-stay';

/** What one leg's CDR says that a call is told from. Times in epoch milliseconds. */
export interface CdrLeg {
  uuid: string;
  coreUuid: string;
  direction: 'inbound' | 'outbound';
  side: 'member' | 'agent' | null;
  callerNumber: string | null;
  dialled: string | null;
  domain: string | null;
  memberUuid: string | null;
  memberLegUuid: string | null;
  agent: string | null;
  agentBridged: boolean;
  /** The caller's last queue; null on any other leg. */
  stay: QueueStay | null;
  startedAt: number;
  answeredAt: number | null;
  endedAt: number;
  cause: string;
  disposition: string | null;
}

type Json = Record<string, unknown>;

/**
 * Reads a JSON CDR as mod_json_cdr writes it: variables URL-encoded, everything a string. Throws an Error that names
 * the fault where the text is no CDR of a leg that has ended.
 */
export function readCdrLeg(json: string): CdrLeg {
  const cdr = object(parse(json), 'the CDR');
  const variables = object(cdr.variables, 'variables');
  const get = (name: string): string | null => {
    const value = variables[name];
    return typeof value === 'string' && value !== '' ? decodeValue(value) : null;
  };
  const uuid = get('uuid');
  const startedAt = micros(get('start_uepoch'));
  const endedAt = micros(get('end_uepoch'));
  if (uuid === null) throw new Error('variables.uuid is missing');
  if (startedAt === null) throw new Error('variables.start_uepoch is missing or no number');
  if (endedAt === null) throw new Error('variables.end_uepoch is missing or no number');
  const profile = firstProfile(cdr.callflow);
  const side = get('cc_side');
  return {
    uuid,
    coreUuid: typeof cdr['core-uuid'] === 'string' ? cdr['core-uuid'] : '',
    direction: get('direction') === 'outbound' ? 'outbound' : 'inbound',
    side: side === 'member' || side === 'agent' ? side : null,
    callerNumber: word(profile?.caller_id_number),
    dialled: word(profile?.destination_number),
    domain: get('domain_name') ?? get('tenant'),
    memberUuid: get('cc_member_uuid'),
    memberLegUuid: get('cc_member_session_uuid'),
    agent: get('cc_agent'),
    agentBridged: get('cc_agent_bridged') === 'true',
    stay: readQueueStay(get),
    startedAt,
    answeredAt: micros(get('answer_uepoch')),
    endedAt,
    cause: get('hangup_cause') ?? 'NONE',
    disposition: get('sip_hangup_disposition'),
  };
}

/** Profiles stand latest first: the last is the leg as it began, before any transfer. */
function firstProfile(callflow: unknown): Json | undefined {
  const flows: unknown[] = Array.isArray(callflow) ? callflow : [callflow];
  const flow = flows[flows.length - 1];
  const profile = isObject(flow) ? flow.caller_profile : undefined;
  return isObject(profile) ? profile : undefined;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`no valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function object(value: unknown, what: string): Json {
  if (!isObject(value)) throw new Error(`${what} must be an object`);
  return value;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? decodeValue(value) : null;
}

function micros(value: string | null): number | null {
  return value !== null && /^[1-9]\d{0,16}$/.test(value) ? Number(value) / 1000 : null;
}
