import type { FieldSeal } from '../../platform/encryption/field-seal';
import type { Callback } from './callback.entity';

export function sealNumber(seal: FieldSeal, id: string, number: string): Buffer {
  return seal.seal(placeOf(id), number);
}

/** Null once it is forgotten, or its key destroyed. */
export function openNumber(seal: FieldSeal, { id, sealed }: Pick<Callback, 'id' | 'sealed'>): string | null {
  return seal.open(placeOf(id), sealed);
}

function placeOf(id: string): string {
  return `callbacks.sealed ${id}`;
}
