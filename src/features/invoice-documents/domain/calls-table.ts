import { decimalOf } from '../../../platform/money/money';
import type { Say, Word } from './words';

/** A call behind an invoice, as it is read. */
export interface InvoicedCall {
  readonly startedAt: Date;
  readonly kind: string;
  readonly number: string | null;
  readonly seconds: number;
  readonly billedSeconds: number;
  readonly amountMicro: bigint;
  readonly callId: string | null;
}

/** A line's calls share these. */
export interface CallsOfLine {
  /** Counted from 1. */
  readonly position: number;
  readonly direction: string;
  readonly prefix: string;
}

const COLUMNS = ['position', 'direction', 'rate', 'started', 'called', 'seconds', 'billed_seconds', 'amount', 'call'] as const satisfies readonly Word[];
export type CallCells = readonly (string | number)[];

/** Of each column. */
export function callsHead(say: Say, currency: string): string[] {
  return COLUMNS.map((column) => (column === 'amount' ? `${say(column)} (${currency})` : say(column)));
}

/** The time in the invoice's zone and without it, `2026-10-03 09:00:00`, as spreadsheets read it; the amount to the micro-unit. */
export function callCells(call: InvoicedCall, line: CallsOfLine, zone: string, say: Say): CallCells {
  return [
    line.position,
    say(line.direction as Word),
    line.prefix,
    localTime(call.startedAt, zone),
    call.number ?? '',
    call.seconds,
    call.billedSeconds,
    decimalOf(call.amountMicro, 2),
    call.callId ?? '',
  ];
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function localTime(instant: Date, zone: string): string {
  let clock = clocks.get(zone);
  // sv-SE writes dates as ISO 8601 does
  if (!clock) clocks.set(zone, (clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })));
  return clock.format(instant);
}
