import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../scripts/services/repository-root';
import { openModeslParser } from '../src/telephony/esl/modesl-parser';
import { openFrame, isEventFrame } from '../src/telephony/esl/esl-event';
import { FrameParser } from '../src/telephony/esl/frame-parser';

/** What the call reducer asks of an event, read from every event on both sides. */
const FIELDS = [
  'Event-Name',
  'Event-Subclass',
  'Core-UUID',
  'Event-Sequence',
  'Event-Date-Timestamp',
  'Unique-ID',
  'Call-Direction',
  'Caller-Caller-ID-Number',
  'Caller-Destination-Number',
  'Other-Leg-Unique-ID',
  'Hangup-Cause',
  'CC-Action',
  'CC-Queue',
  'CC-Agent',
  'CC-Member-Session-UUID',
  'variable_cc_member_session_uuid',
  'variable_domain_name',
  'variable_sip_hangup_disposition',
] as const;

/** The size in which Node hands over what a socket has read. */
const SOCKET_READ_BYTES = 64 * 1024;
/** modesl throws, uncaught, on this one. */
const DEADLY_TO_MODESL = 'hostile-display-name.plain.esl';
const ROUNDS = 9;

interface Decoded {
  events: number;
  /** The fields' total length: equal on both sides, or they have not read the same. */
  characters: number;
}

export interface EslDecodeFigure {
  figure: 'esl-decode-vs-modesl';
  value: number;
  unit: 'ratio';
  goal: 8;
  detail: object;
}

/**
 * Plain events per CPU second, ours divided by bare modesl's, the same fields read out of every event.
 *
 * Both decode the recorded streams in this process, in turn, in chunks as a socket delivers them; the figure is the
 * median of the rounds' ratios, after one round to warm up. Throws where the two sides disagree about what was read.
 */
export async function eslDecodeVsModesl(
  folder = join(repositoryRoot(__dirname), 'test/fixtures/transcripts'),
): Promise<EslDecodeFigure> {
  const chunks = readChunks(folder);
  const ratios: number[] = [];
  let ours = { perSecond: 0, decoded: { events: 0, characters: 0 } };
  let theirs = ours;
  for (let round = 0; round <= ROUNDS; round += 1) {
    theirs = perCpuSecond(() => decodeWithModesl(chunks), 1);
    ours = perCpuSecond(() => decodeWithOurs(chunks), 10);
    if (ours.decoded.events !== theirs.decoded.events || ours.decoded.characters !== theirs.decoded.characters) {
      throw new Error(`the two sides read differently: ${JSON.stringify([ours.decoded, theirs.decoded])}`);
    }
    if (round > 0) ratios.push(ours.perSecond / theirs.perSecond);
    await new Promise((resume) => setImmediate(resume));
  }
  ratios.sort((a, b) => a - b);
  return {
    figure: 'esl-decode-vs-modesl',
    value: round1(ratios[Math.floor(ratios.length / 2)] ?? 0),
    unit: 'ratio',
    goal: 8,
    detail: {
      events: ours.decoded.events,
      fields: FIELDS.length,
      rounds: ROUNDS,
      lowest: round1(ratios[0] ?? 0),
      highest: round1(ratios[ratios.length - 1] ?? 0),
      oursPerCpuSecond: Math.round(ours.perSecond),
      modeslPerCpuSecond: Math.round(theirs.perSecond),
    },
  };
}

function decodeWithOurs(chunks: readonly Buffer[]): Decoded {
  const decoded: Decoded = { events: 0, characters: 0 };
  const parser = new FrameParser(
    (frame) => {
      if (!isEventFrame(frame)) return;
      const event = openFrame(frame);
      decoded.events += 1;
      for (const field of FIELDS) decoded.characters += event.get(field)?.length ?? 0;
    },
    (fault) => {
      throw new Error(`the recording has a fault: ${fault.kind}`);
    },
  );
  for (const chunk of chunks) parser.push(chunk);
  return decoded;
}

function decodeWithModesl(chunks: readonly Buffer[]): Decoded {
  const decoded: Decoded = { events: 0, characters: 0 };
  const socket = new EventEmitter();
  openModeslParser(socket, (event) => {
    if (event.getHeader('Event-Name') === null) return;
    decoded.events += 1;
    for (const field of FIELDS) decoded.characters += event.getHeader(field)?.length ?? 0;
  });
  for (const chunk of chunks) socket.emit('data', chunk);
  return decoded;
}

function perCpuSecond(decode: () => Decoded, times: number): { perSecond: number; decoded: Decoded } {
  const before = process.cpuUsage();
  let decoded = decode();
  for (let turn = 1; turn < times; turn += 1) decoded = decode();
  const spent = process.cpuUsage(before);
  return { perSecond: (decoded.events * times * 1e6) / (spent.user + spent.system), decoded };
}

function readChunks(folder: string): Buffer[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.plain.esl') && name !== DEADLY_TO_MODESL);
  if (names.length === 0) throw new Error(`no recorded streams in ${folder}`);
  const bytes = Buffer.concat(names.sort().map((name) => readFileSync(join(folder, name))));
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += SOCKET_READ_BYTES) {
    chunks.push(bytes.subarray(at, at + SOCKET_READ_BYTES));
  }
  return chunks;
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
