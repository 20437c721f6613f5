import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import type { Page, PageRequest } from '../../platform/http/page';
import { Sound } from './sound.entity';
import { SoundTake } from './sound-take.entity';

/** The only place that writes sounds and takes. */
@Injectable()
export class SoundsRepository {
  constructor(private readonly database: TenantDatabase) {}

  page(request: PageRequest): Promise<Page<Sound>> {
    return this.database.table(Sound).page(request);
  }

  all(): Promise<Sound[]> {
    return this.database.table(Sound).find();
  }

  find(id: string): Promise<Sound | null> {
    return this.database.table(Sound).findOne({ id });
  }

  findByName(name: string): Promise<Sound | null> {
    return this.database.table(Sound).findOne({ name });
  }

  /** Holds its lock until the transaction ends. */
  lock(id: string): Promise<Sound | null> {
    return this.database.table(Sound).lockOne({ id });
  }

  count(): Promise<number> {
    return this.database.table(Sound).count();
  }

  insert(sound: Omit<Sound, 'tenantId'>): Promise<void> {
    return this.database.table(Sound).insert(sound);
  }

  /** @returns false when the row is no longer at that version. */
  async save(id: string, version: number, patch: Partial<Pick<Sound, 'name' | 'description'>>): Promise<boolean> {
    return (await this.database.table(Sound).update({ id, version }, { ...patch, version: version + 1 })) === 1;
  }

  async remove(id: string, version: number): Promise<boolean> {
    await this.database.table(SoundTake).remove({ soundId: id });
    return (await this.database.table(Sound).remove({ id, version })) === 1;
  }

  async removeAll(): Promise<void> {
    await this.database.table(SoundTake).remove({});
    await this.database.table(Sound).remove({});
  }

  takesOf(soundIds: string[]): Promise<SoundTake[]> {
    return soundIds.length === 0 ? Promise.resolve([]) : this.database.table(SoundTake).find({ soundId: In(soundIds) }, { language: 'ASC' });
  }

  allTakes(): Promise<SoundTake[]> {
    return this.database.table(SoundTake).find();
  }

  findTake(soundId: string, language: string): Promise<SoundTake | null> {
    return this.database.table(SoundTake).findOne({ soundId, language: language as SoundTake['language'] });
  }

  /** All takes together, but for one that is to be replaced. */
  async bytesBeside(takeId: string): Promise<number> {
    const sum = this.database.table(SoundTake).query('t').select('COALESCE(SUM(t.bytes), 0)', 'bytes').andWhere('t.id <> :takeId', { takeId });
    return Number((await sum.getRawOne<{ bytes: string }>())?.bytes ?? 0);
  }

  insertTake(take: Omit<SoundTake, 'tenantId'>): Promise<void> {
    return this.database.table(SoundTake).insert(take);
  }

  async replaceTake({ id, ...take }: Omit<SoundTake, 'tenantId'>): Promise<void> {
    await this.database.table(SoundTake).update({ id }, take);
  }

  async removeTake(id: string): Promise<void> {
    await this.database.table(SoundTake).remove({ id });
  }
}
