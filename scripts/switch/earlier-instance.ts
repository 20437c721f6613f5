import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process of that id runs (a zombie does not). */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}

/** Asks a process to end, and makes it end once `graceMs` are over. */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  let signal: NodeJS.Signals = 'SIGTERM';
  while (isRunning(pid)) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    // SIGTERM once: FreeSWITCH takes a second one for impatience and drops its calls' records.
    while (isRunning(pid) && Date.now() < deadline) await sleep(50);
    if (signal === 'SIGKILL') await sleep(50);
    signal = 'SIGKILL';
  }
}

/**
 * The process that an earlier start left behind in this run directory. The pid file alone proves nothing, since ids are
 * used again: the process must be that program with that very run directory among its arguments.
 */
export function earlierInstance(runDir: string): number | undefined {
  const pidFile = join(runDir, 'freeswitch.pid');
  if (!existsSync(pidFile)) return undefined;
  const pid = Number.parseInt(readFileSync(pidFile, 'latin1'), 10);
  if (!(pid > 1) || !isRunning(pid)) return undefined;
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`));
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return program.startsWith('freeswitch') && words[words.indexOf('-run') + 1] === runDir ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Ends what an earlier start left behind, if anything. */
export async function endEarlierInstance(runDir: string): Promise<number | undefined> {
  const pid = earlierInstance(runDir);
  if (pid !== undefined) await endProcess(pid, 10_000);
  rmSync(join(runDir, 'freeswitch.pid'), { force: true });
  return pid;
}
