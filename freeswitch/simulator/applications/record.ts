import { Recording } from '../media/recording';
import { separateWords } from '../core/separate-string';
import type { Application } from './application';
import { terminators } from './media';

/** Where a threshold is given and no seconds of silence. */
const USUAL_SILENCE_SECONDS = 3;

/**
 * mod_dptools' `record PATH [SECONDS [THRESHOLD [SILENCE]]]` (1.10.12): until a terminating digit, a break, so much silence, the
 * end of the limit's second, or the leg's end; the file is closed in each case. A caller either speaks all the time or is
 * silent, and of a line without packets nothing is written.
 */
export const record: Application = async (sw, channel, argument) => {
  const [path = '', limit = '', threshold = '', silence = ''] = separateWords(argument, 4);
  channel.set('playback_terminator_used', undefined);
  channel.set('silence_hits_exhausted', 'false');
  const speaks = channel.marks.has('speaks');
  const hearsSilence = Number.parseInt(threshold, 10) > 0 && !speaks;
  const recording = new Recording(path, { isEmpty: !speaks });
  channel.emit('RECORD_START', { after: [['Record-File-Path', path]] });
  const ends = [limitMs(limit), hearsSilence ? (Number.parseInt(silence, 10) || USUAL_SILENCE_SECONDS) * 1000 : Number.POSITIVE_INFINITY];
  const until = Math.min(...ends);
  const endsOn = terminators(channel);
  const deadline = Date.now() + until;
  for (;;) {
    const interrupted = (): boolean => !channel.ready || channel.breakPending || channel.digits.length > 0;
    if (!(await channel.waitUntil(interrupted, deadline - Date.now()))) {
      if (until === ends[1]) channel.set('silence_hits_exhausted', 'true');
      break;
    }
    if (!channel.ready || channel.takeBreak()) break;
    const digit = channel.takeDigit();
    if (digit === undefined || !endsOn(digit)) continue;
    channel.set('playback_terminator_used', digit);
    break;
  }
  if (sw.config.recordingsDir !== '') await recording.close();
  channel.set('record_seconds', String(Math.floor(recording.milliseconds / 1000)));
  channel.set('record_ms', String(recording.milliseconds));
  channel.emit('RECORD_STOP', { after: [['Record-File-Path', path]] });
  if (!channel.ready && channel.up) channel.hangup('DESTINATION_OUT_OF_ORDER');
};

/** Full seconds are compared, and more than so many end it. */
function limitMs(limit: string): number {
  const seconds = Number.parseInt(limit.replace(/^\+/, ''), 10);
  if (!(seconds > 0)) return Number.POSITIVE_INFINITY;
  return (Math.floor(Date.now() / 1000) + seconds + 1) * 1000 - Date.now();
}
