import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Config } from '../../platform/config/config';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../../platform/speech/speech-provider';
import { TenantsReader } from '../tenants/tenants.reader';
import { chooseTake } from './domain/choose-take';
import { soundsIn } from './shipped-sounds.reader';
import { Sound } from './sound.entity';
import { SoundStore } from './sound-store';
import { SoundTake } from './sound-take.entity';

/** A name that can be played, and in which languages. */
export interface PlayableSound {
  name: string;
  origin: 'own' | 'shipped';
  languages: string[];
}

/** The narrow questions that other features may ask, for the tenant that is set. */
@Injectable()
export class SoundsReader {
  constructor(
    private readonly database: TenantDatabase,
    private readonly store: SoundStore,
    private readonly tenants: TenantsReader,
    private readonly config: Config,
  ) {}

  /**
   * What the switch plays for a sound: the tenant's own in the caller's language, else in the tenant's, else in any; then
   * the one that the platform ships, in the same order, whose path is relative to the switch's folder of sounds.
   * @returns null where there is none; where nobody knows which are shipped (no SOUNDS_DIR), it is taken that it is
   */
  async pathOf(name: string, language: SpokenLanguage): Promise<string | null> {
    const takes = await this.takesOf(name);
    const exact = takes.find((take) => take.language === language);
    if (exact) return this.store.pathOf(exact);
    const languages = [language, (await this.tenants.current()).locale];
    const take = chooseTake(takes, languages);
    return take ? this.store.pathOf(take) : this.shippedPath(name, languages);
  }

  /** All that can be played, own ones and shipped ones. */
  async names(): Promise<ReadonlySet<string>> {
    return new Set((await this.playable()).map(({ name }) => name));
  }

  /** By name; a shipped one that an own one hides is left out. */
  async playable(): Promise<PlayableSound[]> {
    const own = await this.own();
    const shipped = await this.shipped();
    const hidden = [...shipped.keys()].filter((name) => !own.has(name));
    const sounds = [
      ...[...own].map(([name, languages]) => ({ name, origin: 'own' as const, languages })),
      ...hidden.map((name) => ({ name, origin: 'shipped' as const, languages: shipped.get(name) ?? [] })),
    ];
    return sounds.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The tenant's own alone, those that can be played. */
  async ownNames(): Promise<string[]> {
    return [...(await this.own()).keys()];
  }

  /**
   * Whether the name can be played; an own sound is held until the transaction ends, so that nobody removes it meanwhile.
   * Where nobody knows what is shipped every name is taken for good.
   */
  async holdKnown(name: string): Promise<boolean> {
    const [sound] = await this.database.table(Sound).lock({ name });
    if (sound && (await this.takesOf(name)).length > 0) return true;
    return this.config.SOUNDS_DIR === undefined || (await this.shipped()).has(name);
  }

  private async takesOf(name: string): Promise<SoundTake[]> {
    const sound = await this.database.table(Sound).findOne({ name });
    return sound ? this.database.table(SoundTake).find({ soundId: sound.id }, { language: 'ASC' }) : [];
  }

  /** Languages by name; without a take there is nothing to play. */
  private async own(): Promise<Map<string, string[]>> {
    const takes = await this.database.table(SoundTake).find({}, { language: 'ASC' });
    const ids = [...new Set(takes.map(({ soundId }) => soundId))];
    const sounds = ids.length === 0 ? [] : await this.database.table(Sound).find({ id: In(ids) });
    return new Map(sounds.map(({ id, name }) => [name, takes.filter(({ soundId }) => soundId === id).map(({ language }) => language)]));
  }

  private async shipped(): Promise<Map<string, string[]>> {
    const { SOUNDS_DIR } = this.config;
    const byLanguage = SOUNDS_DIR === undefined ? new Map<string, ReadonlySet<string>>() : await soundsIn(SOUNDS_DIR);
    const names = new Set([...byLanguage.values()].flatMap((each) => [...each]));
    return new Map([...names].map((name) => [name, [...byLanguage].filter(([, each]) => each.has(name)).map(([language]) => language)]));
  }

  private async shippedPath(name: string, languages: readonly string[]): Promise<string | null> {
    if (this.config.SOUNDS_DIR === undefined) return `${languages[0]}/${name}.wav`;
    const there = (await this.shipped()).get(name) ?? [];
    const language = [...languages, ...SPOKEN_LANGUAGES].find((each) => there.includes(each));
    return language === undefined ? null : `${language}/${name}.wav`;
  }
}
