import { readFileSync } from 'node:fs';

/** Of Linux on every machine that it runs on here: `getconf CLK_TCK`. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used, in user mode and in the kernel (proc(5), stat). */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Kilobytes of memory that a process holds (proc(5), VmRSS). */
export function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
