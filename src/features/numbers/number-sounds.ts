import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SoundUse, type SoundUser, SoundUses } from '../sounds/domain/sound-uses';
import { NumbersRepository } from './numbers.repository';

/** Which numbers play a sound. */
@Injectable()
export class NumberSounds implements SoundUser, OnModuleInit {
  constructor(
    private readonly uses: SoundUses,
    private readonly numbers: NumbersRepository,
  ) {}

  onModuleInit(): void {
    this.uses.add(this);
  }

  async usesOf(sound: string): Promise<SoundUse[]> {
    const numbers = await this.numbers.playing(sound);
    return numbers.map(({ id, number }) => ({ kind: 'number', id, name: number }));
  }
}
