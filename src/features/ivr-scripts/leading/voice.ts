import { Injectable } from '@nestjs/common';
import { Log } from '../../../platform/logging/log';
import { Speech } from '../../../platform/speech/speech';
import { SoundsReader } from '../../sounds/sounds.reader';
import type { Announcement, Spoken } from '../domain/command';

/** Finds what the switch plays for what a script says. */
@Injectable()
export class Voice {
  constructor(
    private readonly sounds: SoundsReader,
    private readonly speech: Speech,
    private readonly log: Log,
  ) {}

  /** Files in their order. What cannot be had is left out: a caller who misses a sentence is better off than one cut off. */
  async filesOf({ spoken, language }: Announcement): Promise<string[]> {
    const files = await Promise.all(spoken.map((each) => this.fileOf(each, language)));
    return files.filter((file): file is string => file !== null);
  }

  private async fileOf(spoken: Spoken, language: Announcement['language']): Promise<string | null> {
    try {
      return 'sound' in spoken ? await this.sounds.pathOf(spoken.sound, language) : await this.speech.fileOf(spoken.language, spoken.text);
    } catch (error) {
      this.log.warn({ err: error }, 'a caller does not hear what his script says');
      return null;
    }
  }
}
