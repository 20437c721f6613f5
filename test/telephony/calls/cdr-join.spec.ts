import { newCall } from '../../../src/telephony/calls/call';
import { describeCall } from '../../../src/telephony/calls/call-record';
import { CallBook } from '../../../src/telephony/calls/call-book';
import { groupCdrs, joinCdrs } from '../../../src/telephony/calls/cdr-join';
import { queueStay } from '../../../src/telephony/calls/queue-stay';
import { readCdr, type CdrLeg } from '../../../src/telephony/cdr/cdr-leg';
import { transcript } from '../transcripts';
import { callEvents } from './replayed';

function cdrs(name: string, change: (variables: Record<string, string>) => void = () => undefined): CdrLeg[] {
  return transcript(`${name}.cdr.jsonl`)
    .toString()
    .trim()
    .split('\n')
    .map((line) => {
      const cdr = JSON.parse(line) as { variables: Record<string, string> };
      change(cdr.variables);
      const reading = readCdr(JSON.stringify(cdr));
      if (!reading.ok) throw new Error(reading.reason);
      return reading.leg;
    });
}

function heard(name: string) {
  const book = new CallBook();
  return callEvents(transcript(`${name}.plain.esl`)).flatMap((event) => book.accept(event)).filter((call) => call.over);
}

describe('a recorded CDR', () => {
  it('is decoded and read as the leg began', () => {
    const [leg] = cdrs('answered-agent-hangs-up');
    expect(leg).toMatchObject({
      direction: 'inbound',
      from: '13800138002',
      to: '4008001001',
      domain: 'pharma.seatline.test',
      disposition: 'send_bye',
      startedAt: 1795291115153.389,
      queue: { side: 'member', bridged: true, joinedAt: 1795291115, answeredAt: 1795291117, terminatedAt: null },
    });
    expect(queueStay(leg?.queue ?? null)).toMatchObject({
      queue: 'care@pharma.seatline.test',
      reason: 'answered',
      joinedAt: 1795291115000,
      answer: { agent: '1001@pharma.seatline.test', answeredAt: 1795291117000, releasedAt: null },
    });
  });
});

describe('where CDRs and events disagree, the CDRs hold', () => {
  it('about seconds and who ended the call', () => {
    const [call] = heard('answered-caller-hangs-up');
    const changed = cdrs('answered-caller-hangs-up', (variables) => {
      if (variables.cc_side === 'member') {
        variables.cc_queue_answered_epoch = '1795291099'; // 3 s of waiting
        variables.cc_queue_terminated_epoch = '1795291104'; // 5 s of talking
        variables.sip_hangup_disposition = 'send_bye';
      } else {
        variables.sip_hangup_disposition = 'recv_bye';
      }
    });
    const record = describeCall(joinCdrs(call ?? newCall('none', '', 0), groupCdrs(changed)));
    expect(record).toMatchObject({ waitSeconds: 3, talkSeconds: 5, endedBy: 'agent' });
  });

  it('but what an earlier queue left on the channel is not taken for the last one', () => {
    const [call] = heard('answered-caller-hangs-up');
    const changed = cdrs('answered-caller-hangs-up', (variables) => {
      // The caller had left another queue by timeout, and an agent of it, before joining this one.
      variables.cc_queue_canceled_epoch = '1795291090';
      variables.cc_queue_terminated_epoch = '1795291092';
      variables.cc_cancel_reason = 'TIMEOUT';
    });
    const record = describeCall(joinCdrs(call ?? newCall('none', '', 0), groupCdrs(changed)));
    expect(record).toMatchObject({ outcome: 'answered', waitSeconds: 2, talkSeconds: 7, endedBy: 'caller' });
  });

  it('and a call whose end was never heard is over by its CDR', () => {
    const events = callEvents(transcript('answered-caller-hangs-up.plain.esl'));
    const book = new CallBook();
    for (const event of events.slice(0, 8)) book.accept(event);
    const [open] = book.open;
    expect(describeCall(open ?? newCall('none', '', 0)).endedBy).toBeNull();
    const record = describeCall(joinCdrs(open ?? newCall('none', '', 0), groupCdrs(cdrs('answered-caller-hangs-up'))));
    expect(record).toMatchObject({ state: 'ended', outcome: 'answered', talkSeconds: 7, endedBy: 'caller' });
  });
});
