import type { AgentStatus } from './agent-status';
import { takeSeat } from './take-seat';

const refused = (rule: string) => ({ ok: false, rule });
const at = (signedInSeatId: string | null) => ({ ok: true, signedInSeatId });

const WORKING: AgentStatus[] = ['available', 'available_on_demand', 'on_break'];

describe.each(WORKING)('%s', (status) => {
  it.each`
    fixed     | asked        | now       | result
    ${'fix'}  | ${undefined} | ${null}   | ${at('fix')}
    ${'fix'}  | ${'fix'}     | ${null}   | ${at('fix')}
    ${'fix'}  | ${'other'}   | ${null}   | ${refused('has_a_fixed_seat')}
    ${'fix'}  | ${undefined} | ${'old'}  | ${at('fix')}
    ${null}   | ${'hot'}     | ${null}   | ${at('hot')}
    ${null}   | ${'hot'}     | ${'here'} | ${at('hot')}
    ${null}   | ${undefined} | ${'here'} | ${at('here')}
    ${null}   | ${undefined} | ${null}   | ${refused('needs_a_seat')}
  `('fixed seat $fixed, asks for $asked, sits at $now', ({ fixed, asked, now, result }) => {
    const agent = { status: 'logged_out' as const, seatId: fixed, signedInSeatId: now };
    expect(takeSeat(agent, { status, seatId: asked })).toEqual(result);
  });
});

describe('logged_out', () => {
  it.each`
    fixed    | asked        | now       | result
    ${'fix'} | ${undefined} | ${'fix'}  | ${at(null)}
    ${null}  | ${undefined} | ${'here'} | ${at(null)}
    ${null}  | ${undefined} | ${null}   | ${at(null)}
    ${null}  | ${'hot'}     | ${'here'} | ${refused('names_no_seat')}
  `('fixed seat $fixed, asks for $asked, sits at $now', ({ fixed, asked, now, result }) => {
    const agent = { status: 'available' as const, seatId: fixed, signedInSeatId: now };
    expect(takeSeat(agent, { status: 'logged_out', seatId: asked })).toEqual(result);
  });
});
