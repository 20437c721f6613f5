import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { readSealedFile, sealFile, type SealedFileFacts } from '../../platform/encryption/sealed-file';
import type { DataKey } from '../../platform/encryption/tenant-keys';
import { AppError } from '../../platform/errors/app-error';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { ByteRange } from './domain/byte-range';

/** Which recording of the tenant: the switch's names alone, nothing that a caller sent. */
export interface RecordingName {
  node: string;
  callUuid: string;
  /** Empty for the recording of the call itself. */
  voicemailId: string;
}

/** Where sealed recordings lie: a folder a tenant, on a disk that all processes share. */
@Injectable()
export class RecordingStore {
  constructor(private readonly config: Config) {}

  async write(name: RecordingName, key: DataKey, chunks: AsyncIterable<Buffer>): Promise<SealedFileFacts> {
    await mkdir(this.folder(), { recursive: true, mode: 0o700 });
    return sealFile(this.pathOf(name), placeOf(name), key, chunks);
  }

  read(name: RecordingName, secret: Buffer, part: ByteRange & { bytes: number }): AsyncGenerator<Buffer> {
    return readSealedFile(this.pathOf(name), placeOf(name), secret, part);
  }

  /** Removing what is gone already changes nothing. */
  async remove(name: RecordingName): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private pathOf({ node, callUuid, voicemailId }: RecordingName): string {
    return join(this.folder(), `${[node, callUuid, ...parts(voicemailId)].join('_')}.sealed`);
  }

  private folder(): string {
    if (!this.config.RECORDINGS_DIR) throw new AppError('unavailable', 'No place is configured where recordings are kept.');
    return join(this.config.RECORDINGS_DIR, tenantContext.tenantId());
  }
}

/** In another tenant's folder, or under another call's name, a file does not open. */
function placeOf({ node, callUuid, voicemailId }: RecordingName): string {
  return ['recordings', tenantContext.tenantId(), node, callUuid, ...parts(voicemailId)].join(' ');
}

function parts(voicemailId: string): string[] {
  return voicemailId === '' ? [] : [voicemailId];
}
