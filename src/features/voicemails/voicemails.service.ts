import { Injectable } from '@nestjs/common';
import { noteInTransaction } from '../../platform/audit/audit-draft';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import type { FilePart } from '../../platform/http/file-part';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { RecordingArchive } from '../recordings/domain/recording-archive';
import { RecordingsReader } from '../recordings/recordings.reader';
import { UsersReader } from '../users/users.reader';
import { finish, type Outcome, reopen, take } from './domain/voicemail';
import type { Voicemail } from './voicemail.entity';
import { VoicemailViews } from './voicemail-views.service';
import type { VoicemailDto } from './voicemails.dto';
import { VoicemailsRepository } from './voicemails.repository';

type Patch = Parameters<VoicemailsRepository['save']>[1];

const NOBODY = { takenById: null, takenBy: null, takenAt: null, doneBy: null, doneAt: null };

/** What people do with voicemails. */
@Injectable()
export class VoicemailsService {
  constructor(
    private readonly voicemails: VoicemailsRepository,
    private readonly views: VoicemailViews,
    private readonly recordings: RecordingsReader,
    private readonly archive: RecordingArchive,
    private readonly users: UsersReader,
    private readonly clock: Clock,
  ) {}

  async audio(principal: Principal, id: string, range: string | undefined): Promise<FilePart> {
    const { recordingId } = await this.views.find(principal, id);
    if (recordingId === null) throw AppError.notFound();
    return this.recordings.audioOf(recordingId, range);
  }

  async take(principal: Principal, id: string): Promise<VoicemailDto> {
    const takenBy = await this.nameOf(principal);
    return this.change(principal, id, (voicemail) => take(voicemail, principal.id), {
      state: 'taken', takenById: principal.id, takenBy, takenAt: this.clock.now(),
    });
  }

  async finish(principal: Principal, id: string): Promise<VoicemailDto> {
    return this.change(principal, id, finish, { state: 'done', doneBy: await this.nameOf(principal), doneAt: this.clock.now() });
  }

  reopen(principal: Principal, id: string): Promise<VoicemailDto> {
    return this.change(principal, id, reopen, { state: 'new', ...NOBODY });
  }

  /** What was said goes; that it was said, and who saw to it, stays. */
  async remove(principal: Principal, id: string): Promise<void> {
    const { recordingId } = await this.views.find(principal, id);
    if (recordingId === null || (await this.archive.erase(recordingId))) return;
    throw new AppError('conflict', 'The recording is under a legal hold.');
  }

  private async change(principal: Principal, id: string, decide: (voicemail: Voicemail) => Outcome, patch: Patch): Promise<VoicemailDto> {
    await this.views.find(principal, id);
    await this.voicemails.transaction(async () => {
      const voicemail = await this.voicemails.lock(id);
      if (!voicemail) throw AppError.notFound();
      const outcome = decide(voicemail);
      if (outcome === 'same') return;
      if (outcome !== 'changes') throw refusalOf(outcome, voicemail.takenBy ?? '');
      await this.voicemails.save(id, patch);
      noteInTransaction(tenantContext.tenantId(), { action: 'changed', objectType: 'voicemails', objectId: id, detail: { state: patch.state } });
    });
    return this.views.get(principal, id);
  }

  /** A key is called by its own name. */
  private async nameOf({ id, kind, name }: Principal): Promise<string> {
    return (kind === 'user' ? await this.users.nameOf(id) : null) ?? name;
  }
}

function refusalOf(outcome: Exclude<Outcome, 'changes' | 'same'>, takenBy: string): AppError {
  switch (outcome) {
    case 'taken-by-another':
      return new AppError('conflict', `${takenBy} has taken this voicemail already.`);
    case 'not-taken':
      return new AppError('conflict', 'Nobody has taken this voicemail yet: take it first.');
    case 'over':
      return new AppError('conflict', 'The voicemail is done: reopen it first.');
  }
}
