import { readFileSync } from 'node:fs';

/** Where `steal` stands in the first line of /proc/stat: cpu user nice system idle iowait irq softirq steal (proc(5)). */
const STEAL = 8;

/**
 * How long other machines of the same host have had this one's CPUs, in ticks of 10 ms since it began; always 0 where
 * that is not told. What is measured while it grows is the host's doing.
 */
export function stolenTicks(): number {
  try {
    return Number(readFileSync('/proc/stat', 'latin1').split('\n', 1)[0]?.split(/\s+/)[STEAL] ?? 0);
  } catch {
    return 0;
  }
}
