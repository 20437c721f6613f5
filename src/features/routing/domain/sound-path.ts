/** Whose sounds: the tenant's own by name, and the language of the others. */
export interface SoundOwner {
  locale: string;
  sounds: ReadonlyMap<string, string>;
}

/** What the switch plays: the tenant's own file, else the platform's sound, relative to the switch's folder of sounds. */
export function soundPath({ locale, sounds }: SoundOwner, name: string): string {
  return sounds.get(name) ?? `${locale}/${name}.wav`;
}
