import { describeCall, type CallRecord } from '../../../src/telephony/calls/call-record';
import { CallBook } from '../../../src/telephony/calls/call-book';
import { toCallEvent, type CallEvent } from '../../../src/telephony/calls/call-events';
import { SequenceWindow } from '../../../src/telephony/calls/sequence-window';
import { openFrame } from '../../../src/telephony/esl/esl-event';
import { FrameParser } from '../../../src/telephony/esl/frame-parser';

export function callEvents(bytes: Buffer, chunks: readonly Buffer[] = [bytes]): CallEvent[] {
  const events: CallEvent[] = [];
  const parser = new FrameParser(
    (frame) => {
      const event = toCallEvent(openFrame(frame));
      if (event !== null) events.push(event);
    },
    () => undefined,
  );
  for (const chunk of chunks) parser.push(chunk);
  return events;
}

/** The calls that a stream tells of, over or not, in the order in which they began. */
export function recordsOf(events: readonly CallEvent[], window = 64): CallRecord[] {
  const book = new CallBook();
  const order = new SequenceWindow<CallEvent>(window);
  const take = (ready: readonly CallEvent[]): CallRecord[] =>
    ready.flatMap((event) => book.accept(event)).filter((call) => call.over).map(describeCall);
  const over = events.flatMap((event) => take(order.push(event)));
  const rest = take(order.drain());
  return [...over, ...rest, ...book.endAllLingering().map(describeCall), ...book.open.map(describeCall)].sort(
    (a, b) => a.startedAt - b.startedAt,
  );
}
