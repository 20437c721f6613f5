import type { FieldSeal } from '../../../platform/encryption/field-seal';
import { openNumbers, sealNumbers } from '../../../platform/encryption/sealed-numbers';
import type { CallFacts, OfferFacts, StayFacts } from './call-facts';

/** A call that is over, as the event tells of it: what waits in the outbox and in Redis names nobody in the clear. */
export interface WitnessedCall {
  node: string;
  uuid: string;
  facts: Omit<CallFacts, 'fromNumber' | 'toNumber'>;
  /** Sealed, in base64. */
  numbers: string | null;
  offers: OfferFacts[];
  /** Missing in what was kept before stays were. */
  stays?: StayFacts[];
}

type CallName = Pick<WitnessedCall, 'node' | 'uuid'>;

export function witnessedCall(seal: FieldSeal, call: CallName, witnessed: CallFacts, told: Pick<WitnessedCall, 'offers' | 'stays'>): WitnessedCall {
  const { fromNumber: from, toNumber: to, ...facts } = witnessed;
  const numbers = sealNumbers(seal, placeOf(call), { from, to })?.toString('base64') ?? null;
  return { ...call, facts, numbers, ...told };
}

export function witnessedFacts(seal: FieldSeal, { node, uuid, facts, numbers }: WitnessedCall): CallFacts {
  const sealed = numbers === null ? null : Buffer.from(numbers, 'base64');
  const { from, to } = openNumbers(seal, placeOf({ node, uuid }), sealed);
  return { ...facts, fromNumber: from, toNumber: to };
}

function placeOf({ node, uuid }: CallName): string {
  return `call.witnessed ${node}/${uuid}`;
}
