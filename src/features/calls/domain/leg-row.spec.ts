import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FieldSeal } from '../../../platform/encryption/field-seal';
import { type CdrLeg, readCdr } from '../../../telephony/cdr/cdr-leg';
import type { CallLeg } from '../call-leg.entity';
import { LEG_COLUMNS, legOfRow, legValues } from './leg-row';

const seal = new FieldSeal('ten_pharma', [{ version: 1, secret: randomBytes(32) }]);
const CDRS = join(__dirname, '../../../../test/fixtures/transcripts/answered-caller-hangs-up.cdr.jsonl');

function recorded(): CdrLeg[] {
  return readFileSync(CDRS, 'utf8').trim().split('\n').map((cdr) => {
    const reading = readCdr(cdr);
    if (!reading.ok) throw new Error(reading.reason);
    return reading.leg;
  });
}

/** The row as the database gives it back. */
function rowOf(values: unknown[]): CallLeg {
  const names = LEG_COLUMNS.split(', ').map((name) => name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()));
  const row = Object.fromEntries(names.map((name, index) => [name, values[index]]));
  return { ...row, facts: JSON.parse(row['facts'] as string) } as CallLeg;
}

it.each(recorded())('reads leg $uuid back as it was written, now knowing its tenant', (leg) => {
  const row = rowOf(legValues('ten_pharma', leg, new Date(), seal));
  expect(legOfRow(row, seal)).toEqual({ ...leg, tenantId: 'ten_pharma' });
  expect(legOfRow(row, new FieldSeal('ten_pharma', []))).toEqual({ ...leg, tenantId: 'ten_pharma', from: null, to: null });
  expect(JSON.stringify({ ...row, numbersSealed: row.numbersSealed?.toString('latin1') })).not.toContain(leg.from);
});
