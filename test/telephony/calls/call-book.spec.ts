import type { Call } from '../../../src/telephony/calls/call';
import { CallBook } from '../../../src/telephony/calls/call-book';
import type { CallEvent } from '../../../src/telephony/calls/call-events';
import { describeCall } from '../../../src/telephony/calls/call-record';
import { SequenceWindow } from '../../../src/telephony/calls/sequence-window';
import { callEvents } from './replayed';
import { SwitchScript } from './switch-script';

const CARE = 'care@pharma.seatline.test';
const A1 = '1001@pharma.seatline.test';
const A2 = '1002@pharma.seatline.test';

function answeredCall(script: SwitchScript, from: string): void {
  const caller = script.caller(from, '4008001001');
  const member = script.join(caller, CARE);
  const talk = script.wait(1).answeredOffer(member, A1, 1);
  script.wait(2).hangup(talk.leg, 'NORMAL_CLEARING', 'send_bye').hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
  script.agentEnd(member, talk).terminated(member, talk);
}

describe('CallBook', () => {
  it('hands each call back as over exactly once and keeps nothing of it open', () => {
    const script = new SwitchScript();
    for (let call = 0; call < 500; call += 1) answeredCall(script, `1380000${call}`);
    const book = new CallBook({ mostForgotten: 50 });
    const over = callEvents(script.bytes()).flatMap((event) => book.accept(event)).filter((call) => call.over);
    expect(over).toHaveLength(500);
    expect(new Set(over.map((call) => call.id)).size).toBe(500);
    expect(book.open).toEqual([]);
    expect(book.memory).toEqual({ calls: 0, legs: 0, ending: 0, forgotten: 50 });
  });

  it('does not bring a call back by events that come after its end', () => {
    const script = new SwitchScript();
    answeredCall(script, '13800138001');
    const events = callEvents(script.bytes());
    const book = new CallBook();
    for (const event of events) book.accept(event);
    for (const event of events) expect(book.accept(event)).toEqual([]);
    expect(book.open).toEqual([]);
  });

  it('ends a call whose caller has gone though the agent\'s side is never told, when time has passed', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    script.wait(1).answeredOffer(member, A1, 1);
    script.wait(7).hangup(caller, 'NORMAL_CLEARING', 'recv_bye');
    script.wait(60).caller('13800138002', '4008001001');
    const book = new CallBook({ lingerMs: 5000 });
    const over = callEvents(script.bytes()).flatMap((event) => book.accept(event)).filter((call) => call.over);
    const ended = { outcome: 'answered', agent: A1, talkSeconds: 7, endedBy: 'caller' };
    expect(over.map(describeCall)).toMatchObject([ended]);
    expect(book.open).toHaveLength(1);
  });

  it('takes the far end of a second call over when the two are joined, and lets the second end', () => {
    const script = new SwitchScript();
    const caller = script.caller('13800138001', '4008001001');
    const member = script.join(caller, CARE);
    const talk = script.wait(1).answeredOffer(member, A1, 1);
    const phone = script.wait(2).caller('1001', '1002', { variable_seatline_extension: '1001', variable_user_name: '1001' });
    const colleague = script.outgoing(phone, '1002', { variable_seatline_agent: A2, variable_dialed_user: '1002' });
    script.answer(colleague).answer(phone).bridge(phone, colleague).wait(2);
    script.unbridge(phone, colleague).bridge(caller, colleague);
    const events = callEvents(script.bytes());
    const book = new CallBook();
    for (const event of events) book.accept(event);
    expect(describeCall(book.find(caller.uuid) as Call)).toMatchObject({ state: 'talking', agent: A2 });
    script.hangup(talk.leg, 'ATTENDED_TRANSFER', 'send_bye').hangup(phone, 'ATTENDED_TRANSFER', 'send_bye');
    script.agentEnd(member, talk).terminated(member, talk);
    const second = callEvents(script.bytes()).slice(events.length).flatMap((event) => book.accept(event));
    const seconds = second.filter(({ id, over }) => over && id === phone.uuid);
    expect(seconds.map(describeCall)).toMatchObject([{ outcome: 'answered', talkSeconds: 2, endedBy: 'caller' }]);
    expect(book.open.map(({ id }) => id)).toEqual([caller.uuid]);
    script.wait(3).hangup(colleague, 'NORMAL_CLEARING', 'recv_bye').hangup(caller, 'NORMAL_CLEARING', 'send_bye');
    const last = callEvents(script.bytes()).slice(-2).flatMap((event) => book.accept(event)).filter(({ over }) => over);
    expect(last.map(describeCall)).toMatchObject([{ id: caller.uuid, agent: A2, transferred: true, endedBy: 'agent' }]);
    expect(book.memory).toMatchObject({ calls: 0, legs: 0 });
  });

  it('after a gap, ends the calls of which the switch has no channel any more', () => {
    const script = new SwitchScript();
    const gone = script.caller('13800138001', '4008001001');
    script.join(gone, CARE);
    const alive = script.caller('13800138002', '4008001001');
    const book = new CallBook();
    for (const event of callEvents(script.bytes())) book.accept(event);
    const asked = book.open;
    const later = script.caller('13800138003', '4008001001');
    book.accept(callEvents(script.bytes()).at(-1) as CallEvent);
    const ended = book.reconcile(new Set([alive.uuid]), asked);
    const lost = { id: gone.uuid, outcome: 'lost', endedBy: 'system', state: 'ended' };
    expect(ended.map(describeCall)).toMatchObject([lost]);
    expect(book.open.map((call) => call.id)).toEqual([alive.uuid, later.uuid]);
  });

  it('holds no more open calls than it may', () => {
    const script = new SwitchScript();
    for (let call = 0; call < 30; call += 1) script.caller(`1380000${call}`, '4008001001');
    const book = new CallBook({ mostOpen: 10 });
    const lost = callEvents(script.bytes()).flatMap((event) => book.accept(event)).filter((call) => call.over);
    expect(lost.map((call) => call.callerNumber)).toEqual(Array.from({ length: 20 }, (_, call) => `1380000${call}`));
    expect(book.open).toHaveLength(10);
  });
});

describe('SequenceWindow', () => {
  const event = (sequence: number, coreUuid = 'a') => ({ sequence, coreUuid });
  const pushAll = (size: number, sequences: number[]): number[] => {
    const window = new SequenceWindow<{ sequence: number; coreUuid: string }>(size);
    const out = sequences.flatMap((sequence) => window.push(event(sequence)));
    return [...out, ...window.drain()].map((each) => each.sequence);
  };

  it.each([
    [2, [1, 2, 3, 4], [1, 2, 3, 4]],
    [2, [2, 1, 4, 3], [1, 2, 3, 4]],
    [3, [4, 3, 2, 1], [1, 2, 3, 4]],
    [1, [3, 2, 1], [2, 1, 3]], // too far apart for a window of one
    [0, [2, 1], [2, 1]],
  ])('of %i: %j goes as %j', (size, came, went) => {
    expect(pushAll(size, came)).toEqual(went);
  });

  it('does not mix two cores', () => {
    const window = new SequenceWindow<{ sequence: number; coreUuid: string }>(8);
    window.push(event(900));
    window.push(event(901));
    expect(window.push(event(1, 'b'))).toEqual([event(900), event(901)]);
    expect(window.drain()).toEqual([event(1, 'b')]);
  });
});
