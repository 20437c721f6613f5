import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSimulator } from '../../../freeswitch/simulator/test/compile-simulator';
import { until } from '../conformance/api';
import { Stage } from '../conformance/stage';
import { type Staged, stageNames } from '../conformance/stages';
import { simulator } from '../conformance/switch-under-test';
import { TestBed } from '../conformance/test-bed';

const LINE = { name: 'line', stages: { pharma: { agents: 0 } } } satisfies Staged;
const DESK = { name: 'desk', stages: { pharma: { agents: 1 } } } satisfies Staged;
const NAMES = { line: stageNames('pharma', 'line', 0, { agents: 0 }), desk: stageNames('pharma', 'desk', 1, { agents: 1 }) };
const [STRANGER, CUSTOMER] = ['13800138001', '13800138002'];

interface Row {
  id: string;
  [field: string]: unknown;
}

const directory = mkdtempSync(join(tmpdir(), 'known-caller-'));
let bed: TestBed;
beforeAll(async () => {
  bed = await TestBed.start(simulator(compileSimulator(directory)), [LINE, DESK]);
});
afterAll(async () => {
  await bed?.stop();
  rmSync(directory, { recursive: true, force: true });
});

it("leads a VIP from any number to the VIP's desk, before whoever has waited there for longer", async () => {
  const api = bed.apis.pharma;
  const desk = await Stage.open(bed, 'pharma', NAMES.desk, () => STRANGER);
  const line = await Stage.open(bed, 'pharma', NAMES.line, () => CUSTOMER);
  const queue = (await api.get<{ data: Row[] }>('/v1/queues')).data.find(({ name }) => name === 'desk');
  const segment = await api.post<Row>('/v1/segments', { name: 'VIP', queue_id: queue?.id, priority_seconds: 300, colour: 'gold' });
  const customer = await api.post<Row>('/v1/customers', { name: '王芳', numbers: [CUSTOMER], segment_id: segment.id });

  const first = desk.call();
  await desk.liveCall(STRANGER, 'waiting');
  const second = line.call();
  const waiting = await line.liveCall(CUSTOMER, 'waiting');
  const caller = { customer_id: customer.id, name: '王芳', segment: { id: segment.id, name: 'VIP', colour: 'gold' } };
  expect(await desk.live(waiting)).toMatchObject({ queue: 'desk', caller });
  const legs = await bed.channels();
  expect(legs.filter(({ dest }) => dest === NAMES.line.number)).toHaveLength(1);

  await desk.seat(1, { kind: 'answer', afterMs: 200 });
  await desk.liveCall(CUSTOMER, 'talking');
  expect((await desk.liveCalls()).find(({ from }) => from === STRANGER)?.state).toBe('waiting');
  await Promise.all([second.hangup(), first.hangup()]);

  let call: Row | undefined;
  await until('the record of the call', async () => {
    call = (await api.get<{ data: Row[] }>(`/v1/calls?segment_id=${segment.id}`)).data.find(({ outcome }) => outcome !== null);
    return call !== undefined;
  });
  expect(call).toMatchObject({ queue: 'desk', customer_id: customer.id, customer_name: '王芳', outcome: 'answered', to_number: NAMES.line.number });
  await until('the record of the other call', async () => {
    const { data } = await api.get<{ data: Row[] }>(`/v1/calls?number=${STRANGER}`);
    return data.some(({ segment_id, customer_id }) => segment_id === null && customer_id === null);
  });
});
