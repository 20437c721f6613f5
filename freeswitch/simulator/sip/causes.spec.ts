import { causeOfSip, parseCause, q850Of, sipStatusOf } from './causes';

describe('causes', () => {
  it.each([[486, 'USER_BUSY'], [603, 'CALL_REJECTED'], [480, 'NO_USER_RESPONSE'], [599, 'NORMAL_UNSPECIFIED']])(
    'a refusal with %d is %s',
    (status, cause) => {
      expect(causeOfSip(status)).toBe(cause);
    },
  );

  it.each([['NO_ROUTE_DESTINATION', 404], ['NORMAL_CIRCUIT_CONGESTION', 503], ['MANAGER_REQUEST', 480]] as const)(
    'a caller refused with %s hears %d',
    (cause, status) => {
      expect(sipStatusOf(cause)).toBe(status);
    },
  );

  it('reads names, numbers and nonsense as the switch does', () => {
    expect(parseCause('user_busy')).toBe('USER_BUSY');
    expect(parseCause('17')).toBe('USER_BUSY');
    expect(parseCause('nonsense')).toBe('NORMAL_CLEARING');
  });

  it('reports causes that Q.850 does not know as 16', () => {
    expect(q850Of('NO_ANSWER')).toBe(19);
    expect(q850Of('ORIGINATOR_CANCEL')).toBe(16);
  });
});
