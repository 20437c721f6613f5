import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource, In, IsNull } from 'typeorm';
import { ENTITIES } from '../../src/entities';
import { Agent } from '../../src/features/agents/agent.entity';
import { CallLeg } from '../../src/features/calls/call-leg.entity';
import { Invoice } from '../../src/features/invoices/invoice.entity';
import { Queue } from '../../src/features/queues/queue.entity';
import { Seat } from '../../src/features/seats/seat.entity';
import { Usage } from '../../src/features/usage/usage.entity';
import { readPlainly } from '../../src/platform/database/plain-read';
import { TenantOwned } from '../../src/platform/database/tenant-owned';
import { billingPeriodAt } from '../../src/platform/time/billing-period';
import { PROVIDER } from '../../src/platform/database/provider-database';
import { WorkerModule } from '../../src/worker.module';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { ApiClients } from '../factories/api-client';
import { book, inboundLeg, tenantIdOf } from '../factories/books';

let api: TestApi;
let source: DataSource;
let tenantId: string;

beforeAll(async () => {
  api = await startTestApi(WorkerModule);
  source = api.app.get<DataSource>(getDataSourceToken(PROVIDER));
  await applyTenant(api.app, 'pharma');
  tenantId = await tenantIdOf(api.app, 'pharma');
  await book(api.app, inboundLeg(tenantId, '2026-02-03T04:05:06.789Z', 61));
  const staff = await new ApiClients(api).staff('provider_admin');
  await staff.post('/v1/invoices/close', { period: billingPeriodAt(new Date(), 'Asia/Shanghai').key });
});
afterAll(() => api.stop());

const OWNED = ENTITIES.filter((entity) => entity.prototype instanceof TenantOwned);

it.each(OWNED.map((entity) => [entity.name, entity] as const))('reads %s as TypeORM does', async (_name, entity) => {
  const where = { tenantId } as object;
  expect(await readPlainly(source.manager, entity as never, where)).toEqual(await source.manager.find(entity as never, { where }));
});

it('has had rows of all kinds of columns to compare', async () => {
  for (const entity of [Agent, CallLeg, Invoice, Queue, Seat, Usage]) {
    expect(await source.manager.countBy(entity, { tenantId })).toBeGreaterThan(0);
  }
});

it('knows null, order and limit', async () => {
  const living = { tenantId, leasedUntil: IsNull() };
  const all = await source.manager.find(Seat, { where: living, order: { extension: 'DESC' } });
  expect(await readPlainly(source.manager, Seat, living, { extension: 'DESC' })).toEqual(all);
  expect(await readPlainly(source.manager, Seat, living, { extension: 'DESC' }, 1)).toEqual(all.slice(0, 1));
});

it('finds by a time, a number and a yes or no', async () => {
  const [leg] = await source.manager.findBy(CallLeg, { tenantId });
  expect(await readPlainly(source.manager, CallLeg, { startedAt: leg?.startedAt as Date })).toEqual([leg]);
});

it.each([
  ['a list', { name: In(['care']) }],
  ['no value', { name: undefined }],
])('leaves %s to TypeORM', async (_what, where) => {
  expect(await readPlainly(source.manager, Queue, where as object)).toBeNull();
});

it('refuses a column that there is not', async () => {
  await expect(readPlainly(source.manager, Queue, { nobody: 1 } as object)).rejects.toThrow('Queue has no column nobody');
});
