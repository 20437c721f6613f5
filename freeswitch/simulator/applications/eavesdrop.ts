import type { Channel } from '../channels/channel';
import type { Application } from './application';

/** Whom the listener is heard by: the leg that it listens to (write), that leg's partner (read). */
interface Mux {
  read: boolean;
  write: boolean;
}

const KEYS: Readonly<Record<string, Mux>> = {
  '0': { read: false, write: false },
  '1': { read: true, write: false },
  '2': { read: false, write: true },
  '3': { read: true, write: true },
};

/** `eavesdrop UUID`: until the leg that is listened to, or the listener, is gone. */
export const eavesdrop: Application = async (sw, channel, argument) => {
  const target = sw.channels.get(argument.trim());
  if (!target || target === channel || !mayHear(channel, target)) return;
  channel.far.hears(channel, `eavesdrop:${target.name}`);
  let mux = { read: channel.isTrue('eavesdrop_whisper_aleg'), write: channel.isTrue('eavesdrop_whisper_bleg') };
  speak(channel, target, mux);
  while (target.up && channel.ready) {
    const key = sw.privateEvents.take(channel)?.get('eavesdrop-command');
    if (key === undefined) {
      const waiting = target.waitUntil(() => !target.up);
      await Promise.race([waiting, channel.waitUntil(() => !channel.ready || sw.privateEvents.waiting(channel))]);
      continue;
    }
    mux = KEYS[key] ?? mux;
    speak(channel, target, mux);
  }
};

/** Without a group of its own a listener hears everybody; with one, only legs that are in it. */
function mayHear(channel: Channel, target: Channel): boolean {
  const required = channel.get('eavesdrop_require_group');
  return required === undefined || (target.get('eavesdrop_group') ?? '').split(',').includes(required);
}

function speak(channel: Channel, target: Channel, { read, write }: Mux): void {
  if (write) target.far.hears(target, `voice:${channel.name}`);
  if (read && target.partner) target.partner.far.hears(target.partner, `voice:${channel.name}`);
}
