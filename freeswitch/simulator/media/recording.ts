import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const RATE = 8000;
const TONE_HZ = 440;
const LOUDNESS = 8000;
const HEAD_BYTES = 44;

interface Span {
  from: number;
  until: number | null;
}

/**
 * A leg's recording, mono at 8 kHz. There is no sound in the simulator: the file holds a tone for as long as it was recorded,
 * and silence where it was masked.
 */
export class Recording {
  private readonly startedAt = Date.now();
  private readonly masks: Span[] = [];

  private endedAt: number | null = null;

  /** @param options.isEmpty of a line on which nothing came in */
  constructor(
    private readonly path: string,
    private readonly options: { isEmpty?: boolean } = {},
  ) {}

  /** How long it is, or was when it was closed. */
  get milliseconds(): number {
    return this.options.isEmpty ? 0 : (this.endedAt ?? Date.now()) - this.startedAt;
  }

  /** As the switch does it: masking what is masked changes nothing. */
  mask(masked: boolean): void {
    const last = this.masks.at(-1);
    const isMasked = last?.until === null;
    if (masked && !isMasked) this.masks.push({ from: Date.now(), until: null });
    if (!masked && last && isMasked) last.until = Date.now();
  }

  /** Writes the file; a disk that takes nothing is the switch's own trouble, and no call's. */
  async close(): Promise<void> {
    this.endedAt = Date.now();
    const samples = Math.floor((this.milliseconds * RATE) / 1000);
    const file = Buffer.alloc(HEAD_BYTES + samples * 2);
    head(file, samples * 2);
    for (let at = 0; at < samples; at += 1) {
      const tone = Math.round(LOUDNESS * Math.sin((at * 2 * Math.PI * TONE_HZ) / RATE));
      if (!this.isMaskedAt(this.startedAt + (at * 1000) / RATE)) file.writeInt16LE(tone, HEAD_BYTES + at * 2);
    }
    await mkdir(dirname(this.path), { recursive: true })
      .then(() => writeFile(this.path, file))
      .catch(() => undefined);
  }

  private isMaskedAt(at: number): boolean {
    return this.masks.some(({ from, until }) => at >= from && (until === null || at < until));
  }
}

function head(file: Buffer, bytes: number): void {
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(bytes + HEAD_BYTES - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(bytes, 40);
}
