import type { Channel } from '../channels/channel';
import { localStamp, secondsOf } from '../core/clock';
import { separateWords } from '../core/separate-string';
import { jsonString } from '../core/byte-string';
import type { SimulatedSwitch } from '../simulated-switch';
import type { ApiCommand } from './command';

type Row = Record<string, string>;

/** `show channels|calls|registrations [count] [as json|delim X]`. */
export const show: ApiCommand = (sw, argument) => {
  const words = separateWords(argument, 6);
  const [what] = words;
  if (what === undefined) return '-USAGE: show codec|channels|calls|registrations …\n';
  const rows = listings[what.toLowerCase()]?.(sw);
  if (!rows) return '-ERR Invalid\n';
  const as = words[words.indexOf('as') + 1];
  const json = words.includes('as') && as?.toLowerCase() === 'json';
  if (words[1]?.toLowerCase() === 'count') {
    return json ? `{"row_count":${rows.length}}` : `\n${rows.length} total.\n`;
  }
  return json ? asJson(rows) : asTable(rows);
};

const listings: Record<string, (sw: SimulatedSwitch) => Row[]> = {
  channels: (sw) => live(sw).map((channel) => channelRow(sw, channel)),
  calls: (sw) => calls(sw),
  registrations: (sw) => registrations(sw),
};

function asJson(rows: Row[]): string {
  if (rows.length === 0) return '{"row_count": 0}\n';
  const objects = rows.map((row) => {
    const pairs = Object.entries(row).map(([name, value]) => `${jsonString(name)}:${jsonString(value)}`);
    return `{${pairs.join(',')}}`;
  });
  return `{"row_count":${rows.length},"rows":[${objects.join(',')}]}`;
}

function asTable(rows: Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  const head = rows.length > 0 ? `${[columns.join(','), ...lines].join('\n')}\n` : '';
  return `${head}\n${rows.length} total.\n`;
}

function live(sw: SimulatedSwitch): Channel[] {
  return [...sw.channels.values()].filter(({ ended }) => !ended);
}

function channelRow(sw: SimulatedSwitch, channel: Channel): Row {
  const { profile } = channel;
  const created = profile.times.created;
  const first = channel.pastProfiles.at(-1) ?? profile;
  return {
    uuid: channel.uuid,
    direction: channel.direction,
    created: localStamp(created),
    created_epoch: String(secondsOf(created)),
    name: channel.name,
    state: channel.runningState,
    cid_name: profile.callerIdName,
    cid_num: profile.callerIdNumber,
    ip_addr: profile.networkAddr,
    dest: profile.destinationNumber,
    application: channel.shown.application,
    application_data: channel.shown.data,
    dialplan: profile.dialplan,
    context: profile.context,
    read_codec: channel.answered ? 'PCMA' : '',
    read_rate: channel.answered ? '8000' : '',
    read_bit_rate: channel.answered ? '64000' : '',
    write_codec: channel.answered ? 'PCMA' : '',
    write_rate: channel.answered ? '8000' : '',
    write_bit_rate: channel.answered ? '64000' : '',
    secure: '',
    hostname: sw.bus.identity.switchname,
    presence_id: channel.get('presence_id') ?? '',
    presence_data: channel.get('presence_data') ?? '',
    accountcode: channel.get('accountcode') ?? '',
    callstate: channel.callState,
    callee_name: profile.calleeIdName,
    callee_num: profile.calleeIdNumber,
    callee_direction: channel.bridged ? 'SEND' : '',
    call_uuid: channel.get('call_uuid') ?? '',
    sent_callee_name: channel.get('last_sent_callee_id_name') ?? '',
    sent_callee_num: channel.get('last_sent_callee_id_number') ?? '',
    initial_cid_name: first.callerIdName,
    initial_cid_num: first.callerIdNumber,
    initial_ip_addr: first.networkAddr,
    initial_dest: first.destinationNumber,
    initial_dialplan: first.dialplan,
    initial_context: first.context,
  };
}

const A_LEG = [
  'uuid', 'direction', 'created', 'created_epoch', 'name', 'state', 'cid_name', 'cid_num', 'ip_addr', 'dest',
  'presence_id', 'presence_data', 'accountcode', 'callstate', 'callee_name', 'callee_num', 'callee_direction',
  'call_uuid', 'hostname', 'sent_callee_name', 'sent_callee_num',
];
const B_LEG = A_LEG.filter((column) => column !== 'call_uuid' && column !== 'hostname');

/** basic_calls: bridged pairs, and legs that are alone. */
function calls(sw: SimulatedSwitch): Row[] {
  return live(sw)
    .filter((channel) => !channel.partner || isFirstLeg(channel))
    .map((channel) => {
      const a = channelRow(sw, channel);
      const b = channel.partner ? channelRow(sw, channel.partner) : undefined;
      return {
        ...Object.fromEntries(A_LEG.map((column) => [column, a[column] ?? ''])),
        ...Object.fromEntries(B_LEG.map((column) => [`b_${column}`, b?.[column] ?? ''])),
        call_created_epoch: channel.partner ? String(secondsOf(channel.profile.times.bridged)) : '',
      };
    });
}

const isFirstLeg = (channel: Channel): boolean => channel.profile.other?.role === 'originatee';

function registrations(sw: SimulatedSwitch): Row[] {
  return sw.registrations.all().map((registration) => ({
    reg_user: registration.user,
    realm: registration.host,
    token: registration.callId,
    url: `sofia/${sw.config.profiles.phones}/sip:${registration.contact}`,
    expires: String(registration.expires),
    network_ip: '127.0.0.1',
    network_port: String(registration.phone.port),
    network_proto: 'udp',
    hostname: sw.bus.identity.switchname,
    metadata: '',
  }));
}
