import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { AppError } from '../../platform/errors/app-error';
import type { Page } from '../../platform/http/page';
import { AgentsReader } from '../agents/agents.reader';
import { CustomersReader } from '../customers/customers.reader';
import { QueuesReader } from '../queues/queues.reader';
import { RecordingsReader } from '../recordings/recordings.reader';
import { openNumber } from './sealed-voicemail';
import type { Voicemail } from './voicemail.entity';
import type { VoicemailDto, VoicemailsRequest } from './voicemails.dto';
import { VoicemailsRepository } from './voicemails.repository';

/** Voicemails, as people and programs see them: whoever may not read all calls, those of his own queues. */
@Injectable()
export class VoicemailViews {
  constructor(
    private readonly voicemails: VoicemailsRepository,
    private readonly recordings: RecordingsReader,
    private readonly customers: CustomersReader,
    private readonly agents: AgentsReader,
    private readonly queues: QueuesReader,
    private readonly seals: FieldSeals,
  ) {}

  async page(principal: Principal, request: VoicemailsRequest): Promise<Page<VoicemailDto>> {
    const { state, queue, callId } = request;
    const queues = await this.queuesOf(principal);
    const { data, hasMore } = await this.voicemails.page(request, { ...(state && { state }), ...(queue && { queue }), ...(callId && { callId }), queues });
    return { data: await this.shown(principal, data), hasMore };
  }

  async get(principal: Principal, id: string): Promise<VoicemailDto> {
    const [shown] = await this.shown(principal, [await this.find(principal, id)]);
    return shown as VoicemailDto;
  }

  /** @throws AppError not_found also for one of other queues than his */
  async find(principal: Principal, id: string): Promise<Voicemail> {
    const [voicemail, queues] = [await this.voicemails.find(id), await this.queuesOf(principal)];
    if (!voicemail || queues?.includes(voicemail.queue) === false) throw AppError.notFound();
    return voicemail;
  }

  /** Null for all. */
  private async queuesOf({ id, permissions }: Principal): Promise<string[] | null> {
    if (permissions.includes('calls:read')) return null;
    const agent = await this.agents.ofUser(id);
    return agent ? this.queues.namesOfAgent(agent.id) : [];
  }

  private async shown({ id: asker }: Principal, voicemails: readonly Voicemail[]): Promise<VoicemailDto[]> {
    const seal = await this.seals.toRead();
    const [names, deletions] = await Promise.all([
      this.customers.namesOf(voicemails.flatMap(({ customerId }) => customerId ?? [])),
      this.recordings.deletions(voicemails.flatMap(({ recordingId }) => recordingId ?? [])),
    ]);
    return voicemails.map(({ sealed, numberIndex: _, ...voicemail }) => ({
      ...voicemail,
      mine: voicemail.state === 'taken' && voicemail.takenById === asker,
      number: openNumber(seal, { id: voicemail.id, sealed }),
      customerName: names.get(voicemail.customerId ?? '') ?? null,
      durationSeconds: voicemail.durationSeconds ?? 0,
      audioDeletedAt: deletions.get(voicemail.recordingId ?? '') ?? null,
    }));
  }
}
