import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { AppError } from '../../platform/errors/app-error';
import type { Page, PageRequest } from '../../platform/http/page';
import { Configuration } from '../../platform/tenancy/configuration';
import { TenantsReader } from '../tenants/tenants.reader';
import { MOST_SOUNDS } from './domain/limits';
import { refuseWhileUsed } from './domain/refuse-while-used';
import { type SoundUse, SoundUses } from './domain/sound-uses';
import type { Sound } from './sound.entity';
import type { SoundTake } from './sound-take.entity';
import type { ChangeSoundDto, CreateSoundDto } from './sounds.dto';
import { SoundsRepository } from './sounds.repository';

export type WholeSound = Sound & { takes: SoundTake[] };

const TAKEN = new AppError('conflict', 'There is a sound of that name.');

@Injectable()
export class SoundsService {
  constructor(
    private readonly sounds: SoundsRepository,
    private readonly uses: SoundUses,
    private readonly tenants: TenantsReader,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async list(request: PageRequest): Promise<Page<WholeSound>> {
    const page = await this.sounds.page(request);
    const takes = await this.sounds.takesOf(page.data.map(({ id }) => id));
    return { ...page, data: page.data.map((sound) => ({ ...sound, takes: takes.filter(({ soundId }) => soundId === sound.id) })) };
  }

  async get(id: string): Promise<WholeSound> {
    const sound = await this.sounds.find(id);
    if (!sound) throw AppError.notFound();
    return { ...sound, takes: await this.sounds.takesOf([id]) };
  }

  /** What plays it, as far as its name goes. */
  async usesOf(id: string): Promise<{ uses: SoundUse[] }> {
    const { name } = await this.get(id);
    return { uses: await this.uses.of(name) };
  }

  create({ name, description = '' }: CreateSoundDto): Promise<WholeSound> {
    return this.configuration.change(async () => {
      await this.tenants.lockCurrent();
      if (await this.sounds.findByName(name)) throw TAKEN;
      if ((await this.sounds.count()) >= MOST_SOUNDS) throw new AppError('quota_exceeded', `There may be ${MOST_SOUNDS} sounds.`);
      const id = newId('sound');
      await this.sounds.insert({ id, name, description, version: 1, createdAt: this.clock.now() });
      return this.get(id);
    });
  }

  /** Whatever plays it knows it by its name: renamed it is another. */
  change(id: string, version: number, body: ChangeSoundDto): Promise<WholeSound> {
    return this.configuration.change(async () => {
      const sound = await this.sounds.lock(id);
      if (!sound) throw AppError.notFound();
      if (body.name !== undefined && body.name !== sound.name) {
        if (await this.sounds.findByName(body.name)) throw TAKEN;
        refuseWhileUsed(await this.uses.of(sound.name));
      }
      if (!(await this.sounds.save(id, version, { ...body }))) throw AppError.stale();
      return this.get(id);
    });
  }

  /** Its files go by the sweep: a call may be playing one. */
  async remove(id: string, version: number): Promise<void> {
    await this.configuration.change(async () => {
      const sound = await this.sounds.lock(id);
      if (!sound) throw AppError.notFound();
      refuseWhileUsed(await this.uses.of(sound.name));
      if (!(await this.sounds.remove(id, version))) throw AppError.stale();
    });
  }
}
