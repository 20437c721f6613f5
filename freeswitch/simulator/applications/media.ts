import { isAbsolute, join } from 'node:path';

import { playFile, type DigitCheck } from '../channels/playback';
import type { Channel } from '../channels/channel';
import type { Application } from './application';

export const answer: Application = (_, channel) => channel.answer();

/** Early media: the caller hears the switch before it is answered. */
export const preAnswer: Application = (_, channel) => {
  if (channel.answered || !channel.up) return;
  channel.emit('CHANNEL_PROGRESS_MEDIA');
  channel.setCallState('EARLY');
  channel.far.ringing(channel);
};

export const ringReady: Application = (_, channel) => channel.ringReadyToCaller();

export const sleep: Application = async (_, channel, argument) => {
  const milliseconds = Number.parseInt(argument, 10);
  if (milliseconds > 0) await channel.waitUntil(() => !channel.ready || channel.breakPending, milliseconds);
};

/** Digits in `playback_terminators` (`*` unless set; `none` for none) end a playback. */
export function terminators(channel: Channel): DigitCheck {
  const keys = channel.get('playback_terminators') ?? '*';
  if (keys === 'none') return () => false;
  return (digit) => keys === 'any' || keys.includes(digit);
}

/** A name that is neither a stream nor an absolute path lies in the switch's own sounds. */
function located(soundsDir: string, file: string): string {
  return isAbsolute(file) || /^\w+:\/\/|^\{/.test(file) ? file : join(soundsDir, file);
}

export const playback: Application = async (sw, channel, argument) => {
  channel.set('playback_terminator_used', undefined);
  const end = await playFile(channel, located(sw.config.soundsDir, argument), terminators(channel));
  if (end.how === 'digit') channel.set('playback_terminator_used', end.digit);
  channel.set('current_application_response', end.how === 'done' ? 'FILE PLAYED' : 'PLAYBACK ERROR');
};

const ENDLESS: DigitCheck = () => false;

/** Plays over and over until the leg goes elsewhere. */
export const endlessPlayback: Application = async (sw, channel, argument) => {
  while (channel.ready) await playFile(channel, located(sw.config.soundsDir, argument), ENDLESS);
};

export const echo: Application = async (_, channel) => {
  channel.answer();
  await channel.waitUntil(() => !channel.ready);
};
