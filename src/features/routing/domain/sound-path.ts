import { LOCALES } from '../../tenants/domain/tenant-spec';

/** Files of a tenant's own sounds by language and name; each name stands under every language, if need be with another's file. */
export type SoundFiles = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Whose sounds, and in which language. */
export interface SoundOwner {
  locale: string;
  sounds: SoundFiles;
}

/** What the switch plays: the tenant's own file, else the platform's sound, relative to the switch's folder of sounds. */
export function soundPath({ locale, sounds }: SoundOwner, name: string): string {
  return sounds.get(locale)?.get(name) ?? `${locale}/${name}.wav`;
}

/** As it speaks to a caller of that language; in its own where that is none that it could speak. */
export function speaking<O extends SoundOwner>(owner: O, language: string | null | undefined): O {
  const spoken = LOCALES.find((each) => each === language);
  return spoken === undefined ? owner : { ...owner, locale: spoken };
}
