import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { SpokenLanguage } from '../../platform/speech/speech-provider';
import { Configuration } from '../../platform/tenancy/configuration';
import { TenantsReader } from '../tenants/tenants.reader';
import { MOST_BYTES } from './domain/limits';
import { refuseWhileUsed } from './domain/refuse-while-used';
import { SoundUses } from './domain/sound-uses';
import type { Sound } from './sound.entity';
import { SoundStore } from './sound-store';
import type { SoundTake } from './sound-take.entity';
import { SoundsRepository } from './sounds.repository';
import type { WholeSound } from './sounds.service';

type NewTake = Pick<SoundTake, 'language' | 'source' | 'text' | 'voice' | 'fileName' | 'durationMs'>;

/** Puts takes in place: first the file, then the row, then the switch's new answers. */
@Injectable()
export class SoundTakesKeeper {
  constructor(
    private readonly sounds: SoundsRepository,
    private readonly store: SoundStore,
    private readonly uses: SoundUses,
    private readonly tenants: TenantsReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /** Before anything is converted for nothing. */
  async refuseStale(soundId: string, version: number): Promise<void> {
    const sound = await this.sounds.find(soundId);
    if (!sound) throw AppError.notFound();
    if (sound.version !== version) throw AppError.stale();
  }

  /**
   * Killed at any point it has lost nothing: a file without its row is swept, and the one before stays until then. The
   * sound's lock is held until the file is there, so that no two write the same one.
   */
  keep(soundId: string, version: number, take: NewTake, wav: Buffer): Promise<WholeSound> {
    return this.configuration.change(async () => {
      await this.tenants.lockCurrent();
      await this.lockAt(soundId, version);
      const before = await this.sounds.findTake(soundId, take.language);
      const now = this.clock.now();
      const id = before?.id ?? newId('soundTake');
      const row = { ...take, id, soundId, createdAt: before?.createdAt ?? now, changedAt: now, bytes: wav.length, revision: (before?.revision ?? 0) + 1 };
      await this.refuseExcess(row);
      await this.store.write(row, wav);
      if (before) await this.sounds.replaceTake(row);
      else await this.sounds.insertTake(row);
      return this.touched(soundId, version);
    });
  }

  /** What plays the sound would fall silent with its last take. */
  remove(soundId: string, language: SpokenLanguage, version: number): Promise<WholeSound> {
    return this.configuration.change(async () => {
      const { name } = await this.lockAt(soundId, version);
      const takes = await this.sounds.takesOf([soundId]);
      const take = takes.find((each) => each.language === language);
      if (!take) throw AppError.notFound();
      if (takes.length === 1) refuseWhileUsed(await this.uses.of(name));
      await this.sounds.removeTake(take.id);
      return this.touched(soundId, version);
    });
  }

  private async lockAt(soundId: string, version: number): Promise<Sound> {
    const sound = await this.sounds.lock(soundId);
    if (!sound) throw AppError.notFound();
    if (sound.version !== version) throw AppError.stale();
    return sound;
  }

  private async refuseExcess({ id, bytes }: { id: string; bytes: number }): Promise<void> {
    if ((await this.sounds.bytesBeside(id)) + bytes <= MOST_BYTES) return;
    throw new AppError('quota_exceeded', `All sounds together may have ${MOST_BYTES / 1_000_000} MB.`);
  }

  private async touched(soundId: string, version: number): Promise<WholeSound> {
    if (!(await this.sounds.save(soundId, version, {}))) throw AppError.stale();
    const sound = await this.sounds.find(soundId);
    if (!sound) throw AppError.notFound();
    return { ...sound, takes: await this.sounds.takesOf([soundId]) };
  }
}
