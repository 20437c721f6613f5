/** Seconds from the beginning. */
export interface QuietSpan {
  from: number;
  until: number;
}

export interface Sound {
  seconds: number;
  /** Spans of digital silence, 0.3 s or longer: a line that is open is never so quiet. */
  quiet: QuietSpan[];
}

const LEAST_SECONDS = 0.3;
/** FreeSWITCH masks with -1, not 0. */
const SILENT = 1;

/** What can be heard in a WAV file of 16 bits a sample; of several channels all must be quiet. */
export function soundOf(wav: Buffer): Sound {
  const [channels, rate] = [wav.readUInt16LE(22), wav.readUInt32LE(24)];
  const from = wav.indexOf('data', 0, 'latin1') + 8;
  const frames = Math.floor((wav.length - from) / (2 * channels));
  const quiet: QuietSpan[] = [];
  let begun: number | null = null;
  for (let frame = 0; frame <= frames; frame += 1) {
    const isQuiet = frame < frames && isSilent(wav, from + frame * 2 * channels, channels);
    if (isQuiet) begun ??= frame;
    else if (begun !== null) {
      if (frame - begun >= LEAST_SECONDS * rate) quiet.push({ from: begun / rate, until: frame / rate });
      begun = null;
    }
  }
  return { seconds: frames / rate, quiet };
}

function isSilent(wav: Buffer, at: number, channels: number): boolean {
  for (let channel = 0; channel < channels; channel += 1) {
    if (Math.abs(wav.readInt16LE(at + channel * 2)) > SILENT) return false;
  }
  return true;
}
