import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SoundUse, type SoundUser, SoundUses } from '../sounds/domain/sound-uses';
import { SegmentsRepository } from './segments.repository';

/** Which segments greet with a sound. */
@Injectable()
export class SegmentSounds implements SoundUser, OnModuleInit {
  constructor(
    private readonly uses: SoundUses,
    private readonly segments: SegmentsRepository,
  ) {}

  onModuleInit(): void {
    this.uses.add(this);
  }

  async usesOf(sound: string): Promise<SoundUse[]> {
    const segments = await this.segments.playing(sound);
    return segments.map(({ id, name }) => ({ kind: 'segment', id, name }));
  }
}
