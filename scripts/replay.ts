import { createReadStream, readFileSync } from 'node:fs';
import { describeCall, type CallRecord } from '../src/telephony/calls/call-record';
import type { Call } from '../src/telephony/calls/call';
import { CallBook } from '../src/telephony/calls/call-book';
import { toCallEvent, type CallEvent } from '../src/telephony/calls/call-events';
import { callsFromCdrs, groupCdrs, joinCdrs } from '../src/telephony/calls/cdr-join';
import { SequenceWindow } from '../src/telephony/calls/sequence-window';
import { readCdr, type CdrLeg } from '../src/telephony/cdr/cdr-leg';
import { isEventFrame, openFrame } from '../src/telephony/esl/esl-event';
import { FrameParser, type FrameFault } from '../src/telephony/esl/frame-parser';

const USAGE = 'usage: replay STREAM.esl [--cdr FILE.jsonl]';
/** How far the switch's delivery may be out of order, in events. */
const WINDOW = 64;

interface Replay {
  calls: Call[];
  /** Frames of any kind that were understood. */
  frames: number;
}

type Warn = (message: string) => void;

class ReplayError extends Error {}

/**
 * Decodes a recorded event-socket stream and writes one JSON line per call, in the order in which the calls began.
 * Resolves with the exit code: 0, 1 where a file cannot be read or is no recording, 2 for wrong arguments.
 */
export async function replay(args: readonly string[], write: (line: string) => void, warn: Warn): Promise<number> {
  try {
    const { stream, cdr } = readArguments(args);
    const cdrs = cdr === null ? [] : readCdrs(cdr, warn);
    const { calls, frames } = await readStream(stream, warn);
    if (frames === 0) throw new ReplayError(`${stream}: not an event-socket recording, no frame in it can be read`);
    const told = new Set(cdrs.map((each) => each.uuid));
    const unfinished = calls.filter((call) => !call.over && !told.has(call.id));
    if (unfinished.length > 0) {
      warn(`${stream}: ends before ${unfinished.length} of its calls do; told as far as it goes`);
    }
    for (const record of records(calls, cdrs, warn)) write(JSON.stringify(line(record)));
    return 0;
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    return error instanceof ReplayError && error.message === USAGE ? 2 : 1;
  }
}

function readArguments(args: readonly string[]): { stream: string; cdr: string | null } {
  const rest = args.flatMap((arg) => (arg.startsWith('--cdr=') ? ['--cdr', arg.slice(6)] : [arg]));
  const at = rest.indexOf('--cdr');
  const cdr = at < 0 ? null : rest.splice(at, 2)[1];
  const [stream, more] = rest;
  if (cdr === undefined || stream === undefined || more !== undefined || stream.startsWith('--')) {
    throw new ReplayError(USAGE);
  }
  return { stream, cdr };
}

function readCdrs(file: string, warn: Warn): CdrLeg[] {
  const cdrs: CdrLeg[] = [];
  for (const [at, text] of readText(file).split('\n').entries()) {
    if (text.trim() === '') continue;
    const reading = readCdr(text);
    if (reading.ok) cdrs.push(reading.leg);
    else warn(`${file} line ${at + 1}: CDR left out: ${reading.reason}`);
  }
  return cdrs;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ReplayError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
}

async function readStream(file: string, warn: Warn): Promise<Replay> {
  const book = new CallBook();
  const window = new SequenceWindow<CallEvent>(WINDOW);
  const calls: Call[] = [];
  const take = (events: readonly CallEvent[]): void => {
    for (const event of events) calls.push(...book.accept(event).filter((call) => call.over));
  };
  let frames = 0;
  let faults = 0;
  const parser = new FrameParser(
    (frame) => {
      frames += 1;
      const event = isEventFrame(frame) ? toCallEvent(openFrame(frame)) : null;
      if (event !== null) take(window.push(event));
    },
    (fault) => {
      faults += 1;
      if (faults <= 5) warn(`${file}: ${faultText(fault)}; reading on at the next frame`);
    },
  );
  try {
    for await (const chunk of createReadStream(file)) parser.push(chunk as Buffer);
  } catch (error) {
    throw new ReplayError(`${file}: cannot be read: ${reasonOf(error)}`);
  }
  if (faults > 5) warn(`${file}: ${faults - 5} more such places`);
  if (parser.pendingBytes > 0 || parser.isSkipping) warn(`${file}: ends in the middle of a frame`);
  take(window.drain());
  calls.push(...book.endAllLingering(), ...book.open);
  return { calls, frames };
}

function records(calls: readonly Call[], cdrs: readonly CdrLeg[], warn: Warn): CallRecord[] {
  const heard = new Set(calls.flatMap((call) => [call.id, ...call.legs.map((leg) => leg.uuid)]));
  const added = callsFromCdrs(cdrs, heard);
  if (added.length > 0) warn(`calls told by their CDRs alone, the stream has no event of them: ${added.length}`);
  const groups = groupCdrs(cdrs);
  return [...calls.map((call) => joinCdrs(call, groups)), ...added]
    .sort((a, b) => a.startedAt - b.startedAt || a.firstSequence - b.firstSequence)
    .map(describeCall);
}

function line(record: CallRecord): object {
  return {
    from: record.from,
    number: record.number,
    domain: record.domain,
    queue: withoutDomain(record.queue),
    outcome: record.outcome,
    agent: withoutDomain(record.agent),
    waitSeconds: record.waitSeconds,
    talkSeconds: record.talkSeconds,
    endedBy: record.endedBy,
    offers: record.offers.map((offer) => ({ agent: withoutDomain(offer.agent), result: offer.result })),
  };
}

function withoutDomain(name: string | null): string | null {
  const at = name?.indexOf('@') ?? -1;
  return name === null || at < 0 ? name : name.slice(0, at);
}

function faultText(fault: FrameFault): string {
  switch (fault.kind) {
    case 'bad-length':
      return `a frame announces a length of ${JSON.stringify(fault.value)}`;
    case 'body-too-long':
      return `a frame announces ${fault.bytes} bytes, more than can be`;
    case 'header-too-long':
      return `a header block of more than ${fault.bytes} bytes`;
    case 'not-a-frame':
      return `${fault.bytes} bytes that are no frame`;
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'it is a directory';
  if (code === 'EACCES') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}

if (require.main === module) {
  // Whoever reads our output may stop early (head): not an error of ours.
  process.stdout.on('error', () => process.exit(0));
  const write = (text: string): boolean => process.stdout.write(`${text}\n`);
  const warn = (message: string): boolean => process.stderr.write(`replay: ${message}\n`);
  void replay(process.argv.slice(2), write, warn).then((code) => (process.exitCode = code));
}
