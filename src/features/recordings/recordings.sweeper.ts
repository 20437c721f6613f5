import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Rounds } from '../../platform/jobs/rounds';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { CallsReader } from '../calls/calls.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { ExpectedMessages } from './domain/expected-messages';
import { type Candidate, RecordingsIntake } from './recordings-intake.service';

const EVERY_MS = 10_000;
const ASKED_TOGETHER = 500;
/** A recording is written to all the time: this long after the last time its call is over, whatever became of it. */
const SURELY_OVER_MS = 6 * 3600 * 1000;
const OF_CALL = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.wav$/;
/** A message that a caller left; see voicemails/domain/voicemail-book.ts. */
const OF_MESSAGE = /^voicemail-([a-z]{3}_[0-9A-Z]{26})\.wav$/;

type Found = Pick<Candidate, 'callUuid' | 'voicemailId' | 'path'>;

/**
 * Brings in the recordings of calls that are in the books. The folder, which the tenant's own dialplan and queues name,
 * says whose a recording is, and the file which call's, or which message that is expected.
 */
@Injectable()
export class RecordingsSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds = new Rounds(
    () => this.sweep(),
    (error) => this.log.warn({ err: error }, 'recordings could not be swept, will try again'),
  );

  constructor(
    private readonly config: Config,
    private readonly tenants: TenantsReader,
    private readonly calls: CallsReader,
    private readonly intake: RecordingsIntake,
    private readonly messages: ExpectedMessages,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.RECORDING_SPOOL) this.rounds.start(EVERY_MS);
  }

  /** While there still is a database to write to. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  /** Brings in what is there now; one tenant's trouble does not keep the others waiting. */
  async sweep(): Promise<void> {
    for (const { id } of await this.tenants.everyone()) {
      if (this.rounds.stopped) return;
      await tenantContext.open({ tenantId: id }, () => this.sweepTenant(id));
    }
  }

  private async sweepTenant(tenantId: string): Promise<void> {
    const failures: unknown[] = [];
    try {
      const folder = join(this.config.RECORDING_SPOOL ?? '', tenantId);
      for (const candidate of await this.candidates(folder)) {
        if (!this.rounds.stopped) await this.intake.takeIn(candidate).catch((error: unknown) => failures.push(error));
      }
    } catch (error) {
      failures.push(error);
    }
    if (failures.length === 0) return;
    // once for a sweep: mostly the disk is full, or the folder not ours, and each file tells the same
    const fields = { err: failures.at(-1), tenantId, failures: failures.length };
    this.log.error(fields, 'recordings could not be taken in and stay where they are, will try again');
  }

  private async candidates(folder: string): Promise<Candidate[]> {
    const names = await namesIn(folder);
    const files = [...ofCalls(names), ...(await this.ofMessages(names))];
    const found: Candidate[] = [];
    for (let at = 0; at < files.length; at += ASKED_TOGETHER) {
      const group = files.slice(at, at + ASKED_TOGETHER);
      const calls = await this.calls.settled(this.config.SWITCH_NODE, group.map(({ callUuid }) => callUuid));
      for (const file of group) {
        const path = join(folder, file.path);
        const callId = calls.get(file.callUuid) ?? null;
        if (callId !== null || (await this.isForgotten(path))) found.push({ ...file, node: this.config.SWITCH_NODE, path, callId });
      }
    }
    return found;
  }

  private async ofMessages(names: readonly string[]): Promise<Found[]> {
    const ids = names.flatMap((name) => OF_MESSAGE.exec(name)?.[1] ?? []);
    const calls = ids.length === 0 ? new Map<string, string>() : await this.messages.callsOf(ids);
    return [...calls].map(([voicemailId, callUuid]) => ({ voicemailId, callUuid, path: `voicemail-${voicemailId}.wav` }));
  }

  private async isForgotten(path: string): Promise<boolean> {
    const written = await stat(path).catch(() => null);
    return written !== null && this.clock.now().getTime() - written.mtimeMs >= SURELY_OVER_MS;
  }
}

function ofCalls(names: readonly string[]): Found[] {
  return names.flatMap((path) => {
    const callUuid = OF_CALL.exec(path)?.[1];
    return callUuid === undefined ? [] : [{ callUuid, voicemailId: '', path }];
  });
}

/** The folder is made here: one that the switch makes itself only the switch may delete from. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(folder, { mode: 0o770 }).catch(() => undefined);
    return [];
  }
}
