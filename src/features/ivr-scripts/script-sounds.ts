import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SoundUse, type SoundUser, SoundUses } from '../sounds/domain/sound-uses';
import type { Script } from './domain/script';
import { kindOf } from './domain/steps/registry';
import { IvrScriptsRepository } from './ivr-scripts.repository';

/** Which published scripts play a sound. A draft holds none: what it lacks is told before it is published. */
@Injectable()
export class ScriptSounds implements SoundUser, OnModuleInit {
  constructor(
    private readonly uses: SoundUses,
    private readonly scripts: IvrScriptsRepository,
  ) {}

  onModuleInit(): void {
    this.uses.add(this);
  }

  async usesOf(sound: string): Promise<SoundUse[]> {
    const live = await this.scripts.liveScripts();
    const playing = (await this.scripts.all()).filter(({ name }) => soundsOf(live.get(name)).includes(sound));
    return playing.map(({ id, name }) => ({ kind: 'ivr_script', id, name }));
  }
}

function soundsOf(script: Script | undefined): string[] {
  const prompts = [...(script?.steps.values() ?? [])].flatMap((step) => kindOf(step).mentions(step).prompts ?? []);
  return prompts.flatMap((prompt) => ('sound' in prompt ? [prompt.sound] : []));
}
