/** The take in the first of those languages that there is one in, else any: better another language than silence. */
export function chooseTake<T extends { language: string }>(takes: readonly T[], languages: readonly string[]): T | null {
  for (const language of languages) {
    const take = takes.find((each) => each.language === language);
    if (take) return take;
  }
  return takes[0] ?? null;
}
