/** Mean of the samples' absolute values, out of 32,767, below which a frame counts as silence: as the switch is told to judge it. */
export const SILENCE_BELOW = 200;

const FRAMES_PER_SECOND = 50;

/**
 * When the last sound of a recording of 16-bit samples ends.
 * @param chunks the samples, each chunk of whole ones
 * @param bytesPerSecond 16,000 for mono at 8 kHz
 * @returns seconds from the beginning; 0 where all is silence
 */
export async function speechEnd(chunks: AsyncIterable<Buffer>, bytesPerSecond: number): Promise<number> {
  const frameSamples = Math.max(1, Math.floor(bytesPerSecond / 2 / FRAMES_PER_SECOND));
  let [samples, energy, end] = [0, 0, 0];
  for await (const chunk of chunks) {
    for (let at = 0; at + 1 < chunk.length; at += 2) {
      energy += Math.abs(chunk.readInt16LE(at));
      samples += 1;
      if (samples % frameSamples !== 0) continue;
      if (energy >= SILENCE_BELOW * frameSamples) end = samples;
      energy = 0;
    }
  }
  return (end * 2) / bytesPerSecond;
}
