import { join } from 'node:path';
import { isAlive, processIdentity } from '../services/processes';
import { readPrivate, writePrivate } from './installation-secrets';
import type { SwitchAddress } from './switch-under-us';

/** A Seatline that serves from this data directory, so that a second start can find it. */
export interface RunningInstance {
  identity: string;
  apiUrl: string;
  switch: SwitchAddress;
}

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

export function recordInstance(dataDir: string, instance: Omit<RunningInstance, 'identity'>): void {
  writePrivate(fileIn(dataDir), { identity: processIdentity(process.pid), ...instance });
}

/** The instance that serves already: its process lives and its api answers. */
export async function findRunningInstance(dataDir: string): Promise<RunningInstance | null> {
  const instance = readPrivate<RunningInstance>(fileIn(dataDir));
  if (!instance || !isAlive(instance.identity)) return null;
  const ready = await fetch(`${instance.apiUrl}/health/live`).then(
    (response) => response.ok,
    () => false,
  );
  return ready ? instance : null;
}
