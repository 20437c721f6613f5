import { jsonString, urlEncode } from '../core/byte-string';
import type { CallerProfile } from '../channels/caller-profile';
import type { Channel } from '../channels/channel';
import type { Extension } from '../channels/extension';

type Json = string | number | readonly Json[] | { readonly [name: string]: Json };

export interface CdrSwitch {
  readonly coreUuid: string;
  readonly switchname: string;
}

const AUDIO = {
  inbound: {
    raw_bytes: 0, media_bytes: 0, packet_count: 0, media_packet_count: 0, skip_packet_count: 0,
    jitter_packet_count: 0, dtmf_packet_count: 0, cng_packet_count: 0, flush_packet_count: 0, largest_jb_size: 0,
    jitter_min_variance: 0, jitter_max_variance: 0, jitter_loss_rate: 0, jitter_burst_rate: 0, mean_interval: 0,
    flaw_total: 0, quality_percentage: 100, mos: 4.5,
  },
  outbound: {
    raw_bytes: 0, media_bytes: 0, packet_count: 0, media_packet_count: 0, skip_packet_count: 0,
    dtmf_packet_count: 0, cng_packet_count: 0, rtcp_packet_count: 0, rtcp_octet_count: 0,
  },
};

/** The document of mod_json_cdr for one leg, as the bytes it sends: variables URL-encoded, all values strings. */
export function cdrDocument(channel: Channel, host: CdrSwitch): string {
  const document: Record<string, Json> = {
    'core-uuid': host.coreUuid,
    switchname: host.switchname,
    channel_data: {
      state: channel.runningState,
      direction: channel.direction,
      state_number: String(channel.stateNumber),
      flags: '0=1;1=1;39=1;40=1;42=1',
      caps: '1=1;2=1;3=1;4=1;5=1;6=1;8=1;9=1;10=1',
    },
    callStats: { audio: AUDIO },
    variables: Object.fromEntries([...channel.variables].map(([name, value]) => [name, urlEncode(value)])),
  };
  if (channel.appLog.length > 0) document['app_log'] = { applications: channel.appLog.map(appLogEntry) };
  document['callflow'] = [channel.profile, ...channel.pastProfiles].map(flowEntry);
  return render(document);
}

function appLogEntry({ name, data, stamp }: Channel['appLog'][number]): Json {
  return { app_name: name, app_data: data, app_stamp: String(stamp) };
}

function flowEntry(profile: CallerProfile): Json {
  const entry: Record<string, Json> = {};
  if (profile.dialplan) entry['dialplan'] = profile.dialplan;
  entry['profile_index'] = String(profile.index);
  if (profile.extension) entry['extension'] = extensionEntry(profile.extension);
  entry['caller_profile'] = { ...callerEntry(profile), ...otherEntry(profile) };
  entry['times'] = timesEntry(profile);
  return entry;
}

function extensionEntry(extension: Extension): Json {
  const current = extension.current;
  const applications = extension.applications.map((application) => ({
    ...(application === current ? { last_executed: 'true' } : {}),
    app_name: application.name,
    app_data: application.data,
  }));
  const entry = { name: extension.name, number: extension.number, applications };
  return current ? { ...entry, current_app: current.name } : entry;
}

function callerEntry(profile: CallerProfile): Record<string, Json> {
  return {
    username: profile.username,
    dialplan: profile.dialplan,
    caller_id_name: profile.callerIdName,
    ani: profile.ani,
    aniii: '',
    caller_id_number: profile.callerIdNumber,
    network_addr: profile.networkAddr,
    rdnis: profile.rdnis,
    destination_number: profile.destinationNumber,
    uuid: profile.uuid,
    source: profile.source,
    context: profile.context,
    chan_name: profile.channelName,
  };
}

function otherEntry(profile: CallerProfile): Record<string, Json> {
  if (!profile.other) return {};
  const { role, profile: other } = profile.other;
  return { [role]: { [`${role}_caller_profiles`]: [callerEntry(other)] } };
}

function timesEntry({ times }: CallerProfile): Json {
  return {
    created_time: String(times.created),
    profile_created_time: String(times.profileCreated),
    progress_time: String(times.progress),
    progress_media_time: String(times.progressMedia),
    answered_time: String(times.answered),
    bridged_time: String(times.bridged),
    last_hold_time: String(times.lastHold),
    hold_accum_time: String(times.holdAccum),
    hangup_time: String(times.hangup),
    resurrect_time: String(times.resurrect),
    transfer_time: String(times.transfer),
  };
}

function render(value: Json): string {
  if (typeof value === 'string') return jsonString(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map(render).join(',')}]`;
  return `{${Object.entries(value).map(([name, item]) => `${jsonString(name)}:${render(item as Json)}`).join(',')}}`;
}
