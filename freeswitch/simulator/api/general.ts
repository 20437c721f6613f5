import { localStamp, nowMicros } from '../core/clock';
import { VERSION, upTime } from '../core/heartbeat';
import { separateWords } from '../core/separate-string';
import { callcenterConfigJson } from '../callcenter/config-json-api';
import { SHOULD_BREAK } from '../callcenter/offer-record';
import { fromText, toText } from '../core/byte-string';
import { parseCause } from '../sip/causes';
import type { ApiCommand } from './command';

export const status: ApiCommand = (sw) => [
  `UP ${upTime(nowMicros() - sw.startedMicros)}`,
  `FreeSWITCH (Version ${VERSION.replace('~64bit', ' 64bit')}) is ready`,
  `${sw.sessionsSinceStartup} session(s) since startup`,
  `${sw.channels.size} session(s) - peak ${sw.channels.size}, last 5min ${sw.channels.size} `,
  `0 session(s) per Sec out of max 200, peak 1, last 5min 1 `,
  `${sw.config.maxSessions} session(s) max`,
  'min idle cpu 0.00/96.00',
  'Current Stack Size/Max 240K/8192K',
  '',
].join('\n');

export const version: ApiCommand = (_, argument) =>
  argument.trim() === 'short'
    ? '1.10.12\n'
    : `FreeSWITCH Version ${VERSION} (git a88d069 2024-08-02 21:02:27Z 64bit)\n`;

export const globalGetvar: ApiCommand = (sw, argument) => {
  if (argument !== '') return sw.globals.get(argument) ?? '';
  return [...sw.globals].map(([name, value]) => `${name}=${value}\n`).join('');
};

export const globalSetvar: ApiCommand = (sw, argument) => {
  const at = argument.indexOf('=');
  if (at < 1) return '-ERR Invalid\n';
  sw.globals.set(argument.slice(0, at), argument.slice(at + 1));
  return '+OK\n';
};

/** `hupall [cause [variable value]…]`. */
export const hupall: ApiCommand = (sw, argument) => {
  const [causeText, ...pairs] = separateWords(argument, 11);
  const cause = causeText === undefined ? 'MANAGER_REQUEST' : parseCause(causeText);
  const [name, value] = pairs;
  for (const channel of sw.channels.values()) {
    if (name === undefined || value === undefined || channel.get(name) === value) channel.hangup(cause);
  }
  if (name === undefined || value === undefined) return `+OK hangup all channels with cause ${cause}\n`;
  return `+OK hangup all channels matching [${name}]=[${value}] with cause: ${cause}\n`;
};

/** `sched_hangup [+]SECONDS UUID [CAUSE]`. */
export const schedHangup: ApiCommand = (sw, argument) => {
  const [when, uuid, cause] = separateWords(argument, 3);
  if (when === undefined || uuid === undefined) return '-USAGE: [+]<time> <uuid> [<cause>]\n';
  const channel = sw.channels.get(uuid);
  if (!channel) return '-ERR No such channel!\n';
  sw.scheduledHangups.add(channel, when, cause);
  return '+OK\n';
};

/** `sched_del UUID`: forgets what is scheduled for a channel. */
export const schedDel: ApiCommand = (sw, argument) => `+OK Deleted: ${sw.scheduledHangups.forget(argument.trim())}\n`;

/** `limit_usage BACKEND REALM ID`. */
export const limitUsage: ApiCommand = (sw, argument) => {
  const [backend, realm, id] = separateWords(argument, 4);
  if (backend === undefined || realm === undefined || id === undefined) {
    return '-USAGE: <backend> <realm> <id> [rate]\n';
  }
  return String(sw.limits.used(realm, id));
};

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `strftime [EPOCH|]FORMAT`, with the letters that dialplans use. */
export const strftime: ApiCommand = (_, argument) => {
  const parts = /^(?:(\d+)\|)?(.*)$/s.exec(argument);
  const at = parts?.[1] === undefined ? new Date() : new Date(Number(parts[1]) * 1000);
  const format = parts?.[2] || '%Y-%m-%d %T';
  const time = `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
  const letters: Record<string, string> = {
    Y: String(at.getFullYear()), m: pad(at.getMonth() + 1), d: pad(at.getDate()), H: pad(at.getHours()),
    M: pad(at.getMinutes()), S: pad(at.getSeconds()), T: time, F: localStamp(at.getTime() * 1000).slice(0, 10),
    s: String(Math.floor(at.getTime() / 1000)), u: String(at.getDay() || 7), w: String(at.getDay()), '%': '%',
  };
  return format.replace(/%(.)/g, (whole, letter: string) => letters[letter] ?? whole);
};

/** `json {"command":…,"data":…}`: the command comes back with its status and response. */
export const json: ApiCommand = (sw, argument) => {
  if (argument === '') return '-ERR No JSON supplied.\n';
  const request = parseObject(argument);
  if (!request) return '-ERR Parse error.\n';
  const { command, data } = request;
  if (command !== 'callcenter_config' || !sw.callcenter.loaded) {
    return reply({ ...request, status: 'error', message: 'The command failed' });
  }
  const { ok, response } = callcenterConfigJson(sw.callcenter, data);
  const answer = response === undefined ? {} : { response };
  return reply(ok ? { ...request, status: 'success', ...answer }
    : { ...request, status: 'error', message: 'The command failed', ...answer });
};

const reply = (document: object): string => `${fromText(toText(JSON.stringify(document)))}\n`;

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export const callcenterBreak: ApiCommand = (sw, argument) => {
  const [, uuid] = separateWords(argument, 2);
  if (uuid === undefined) return '-ERR Usage: callcenter_break agent <uuid>\n';
  const channel = sw.channels.get(uuid);
  if (!channel) return `-ERR Session not found for uuid ${uuid}\n`;
  channel.marks.add(SHOULD_BREAK);
  return '';
};
