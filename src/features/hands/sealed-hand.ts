import type { FieldSeal } from '../../platform/encryption/field-seal';
import type { Hand } from './hand.entity';

export function sealText(seal: FieldSeal, id: string, text: string | undefined): Buffer | null {
  return text === undefined || text === '' ? null : seal.seal(placeOf(id), text);
}

/** Null where nothing was written, it is forgotten, or its key destroyed. */
export function openText(seal: FieldSeal, { id, sealed }: Pick<Hand, 'id' | 'sealed'>): string | null {
  return seal.open(placeOf(id), sealed);
}

function placeOf(id: string): string {
  return `hands.sealed ${id}`;
}
