import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/ids';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { Outbox } from '../../platform/events/outbox';
import { readCallerNumber } from '../customers/domain/caller-number';
import { QueuesReader } from '../queues/queues.reader';
import { type ArrivedMessage, ExpectedMessages } from '../recordings/domain/expected-messages';
import type { VoicemailRequest } from './domain/voicemail-book';
import { sealNumber } from './sealed-voicemail';
import './voicemails.events';
import { VoicemailsRepository } from './voicemails.repository';

/** A message's way into the books: expected before it is spoken, there once the switch's file is taken in. */
@Injectable()
export class VoicemailArrivals extends ExpectedMessages {
  constructor(
    private readonly voicemails: VoicemailsRepository,
    private readonly queues: QueuesReader,
    private readonly seals: FieldSeals,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** See VoicemailBook. */
  async expect({ callUuid, queue, number, customerId }: VoicemailRequest): Promise<string | null> {
    if (!(await this.queues.idsByName()).has(queue)) return null;
    const seal = await this.seals.toWrite();
    const [id, known] = [newId('voicemail'), number === null ? '' : (readCallerNumber(number) ?? number)];
    await this.voicemails.insert({
      id, createdAt: this.clock.now(), queue, callUuid, callId: null, recordingId: null, customerId,
      sealed: sealNumber(seal, id, known), numberIndex: known === '' ? null : seal.index(known),
      durationSeconds: null, state: 'expected', takenById: null, takenBy: null, takenAt: null, doneBy: null, doneAt: null,
    });
    return `voicemail-${id}.wav`;
  }

  override async callsOf(ids: readonly string[]): Promise<Map<string, string>> {
    return new Map((await this.voicemails.among(ids)).map(({ id, callUuid }) => [id, callUuid]));
  }

  override async arrived({ id, recordingId, callId, durationSeconds }: ArrivedMessage): Promise<void> {
    const [voicemail] = await this.voicemails.among([id]);
    if (!voicemail || !(await this.voicemails.complete(id, { recordingId, callId, durationSeconds }))) return;
    const { queue, createdAt } = voicemail;
    await this.outbox.add('voicemail.left', { voicemailId: id, callId, queue, durationSeconds, at: createdAt.getTime() });
  }

  override wasNone(id: string): Promise<void> {
    return this.voicemails.removeExpected(id);
  }
}
