import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../scripts/services/repository-root';
import { createDatabase } from '../scripts/services/databases';
import { startServices } from '../scripts/services/services';
import { Centre, type SwitchKind } from '../test/telephony/resilience/centre';
import { BENCH } from './ivr-house';

/** A centre of its own for a measurement, with all its processes and a switch. */
export async function withCentre<T>(log: (line: string) => void, kind: SwitchKind, measure: (centre: Centre<'bench'>) => Promise<T>): Promise<T> {
  const data = join(repositoryRoot(__dirname), '.data');
  mkdirSync(data, { recursive: true });
  const dataDir = mkdtempSync(join(data, 'measure-'));
  const services = await startServices({ dataDir, durable: true, log, environment: {} });
  try {
    const databaseUrl = await createDatabase(services.databaseUrl, 'seatline_bench');
    const centre = await Centre.open({ databaseUrl, redisUrl: services.redisUrl }, kind, BENCH);
    try {
      return await measure(centre);
    } finally {
      await centre.close();
    }
  } finally {
    await services.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
