import { checked, checkedChoice, checkedInteger, freeText } from './command-fields';

declare const apiBrand: unique symbol;
declare const socketBrand: unique symbol;

/** A command of the switch, to be sent with `api` or `bgapi`. Only this file makes one. */
export type ApiCommand = string & { readonly [apiBrand]: true };

/** A command of the event socket itself. Only this file makes one. */
export type SocketCommand = string & { readonly [socketBrand]: true };

/**
 * mod_callcenter compares these exactly when it dispatches, although it accepts any case when they are set; and
 * without quotes `Available (On Demand)` silently becomes `Available`. So: this list, this case, always quoted.
 */
export const AGENT_STATUSES = ['Logged Out', 'Available', 'Available (On Demand)', 'On Break'] as const;
export type AgentStatus = (typeof AGENT_STATUSES)[number];

export const AGENT_STATES = ['Waiting', 'Receiving', 'In a queue call', 'Idle', 'Reserved'] as const;
export type AgentState = (typeof AGENT_STATES)[number];

const AGENT_TIME_KEYS = [
  'wrap_up_time',
  'max_no_answer',
  'reject_delay_time',
  'busy_delay_time',
  'no_answer_delay_time',
] as const;

/** Seconds, 0–86400, except max_no_answer, which counts calls (0: never put on break). */
export type AgentTimes = Record<(typeof AGENT_TIME_KEYS)[number], number>;

/** The seat that rings for an agent, and for how many seconds (1–600) it rings. */
export interface SeatContact {
  extension: string;
  domain: string;
  ringSeconds: number;
}

const DAY_SECONDS = 86_400;

function api(...words: string[]): ApiCommand {
  return words.join(' ') as ApiCommand;
}

function socket(...lines: string[]): SocketCommand {
  return lines.join('\n') as SocketCommand;
}

function quoted<T extends string>(field: string, value: T, choices: readonly T[]): string {
  return `'${checkedChoice(field, value, choices)}'`;
}

// --- the event socket ---------------------------------------------------------------------------------------------

export function authCommand(password: string): SocketCommand {
  return socket(`auth ${checked('password', 'password', password)}`);
}

/** Everything after CUSTOM is a subclass, so plain names come first. */
export function eventPlainCommand(names: readonly string[], subclasses: readonly string[]): SocketCommand {
  const plain = names.map((name) => checked('event', 'eventName', name));
  const custom = subclasses.map((name) => checked('subclass', 'subclass', name));
  return socket(['event plain', ...plain, ...(custom.length > 0 ? ['CUSTOM', ...custom] : [])].join(' '));
}

/** Positive filters are ORed, and they drop BACKGROUND_JOB and HEARTBEAT too unless one lets those pass. */
export function filterCommand(header: string, value: string): SocketCommand {
  return socket(`filter ${checked('header', 'header', header)} ${checked('value', 'value', value)}`);
}

export function exitCommand(): SocketCommand {
  return socket('exit');
}

/**
 * Runs a dialplan application on a channel: of this outbound socket, or of the leg named. The switch expands `${…}`
 * in the argument, so no `$` passes; the reply means queued, not done: await CHANNEL_EXECUTE_COMPLETE by `eventUuid`.
 */
export function executeCommand(execute: {
  legUuid?: string;
  application: string;
  argument: string;
  eventUuid: string;
}): SocketCommand {
  const target = execute.legUuid === undefined ? '' : ` ${checked('legUuid', 'uuid', execute.legUuid)}`;
  return socket(
    `sendmsg${target}`,
    'call-command: execute',
    `execute-app-name: ${checked('application', 'application', execute.application)}`,
    `execute-app-arg: ${checked('argument', 'argument', execute.argument)}`,
    `Event-UUID: ${checked('eventUuid', 'uuid', execute.eventUuid)}`,
    'event-lock: true',
  );
}

// --- mod_callcenter: what it has ----------------------------------------------------------------------------------

/** Rows as json, all values strings; the text form would break on a contact with a pipe in it. */
export function listAgentsCommand(): ApiCommand {
  return callcenterList('agent list');
}

export function listTiersCommand(): ApiCommand {
  return callcenterList('tier list');
}

export function listQueuesCommand(): ApiCommand {
  return callcenterList('queue list');
}

export function listMembersCommand(): ApiCommand {
  return callcenterList('member list');
}

export function listQueueRowsCommand(rows: 'agents' | 'members' | 'tiers', queue: string): ApiCommand {
  return callcenterList(
    `queue list ${checkedChoice('rows', rows, ['agents', 'members', 'tiers'])}`,
    checked('queue', 'name', queue),
  );
}

function callcenterList(list: string, queue?: string): ApiCommand {
  const data = queue === undefined ? { arguments: list } : { arguments: list, queue_name: queue };
  return api('json', JSON.stringify({ command: 'callcenter_config', data }));
}

// --- mod_callcenter: agents ---------------------------------------------------------------------------------------

export function addAgentCommand(agent: string): ApiCommand {
  return api('callcenter_config agent add', checked('agent', 'name', agent), 'callback');
}

/** The agent's tiers go with it. */
export function deleteAgentCommand(agent: string): ApiCommand {
  return api('callcenter_config agent del', checked('agent', 'name', agent));
}

export function setAgentStatusCommand(agent: string, status: AgentStatus): ApiCommand {
  return setAgent('status', agent, quoted('status', status, AGENT_STATUSES));
}

export function setAgentStateCommand(agent: string, state: AgentState): ApiCommand {
  return setAgent('state', agent, quoted('state', state, AGENT_STATES));
}

/**
 * mod_callcenter expands a contact against the caller's channel and dials it, so it is built here from an extension
 * and a domain and never taken as text.
 */
export function setAgentContactCommand(agent: string, contact: SeatContact): ApiCommand {
  return setAgent('contact', agent, renderSeatContact(contact));
}

/** The contact as mod_callcenter will list it, for comparing what is wanted with what is there. */
export function renderSeatContact(contact: SeatContact): string {
  const seconds = checkedInteger('ringSeconds', contact.ringSeconds, 1, 600);
  const extension = checked('extension', 'extension', contact.extension);
  return `[leg_timeout=${seconds}]user/${extension}@${checked('domain', 'domain', contact.domain)}`;
}

export function setAgentTimeCommand(agent: string, key: keyof AgentTimes, value: number): ApiCommand {
  return setAgent(checkedChoice('key', key, AGENT_TIME_KEYS), agent, checkedInteger(key, value, 0, DAY_SECONDS));
}

/** Epoch seconds from which the agent may be offered calls; 0 for at once. */
export function setAgentReadyTimeCommand(agent: string, epochSeconds: number): ApiCommand {
  return setAgent('ready_time', agent, checkedInteger('readyTime', epochSeconds, 0, Number.MAX_SAFE_INTEGER));
}

function setAgent(key: string, agent: string, value: string): ApiCommand {
  return api('callcenter_config agent set', key, checked('agent', 'name', agent), value);
}

/** Frees the agent from a queue call that goes on without being one (after a consultative transfer). */
export function breakAgentCommand(agentLegUuid: string): ApiCommand {
  return api('callcenter_break agent', checked('agentLegUuid', 'uuid', agentLegUuid));
}

// --- mod_callcenter: tiers and queues -----------------------------------------------------------------------------

/** Level 0–100 (lower first), position 1–30000 within it. */
export function addTierCommand(queue: string, agent: string, level: number, position: number): ApiCommand {
  return api('callcenter_config tier add', ...tier(queue, agent), tierLevel(level), tierPosition(position));
}

export function setTierLevelCommand(queue: string, agent: string, level: number): ApiCommand {
  return api('callcenter_config tier set level', ...tier(queue, agent), tierLevel(level));
}

export function setTierPositionCommand(queue: string, agent: string, position: number): ApiCommand {
  return api('callcenter_config tier set position', ...tier(queue, agent), tierPosition(position));
}

export function deleteTierCommand(queue: string, agent: string): ApiCommand {
  return api('callcenter_config tier del', ...tier(queue, agent));
}

function tier(queue: string, agent: string): [string, string] {
  return [checked('queue', 'name', queue), checked('agent', 'name', agent)];
}

function tierLevel(level: number): string {
  return checkedInteger('level', level, 0, 100);
}

function tierPosition(position: number): string {
  return checkedInteger('position', position, 1, 30_000);
}

/**
 * `load` replaces a loaded queue and zeroes its counters; `reload` keeps its callers, but only if the configuration
 * can be fetched: if it cannot, the queue is gone. Verify the XML answer first.
 */
export function queueCommand(action: 'load' | 'reload' | 'unload', queue: string): ApiCommand {
  const verb = checkedChoice('action', action, ['load', 'reload', 'unload']);
  return api('callcenter_config queue', verb, checked('queue', 'name', queue));
}

// --- channels -----------------------------------------------------------------------------------------------------

export function showChannelsCommand(): ApiCommand {
  return api('show channels as json');
}

/**
 * Where a seat's phone is to be reached, or `error/user_not_registered`. `show registrations` will not do: the core keeps
 * a registration in its own list until it would have expired, also when sofia has forgotten it.
 */
export function findRegistrationCommand(seat: string): ApiCommand {
  return api(`sofia_contact internal/${checked('seat', 'name', seat)}`);
}

/** The phone of a seat is no longer known: nothing rings there until it registers again. */
export function endRegistrationCommand(seat: string): ApiCommand {
  return api('sofia profile internal flush_inbound_reg', checked('seat', 'name', seat));
}

export function killLegCommand(legUuid: string, cause = 'NORMAL_CLEARING'): ApiCommand {
  return api('uuid_kill', checked('legUuid', 'uuid', legUuid), checked('cause', 'cause', cause));
}

/** Cuts a leg in so many seconds, 1 or more, besides whatever was set before. */
export function cutLegInCommand(legUuid: string, seconds: number): ApiCommand {
  const after = checkedInteger('seconds', seconds, 1, DAY_SECONDS);
  return api(`sched_hangup +${after}`, checked('legUuid', 'uuid', legUuid), 'ALLOTTED_TIMEOUT');
}

/** Forgets at what moments a leg was to be cut. */
export function forgetCutsCommand(legUuid: string): ApiCommand {
  return api('sched_del', checked('legUuid', 'uuid', legUuid));
}

export function transferLegCommand(legUuid: string, destination: string, context: string): ApiCommand {
  return api(
    'uuid_transfer',
    checked('legUuid', 'uuid', legUuid),
    checked('destination', 'destination', destination),
    'XML',
    checked('context', 'context', context),
  );
}

export function bridgeLegsCommand(legUuid: string, otherLegUuid: string): ApiCommand {
  return api('uuid_bridge', checked('legUuid', 'uuid', legUuid), checked('otherLegUuid', 'uuid', otherLegUuid));
}

export function setLegVariableCommand(legUuid: string, variable: string, value: string): ApiCommand {
  return api(
    'uuid_setvar',
    checked('legUuid', 'uuid', legUuid),
    checked('variable', 'variable', variable),
    checked('value', 'value', value),
  );
}

/** Answers the variable's value alone, `_undef_` where it has none. */
export function getLegVariableCommand(legUuid: string, variable: string): ApiCommand {
  return api('uuid_getvar', checked('legUuid', 'uuid', legUuid), checked('variable', 'variable', variable));
}

/** A masked recording goes on and holds silence. `path` is the file as the switch named it when it began to record. */
export function maskRecordingCommand(legUuid: string, path: string, masked: boolean): ApiCommand {
  return api('uuid_record', checked('legUuid', 'uuid', legUuid), masked ? 'mask' : 'unmask', checked('path', 'path', path));
}

/**
 * Plays a file to a leg in place of what it hears, which goes on unheard meanwhile; a leg that nothing is played to hears
 * nothing. The same file is refused while it plays.
 */
export function displaceCommand(legUuid: string, action: 'start' | 'stop', path: string): ApiCommand {
  return api('uuid_displace', checked('legUuid', 'uuid', legUuid), checkedChoice('action', action, ['start', 'stop']), checked('path', 'path', path));
}

/** Free text (a note, a name) on a leg, as URL-safe base64. */
export function setLegTextCommand(legUuid: string, variable: string, text: string): ApiCommand {
  const uuid = checked('legUuid', 'uuid', legUuid);
  return api('uuid_setvar', uuid, checked('variable', 'variable', variable), freeText(text));
}

/** Answers a leg's headers and variables as an event of it would carry them: see openHeaders(). */
export function dumpLegCommand(legUuid: string): ApiCommand {
  return api('uuid_dump', checked('legUuid', 'uuid', legUuid));
}

/** Answers `true` or `false`. */
export function legExistsCommand(legUuid: string): ApiCommand {
  return api('uuid_exists', checked('legUuid', 'uuid', legUuid));
}

export function broadcastCommand(legUuid: string, path: string, to: 'aleg' | 'bleg' | 'both'): ApiCommand {
  return api(
    'uuid_broadcast',
    checked('legUuid', 'uuid', legUuid),
    checked('path', 'path', path),
    checkedChoice('to', to, ['aleg', 'bleg', 'both']),
  );
}

/** Click to dial: the agent's seat rings first; answered, it is sent to the number through the tenant's context. */
export function clickToDialCommand(dial: {
  legUuid: string;
  extension: string;
  domain: string;
  agent: string;
  number: string;
  context: string;
  callerNumber: string;
  ringSeconds: number;
}): ApiCommand {
  const domain = checked('domain', 'domain', dial.domain);
  const callerNumber = checked('callerNumber', 'destination', dial.callerNumber);
  const number = checked('number', 'destination', dial.number);
  const extension = checked('extension', 'extension', dial.extension);
  const variables = [
    `origination_uuid=${checked('legUuid', 'uuid', dial.legUuid)}`,
    `originate_timeout=${checkedInteger('ringSeconds', dial.ringSeconds, 1, 600)}`,
    `origination_caller_id_number=${number}`,
    `effective_caller_id_number=${callerNumber}`,
    `seatline_caller_number=${callerNumber}`,
    `domain_name=${domain}`,
    // the dialplan says so too, but is not asked when the seat does not answer
    'seatline_direction=outbound',
    `seatline_number=${number}`,
    `seatline_extension=${extension}`,
    `seatline_agent=${checked('agent', 'name', dial.agent)}`,
  ];
  return api(
    'originate',
    `{${variables.join(',')}}user/${extension}@${domain}`,
    number,
    'XML',
    checked('context', 'context', dial.context),
  );
}

/** `listen`: nobody hears the listener; `whisper`: the leg that is listened to does; `barge`: its partner, too. */
export const SUPERVISION_MODES = ['listen', 'whisper', 'barge'] as const;
export type SupervisionMode = (typeof SUPERVISION_MODES)[number];

/**
 * A seat rings; answered, it listens to a leg and whoever that is connected with. Its keys do nothing (they would let
 * the listener speak), and it has no CDR. That it hears only legs of its own tenant its directory entry sees to: what a
 * command said here would be believed instead.
 */
export function superviseCommand(supervision: {
  legUuid: string;
  extension: string;
  domain: string;
  targetLegUuid: string;
  mode: SupervisionMode;
  /** What the phone shows. */
  shown: string;
  ringSeconds: number;
}): ApiCommand {
  const { legUuid, mode, ringSeconds } = supervision;
  const extension = checked('extension', 'extension', supervision.extension);
  const domain = checked('domain', 'domain', supervision.domain);
  checkedChoice('mode', mode, SUPERVISION_MODES);
  const variables = [
    `origination_uuid=${checked('legUuid', 'uuid', legUuid)}`,
    `originate_timeout=${checkedInteger('ringSeconds', ringSeconds, 1, 600)}`,
    `origination_caller_id_number=${checked('shown', 'extension', supervision.shown)}`,
    `domain_name=${domain}`,
    'seatline_supervision=true',
    'process_cdr=false',
    'eavesdrop_enable_dtmf=false',
    // A and B leg are meant from the listened leg's partner: what is said to B, the leg itself hears
    `eavesdrop_whisper_bleg=${mode !== 'listen'}`,
    `eavesdrop_whisper_aleg=${mode === 'barge'}`,
  ];
  const target = checked('targetLegUuid', 'uuid', supervision.targetLegUuid);
  return api('originate', `{${variables.join(',')}}user/${extension}@${domain}`, `&eavesdrop(${target})`);
}

/** The keys of mod_dptools' eavesdrop, which it takes from an event as well. */
const MODE_KEYS: Record<SupervisionMode, string> = { listen: '0', whisper: '2', barge: '3' };

/** Changes whom a listener is heard by. Kept for a leg that still rings; the reply means queued. */
export function changeSupervisionCommand(legUuid: string, mode: SupervisionMode): SocketCommand {
  return socket(
    'sendevent PRIVATE_COMMAND',
    `unique-id: ${checked('legUuid', 'uuid', legUuid)}`,
    `eavesdrop-command: ${MODE_KEYS[checkedChoice('mode', mode, SUPERVISION_MODES)]}`,
  );
}

// --- the switch ---------------------------------------------------------------------------------------------------

export function statusCommand(): ApiCommand {
  return api('status');
}

export function coreUuidCommand(): ApiCommand {
  return api('global_getvar core_uuid');
}

export function reloadXmlCommand(): ApiCommand {
  return api('reloadxml');
}

/** Forgets what mod_xml_curl cached: all of it, or one user's directory entry. */
export function flushXmlCacheCommand(user?: { extension: string; domain: string }): ApiCommand {
  if (user === undefined) return api('xml_flush_cache');
  const extension = checked('extension', 'extension', user.extension);
  return api('xml_flush_cache id', extension, checked('domain', 'domain', user.domain));
}
