import { DEFAULT_CALLING_PLAN } from '../../calling-plan/domain/calling-plan';
import { internalRoute, outboundDestination, presentedNumber, trunkRoute } from './outbound-route';
import type { NumberRouting, SeatRouting, TenantRouting } from './tenant-routing';

const seat = (part: Partial<SeatRouting> = {}): SeatRouting => ({ id: 'sea_1', a1Hash: 'x', callerNumber: null, ...part });
const number = (digits: string): [string, NumberRouting] =>
  [digits, { id: 'num_1', number: digits, queue: 'care', greeting: null, closed: null, hours: null, script: null, scriptsByHours: [] }];
const tenant = (part: Partial<TenantRouting> = {}): TenantRouting => ({
  tenantId: 'ten_1', slug: 'a', domain: 'a.test', timezone: 'UTC', locale: 'en', currency: 'CNY', channels: 10, revision: 1,
  plan: DEFAULT_CALLING_PLAN,
  emergency: null,
  seats: new Map([['1001', seat()], ['1002', seat({ id: 'sea_2' })]]),
  numbers: new Map([number('4008001001'), number('4008001002')]),
  agents: new Map(),
  sounds: new Map(),
  queues: new Map(),
  overfull: new Set(),
  segments: new Map(),
  ...part,
});
const LEG = { seat: seat(), chosenNumber: undefined };

describe('where a dialled number leads', () => {
  it.each([
    ['1002', 'seat'],
    ['+8613800138000', 'outside'],
    ['95588', 'outside'],
    ['+85221230001', 'refused'],
    ['+8616812345', 'refused'],
    // other tenants' seats, contexts and queues, and what the switch itself would understand
    ['2001', 'nowhere'],
    ['tenant-b', 'nowhere'],
    ['care@a.test', 'nowhere'],
    ['eavesdrop', 'nowhere'],
    ['*33*1002', 'nowhere'],
    ['**1002', 'nowhere'],
    ['${uuid}', 'nowhere'],
    ['1002 XML tenant-b', 'nowhere'],
    ['agent-1003', 'nowhere'],
    ['queue-care', 'nowhere'],
  ])('%s: %s', (dialled, kind) => {
    expect(outboundDestination(tenant(), dialled, LEG).kind).toBe(kind);
  });

  it("is a colleague's seat of the moment, for the tenant's own phones", () => {
    const hotDesks = tenant({ agents: new Map([['1001', { extension: '1002', ringSeconds: 15 }]]) });
    expect(outboundDestination(hotDesks, 'agent-1001', LEG)).toEqual({ kind: 'seat', extension: '1002' });
    expect(outboundDestination(hotDesks, 'agent-1001', { ...LEG, seat: null })).toEqual({ kind: 'nowhere' });
  });

  it('is refused where there is no number to present', () => {
    const destination = outboundDestination(tenant({ numbers: new Map() }), '+8613800138000', LEG);
    const actions = destination.kind === 'refused' ? destination.actions : [];
    expect(actions).toContainEqual(['set', 'seatline_outcome=no-caller-number']);
    expect(actions.at(-1)).toEqual(['respond', '403 No Number To Call From']);
  });
});

it.each<[what: string, chosen: string | undefined, ofSeat: string | null, presented: string]>([
  ["the tenant's first", undefined, null, '4008001001'],
  ["the seat's", undefined, '4008001002', '4008001002'],
  ['the one chosen for the call', '4008001001', '4008001002', '4008001001'],
  ["not another tenant's", '4008002002', null, '4008001001'],
  ["the seat's where the chosen one is another's", '4008002002', '4008001002', '4008001002'],
  ["the first where the seat's was given up", undefined, '4008009999', '4008001001'],
])('presents %s', (_what, chosenNumber, callerNumber, presented) => {
  expect(presentedNumber(tenant(), { chosenNumber, seat: seat({ callerNumber }) })).toBe(presented);
});

/** What lets one leg hear, join or take another; none is offered, and a dialplan that did would have to bound it by tenant. */
const REACHES_OTHERS = /eavesdrop(?!_group=ten_1$)|three_way|intercept|att_xfer|userspy|valet|conference|bind_|execute_on_(?!answer)/;

it('offers nothing by which one leg reaches another', () => {
  const trunk = { dialString: 'sofia/gateway/carrier', legUuid: 'u', seconds: 598 };
  const call = { number: '+8613800138000', callerNumber: '4008001001' };
  const actions = [...trunkRoute(tenant(), call, LEG, trunk), ...internalRoute(tenant(), '1002', LEG)];
  expect(actions.filter(([application, data]) => REACHES_OTHERS.test(`${application} ${data}`))).toEqual([]);
  expect(actions.filter(([, data]) => data === 'force_transfer_context=tenant-a')).toHaveLength(2);
});

it('cuts the leg beyond the trunk when its credit ends, and takes a channel first', () => {
  const trunk = { dialString: 'sofia/gateway/carrier', legUuid: 'u', seconds: 598 };
  const actions = trunkRoute(tenant(), { number: '+8613800138000', callerNumber: '4008001001' }, LEG, trunk);
  expect(actions.at(-1)).toEqual([
    'bridge',
    "{origination_uuid=u,execute_on_answer='sched_hangup +598 ALLOTTED_TIMEOUT'}sofia/gateway/carrier/+8613800138000",
  ]);
  const limits = actions.filter(([application]) => application === 'limit').map(([, data]) => data);
  expect(limits).toEqual([
    'hash seatline-seat sea_1 20/60 !CALL_REJECTED',
    'hash seatline-rate ten_1 50/1 !NORMAL_CIRCUIT_CONGESTION',
    'hash seatline ten_1 10 !NORMAL_CIRCUIT_CONGESTION',
  ]);
});
