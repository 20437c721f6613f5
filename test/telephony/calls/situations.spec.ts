import type { CallRecord } from '../../../src/telephony/calls/call-record';
import { callEvents, recordsOf } from './replayed';
import { SwitchScript } from './switch-script';

const CARE = 'care@pharma.seatline.test';
const CLAIMS = 'claims@insurance.seatline.test';
const CLOSED = { variable_seatline_outcome: 'closed' };
const A1 = '1001@pharma.seatline.test';
const A2 = '1002@pharma.seatline.test';
const A3 = '1003@pharma.seatline.test';

function only(script: SwitchScript): CallRecord {
  const records = recordsOf(callEvents(script.bytes()));
  expect(records).toHaveLength(1);
  return records[0] as CallRecord;
}

function told(record: CallRecord): unknown[] {
  return [record.outcome, record.queue, record.agent, record.waitSeconds, record.talkSeconds, record.endedBy];
}

function offers(record: CallRecord): string[] {
  return record.offers.map((offer) => `${offer.agent.slice(0, 4)} ${offer.result}`);
}

describe('offers', () => {
  it.each([
    ['CALL_REJECTED', 'recv_refuse', 'rejected'], // 603
    ['USER_BUSY', 'recv_refuse', 'busy'], // 486
    ['NORMAL_CIRCUIT_CONGESTION', 'recv_refuse', 'busy'], // 503
    ['USER_NOT_REGISTERED', 'recv_refuse', 'not-registered'],
    ['NO_ANSWER', 'send_cancel', 'no-answer'],
    ['NO_USER_RESPONSE', 'recv_refuse', 'no-answer'], // 480, 408
    ['SUBSCRIBER_ABSENT', 'recv_refuse', 'no-answer'],
    ['ALLOTTED_TIMEOUT', 'send_cancel', 'no-answer'],
    ['ORIGINATOR_CANCEL', 'send_cancel', 'cancelled'],
  ])('%s (%s) is %s, and the next agent answers', (cause, disposition, result) => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    script.wait(1).failedOffer(member, A2, 3, cause, disposition).wait(1);
    const talk = script.answeredOffer(member, A1, 2);
    script.wait(9).hangup(talk.leg, 'NORMAL_CLEARING', 'send_bye').hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    script.agentEnd(member, talk).terminated(member, talk);
    const record = only(script);
    expect(told(record)).toEqual(['answered', CARE, A1, 7, 9, 'caller']); // 1 + 3 + 1 + 2 waiting
    expect(offers(record)).toEqual([`1002 ${result}`, '1001 answered']);
    expect(record.offers[0]?.cause).toBe(cause);
  });

  it.each(['queue-end first', 'fail first', 'fail first, delivered the wrong way round'])(
    'the caller hangs up while an agent rings: %s',
    (order) => {
      const script = new SwitchScript();
      const caller = script.caller('13800138001', '4008001001');
      const member = script.join(caller, CARE);
      script.offer(member, A1);
      const called = script.seconds;
      const leg = script.agentLeg(member, A1);
      script.wait(4);
      if (order === 'queue-end first') {
        script.cancel(member, 'BREAK_OUT', false).hangup(leg, 'ORIGINATOR_CANCEL', 'send_cancel');
        script.hangup(caller, 'NORMAL_CLEARING', 'recv_bye').fail(member, A1, 'ORIGINATOR_CANCEL', called);
      } else {
        script.hangup(leg, 'ORIGINATOR_CANCEL', 'send_cancel').fail(member, A1, 'ORIGINATOR_CANCEL', called);
        script.cancel(member, 'BREAK_OUT', false);
        if (order.includes('wrong')) script.swapLast();
        script.hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
      }
      const record = only(script);
      expect(told(record)).toEqual(['abandoned', CARE, null, 4, 0, 'caller']);
      expect(offers(record)).toEqual(['1001 cancelled']);
    },
  );

  it('ring-all: one answers, one loses the race, one answered too late and is never heard of again', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    script.offer(member, A1).offer(member, A2).offer(member, A3);
    const called = script.seconds;
    const [one, two, three] = [A1, A2, A3].map((agent) => script.agentLeg(member, agent));
    script.wait(3);
    const talk = script.connect(member, A2, two as typeof caller, called);
    script.hangup(one as typeof caller, 'LOSE_RACE', 'send_cancel').fail(member, A1, 'LOSE_RACE', called);
    script.hangup(three as typeof caller, 'NORMAL_CLEARING', 'send_bye');
    script.wait(10).hangup(talk.leg, 'NORMAL_CLEARING', 'recv_bye').unbridge(caller, talk.leg);
    script.agentEnd(member, talk).terminated(member, talk).hangup(caller, 'NORMAL_CLEARING', 'send_bye');
    const record = only(script);
    expect(told(record)).toEqual(['answered', CARE, A2, 3, 10, 'agent']);
    expect(offers(record)).toEqual(['1001 cancelled', '1002 answered', '1003 cancelled']);
  });

  it('the agent answers and is gone before the connection: the caller waits on and is served by the next', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    const lost = script.answeredOffer(member, A1, 2);
    script.hangup(lost.leg, 'NORMAL_CLEARING', 'recv_bye').agentEnd(member, lost, false).wait(3);
    const talk = script.answeredOffer(member, A2, 2);
    script.wait(5).hangup(talk.leg, 'NORMAL_CLEARING', 'send_bye').hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    script.agentEnd(member, talk).terminated(member, talk);
    const record = only(script);
    expect(told(record)).toEqual(['answered', CARE, A2, 7, 5, 'caller']);
    expect(offers(record)).toEqual(['1001 failed', '1002 answered']);
  });

  it('the caller is gone just as the agent answers: abandoned, offer cancelled', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    script.offer(member, A1);
    const called = script.seconds;
    const leg = script.agentLeg(member, A1);
    script.wait(3).answer(leg);
    const answered = { leg, agent: A1, called, answered: script.seconds };
    script.hangup(caller, 'NORMAL_CLEARING', 'recv_bye').cancel(member, 'NONE', false);
    script.hangup(leg, 'ORIGINATOR_CANCEL', 'send_bye').agentEnd(member, answered, false);
    expect(told(only(script))).toEqual(['abandoned', CARE, null, 3, 0, 'caller']);
  });
});

describe('leaving the queue', () => {
  it.each([
    ['TIMEOUT', 'timeout'],
    ['NO_AGENT_TIMEOUT', 'no-agent'],
    ['EXIT_WITH_KEY', 'exit-key'],
  ])('%s is %s, whoever hangs up afterwards', (reason, outcome) => {
    for (const [disposition, endedBy] of [
      ['send_bye', 'system'],
      ['recv_bye', 'caller'],
    ] as const) {
      const script = new SwitchScript();
      const caller = script.caller('13800138001', '4008001001');
      const member = script.join(caller, CARE);
      script.wait(12).cancel(member, reason, true).wait(2).hangup(caller, 'NORMAL_CLEARING', disposition);
      expect(told(only(script))).toEqual([outcome, CARE, null, 12, 0, endedBy]);
    }
  });

  it('after a timeout, connected elsewhere: overflow', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    script.wait(12).cancel(member, 'TIMEOUT', true);
    const other = script.outgoing(caller, '02012345678');
    script.wait(2).answer(other).bridge(caller, other).wait(20);
    script.hangup(other, 'NORMAL_CLEARING', 'recv_bye').hangup(caller, 'NORMAL_CLEARING', 'send_bye');
    expect(told(only(script))).toEqual(['overflow', CARE, null, 12, 20, 'agent']);
  });

  it('taken out of the queue while waiting: transferred; cut off by the system: disconnected', () => {
    const moved = new SwitchScript();
    const caller = moved.caller('13800138001', '4008001001');
    const member = moved.join(caller, CARE);
    moved.wait(5).blindTransfer(caller, 'menu').cancel(member, 'BREAK_OUT', true).wait(3);
    moved.hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    expect(told(only(moved))).toEqual(['transferred', CARE, null, 5, 0, 'caller']);

    const killed = new SwitchScript();
    const other = killed.caller('13800138001', '4008001001');
    const place = killed.join(other, CARE);
    killed.wait(5).cancel(place, 'BREAK_OUT', false).hangup(other, 'MANAGER_REQUEST', 'send_bye');
    expect(told(only(killed))).toEqual(['disconnected', CARE, null, 5, 0, 'system']);
  });

  it('several queues: the waits add up, the one that answered counts', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const first = script.join(caller, 'vip@pharma.seatline.test');
    script.failedOffer(first, A2, 8, 'NO_ANSWER', 'send_cancel').wait(2).cancel(first, 'TIMEOUT', true);
    const second = script.join(caller, CARE);
    const talk = script.wait(3).answeredOffer(second, A1, 2);
    script.wait(30).hangup(talk.leg, 'NORMAL_CLEARING', 'recv_bye').unbridge(caller, talk.leg);
    script.agentEnd(second, talk).terminated(second, talk).hangup(caller, 'NORMAL_CLEARING', 'send_bye');
    const record = only(script);
    expect(told(record)).toEqual(['answered', CARE, A1, 15, 30, 'agent']); // 10 + 5 waiting
    expect(record.queues.map((each) => [each.queue, each.outcome, each.waitSeconds])).toEqual([
      ['vip@pharma.seatline.test', 'timeout', 10],
      [CARE, 'answered', 5],
    ]);
    expect(offers(record)).toEqual(['1002 no-answer', '1001 answered']);
  });

  it('a resumed place: the wait is this call\'s, although mod_callcenter tells when the earlier call joined', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE, true);
    member.joined -= 40;
    const talk = script.wait(1).answeredOffer(member, A1, 2);
    script.wait(6).hangup(talk.leg, 'NORMAL_CLEARING', 'send_bye').hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    script.agentEnd(member, talk).terminated(member, talk);
    expect(told(only(script))).toEqual(['answered', CARE, A1, 3, 6, 'caller']);
  });
});

describe('after the answer', () => {
  function talking(script: SwitchScript) {
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    const talk = script.wait(1).answeredOffer(member, A1, 1);
    script.wait(10);
    return { caller, member, talk };
  }

  it('a blind transfer to another phone: the talk ends with the agent, whoever hangs up then ends the call', () => {
    for (const [who, endedBy] of [
      ['caller', 'caller'],
      ['phone', 'agent'],
    ] as const) {
      const script = new SwitchScript();
      const { caller, member, talk } = talking(script);
      script.unbridge(caller, talk.leg).blindTransfer(caller, '8002');
      script.hangup(talk.leg, 'NORMAL_CLEARING', 'recv_bye').agentEnd(member, talk).terminated(member, talk);
      const phone = script.outgoing(caller, '8002');
      script.wait(2).answer(phone).bridge(caller, phone).wait(20);
      const [first, second] = who === 'caller' ? [caller, phone] : [phone, caller];
      script.hangup(first, 'NORMAL_CLEARING', 'recv_bye').hangup(second, 'NORMAL_CLEARING', 'send_bye');
      const record = only(script);
      expect(told(record)).toEqual(['answered', CARE, A1, 2, 10, endedBy]);
      expect(record.number).toBe('4008001001');
      expect(record.transferred).toBe(true);
    }
  });

  it('a blind transfer to an announcement that the caller leaves: ended by the caller, not the agent', () => {
    const script = new SwitchScript();
    const { caller, member, talk } = talking(script);
    script.unbridge(caller, talk.leg).blindTransfer(caller, 'survey');
    script.hangup(talk.leg, 'NORMAL_CLEARING', 'recv_bye').agentEnd(member, talk).terminated(member, talk);
    script.wait(15).hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    expect(told(only(script))).toEqual(['answered', CARE, A1, 2, 10, 'caller']);
  });

  it('back into the same queue at once, before the first stay is told to its end', () => {
    const script = new SwitchScript();
    const { caller, member, talk } = talking(script);
    script.unbridge(caller, talk.leg).blindTransfer(caller, '4008001001');
    const again = script.join(caller, CARE);
    script.offer(again, A2);
    const called = script.seconds;
    const leg = script.agentLeg(again, A2);
    script.hangup(talk.leg, 'NORMAL_CLEARING', 'recv_bye').agentEnd(member, talk).terminated(member, talk);
    script.wait(4);
    const second = script.connect(again, A2, leg, called);
    script.wait(7).hangup(leg, 'NORMAL_CLEARING', 'send_bye').hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    script.agentEnd(again, second).terminated(again, second);
    const record = only(script);
    expect(told(record)).toEqual(['answered', CARE, A2, 6, 17, 'caller']); // 2 + 4 waiting, 10 + 7 talking
    expect(offers(record)).toEqual(['1001 answered', '1002 answered']);
  });

  it('a tone after the agent hung up does not make the caller the one who ended it', () => {
    const script = new SwitchScript();
    const { caller, member, talk } = talking(script);
    script.hangup(talk.leg, 'NORMAL_CLEARING', 'recv_bye').unbridge(caller, talk.leg);
    script.agentEnd(member, talk).terminated(member, talk).wait(0.5).hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    expect(told(only(script))).toEqual(['answered', CARE, A1, 2, 10, 'agent']);
  });

  it('cut off by the system', () => {
    const script = new SwitchScript();
    const { caller, member, talk } = talking(script);
    script.hangup(talk.leg, 'MANAGER_REQUEST', 'send_bye').hangup(caller, 'MANAGER_REQUEST', 'send_bye');
    script.agentEnd(member, talk).terminated(member, talk);
    expect(told(only(script))).toEqual(['answered', CARE, A1, 2, 10, 'system']);
  });

  it('hold is seen while it lasts and counted afterwards', () => {
    const script = new SwitchScript();
    const { caller, member, talk } = talking(script);
    script.hold(talk.leg, true).wait(4);
    expect(only(script)).toMatchObject({ state: 'talking', onHold: true, outcome: 'answered', endedBy: null });
    script.hold(talk.leg, false).hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    script.hangup(talk.leg, 'NORMAL_CLEARING', 'send_bye', { variable_hold_accum_seconds: 4 });
    script.agentEnd(member, talk).terminated(member, talk);
    expect(only(script)).toMatchObject({ state: 'ended', onHold: false, holdSeconds: 4, talkSeconds: 14 });
  });
});

describe('calls without a queue', () => {
  it.each([
    ['leaves the menu', true, 'NORMAL_CLEARING', 'recv_bye', {}, 'abandoned', 'caller'],
    ['gives up before anything answers', false, 'ORIGINATOR_CANCEL', 'recv_cancel', {}, 'abandoned', 'caller'],
    ['hears an announcement to its end', true, 'NORMAL_CLEARING', 'send_bye', {}, 'completed', 'system'],
    ['calls out of hours', true, 'NORMAL_CLEARING', 'send_bye', CLOSED, 'closed', 'system'],
    ['is refused by the quota', false, 'CALL_REJECTED', 'send_refuse', {}, 'rejected', 'system'],
    ['dials a number nobody has', false, 'UNALLOCATED_NUMBER', 'send_refuse', {}, 'failed', 'system'],
  ])('a caller %s', (_what, answered, cause, disposition, extra, outcome, endedBy) => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001', { variable_domain_name: 'pharma.seatline.test' });
    if (answered) script.answer(caller);
    script.wait(5).hangup(caller, cause, disposition, extra);
    const record = only(script);
    expect(told(record)).toEqual([outcome, null, null, 0, 0, endedBy]);
    expect([record.domain, record.direction, record.from, record.number]).toEqual([
      'pharma.seatline.test',
      'inbound',
      '13800138001',
      '4008001001',
    ]);
  });

  it('the domain comes from the queue, our variables, never from SIP', () => {
    const script = new SwitchScript();
    script.hangup(script.caller('1', '2'), 'NORMAL_CLEARING', 'recv_cancel');
    expect(only(script).domain).toBeNull();
    const tenant = new SwitchScript();
    tenant.hangup(tenant.caller('1', '2', { variable_tenant: 'pharma' }), 'NORMAL_CLEARING', 'recv_cancel');
    expect(only(tenant).domain).toBe('pharma');
    const queued = new SwitchScript();
    const caller = queued.caller('1', '2', { variable_domain_name: 'pharma.seatline.test' });
    queued.cancel(queued.join(caller, CLAIMS), 'BREAK_OUT', false).hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    expect(only(queued).domain).toBe('insurance.seatline.test');
  });

  it('a direct call that someone answers', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001003');
    const phone = script.outgoing(caller, '8001');
    script.wait(3).answer(phone).answer(caller).bridge(caller, phone).wait(12);
    script.hangup(phone, 'NORMAL_CLEARING', 'recv_bye').hangup(caller, 'NORMAL_CLEARING', 'send_bye');
    expect(told(only(script))).toEqual(['answered', null, null, 0, 12, 'agent']);
  });

  it('a seat calls out: the seat is the agent, the other end the caller', () => {
    const script = new SwitchScript();
    const seat = script.caller('8001', '13800138001', {
      variable_user_name: '8001',
      variable_domain_name: 'pharma.seatline.test',
    });
    const customer = script.outgoing(seat, '13800138001');
    script.wait(3).answer(customer).answer(seat).bridge(seat, customer).wait(8);
    script.hangup(customer, 'NORMAL_CLEARING', 'recv_bye').hangup(seat, 'NORMAL_CLEARING', 'send_bye');
    const record = only(script);
    expect([record.direction, ...told(record)]).toEqual(['outbound', 'answered', null, null, 0, 8, 'caller']);
  });

  it.each([
    ['USER_BUSY', 'recv_refuse', 'busy', 'caller'],
    ['NO_ANSWER', 'send_cancel', 'no-answer', 'system'],
  ])('a seat calls out in vain: %s', (cause, disposition, outcome, endedBy) => {
    const script = new SwitchScript();
    const seat = script.caller('8001', '13800138001', { variable_user_name: '8001' });
    const customer = script.outgoing(seat, '13800138001');
    script.wait(3).hangup(customer, cause, disposition).hangup(seat, cause, 'send_refuse');
    expect(told(only(script))).toEqual([outcome, null, null, 0, 0, endedBy]);
  });

  it('seat to seat is internal', () => {
    const script = new SwitchScript();
    const seat = script.caller('8001', '8002', { variable_user_name: '8001' });
    const other = script.outgoing(seat, '8002', { variable_dialed_user: '8002' });
    script.answer(other).bridge(seat, other).wait(2);
    script.hangup(seat, 'NORMAL_CLEARING', 'recv_bye').hangup(other, 'NORMAL_CLEARING', 'send_bye');
    expect([only(script).direction, only(script).endedBy]).toEqual(['internal', 'caller']);
  });

  it('click to dial: from the seat, to the number, by the agent', () => {
    const script = new SwitchScript();
    const seat = script.originate('8001', {
      'Caller-Caller-ID-Number': '+8613800138001',
      variable_domain_name: 'pharma.seatline.test',
      variable_seatline_agent: A1,
    });
    script.wait(2).answer(seat).blindTransfer(seat, '+8613800138001');
    const customer = script.outgoing(seat, '+8613800138001');
    script.wait(4).answer(customer).bridge(seat, customer).wait(9);
    script.hangup(seat, 'NORMAL_CLEARING', 'recv_bye').hangup(customer, 'NORMAL_CLEARING', 'send_bye');
    const record = only(script);
    expect([record.direction, record.from, record.number]).toEqual(['outbound', '8001', '+8613800138001']);
    expect(told(record)).toEqual(['answered', null, A1, 0, 9, 'agent']);
  });
});

describe('many calls and broken streams', () => {
  it('two calls of one caller at once stay two', () => {
    const script = new SwitchScript();
    const one = script.caller('13800138001', '4008001001');
    const first = script.join(one, CARE);
    const two = script.wait(1).caller('13800138001', '4008002002');
    const second = script.join(two, CLAIMS);
    script.wait(4).cancel(second, 'TIMEOUT', true).hangup(two, 'NORMAL_CLEARING', 'send_bye');
    script.cancel(first, 'BREAK_OUT', false).hangup(one, 'NORMAL_CLEARING', 'recv_bye');
    expect(recordsOf(callEvents(script.bytes())).map(told)).toEqual([
      ['abandoned', CARE, null, 5, 0, 'caller'],
      ['timeout', CLAIMS, null, 4, 0, 'system'],
    ]);
  });

  it('the switch restarts: what it held is lost, what comes is new', () => {
    const script = new SwitchScript();
    const waiting = script.caller('13800138001', '4008001001');
    script.join(waiting, CARE);
    const talkingTo = script.caller('13800138002', '4008001001');
    script.answeredOffer(script.join(talkingTo, CARE), A1, 1);
    script.wait(5).restart();
    const later = script.caller('13800138003', '4008001001');
    script.hangup(later, 'NORMAL_CLEARING', 'recv_cancel');
    expect(recordsOf(callEvents(script.bytes())).map((each) => [each.outcome, each.endedBy])).toEqual([
      ['lost', 'system'],
      ['answered', 'system'],
      ['abandoned', 'caller'],
    ]);
  });

  it('a stream that begins while the caller waits, rings or talks still tells the end', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    script.failedOffer(member, A2, 3, 'NO_ANSWER', 'send_cancel');
    const talk = script.answeredOffer(member, A1, 2);
    script.wait(9).hangup(talk.leg, 'NORMAL_CLEARING', 'send_bye').hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    script.agentEnd(member, talk).terminated(member, talk);
    const events = callEvents(script.bytes());
    for (let cut = 0; cut < events.length - 3; cut += 1) {
      const [record, more] = recordsOf(events.slice(cut));
      expect(more).toBeUndefined();
      expect(told(record as CallRecord)).toEqual(['answered', CARE, A1, 5, 9, 'caller']);
      expect([record?.from, record?.number]).toEqual(['13800138001', '4008001001']);
    }
  });

  it('cut off anywhere, it tells what it has and claims no end', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    const talk = script.wait(3).answeredOffer(member, A1, 2);
    script.wait(9).hangup(talk.leg, 'NORMAL_CLEARING', 'recv_bye').hangup(caller, 'NORMAL_CLEARING', 'send_bye');
    const events = callEvents(script.bytes());
    const states = events.map((_, at) => recordsOf(events.slice(0, at + 1))[0]?.state);
    expect([...new Set(states)]).toEqual(['ringing', 'ivr', 'waiting', 'offered', 'talking', 'ended']);
    for (const [at, state] of states.entries()) {
      const record = recordsOf(events.slice(0, at + 1))[0];
      expect(record?.endedBy === null).toBe(state !== 'ended');
    }
  });
});
