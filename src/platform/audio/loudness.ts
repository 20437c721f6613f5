/** Of samples from -1 to 1, in decibels below full scale. */
export const SPEECH_LEVEL_DB = -26;
const LOUDEST_PEAK_DB = -1;
const MOST_GAIN_DB = 20;

/** 50 ms at 8 kHz. */
const FRAME = 400;
/** Frames so far below the mean of all are pauses between words: ITU-T P.56's margin. */
const PAUSE_MARGIN_DB = 15.9;
/** What is quieter is no sound. */
const SILENCE_DB = -70;

/**
 * How much to amplify a prompt, in decibels, so that callers hear an uploaded one as loud as a spoken one, whoever made
 * it. Gentle: one gain for the whole file, so that nothing is compressed. The level is that of speech as ITU-T P.56 means
 * it, of the parts where somebody speaks, and the nominal one of telephone networks (-26 dB, ITU-T G.100.1), at which
 * agents' voices come as well. The peak stays below full scale: what is all peaks remains a little quieter.
 * @param samples -1 to 1 at 8 kHz
 * @returns from -infinity up to 20; 0 for silence
 */
export function gainFor(samples: Float32Array): number {
  const active = activeLevel(frameEnergies(samples));
  if (active < SILENCE_DB) return 0;
  const toLevel = Math.min(SPEECH_LEVEL_DB - active, MOST_GAIN_DB);
  return Math.min(toLevel, LOUDEST_PEAK_DB - decibels(peakOf(samples) ** 2));
}

/** The same samples at that gain, as 16-bit PCM. */
export function quantise(samples: Float32Array, gainDb: number): Buffer {
  const factor = 10 ** (gainDb / 20) * 32767;
  // the processors that Node runs on are little-endian, as WAV is
  const pcm = new Int16Array(samples.length);
  for (let at = 0; at < samples.length; at += 1) {
    pcm[at] = Math.max(-32768, Math.min(32767, Math.round((samples[at] ?? 0) * factor)));
  }
  return Buffer.from(pcm.buffer);
}

function frameEnergies(samples: Float32Array): number[] {
  const frames = Math.max(1, Math.floor(samples.length / FRAME));
  return Array.from({ length: frames }, (_, index) => {
    const [from, to] = [index * FRAME, Math.min(samples.length, (index + 1) * FRAME)];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += (samples[at] ?? 0) ** 2;
    return sum / Math.max(1, to - from);
  });
}

function activeLevel(energies: readonly number[]): number {
  const gate = decibels(mean(energies)) - PAUSE_MARGIN_DB;
  return decibels(mean(energies.filter((energy) => decibels(energy) >= gate)));
}

function peakOf(samples: Float32Array): number {
  let most = 0;
  for (const sample of samples) most = Math.max(most, Math.abs(sample));
  return most;
}

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length);
const decibels = (energy: number): number => 10 * Math.log10(Math.max(energy, 1e-12));
