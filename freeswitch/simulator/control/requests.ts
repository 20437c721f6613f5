import { fromText } from '../core/byte-string';
import type { CalleeBehaviour } from '../sip/callee-behaviour';
import type { TrunkCallRequest } from './call-placer';
import type { CallerPlan } from './trunk-call';

/** A request that the control port cannot understand: names the field and the rule. */
export class BadRequest extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

export function parseFields(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  } catch {
    // falls through to the one message for everything that is not an object
  }
  throw new BadRequest('body: must be a JSON object');
}

/** A required text, as bytes. */
export function text(fields: Fields, name: string): string {
  const value = optionalText(fields, name);
  if (value === undefined || value === '') throw new BadRequest(`${name}: must be a non-empty string`);
  return value;
}

export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new BadRequest(`${name}: must be a string`);
  return fromText(value);
}

function milliseconds(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new BadRequest(`${name}: must be a whole number of milliseconds, 0 or more`);
  }
  return value;
}

const FIRST_REFUSAL = 400;
const LAST_REFUSAL = 699;

export function behaviourOf(fields: Fields): CalleeBehaviour {
  const { answer, reject, noAnswer } = fields;
  if (answer !== undefined && (typeof answer !== 'object' || answer === null)) {
    throw new BadRequest('answer: must be an object {"afterMs": number}');
  }
  const refusal = Number.isInteger(reject) ? Number(reject) : 0;
  if (reject !== undefined && (refusal < FIRST_REFUSAL || refusal > LAST_REFUSAL)) {
    throw new BadRequest('reject: must be a SIP status from 400 to 699');
  }
  if (noAnswer !== undefined && typeof noAnswer !== 'boolean') throw new BadRequest('noAnswer: must be a boolean');
  const hangupAfterMs = milliseconds(fields, 'hangupAfterMs');
  return {
    answer: answer === undefined ? undefined : { afterMs: milliseconds(answer as Fields, 'afterMs') ?? 0 },
    reject: reject as number | undefined,
    noAnswer,
    hangupAfterMs,
  };
}

export function planOf(fields: Fields): CallerPlan {
  const digits = fields['digits'] ?? [];
  if (!Array.isArray(digits)) throw new BadRequest('digits: must be an array of {"afterMs": number, "digits": string}');
  return {
    hangupAfterMs: milliseconds(fields, 'hangupAfterMs'),
    hangupAfterAnswerMs: milliseconds(fields, 'hangupAfterAnswerMs'),
    speaks: Boolean(fields['speaks']),
    digits: (digits as Fields[]).map((entry) => ({
      afterMs: milliseconds(entry, 'afterMs') ?? 0,
      digits: text(entry, 'digits'),
    })),
  };
}

/** `displayNameBase64` carries bytes that are no text. */
export function trunkCallOf(fields: Fields): TrunkCallRequest {
  const bytes = optionalText(fields, 'displayNameBase64');
  return {
    from: text(fields, 'from'),
    to: text(fields, 'to'),
    displayName: bytes === undefined
      ? optionalText(fields, 'displayName')
      : Buffer.from(bytes, 'base64').toString('latin1'),
    ...planOf(fields),
  };
}
