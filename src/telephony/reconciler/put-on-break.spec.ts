import type { Correction } from './correction';
import type { DesiredState } from './desired-state';
import { PutOnBreak } from './put-on-break';

const AGENT = '1001@a.test';
const available: Correction = { kind: 'set-agent-status', agent: AGENT, status: 'Available' };
const other: Correction = { kind: 'set-agent-status', agent: '1002@a.test', status: 'Available' };
const added: Correction = { kind: 'add-agent', agent: AGENT };

const desired = (status: DesiredState['agents'][number]['status']): DesiredState => ({
  queues: [],
  tiers: [],
  suspendedSeats: [],
  agents: [{
    name: AGENT, contact: null, status,
    times: { wrap_up_time: 1, max_no_answer: 1, reject_delay_time: 1, busy_delay_time: 1, no_answer_delay_time: 1 },
  }],
});

describe('PutOnBreak', () => {
  it('keeps an agent on break until the database has followed, and leaves everything else as it is', () => {
    const decisions = new PutOnBreak();
    decisions.note(AGENT, 1000);
    expect(decisions.respect([available, other, added], desired('Available'), 1100)).toEqual([other, added]);
  });

  it('lets the database have its way once it has followed', () => {
    const decisions = new PutOnBreak();
    decisions.note(AGENT, 1000);
    decisions.respect([], desired('On Break'), 1100);
    expect(decisions.respect([available], desired('Available'), 1200)).toEqual([available]);
  });

  it('waits 10 s for it and no longer', () => {
    const decisions = new PutOnBreak();
    decisions.note(AGENT, 1000);
    expect(decisions.respect([available], desired('Available'), 10_999)).toEqual([]);
    expect(decisions.respect([available], desired('Available'), 11_000)).toEqual([available]);
  });
});
