/**
 * The loudest sample of each of so many equal parts, 0 to 1, with the loudest of all drawn at full height: quiet
 * recordings are seen, too. Silence stays silence.
 */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const peaks = Array.from({ length: count }, (_, index) => {
    const [from, to] = [Math.floor((index * samples.length) / count), Math.floor(((index + 1) * samples.length) / count)];
    let peak = 0;
    for (let at = from; at < to; at += 1) peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak;
  });
  const loudest = peaks.reduce((most, peak) => Math.max(most, peak), 0);
  return loudest < QUIETEST ? peaks.map(() => 0) : peaks.map((peak) => peak / loudest);
}

/** What is quieter all along is the line's noise. */
const QUIETEST = 0.002;
