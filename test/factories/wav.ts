/** Mono, 16 bits, as FreeSWITCH records at 8 kHz. */
export const SAMPLE_RATE = 8000;

/** A WAV file of a tone, closed as its writer would. */
export function wavFile(seconds: number, amplitude = 8000): Buffer {
  const samples = Buffer.alloc(seconds * SAMPLE_RATE * 2);
  for (let at = 0; at < samples.length / 2; at += 1) {
    samples.writeInt16LE(Math.round(amplitude * Math.sin((at * 2 * Math.PI * 440) / SAMPLE_RATE)), at * 2);
  }
  return Buffer.concat([wavHead(samples.length), samples]);
}

/** The head as it is once the writer has closed the file. */
export function wavHead(bytes: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(bytes + 36, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLE_RATE, 24);
  head.writeUInt32LE(SAMPLE_RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(bytes, 40);
  return head;
}
