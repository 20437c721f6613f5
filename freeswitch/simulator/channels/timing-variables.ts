import { localStamp } from '../core/clock';
import type { Channel } from './channel';
import { q850Of } from '../sip/causes';

const seconds = (micros: number): number => Math.floor(micros / 1_000_000);
const millis = (micros: number): number => Math.floor(micros / 1000);
const EPOCHS = [
  ['start', 'created'],
  ['profile_start', 'profileCreated'],
  ['answer', 'answered'],
  ['bridge', 'bridged'],
] as const;

/** Each unit is rounded down before the difference, so 20 ms across a tick of the clock make 1 s, as on the switch. */
function span(from: number, to: number): { sec: number; ms: number; us: number } {
  if (from === 0 || to === 0) return { sec: 0, ms: 0, us: 0 };
  return { sec: seconds(to) - seconds(from), ms: millis(to) - millis(from), us: to - from };
}

/** switch_channel_set_timestamps: what the channel leaves for events and CDRs once it is over. */
export function setTimingVariables(channel: Channel): void {
  const { times } = channel.profile;
  const end = times.hangup;
  const cause = channel.cause ?? 'NORMAL_CLEARING';
  channel.set('hangup_cause', cause);
  channel.set('hangup_cause_q850', q850Of(cause));
  channel.set('digits_dialed', channel.digitLog.join('') || 'none');
  for (const [name, key] of EPOCHS) if (times[key]) channel.set(`${name}_stamp`, localStamp(times[key]));
  if (times.progress) channel.set('progress_stamp', localStamp(times.progress));
  channel.set('end_stamp', localStamp(end));
  for (const [name, key] of EPOCHS) setEpoch(channel, name, times[key]);
  setEpoch(channel, 'last_hold', times.lastHold);
  channel.set('hold_accum_seconds', String(seconds(times.holdAccum)));
  channel.set('hold_accum_usec', String(times.holdAccum));
  channel.set('hold_accum_ms', String(millis(times.holdAccum)));
  setEpoch(channel, 'resurrect', times.resurrect);
  setEpoch(channel, 'progress', times.progress);
  setEpoch(channel, 'progress_media', times.progressMedia);
  setEpoch(channel, 'end', end);
  const last = channel.appLog.at(-1);
  channel.set('last_app', last?.name);
  channel.set('last_arg', last?.data);
  channel.set('caller_id', `"${channel.profile.callerIdName}" <${channel.profile.callerIdNumber}>`);
  setDurations(channel, end);
}

function setEpoch(channel: Channel, name: string, micros: number): void {
  channel.set(`${name}_epoch`, String(seconds(micros)));
  channel.set(`${name}_uepoch`, String(micros));
}

function setDurations(channel: Channel, end: number): void {
  const { times } = channel.profile;
  const spans = {
    duration: span(times.created, end),
    bill: span(times.answered, end),
    progress: span(times.progress && times.created, times.progress),
    answer: span(times.answered && times.created, times.answered),
    wait: span(times.bridged && times.created, times.bridged),
    progress_media: span(times.progressMedia && times.created, times.progressMedia),
    flow_bill: span(times.answered && times.created, end),
  };
  const suffixes = [['sec', 'sec', ''], ['ms', 'msec', 'm'], ['us', 'usec', 'u']] as const;
  for (const [unit, suffix, prefix] of suffixes) {
    for (const [name, value] of Object.entries(spans)) {
      channel.set(name === 'duration' ? `${prefix}duration` : `${name}${suffix}`, String(value[unit]));
    }
  }
}
