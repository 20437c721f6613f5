import { stopServices } from '../../scripts/services/services';
import { testServiceOptions } from './services';

/** Jest's globalTeardown: stops what the specs started, unless `npm test` or another Jest still uses it. */
export default function teardown(): Promise<void> {
  return stopServices(testServiceOptions);
}
