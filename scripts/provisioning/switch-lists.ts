import { setTimeout as sleep } from 'node:timers/promises';
import { listQueueRowsCommand } from '../../src/telephony/esl/commands';
import { EslLink } from '../../src/telephony/esl/esl-link';
import type { Instance } from './instance';

const LOOK_MS = 20;

/** Waits until a queue on the switch has so many tiers; asks the switch itself, over a connection of its own. */
export async function untilTiers(instance: Instance, queue: string, count: number, signal: AbortSignal): Promise<void> {
  const link = new EslLink({
    host: '127.0.0.1',
    port: instance.eventSocketPort,
    password: instance.secrets.ESL_PASSWORD,
    events: [],
    subclasses: [],
  });
  try {
    const up = new Promise<unknown>((resolve) => link.on('up', resolve));
    link.start();
    await up;
    while (!signal.aborted && (await tiersOf(link, queue)) < count) await sleep(LOOK_MS);
    signal.throwIfAborted();
  } finally {
    await link.stop();
  }
}

async function tiersOf(link: EslLink, queue: string): Promise<number> {
  const reply = await link.api(listQueueRowsCommand('tiers', queue));
  const { response } = (reply.ok ? JSON.parse(reply.text) : {}) as { response?: unknown };
  return Array.isArray(response) ? response.length : 0;
}
