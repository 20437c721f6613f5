import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase } from '../../scripts/services/databases';
import { testServices } from './services';

/** An empty database of the caller's own, as a user that may do anything; migrations are left to the caller. */
export async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { databaseUrl } = await testServices();
  const name = `seatline_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const url = await createDatabase(databaseUrl, name);
  return { url, drop: () => dropDatabase(databaseUrl, name) };
}
