import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a single machine's processes share and nobody else may know; made once, kept in the data directory. */
export interface InstallationSecrets {
  JWT_SECRET: string;
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
    environment[name] || kept[name] || randomBytes(30).toString('base64url');
  const secrets = {
    JWT_SECRET: secret('JWT_SECRET'),
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
