import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SoundUse, type SoundUser, SoundUses } from '../sounds/domain/sound-uses';
import { EmergenciesRepository } from './emergencies.repository';

/** Whether the emergency that is on plays a sound. */
@Injectable()
export class EmergencySounds implements SoundUser, OnModuleInit {
  constructor(
    private readonly uses: SoundUses,
    private readonly emergencies: EmergenciesRepository,
  ) {}

  onModuleInit(): void {
    this.uses.add(this);
  }

  async usesOf(sound: string): Promise<SoundUse[]> {
    const running = await this.emergencies.find();
    return running?.message === sound ? [{ kind: 'emergency', id: running.id, name: running.reason }] : [];
  }
}
