/** What telephones carry: 8 kHz, mono, 16 bits. */
export const SAMPLES_PER_SECOND = 8000;
const BYTES_PER_SAMPLE = 2;
const HEAD_BYTES = 44;

/** A WAV file (Microsoft's "Multimedia Programming Interface and Data Specifications 1.0") around those samples. */
export function telephoneWav(pcm: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(pcm.length + HEAD_BYTES - 8, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  head.writeUInt32LE(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, 28);
  head.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  head.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(pcm.length, 40);
  return Buffer.concat([head, pcm]);
}

/** Of such a file, in milliseconds. */
export function telephoneDurationMs(wavBytes: number): number {
  return Math.round(((wavBytes - HEAD_BYTES) * 1000) / (SAMPLES_PER_SECOND * BYTES_PER_SAMPLE));
}
