import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { differenceOf } from './domain/script-difference';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { SpeechAhead } from './speech-ahead';

/** Every document that was ever published, under its number. */
@Injectable()
export class ScriptArchive {
  constructor(
    private readonly scripts: IvrScriptsRepository,
    private readonly clock: Clock,
    private readonly speech: SpeechAhead,
  ) {}

  /** @returns the number of the version that holds the document; the latest one's where that says the same */
  async keep(scriptId: string, document: object, note = ''): Promise<number> {
    this.speech.begin(document);
    const [latest] = await this.scripts.versionsOf(scriptId);
    if (latest && differenceOf(latest.document, document).length === 0) return latest.number;
    const number = (latest?.number ?? 0) + 1;
    const publishedBy = tenantContext.current().actor?.name ?? '';
    await this.scripts.insertVersion({ id: newId('ivrScriptVersion'), createdAt: this.clock.now(), scriptId, number, document, note, publishedBy });
    return number;
  }
}
