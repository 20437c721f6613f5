import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ServerState {
  /** Set once the server has been launched for the first time. */
  port?: number;
  password: string;
}

/** What outlives a run: `services.json` in the data directory, readable by its owner alone. */
export interface ServiceState {
  mariadb: ServerState;
  redis: ServerState;
  /** The processes that use the servers, by identity: the last of them to stop stops the servers. */
  users: string[];
}

export function readState(dataDir: string): ServiceState {
  try {
    return JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as ServiceState;
  } catch {
    return { mariadb: { password: newPassword() }, redis: { password: newPassword() }, users: [] };
  }
}

export function writeState(dataDir: string, state: ServiceState): void {
  const unfinished = `${stateFile(dataDir)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, stateFile(dataDir));
}

function stateFile(dataDir: string): string {
  return join(dataDir, 'services.json');
}

/** Letters and digits only: it stands unquoted in a URL, in SQL and in redis.conf. */
function newPassword(): string {
  return randomBytes(24).toString('hex');
}
