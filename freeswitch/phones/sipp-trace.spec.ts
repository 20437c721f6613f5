import { readCallTrace } from './sipp-trace';

const line = (seconds: string, direction: 'S' | 'R', cseq: string, first: string) =>
  ['2026-11-21', '20:58:23', seconds, direction, 'id@127.0.0.1', `CSeq:${cseq}`, first].join('\t');

describe('readCallTrace', () => {
  it.each([
    {
      what: 'an answered call: 3.040 s from INVITE to the answer of BYE',
      lines: [
        line('1795294703.247111', 'S', '1 INVITE', 'INVITE sip:4008001001@127.0.0.1 SIP/2.0'),
        line('1795294703.250313', 'R', '1 INVITE', 'SIP/2.0 100 Trying'),
        line('1795294703.257547', 'R', '1 INVITE', 'SIP/2.0 200 OK'),
        line('1795294706.263710', 'S', '2 BYE', 'BYE sip:4008001001@127.0.0.1 SIP/2.0'),
        line('1795294706.287111', 'R', '2 BYE', 'SIP/2.0 200 OK'),
      ],
      trace: { status: 200, durationMs: 3040 },
    },
    {
      what: 'a call given up: the 200 belongs to CANCEL',
      lines: [
        line('10.0', 'S', '1 INVITE', 'INVITE sip:1@127.0.0.1 SIP/2.0'),
        line('10.1', 'R', '1 INVITE', 'SIP/2.0 180 Ringing'),
        line('12.0', 'S', '1 CANCEL', 'CANCEL sip:1@127.0.0.1 SIP/2.0'),
        line('12.0', 'R', '1 CANCEL', 'SIP/2.0 200 OK'),
        line('12.5', 'R', '1 INVITE', 'SIP/2.0 487 Request Terminated'),
      ],
      trace: { status: 487, durationMs: 2500 },
    },
    {
      what: 'a call that was challenged, and then answered',
      lines: [
        line('1.0', 'S', '1 INVITE', 'INVITE sip:1@127.0.0.1 SIP/2.0'),
        line('1.1', 'R', '1 INVITE', 'SIP/2.0 407 Proxy Authentication Required'),
        line('1.2', 'S', '2 INVITE', 'INVITE sip:1@127.0.0.1 SIP/2.0'),
        line('1.5', 'R', '2 INVITE', 'SIP/2.0 200 OK'),
      ],
      trace: { status: 200, durationMs: 500 },
    },
    {
      what: 'a call without an answer',
      lines: [line('1.0', 'S', '1 INVITE', 'INVITE sip:1@127.0.0.1 SIP/2.0')],
      trace: { status: undefined, durationMs: 0 },
    },
    { what: 'nothing at all', lines: [], trace: { status: undefined, durationMs: 0 } },
  ])('reads $what', ({ lines, trace }) => {
    expect(readCallTrace(`${lines.join('\n')}\n`)).toEqual(trace);
  });
});
