import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { AppError } from '../errors/app-error';
import { Log } from '../logging/log';
import { tenantContext } from '../tenancy/tenant-context';
import { touch, trim } from './speech-cache';
import { speechCacheKey, spokenText } from './speech-cache-key';
import { LONGEST_SPOKEN_TEXT, SpeechProvider, type SpokenLanguage } from './speech-provider';

const SPEECH_FOLDER = 'speech';

/** Texts that callers hear, said once and kept, each tenant's by itself. */
@Injectable()
export class Speech implements OnApplicationShutdown {
  private readonly making = new Map<string, Promise<void>>();
  private readonly trimming = new Map<string, Promise<void>>();
  private ending = false;

  constructor(
    private readonly provider: SpeechProvider,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** By which voice a language is said. */
  voiceOf(language: SpokenLanguage): string {
    return `${this.provider.name} ${this.provider.voiceOf(language)}`;
  }

  /**
   * Where the switch finds the text spoken, for the tenant that is set. Asked for often at once it is made once; two
   * processes that make it write the same bytes, and each puts them in place whole.
   * @throws AppError invalid_request for a text that is empty or longer than 1,000 characters; unavailable where nothing speaks,
   * or where the process is ending
   */
  async fileOf(language: SpokenLanguage, text: string): Promise<string> {
    const said = checked(text);
    const folder = join(this.tenantFolder(), SPEECH_FOLDER);
    const key = { provider: this.provider.name, voice: this.provider.voiceOf(language), language, text: said };
    const file = join(folder, `${speechCacheKey(key)}.wav`);
    if (await touch(file, this.clock.now())) return file;
    if (this.ending) throw new AppError('unavailable', 'Nothing more is spoken: this process is ending.');
    await this.once(file, async () => {
      await this.provider.speak(said, language, file);
      this.trimSoon(folder);
    });
    return file;
  }

  /** Removes all that was ever said for the tenant that is set. */
  async forget(): Promise<void> {
    await rm(join(this.tenantFolder(), SPEECH_FOLDER), { recursive: true, force: true });
  }

  /** What is being spoken is written to its end: nothing is left in a folder that the process has let go of. */
  async onApplicationShutdown(): Promise<void> {
    this.ending = true;
    await Promise.allSettled(this.making.values());
    await Promise.allSettled(this.trimming.values());
  }

  private async once(file: string, make: () => Promise<void>): Promise<void> {
    const begun = this.making.get(file) ?? make().finally(() => this.making.delete(file));
    this.making.set(file, begun);
    await begun;
  }

  /** Nobody waits for it: a caller may be listening. */
  private trimSoon(folder: string): void {
    if (this.trimming.has(folder)) return;
    const work = trim(folder, this.clock.now())
      .catch((error: unknown) => this.log.warn({ err: error }, 'spoken texts could not be tidied, will try again'))
      .finally(() => this.trimming.delete(folder));
    this.trimming.set(folder, work);
  }

  private tenantFolder(): string {
    const { TENANT_SOUNDS_DIR } = this.config;
    if (!TENANT_SOUNDS_DIR) throw new AppError('unavailable', "No place is configured where tenants' sounds are kept.");
    return join(TENANT_SOUNDS_DIR, tenantContext.tenantId());
  }
}

function checked(text: string): string {
  const said = spokenText(text);
  if (said === '') throw AppError.invalid('/text', 'must hold words to be spoken');
  if ([...said].length > LONGEST_SPOKEN_TEXT) throw AppError.invalid('/text', `must be at most ${LONGEST_SPOKEN_TEXT} characters long`);
  return said;
}
