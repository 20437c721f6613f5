import type { FieldSeal } from '../../../platform/encryption/field-seal';
import { openNumbers, type PartyNumbers, sealNumbers } from '../../../platform/encryption/sealed-numbers';
import type { Call } from '../call.entity';

/** The columns of a call that hold its numbers. */
type NumberColumns = Pick<Call, 'numbersSealed' | 'fromIndex' | 'toIndex'>;

/** A call as all but its table knows it. */
export type KnownCall = Omit<Call, keyof NumberColumns> & { fromNumber: string | null; toNumber: string | null };

/** With the name of the customer who called; null where there is none, or it is erased. And with what agents chose for it. */
export type NamedCall = KnownCall & { customerName: string | null; wrapUpCodes: string[] };

export function numberColumns(seal: FieldSeal, id: string, numbers: PartyNumbers): NumberColumns {
  const indexOf = (number: string | null) => (number === null ? null : seal.index(number));
  return {
    numbersSealed: sealNumbers(seal, placeOf(id), numbers),
    fromIndex: indexOf(numbers.from),
    toIndex: indexOf(numbers.to),
  };
}

export function knownCall({ numbersSealed, fromIndex: _f, toIndex: _t, ...call }: Call, seal: FieldSeal): KnownCall {
  const { from, to } = openNumbers(seal, placeOf(call.id), numbersSealed);
  return { ...call, fromNumber: from, toNumber: to };
}

function placeOf(id: string): string {
  return `calls.numbers ${id}`;
}
