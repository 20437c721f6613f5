import type { FieldSeal } from '../../../platform/encryption/field-seal';

/** A short text under a name of the tenant's own. */
export interface Attribute {
  name: string;
  value: string;
}

/** What of a customer says who it is; sealed as one. */
export interface PersonalFacts {
  name: string;
  note: string | null;
  attributes: Attribute[];
  /** As `readCallerNumber` spells them. */
  numbers: string[];
}

/** The same as it is read: null is erased, its key is destroyed. */
export type ReadFacts = { [Field in keyof PersonalFacts]: PersonalFacts[Field] | null };

export const MOST_NUMBERS = 10;
export const MOST_ATTRIBUTES = 20;

const ERASED: ReadFacts = { name: null, note: null, attributes: null, numbers: null };

export function sealFacts(seal: FieldSeal, id: string, { name, note, attributes, numbers }: PersonalFacts): Buffer {
  return seal.seal(placeOf(id), JSON.stringify({ name, note, attributes, numbers }));
}

export function openFacts(seal: FieldSeal, id: string, sealed: Buffer): ReadFacts {
  const text = seal.open(placeOf(id), sealed);
  return text === null ? ERASED : (JSON.parse(text) as PersonalFacts);
}

function placeOf(id: string): string {
  return `customers.sealed ${id}`;
}
