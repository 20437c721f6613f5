import { Injectable } from '@nestjs/common';
import { Turns } from '../auth/turns';
import { type Container, recogniseContainer } from './container';
import { declaredLength } from './declared-length';
import { gainFor, quantise } from './loudness';
import { type FilterResult, runFilter } from './run-filter';
import { SAMPLES_PER_SECOND, telephoneWav } from './telephone-wav';

/** A file as telephones play it, or which rule it breaks. */
export type Conversion = { ok: true; wav: Buffer; durationMs: number } | { ok: false; rule: string };

export const LONGEST_SECONDS = 600;
const SHORTEST_SECONDS = 0.1;
/** What is decoded may be shorter by so much than the file says: encoders pad. */
const TOLERANCE_SECONDS = 0.2;
const FLOAT_BYTES = 4;
const LIMITS = { timeMs: 30_000, outputBytes: (LONGEST_SECONDS + 10) * SAMPLES_PER_SECOND * FLOAT_BYTES };
/** Each takes a processor; more of them would be felt by calls. */
const AT_ONCE = 2;
const IN_LINE = 50;

const KINDS = 'must be a WAV, MP3, Ogg Vorbis or FLAC file';

/** Makes 8 kHz, mono, 16-bit PCM of what people upload and machines say, all as loud; docs/adr/0015 says why by sox. */
@Injectable()
export class TelephoneAudio {
  private readonly turns = new Turns(AT_ONCE, IN_LINE);

  /** @throws AppError unavailable where sox is missing, or too much is waiting */
  async convert(file: Buffer): Promise<Conversion> {
    if (file.length === 0) return refused('must not be empty');
    const container = recogniseContainer(file);
    if (container === null) return refused(KINDS);
    if (container === 'm4a') return refused('must not be M4A or MP4: save it as MP3 or WAV');
    const declared = declaredLength(container, file);
    if (declared === 'cut') return refused(CUT);
    const decoded = await this.decode(container, file);
    const problem = problemOf(container, decoded, declared);
    return problem === null ? finished(decoded) : refused(problem);
  }

  /** What a program of ours said: whole, though its head does not say how long it is. @throws Error where it is no sound */
  async convertSpoken(wav: Buffer): Promise<Buffer> {
    const decoded = await this.decode('wav', wav, ['--ignore-length']);
    if (decoded.code !== 0) throw new Error(`sox cannot read what was spoken: ${decoded.complaint}`);
    return finished(decoded).wav;
  }

  /**
   * From a pipe to a pipe, with the format named: sox neither guesses, nor takes a name for a command or an address. Half
   * the level before anything else, so that what is at full scale is not clipped by resampling.
   */
  private decode(container: Container, file: Buffer, options: string[] = []): Promise<FilterResult> {
    const input = ['-t', container === 'ogg' ? 'vorbis' : container, ...options, '-'];
    const output = ['-t', 'raw', '-e', 'floating-point', '-b', '32', '-L', '-'];
    const effects = ['trim', '0', String(LONGEST_SECONDS + 1), 'gain', '-6', 'channels', '1', 'rate', '-m', String(SAMPLES_PER_SECOND)];
    return this.turns.take(() => runFilter('sox', ['-V1', '-D', '--single-threaded', ...input, ...output, ...effects], file, LIMITS));
  }
}

const CUT = 'must be whole: the file breaks off';

function problemOf(container: Container, { code, output }: FilterResult, declared: number | null): string | null {
  const seconds = output.length / FLOAT_BYTES / SAMPLES_PER_SECOND;
  if (seconds > LONGEST_SECONDS) return `must be at most ${LONGEST_SECONDS / 60} minutes long`;
  if (code !== 0) return `cannot be read as ${container.toUpperCase()}: the file is damaged`;
  if (declared !== null && seconds < declared - TOLERANCE_SECONDS) return CUT;
  return seconds < SHORTEST_SECONDS ? 'must hold sound: there is none in it' : null;
}

function finished({ output }: FilterResult): { ok: true; wav: Buffer; durationMs: number } {
  const samples = samplesOf(output);
  const wav = telephoneWav(quantise(samples, gainFor(samples)));
  return { ok: true, wav, durationMs: Math.round((samples.length * 1000) / SAMPLES_PER_SECOND) };
}

/** The bytes themselves, where they lie as the processor wants them. */
function samplesOf(output: Buffer): Float32Array {
  const aligned = output.byteOffset % FLOAT_BYTES === 0 ? output : Buffer.from(Uint8Array.from(output).buffer);
  return new Float32Array(aligned.buffer, aligned.byteOffset, Math.floor(output.length / FLOAT_BYTES));
}

const refused = (rule: string): Conversion => ({ ok: false, rule });
