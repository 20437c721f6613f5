import { Injectable } from '@nestjs/common';
import { Log } from '../../platform/logging/log';
import { Speech } from '../../platform/speech/speech';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { Locale } from '../tenants/domain/tenant-spec';
import { readScript } from './domain/read-script';
import { variablesOf } from './domain/render-prompts';
import { kindOf } from './domain/steps/registry';

/** Has a script's texts spoken before the first caller hears them: making a file takes a moment, and he would wait it out. */
@Injectable()
export class SpeechAhead {
  constructor(
    private readonly speech: Speech,
    private readonly log: Log,
  ) {}

  /** Nobody waits for it; what is not made here is made when it is to be heard. */
  begin(document: object): void {
    const tenantId = tenantContext.tenantId();
    setImmediate(() => {
      const speaking = tenantContext.open({ tenantId }, () => this.speakAll(document));
      speaking.catch((error: unknown) => this.log.info({ err: error }, 'texts will be spoken when they are to be heard'));
    });
  }

  private async speakAll(document: object): Promise<void> {
    for (const [language, text] of textsOf(document)) await this.speech.fileOf(language, text);
  }
}

/** Those that are the same for every caller. */
function textsOf(document: object): [Locale, string][] {
  const reading = readScript(document);
  const steps = reading.ok ? [...reading.script.steps.values()] : [];
  const texts = steps.flatMap((step) => kindOf(step).mentions(step).prompts ?? []).flatMap((prompt) => ('text' in prompt ? Object.entries(prompt.text) : []));
  return (texts as [Locale, string][]).filter(([, text]) => variablesOf(text).length === 0 && text.trim() !== '');
}
