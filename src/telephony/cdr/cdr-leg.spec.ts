import { readCdr, type CdrLeg } from './cdr-leg';

const UUID = '4f236891-fbee-42a6-9673-d7b573c5a171';
const CALL = '897d5c17-22bd-4fa4-bd10-33db3c9456cf';

function cdr(variables: Record<string, string>, profile: Record<string, string> = {}): string {
  return JSON.stringify({
    'core-uuid': 'core',
    switchname: 'sw1',
    variables: {
      uuid: UUID, direction: 'inbound', start_uepoch: '1795291096153389', answer_uepoch: '0',
      end_uepoch: '1795291105693400', billsec: '0', ...variables,
    },
    callflow: [
      { caller_profile: { destination_number: 'after a transfer' } },
      { caller_profile: { caller_id_number: '13800138001', destination_number: '4008001001', ...profile } },
    ],
  });
}

function legOf(variables: Record<string, string>, profile?: Record<string, string>): CdrLeg {
  const reading = readCdr(cdr(variables, profile));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.leg;
}

test('reads the leg as it began, to the microsecond, and 0 as "never"', () => {
  expect(legOf({})).toMatchObject({
    node: 'sw1', coreUuid: 'core', uuid: UUID, callUuid: UUID, from: '13800138001', to: '4008001001',
    startedAt: 1795291096153.389, answeredAt: null, endedAt: 1795291105693.4, billSeconds: 0, hangupCause: 'NONE',
    domain: null, queue: null,
  });
});

test.each([
  ['4008001001', '4008001001'],
  ['%2B8613800138001', '+8613800138001'],
  ['1001%acme.seatline.test', '1001'],
  ['%2B8613800138001%acme.seatline.test', '+8613800138001'],
  ['100%', '100%'],
  ['\u5317\u4eac', '\u5317\u4eac'],
  ['\u5317%E4%BA%AC', '\u5317\u4eac'],
])('the destination %s is read as %s', (destination, to) => {
  expect(legOf({}, { destination_number: destination }).to).toBe(to);
});

test.each([
  ['%E5%8C%97', '\u5317'],
  ['50%', '50%'],
  ['%E9 %zz %40', '\ufffd %zz @'],
])('a variable that holds %s never fails to be read', (value, expected) => {
  expect(legOf({ seatline_agent: value }).dialledBy).toBe(expected);
});

test.each<[string, Record<string, string>, Partial<CdrLeg>]>([
  ["the dialplan's own", { seatline_call: CALL, cc_member_session_uuid: UUID }, { callUuid: CALL }],
  ['of a leg that a queue rang', { cc_member_session_uuid: CALL }, { callUuid: CALL }],
])('finds the call: %s', (_name, variables, expected) => {
  expect(legOf(variables)).toMatchObject(expected);
});

test.each([
  [{ cc_queue: 'care%40a.test', domain_name: 'b.test', tenant: 'c' }, 'a.test'],
  [{ domain_name: 'b.test', tenant: 'c' }, 'b.test'],
  [{ tenant: 'c' }, 'c'],
])('of %j the domain is %s', (variables, domain) => {
  expect(legOf(variables as Record<string, string>).domain).toBe(domain);
});

test.each([
  ['', 'not JSON'],
  ['[]', 'the CDR is not an object'],
  ['{"switchname":"sw1"}', 'variables is not an object'],
  [cdr({ uuid: 'none' }), 'uuid is missing or wrong'],
  [cdr({ start_uepoch: '0' }), 'start_uepoch is missing or wrong'],
  [cdr({ end_uepoch: 'soon' }), 'end_uepoch is missing or wrong'],
  [cdr({ billsec: '-1' }), 'billsec is missing or wrong'],
])('says what is wrong with %s', (body, reason) => {
  const reading = readCdr(body);
  expect(reading.ok ? 'read' : reading.reason).toContain(reason);
});
