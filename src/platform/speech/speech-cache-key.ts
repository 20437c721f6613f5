import { createHash } from 'node:crypto';

/** What makes one spoken text another. */
export interface Spoken {
  provider: string;
  voice: string;
  language: string;
  text: string;
}

/** SHA-256 in hexadecimal, of a list: no two texts run into one another. */
export function speechCacheKey({ provider, voice, language, text }: Spoken): string {
  return createHash('sha256').update(JSON.stringify([provider, voice, language, text])).digest('hex');
}

/** How texts are compared and said: blanks at the ends, and how many between words, are not heard. */
export function spokenText(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
