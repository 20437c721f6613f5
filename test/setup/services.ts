import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/services/repository-root';
import { startServices, type ServiceOptions } from '../../scripts/services/services';

/** The tests' own servers: nothing durable, apart from those that `npm start` works with. */
export const testServiceOptions: ServiceOptions = {
  dataDir: join(repositoryRoot(__dirname), '.data/test'),
  durable: false,
  log: () => undefined,
};

/**
 * The servers that `npm test` has started and named in the environment; under a bare `npx jest` the first spec that
 * asks starts them, so that specs which need none do not wait for any.
 */
export function testServices(): Promise<{ databaseUrl: string; redisUrl: string }> {
  return startServices(testServiceOptions);
}
