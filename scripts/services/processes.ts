import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerProcess {
  pid: number;
  /** The directory it works in has been deleted under it: it serves nobody any more. */
  orphaned: boolean;
}

/**
 * Processes named one of `names` whose working directory is `directory` (a real path). Database servers work in their
 * data directory, which makes this a surer sign than a pid file: it is never stale and never names another program.
 */
export function processesIn(directory: string, names: string[]): ServerProcess[] {
  return processIds().flatMap((pid) => {
    const place = workingDirectory(pid);
    if (place !== directory && place !== `${directory} (deleted)`) return [];
    return names.includes(commandName(pid)) ? [{ pid, orphaned: place !== directory }] : [];
  });
}

/** Identifies a process beyond the reuse of its pid: `pid:start time in clock ticks`; undefined if there is none. */
export function processIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // fields are counted from behind the name, which may hold spaces: field 3 is the state, 22 the start time (proc(5))
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `${pid}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Whether the process that had this identity still runs. */
export function isAlive(identity: string): boolean {
  return processIdentity(Number.parseInt(identity, 10)) === identity;
}

/** Asks a process to end and waits for it, killing it after `patienceMs`. */
export async function endProcess(pid: number, patienceMs = 60_000): Promise<void> {
  const identity = processIdentity(pid);
  if (!identity) return;
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + patienceMs;
  while (isAlive(identity)) {
    if (Date.now() > deadline) signal(pid, 'SIGKILL');
    await sleep(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // it may end between the look and the signal
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function processIds(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function commandName(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}
