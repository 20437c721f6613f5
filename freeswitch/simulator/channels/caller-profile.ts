import type { Header } from '../core/switch-event';
import { nowMicros } from '../core/clock';
import type { Extension } from './extension';

/** Microseconds since 1970 of each step; 0 while it has not happened. */
export interface CallTimes {
  created: number;
  profileCreated: number;
  progress: number;
  progressMedia: number;
  answered: number;
  bridged: number;
  lastHold: number;
  holdAccum: number;
  hangup: number;
  resurrect: number;
  transfer: number;
}

/** Who calls whom, as of one stage of the call: a transfer or a uuid_bridge begins a new profile. */
export interface CallerProfile {
  index: number;
  uuid: string;
  direction: 'inbound' | 'outbound';
  username: string;
  dialplan: string;
  callerIdName: string;
  callerIdNumber: string;
  origCallerIdName: string;
  origCallerIdNumber: string;
  calleeIdName: string;
  calleeIdNumber: string;
  networkAddr: string;
  ani: string;
  rdnis: string;
  destinationNumber: string;
  source: string;
  transferSource: string;
  context: string;
  channelName: string;
  times: CallTimes;
  extension?: Extension;
  /** The other leg as this profile knew it, and which of the two began the call. */
  other?: { role: 'originator' | 'originatee'; profile: CallerProfile };
}

export function newTimes(created = nowMicros()): CallTimes {
  return {
    created, profileCreated: created, progress: 0, progressMedia: 0, answered: 0, bridged: 0, lastHold: 0,
    holdAccum: 0, hangup: 0, resurrect: 0, transfer: 0,
  };
}

/** A copy that begins the next stage; the old one is closed with the moment of transfer. */
export function nextProfile(profile: CallerProfile, changes: Partial<CallerProfile>): CallerProfile {
  const now = nowMicros();
  profile.times.transfer = now;
  const times = { ...profile.times, profileCreated: now, transfer: 0, bridged: 0 };
  return { ...profile, index: profile.index + 1, times, ...changes };
}

/** The `Caller-…` or `Other-Leg-…` block of an event, in FreeSWITCH's order. */
export function profileHeaders(prefix: string, profile: CallerProfile, logicalDirection: string): Header[] {
  const { times } = profile;
  const index: [string, string][] = prefix === 'Other-Leg' ? [] : [['Profile-Index', String(profile.index)]];
  const fields: [string, string][] = [
    ['Direction', profile.direction],
    ['Logical-Direction', logicalDirection],
    ['Username', profile.username],
    ['Dialplan', profile.dialplan],
    ['Caller-ID-Name', profile.callerIdName],
    ['Caller-ID-Number', profile.callerIdNumber],
    ['Orig-Caller-ID-Name', profile.origCallerIdName],
    ['Orig-Caller-ID-Number', profile.origCallerIdNumber],
    ['Callee-ID-Name', profile.calleeIdName],
    ['Callee-ID-Number', profile.calleeIdNumber],
    ['Network-Addr', profile.networkAddr],
    ['ANI', profile.ani],
    ['Destination-Number', profile.destinationNumber],
    ['Unique-ID', profile.uuid],
    ['Source', profile.source],
    ['Transfer-Source', prefix === 'Other-Leg' ? '' : profile.transferSource],
    ['Context', profile.context],
    ['RDNIS', profile.rdnis],
    ['Channel-Name', profile.channelName],
    ...index,
    ['Profile-Created-Time', String(times.profileCreated)],
    ['Channel-Created-Time', String(times.created)],
    ['Channel-Answered-Time', String(times.answered)],
    ['Channel-Progress-Time', String(times.progress)],
    ['Channel-Progress-Media-Time', String(times.progressMedia)],
    ['Channel-Hangup-Time', String(times.hangup)],
    ['Channel-Transfer-Time', String(times.transfer)],
    ['Channel-Resurrect-Time', String(times.resurrect)],
    ['Channel-Bridged-Time', String(times.bridged)],
    ['Channel-Last-Hold', String(times.lastHold)],
    ['Channel-Hold-Accum', String(times.holdAccum)],
    ['Screen-Bit', 'true'],
    ['Privacy-Hide-Name', 'false'],
    ['Privacy-Hide-Number', 'false'],
  ];
  return fields.filter(([, value]) => value !== '').map(([name, value]) => [`${prefix}-${name}`, value]);
}

const FIELDS: Record<string, keyof CallerProfile> = {
  dialplan: 'dialplan', username: 'username', caller_id_name: 'callerIdName', caller_id_number: 'callerIdNumber',
  orig_caller_id_name: 'origCallerIdName', orig_caller_id_number: 'origCallerIdNumber', callee_id_name: 'calleeIdName',
  callee_id_number: 'calleeIdNumber', network_addr: 'networkAddr', ani: 'ani', rdnis: 'rdnis', source: 'source',
  destination_number: 'destinationNumber', uuid: 'uuid', context: 'context', chan_name: 'channelName',
};

/** switch_caller_get_field_by_name, which dialplan conditions and `${…}` fall back to. */
export function profileField(profile: CallerProfile, name: string): string | undefined {
  const field = FIELDS[name];
  const value = field && profile[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
