import { requestBridge, transferChannel } from '../channels/bridge';
import type { Channel } from '../channels/channel';
import { channelHeaders } from '../channels/channel-headers';
import { separateWords } from '../core/separate-string';
import { SwitchEvent } from '../core/switch-event';
import { nowMicros } from '../core/clock';
import { parseCause } from '../sip/causes';
import type { SimulatedSwitch } from '../simulated-switch';
import { NO_CHANNEL, type ApiCommand } from './command';

export const uuidExists: ApiCommand = (sw, argument) => String(sw.channels.has(argument.trim()));

export const uuidKill: ApiCommand = (sw, argument) => {
  if (argument === '') return '-USAGE: <uuid> [cause]\n';
  const at = argument.indexOf(' ');
  const channel = sw.channels.get(at < 0 ? argument : argument.slice(0, at));
  if (!channel) return NO_CHANNEL;
  channel.hangup(at < 0 ? 'NORMAL_CLEARING' : parseCause(argument.slice(at + 1)));
  return '+OK\n';
};

const TRANSFER_USAGE = '-USAGE: <uuid> [-bleg|-both] <dest-exten> [<dialplan>] [<context>]\n';

export const uuidTransfer: ApiCommand = (sw, argument) => {
  const words = separateWords(argument, 6);
  const [uuid = '', second] = words;
  if (second === undefined || words.length > 5) return TRANSFER_USAGE;
  const channel = sw.channels.get(uuid);
  if (!channel) return NO_CHANNEL;
  if (!second.startsWith('-')) return transferred(channel, words.slice(1));
  const partner = channel.partner;
  const target = words.slice(2);
  if (second === '-both' && partner) transferChannel(partner, target);
  return transferred(second === '-bleg' && partner ? partner : channel, target);
};

const transferred = (channel: Channel, target: readonly string[]): string =>
  transferChannel(channel, target) ? '+OK\n' : '-ERR\n';

export const uuidBridge: ApiCommand = (sw, argument) => {
  const [first, ...others] = separateWords(argument, 3);
  if (first === undefined || others.length === 0) return '-USAGE: <uuid> <other_uuid>\n';
  const a = sw.channels.get(first);
  for (const other of others) {
    const b = sw.channels.get(other);
    if (a && b && requestBridge(a, b)) return `+OK ${other}\n`;
  }
  return '-ERR Invalid uuid\n';
};

export const uuidSetvar: ApiCommand = (sw, argument) => {
  const words = separateWords(argument, 3);
  const [uuid = '', name, value] = words;
  if (name === undefined) return '-USAGE: <uuid> <var> [value]\n';
  const channel = sw.channels.get(uuid);
  if (!channel) return NO_CHANNEL;
  if (!value?.includes('${')) channel.set(name, value);
  return '+OK\n';
};

export const uuidGetvar: ApiCommand = (sw, argument) => {
  const [uuid = '', name] = separateWords(argument, 4);
  if (name === undefined) return '-USAGE: <uuid> <var>\n';
  const channel = sw.channels.get(uuid);
  return channel ? (channel.get(name) ?? '_undef_') : NO_CHANNEL;
};

export const uuidDump: ApiCommand = (sw, argument) => {
  const [uuid, format = 'txt'] = separateWords(argument, 2);
  if (uuid === undefined) return '-USAGE: <uuid> [format]\n';
  const channel = sw.channels.get(uuid);
  if (!channel) return NO_CHANNEL;
  const event = new SwitchEvent('CHANNEL_DATA')
    .addAll(sw.bus.coreHeaders('CHANNEL_DATA', 'CHANNEL_DATA'))
    .addAll(channelHeaders(channel));
  if (format.toLowerCase() === 'json') return event.toJson();
  return format.toLowerCase() === 'plain' ? event.toPlain((value) => value) : event.toPlain();
};

const HOLD_FAILED = '-ERR Operation failed\n';

/** `uuid_hold [off|toggle] <uuid>`. */
export const uuidHold: ApiCommand = (sw, argument) => {
  const words = separateWords(argument, 4);
  const mode = words[0]?.toLowerCase();
  const channel = sw.channels.get((mode === 'off' || mode === 'toggle' ? words[1] : words[0]) ?? '');
  if (!channel?.answered || !channel.up) return HOLD_FAILED;
  const hold = mode === 'toggle' ? !channel.held : mode !== 'off';
  if (hold === channel.held) return HOLD_FAILED;
  setHold(channel, hold);
  return '+OK Success\n';
};

function setHold(channel: Channel, hold: boolean): void {
  const { times } = channel.profile;
  channel.held = hold;
  if (hold) times.lastHold = nowMicros();
  else times.holdAccum += nowMicros() - times.lastHold;
  channel.emit(hold ? 'CHANNEL_HOLD' : 'CHANNEL_UNHOLD');
  channel.setCallState(hold ? 'HELD' : 'ACTIVE');
  channel.partner?.far.hears(channel.partner, hold ? 'hold-music' : `bridge:${channel.name}`);
}

/** `uuid_broadcast <uuid> <path|app[!cause]::args> [aleg|bleg|both]`. */
export const uuidBroadcast: ApiCommand = (sw, argument) => {
  const [uuid = '', what, legs = 'aleg'] = separateWords(argument, 4);
  if (what === undefined) return '-USAGE: <uuid> <path> [aleg|bleg|holdb|both]\n';
  const channel = sw.channels.get(uuid);
  if (!channel) return '-ERR invalid uuid\n';
  const call = /^(\w+)(?:![^:]*)?::(.*)$/s.exec(what);
  const [name, data] = call ? [call[1] ?? '', call[2] ?? ''] : ['playback', what];
  if (/aleg|both|holdb/i.test(legs)) sayOn(sw, channel, name, data);
  if (/bleg|both/i.test(legs) && channel.partner) sayOn(sw, channel.partner, name, data);
  return '+OK Message sent\n';
};

function sayOn(sw: SimulatedSwitch, channel: Channel, name: string, data: string): void {
  if (channel.marks.has('parked')) sw.privateCommands.add(channel, { application: name, argument: data });
  else void sw.executeApplication(channel, name, data);
}

const dtmf = (deliver: (channel: Channel, digits: string) => void, usage: string, done: string): ApiCommand =>
  (sw, argument) => {
    const [uuid = '', digits] = separateWords(argument, 2);
    if (digits === undefined) return `-USAGE: ${usage}\n`;
    const channel = sw.channels.get(uuid);
    if (!channel) return '-ERR Cannot locate session!\n';
    deliver(channel, digits.replace(/@.*$/, ''));
    return `+OK ${uuid} ${done} DTMF ${digits}.\n`;
  };

export const uuidSendDtmf = dtmf(
  (channel, digits) => channel.far.hears(channel, `dtmf:${digits}`), '<uuid> <dtmf_data>', 'sent');
export const uuidRecvDtmf = dtmf((channel, digits) => channel.receiveDigits(digits), '<uuid> <dtmf_data>', 'received');

export const uuidRecord: ApiCommand = (sw, argument) => {
  const [uuid = '', action = '', path] = separateWords(argument, 5);
  if (path === undefined || !/^(start|stop|pause|resume|mask|unmask)$/i.test(action)) {
    return '-USAGE: <uuid> [start|stop|mask|unmask] <path> [<limit>] [<recording_vars>]\n';
  }
  const channel = sw.channels.get(uuid);
  if (!channel) return '-ERR Cannot locate session!\n';
  if (!/^(un)?mask$/i.test(action)) return '+OK Success\n';
  const recording = channel.recordings.get(path);
  if (!recording) return '-ERR Cannot mask recording session!\n';
  recording.mask(/^mask$/i.test(action));
  return '+OK Success\n';
};

export const uuidDisplace: ApiCommand = (sw, argument) => {
  const [uuid = '', action = '', path] = separateWords(argument, 5);
  if (path === undefined || !/^(start|stop)$/i.test(action)) return '-USAGE: <uuid> [start|stop] <path> [<limit>] [mux]\n';
  const channel = sw.channels.get(uuid);
  if (!channel) return '-ERR Cannot locate session!\n';
  if (/^start$/i.test(action)) return channel.displace(path) ? '+OK Success\n' : '-ERR Cannot displace session!\n';
  const displacement = channel.displacements.get(path);
  if (!displacement) return '-ERR Cannot stop displace session!\n';
  displacement.stop();
  return '+OK Success\n';
};

export const uuidBreak: ApiCommand = (sw, argument) => {
  const channel = sw.channels.get(separateWords(argument, 2)[0] ?? '');
  if (!channel) return NO_CHANNEL;
  channel.breakPlayback();
  return '+OK\n';
};
