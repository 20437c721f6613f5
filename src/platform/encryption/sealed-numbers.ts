import type { FieldSeal } from './field-seal';

/** Who called and who was called; null for what is not known any more, empty for what never was. */
export interface PartyNumbers {
  from: string | null;
  to: string | null;
}

/**
 * Both numbers of a row as one: whatever stands in a party's place is sealed, the tenant's own numbers and extensions too,
 * so that no rule about which is whose can err. @returns null where there is nothing to seal
 */
export function sealNumbers(seal: FieldSeal, place: string, { from, to }: PartyNumbers): Buffer | null {
  return from === null && to === null ? null : seal.seal(place, JSON.stringify([from, to]));
}

export function openNumbers(seal: FieldSeal, place: string, sealed: Buffer | null): PartyNumbers {
  const text = seal.open(place, sealed);
  const [from, to] = text === null ? [null, null] : (JSON.parse(text) as [string | null, string | null]);
  return { from, to };
}
