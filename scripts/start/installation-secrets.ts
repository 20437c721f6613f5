import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;
const ENCODINGS: Partial<Record<keyof InstallationSecrets, BufferEncoding>> = { MASTER_KEY: 'base64' };

/** What a single machine's processes share and nobody else may know; made once, kept in the data directory. */
export interface InstallationSecrets {
  JWT_SECRET: string;
  MASTER_KEY: string;
  SWITCH_SECRET: string;
  ESL_PASSWORD: string;
}

/** Those the environment names, else those kept, else new ones. */
export function installationSecrets(
  dataDir: string,
  environment: Record<string, string | undefined>,
): InstallationSecrets {
  const kept = readPrivate<Partial<InstallationSecrets>>(join(dataDir, 'secrets.json')) ?? {};
  const secret = (name: keyof InstallationSecrets) =>
    environment[name] || kept[name] || randomBytes(BYTES).toString(ENCODINGS[name] ?? 'base64url');
  const secrets = {
    JWT_SECRET: secret('JWT_SECRET'),
    MASTER_KEY: secret('MASTER_KEY'),
    SWITCH_SECRET: secret('SWITCH_SECRET'),
    ESL_PASSWORD: secret('ESL_PASSWORD'),
  };
  writePrivate(join(dataDir, 'secrets.json'), secrets);
  return secrets;
}

export function readPrivate<T>(path: string): T | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // half-written by a crash: as good as none
    return null;
  }
}

/** Readable by its owner alone, and never half-written. */
export function writePrivate(path: string, value: unknown): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
