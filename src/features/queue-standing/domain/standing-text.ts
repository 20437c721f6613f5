import type { Locale } from '../../tenants/domain/tenant-spec';

/** How a caller stands in a queue. */
export interface Standing {
  /** 1 for whoever is next. Null where it is not told. */
  place: number | null;
  /** Seconds. Null where it is not told. */
  wait: number | null;
}

/** Beyond it a number is no news any more, and likely wrong. */
const LONGEST_MINUTES = 30;

/** What he is told, in as few different sentences as will do: each one is spoken once and kept. Null for nothing. */
export function standingText(language: Locale, { place, wait }: Standing): string | null {
  const words = WORDS[language];
  const said = [place === null ? null : place === 1 ? words.next : words.place(place), wait === null ? null : waitText(language, wait)];
  const sentences = said.filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(words.between);
}

/** Rounded up: to wait a little less than was said annoys nobody. */
function waitText(language: Locale, wait: number): string {
  const words = WORDS[language];
  const minutes = Math.ceil(wait / 60);
  if (minutes > LONGEST_MINUTES) return words.long;
  return minutes <= 1 ? words.short : words.minutes(minutes);
}

const WORDS: Record<Locale, { next: string; place: (n: number) => string; short: string; minutes: (n: number) => string; long: string; between: string }> = {
  en: {
    next: 'You are next in line.',
    place: (place) => `You are number ${place} in line.`,
    short: 'Your wait is likely to be less than a minute.',
    minutes: (minutes) => `Your wait is likely to be about ${minutes} minutes.`,
    long: `Your wait is likely to be more than ${LONGEST_MINUTES} minutes.`,
    between: ' ',
  },
  'zh-CN': {
    next: '您是下一位。',
    place: (place) => `您目前排在第${place}位。`,
    short: '预计等待不到1分钟。',
    minutes: (minutes) => `预计等待约${minutes}分钟。`,
    long: `预计等待超过${LONGEST_MINUTES}分钟。`,
    between: '',
  },
};
