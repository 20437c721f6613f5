import { ReconcilerJournal } from '../../src/telephony/reconciler/reconciler-journal';
import type { NodeReport } from '../../src/telephony/nodes/node-report';
import { NodeReports } from '../../src/telephony/nodes/node-reports';
import { applyTenant, startTestApi, type TestApi } from '../factories/api';
import { type ApiClient, ApiClients } from '../factories/api-client';

let api: TestApi;
let manager: ApiClient;
let clients: ApiClients;

beforeAll(async () => {
  api = await startTestApi();
  await applyTenant(api.app, 'pharma');
  clients = new ApiClients(api);
  manager = await clients.staff('account_manager');
});
afterAll(() => api.stop());

const at = new Date().toISOString();
const report = (node: string, over: Partial<NodeReport> = {}): NodeReport => ({
  ...{ node, at, startedAt: at, link: { up: true, since: at, reason: null }, switch: null, reconciliation: null },
  ...over,
});

it('tells what each process told of its node last, and whether it still does', async () => {
  const reports = api.app.get(NodeReports, { strict: false });
  const figures = { at, version: '1.10.12', uptimeSeconds: 60, sessions: 4, maxSessions: 2000, idleCpuPercent: 95 };
  await reports.put(report('sw2', { link: { up: false, since: at, reason: 'refused: password' } }));
  await reports.put(report('sw1', { switch: figures }));
  await reports.gone('sw2');
  const nodes = (await manager.get('/v1/switch-nodes')).body['nodes'] as Record<string, unknown>[];
  expect(nodes.map(({ node, alive }) => [node, alive])).toEqual([['sw1', true], ['sw2', false]]);
  expect(nodes[0]?.['switch']).toMatchObject({ version: '1.10.12', sessions: 4, max_sessions: 2000 });
  expect(nodes[1]).toMatchObject({ link: { up: false, reason: 'refused: password' }, findings: [] });
});

it('forgets a node that was taken away a week ago', async () => {
  const reports = api.app.get(NodeReports, { strict: false });
  await reports.put(report('old', { at: new Date(Date.now() - 8 * 24 * 3_600_000).toISOString() }));
  await reports.gone('old');
  expect((await reports.all()).map(({ report: { node } }) => node)).not.toContain('old');
});

it('counts what was mended on a node in the last day, over all tenants', async () => {
  await api.app.get(NodeReports, { strict: false }).put(report('sw1'));
  const journal = api.app.get(ReconcilerJournal, { strict: false });
  await journal.record('sw1', [
    { correction: { kind: 'free-agent', agent: '1001@pharma.seatline.test' }, accepted: true },
    { correction: { kind: 'free-agent', agent: '1002@pharma.seatline.test' }, accepted: false },
  ]);
  await journal.record('sw9', [{ correction: { kind: 'free-agent', agent: '1003@pharma.seatline.test' }, accepted: true }]);
  const nodes = (await manager.get('/v1/switch-nodes')).body['nodes'] as Record<string, unknown>[];
  expect(nodes.find(({ node }) => node === 'sw1')).toMatchObject({
    mended: { passes: 1, agents_freed: 2, callers_requeued: 0, refused: 1 },
    findings: [{ tenant_name: 'Drug maker', counts: { 'free-agent': 2 }, examples: ['free-agent 1001@pharma.seatline.test', 'free-agent 1002@pharma.seatline.test'] }],
  });
});

it('is not for finance, nor for tenants', async () => {
  expect((await (await clients.staff('finance')).get('/v1/switch-nodes')).status).toBe(403);
  expect((await (await clients.user('pharma', 'tenant_admin')).get('/v1/switch-nodes')).status).toBe(403);
});
