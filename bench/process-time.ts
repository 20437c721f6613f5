import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that this process's descendants of a kind have used so far. @param mark part of their command line */
export function secondsUsedBy(mark: string): number {
  const pids = descendants(process.pid).filter((pid) => read(`/proc/${pid}/cmdline`).includes(mark));
  return pids.reduce((sum, pid) => sum + fieldsOf(pid).ticks / TICKS_PER_SECOND, 0);
}

function descendants(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const children = all.filter((each) => fieldsOf(each).parent === pid);
  return [...children, ...children.flatMap(descendants)];
}

/** proc(5): after the name, which stands in brackets, the state, the parent, … and at 14 and 15 the time in user and in system. */
function fieldsOf(pid: number): { parent: number; ticks: number } {
  const fields = read(`/proc/${pid}/stat`).replace(/^.*\) /s, '').split(' ').map(Number);
  return { parent: fields[1] ?? 0, ticks: (fields[11] ?? 0) + (fields[12] ?? 0) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
