/** The languages that callers are spoken to in. */
export const SPOKEN_LANGUAGES = ['zh-CN', 'en'] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

/** Characters, not bytes. */
export const LONGEST_SPOKEN_TEXT = 1000;

/** A machine that says texts. */
export abstract class SpeechProvider {
  /** Names the machine, for the cache. */
  abstract readonly name: string;

  /** By which voice it says a language; part of the cache's key, too. */
  abstract voiceOf(language: SpokenLanguage): string;

  /**
   * Writes what is said into a file as telephones play it (8 kHz, mono, 16-bit PCM), whole or not at all.
   * @throws AppError unavailable where it cannot speak now
   */
  abstract speak(text: string, language: SpokenLanguage, file: string): Promise<void>;
}
