import { basename } from 'node:path';
import { speechCacheKey } from '../../../src/platform/speech/speech-cache-key';
import type { EslEvent } from '../../../src/telephony/esl/esl-event';
import { EslLink } from '../../../src/telephony/esl/esl-link';

/** A file that was begun on a leg in place of what it heard, or that the product had end. */
export interface SpokenOver {
  legUuid: string;
  file: string;
  what: 'begun' | 'ended';
}

/** Hears on a link of its own, as the product's hears nothing of it. */
export async function hearSpokenOver(port: number, password: string, heard: SpokenOver[]): Promise<() => Promise<void>> {
  const link = new EslLink({ host: '127.0.0.1', port, password, events: ['MEDIA_BUG_START', 'API'], subclasses: [] });
  link.on('event', (event) => heard.push(...spokenOver(event)));
  const up = new Promise<void>((resolve) => link.on('up', () => resolve()));
  link.start();
  await up;
  return () => link.stop();
}

function spokenOver(event: EslEvent): SpokenOver[] {
  if (event.get('Media-Bug-Function') === 'displace') {
    return [{ legUuid: event.get('Unique-ID') ?? '', file: event.get('Media-Bug-Target') ?? '', what: 'begun' }];
  }
  const [legUuid = '', action, file = ''] = (event.get('API-Command-Argument') ?? '').split(' ');
  return event.get('API-Command') === 'uuid_displace' && action === 'stop' ? [{ legUuid, file, what: 'ended' }] : [];
}

/** Which of these texts, in the demonstration's Chinese voice, a file holds. */
export function textIn(file: string, texts: readonly string[]): string | undefined {
  const fileOf = (text: string) => `${speechCacheKey({ provider: 'espeak-ng', voice: 'cmn-150', language: 'zh-CN', text })}.wav`;
  return texts.find((text) => fileOf(text) === basename(file));
}
