import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SoundUse, type SoundUser, SoundUses } from '../sounds/domain/sound-uses';
import { soundsOf } from './domain/queue-settings';
import { QueuesRepository } from './queues.repository';

/** Which queues play a sound. */
@Injectable()
export class QueueSounds implements SoundUser, OnModuleInit {
  constructor(
    private readonly uses: SoundUses,
    private readonly queues: QueuesRepository,
  ) {}

  onModuleInit(): void {
    this.uses.add(this);
  }

  async usesOf(sound: string): Promise<SoundUse[]> {
    const queues = await this.queues.all();
    return queues.filter(({ settings }) => soundsOf(settings).includes(sound)).map(({ id, name }) => ({ kind: 'queue', id, name }));
  }
}
