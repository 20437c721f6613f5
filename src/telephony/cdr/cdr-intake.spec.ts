import { randomUUID } from 'node:crypto';
import { Config } from '../../platform/config/config';
import { Metrics } from '../../platform/health/metrics';
import { Log } from '../../platform/logging/log';
import { CdrIntake } from './cdr-intake';
import { type CdrFate, CdrStore, type ReadCdr } from './cdr-store';

/** Owns no number and no tenant; remembers its batches. */
class NobodysStore extends CdrStore {
  readonly batches: ReadCdr[][] = [];

  override storeLegs(cdrs: ReadCdr[]): Promise<CdrFate[]> {
    this.batches.push(cdrs);
    return Promise.resolve(cdrs.map(({ leg }) => (leg.outcome === 'nobodys-number' ? 'nobodys-number' : 'no-tenant')));
  }

  override storeUnreadable(): Promise<void> {
    return Promise.resolve();
  }

  override refuses(): boolean {
    return false;
  }
}

class Warnings extends Log {
  readonly warnings: Record<string, unknown>[] = [];

  override warn(fields: Record<string, unknown>): void {
    this.warnings.push(fields);
  }
}

function cdr(outcome = ''): Buffer {
  const times = { start_uepoch: '1795291096153389', end_uepoch: '1795291105693400', billsec: '0' };
  const variables = { uuid: randomUUID(), direction: 'inbound', ...times, seatline_outcome: outcome };
  return Buffer.from(JSON.stringify({ switchname: 'sw1', variables, more: 'than is read' }));
}

it('hands each CDR on as it came, tells what became of it, and warns once a batch of those of no tenant', async () => {
  const store = new NobodysStore();
  const log = new Warnings(Object.assign(new Config(), { LOG_LEVEL: 'silent' }));
  const metrics = new Metrics();
  const intake = new CdrIntake(store, metrics, log);
  const bodies = [cdr(), cdr('nobodys-number'), cdr(), cdr()];
  const fates = await Promise.all(bodies.map((body) => intake.take('sw1', body)));
  expect(fates).toEqual(['no-tenant', 'nobodys-number', 'no-tenant', 'no-tenant']);
  expect(store.batches.map((batch) => batch.map(({ body }) => body))).toEqual([bodies.slice(0, 1), bodies.slice(1)]);
  expect(log.warnings).toEqual([{ cdrs: 1, reason: 'no-tenant' }, { cdrs: 2, reason: 'no-tenant' }]);
  expect(await metrics.render()).toContain('seatline_cdrs_total{result="no-tenant"} 3');
});
