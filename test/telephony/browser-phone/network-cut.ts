import { readdirSync, readFileSync } from 'node:fs';

/** All of a Chromium's sockets, the media's too, are one process's. */
const NETWORK = 'network.mojom.NetworkService';

/** Stands still what carries the network of the browser that this process started: as if the cable was pulled out. */
export function cutNetwork(): { mend(): void } {
  const [pid] = descendants(process.pid).filter((each) => read(`/proc/${each}/cmdline`).includes(NETWORK));
  if (pid === undefined) throw new Error('there is no browser with a process for its network');
  process.kill(pid, 'SIGSTOP');
  return { mend: () => process.kill(pid, 'SIGCONT') };
}

function descendants(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((each) => parentOf(each) === pid);
  return [...children, ...children.flatMap(descendants)];
}

function parentOf(pid: number): number {
  // the name, in brackets, may hold anything
  const [, rest = ''] = /\) \S (\d+)/.exec(read(`/proc/${pid}/stat`)) ?? [];
  return Number(rest);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
