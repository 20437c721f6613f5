/** What a WAV file's head says. Sizes are bytes, the duration seconds. */
export interface WavFacts {
  /** Whether the writer closed it: libsndfile puts the sizes in then. */
  isComplete: boolean;
  durationSeconds: number;
  bytesPerSecond: number;
  /** The head with the sizes that the file really has. */
  head: Buffer;
}

const SAMPLES = Buffer.from('data');

/**
 * Reads the head of a RIFF WAVE file (Microsoft's "Multimedia Programming Interface and Data Specifications 1.0").
 * @param beginning the first bytes; some hundred are enough
 * @param bytes the whole file's
 * @returns null where it is no such file, or not yet
 */
export function readWavHeader(beginning: Buffer, bytes: number): WavFacts | null {
  if (beginning.toString('latin1', 0, 4) !== 'RIFF' || beginning.toString('latin1', 8, 12) !== 'WAVE') return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= beginning.length; ) {
    const name = beginning.toString('latin1', at, at + 4);
    const size = beginning.readUInt32LE(at + 4);
    if (name === 'fmt ' && at + 20 <= beginning.length) bytesPerSecond = beginning.readUInt32LE(at + 16);
    if (name === SAMPLES.toString()) return bytesPerSecond > 0 ? wavFacts(beginning.subarray(0, at + 8), size, bytes, bytesPerSecond) : null;
    at += 8 + size + (size % 2);
  }
  return null;
}

function wavFacts(head: Buffer, said: number, bytes: number, bytesPerSecond: number): WavFacts {
  const there = bytes - head.length;
  const isComplete = head.readUInt32LE(4) + 8 === bytes && said <= there;
  const samples = isComplete ? said : there;
  const mended = Buffer.from(head);
  mended.writeUInt32LE(bytes - 8, 4);
  mended.writeUInt32LE(samples, head.length - 4);
  return { isComplete, durationSeconds: Math.round(samples / bytesPerSecond), bytesPerSecond, head: mended };
}
