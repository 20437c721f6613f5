import { callcenterApplication } from '../callcenter/member';
import { outboundSocket } from '../event-socket/outbound-socket';
import type { Application } from './application';
import { bridge } from './bridge';
import { callcenterTrack } from './callcenter-track';
import { eavesdrop } from './eavesdrop';
import { answer, echo, endlessPlayback, playback, preAnswer, ringReady, sleep } from './media';
import { park } from './park';
import { playAndGetDigits, read } from './play-and-get-digits';
import { record } from './record';
import { executeExtension, hangup, hash, limit, respond, schedHangup, transfer } from './routing';
import { exportVariable, multiset, set, setProfileVar, unset } from './variables';

const nothing: Application = () => undefined;

/** The applications that a dialplan or `sendmsg` may name. */
export const APPLICATIONS: Readonly<Record<string, Application>> = {
  answer,
  bridge,
  callcenter: callcenterApplication,
  callcenter_track: callcenterTrack,
  eavesdrop,
  echo,
  endless_playback: endlessPlayback,
  execute_extension: executeExtension,
  export: exportVariable,
  flush_dtmf: (_, channel) => {
    channel.digits.length = 0;
  },
  hangup,
  hash,
  info: nothing,
  limit,
  log: nothing,
  multiset,
  park: (sw, channel) => park(sw, channel),
  play_and_get_digits: playAndGetDigits,
  playback,
  pre_answer: preAnswer,
  read,
  record,
  record_session: nothing,
  respond,
  ring_ready: ringReady,
  sched_hangup: schedHangup,
  set,
  set_profile_var: setProfileVar,
  sleep,
  socket: outboundSocket,
  start_dtmf: nothing,
  stop_record_session: nothing,
  transfer,
  unset,
};
