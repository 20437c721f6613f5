import { nowMicros } from '../core/clock';
import type { Header } from '../core/switch-event';
import type { Channel } from './channel';
import { mediaDuration } from './media-duration';

const SAMPLES_PER_SECOND = 8000;

/** Tells whether a digit ends the playback; digits that do not are dropped. */
export type DigitCheck = (digit: string) => boolean;

export type PlaybackEnd = { how: 'done' | 'broken' } | { how: 'digit'; digit: string };

/** Plays a file to the leg until it ends, a digit ends it, it is broken off, or the leg goes elsewhere. */
export async function playFile(channel: Channel, path: string, endsOn: DigitCheck): Promise<PlaybackEnd> {
  const file: Header[] = [['Playback-File-Type', fileType(path)], ['Playback-File-Path', path]];
  const started = nowMicros();
  channel.takeBreak();
  channel.emit('PLAYBACK_START', { after: file });
  channel.far.hears(channel, path);
  const end = await playing(channel, mediaDuration(path), endsOn);
  reportPlayed(channel, nowMicros() - started);
  const status = end.how === 'broken' ? 'break' : 'done';
  channel.emit('PLAYBACK_STOP', { after: [...file, ['Playback-Status', status]] });
  return end;
}

async function playing(channel: Channel, milliseconds: number, endsOn: DigitCheck): Promise<PlaybackEnd> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const interrupted = (): boolean => !channel.ready || channel.breakPending || channel.digits.length > 0;
    if (!(await channel.waitUntil(interrupted, deadline - Date.now()))) return { how: 'done' };
    if (channel.takeBreak()) return { how: 'broken' };
    if (!channel.ready) return { how: 'done' };
    const digit = channel.takeDigit();
    if (digit !== undefined && endsOn(digit)) return { how: 'digit', digit };
  }
}

function reportPlayed(channel: Channel, micros: number): void {
  const milliseconds = Math.floor(micros / 1000);
  const samples = Math.floor((milliseconds * SAMPLES_PER_SECOND) / 1000);
  channel.set('playback_last_offset_pos', samples);
  channel.set('playback_seconds', String(Math.floor(milliseconds / 1000)));
  channel.set('playback_ms', String(milliseconds));
  channel.set('playback_samples', String(samples));
}

function fileType(path: string): string {
  return /^(\w+):\/\//.exec(path)?.[1] ?? 'file';
}
