import type { ActualState } from './actual-state';
import { cutOff } from './cut-off';

const channel = (uuid: string, account: string) => ({
  uuid, account, direction: 'inbound', destination: '', context: '', application: '', applicationData: '',
});
const actual = (part: Partial<ActualState>): ActualState => ({
  queues: [], agents: [], tiers: [], members: [], channels: [], registrations: [], ...part,
});
const seat = { seatId: 'sea_1', extension: '1001', domain: 'a.test' };

it.each<[what: string, state: Partial<ActualState>, suspended: (typeof seat)[], told: unknown[]]>([
  ['nothing there', {}, [seat], []],
  ['nobody suspended', { channels: [channel('u1', 'sea_1')], registrations: ['1001@a.test'] }, [], []],
  ['its calls', { channels: [channel('u1', 'sea_1'), channel('u2', 'sea_1')] }, [seat], [
    { kind: 'end-call', legUuid: 'u1', seat: '1001@a.test' },
    { kind: 'end-call', legUuid: 'u2', seat: '1001@a.test' },
  ]],
  ["another seat's calls, and nobody's", { channels: [channel('u1', 'sea_2'), channel('u2', '')] }, [seat], []],
  ['its registration', { registrations: ['1002@a.test', '1001@a.test'] }, [seat], [
    { kind: 'end-registration', seat: '1001@a.test' },
  ]],
  ["another tenant's seat of the same extension", { registrations: ['1001@b.test'] }, [seat], []],
])('%s', (_what, state, suspended, told) => {
  expect(cutOff(suspended, actual(state))).toEqual(told);
});
