import type { FieldSeal } from '../../platform/encryption/field-seal';
import type { Voicemail } from './voicemail.entity';

export function sealNumber(seal: FieldSeal, id: string, number: string): Buffer {
  return seal.seal(placeOf(id), number);
}

/** Empty where it was withheld, null once it is forgotten, or its key destroyed. */
export function openNumber(seal: FieldSeal, { id, sealed }: Pick<Voicemail, 'id' | 'sealed'>): string | null {
  return seal.open(placeOf(id), sealed);
}

function placeOf(id: string): string {
  return `voicemails.sealed ${id}`;
}
