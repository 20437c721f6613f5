/** What SIPp's short message log (-trace_shortmsg) tells of a call from its caller's side. */
export interface CallTrace {
  /** Final status of the INVITE, once it has shown its credential where it was asked; undefined while there is none. */
  status: number | undefined;
  /** From the first message to the last. */
  durationMs: number;
}

/** Answered with the same call once more, now signed (RFC 3261, 22.2 and 22.3). */
const CHALLENGES = [401, 407];

/**
 * Reads the log of one outgoing call. Its lines hold, separated by tabs: date, time, seconds since 1970 (UTC, with a
 * fraction), S or R, Call-ID, CSeq, first line.
 */
export function readCallTrace(log: string): CallTrace {
  let status: number | undefined;
  const times: number[] = [];
  for (const line of log.split('\n')) {
    const [, , epoch, direction, , cseq, firstLine] = line.split('\t');
    if (firstLine === undefined) continue;
    times.push(Number(epoch));
    const answer = /^SIP\/2\.0 (\d{3})/.exec(firstLine);
    if (direction === 'R' && answer && /INVITE/.test(cseq ?? '') && Number(answer[1]) >= 200) {
      if (status === undefined || CHALLENGES.includes(status)) status = Number(answer[1]);
    }
  }
  const durationMs = times.length > 0 ? Math.round((times.at(-1)! - times[0]!) * 1000) : 0;
  return { status, durationMs };
}
