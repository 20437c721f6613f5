import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const TRANSCRIPTS = join(__dirname, '../fixtures/transcripts');

export const PLAIN_STREAMS = [
  'abandoned-waiting',
  'agent-busy-until-timeout',
  'answered-agent-hangs-up',
  'answered-caller-hangs-up',
  'hostile-display-name',
  'ivr-digit-then-queue',
  'no-answer-then-next-agent',
  'queue-timeout',
  'two-tenants-at-once',
];

export function transcript(file: string): Buffer {
  return readFileSync(join(TRANSCRIPTS, file));
}

/** A small generator of repeatable pseudo-random numbers in [0, 1) (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The bytes cut at random places into chunks of 1 to `most` bytes. */
export function randomChunks(bytes: Buffer, random: () => number, most: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + Math.floor(random() * most);
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}
