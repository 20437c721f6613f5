import { createReadStream } from 'node:fs';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { AppError } from '../../platform/errors/app-error';
import { UNFINISHED, writeWhole } from '../../platform/files/write-whole';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import type { ByteRange } from '../recordings/domain/byte-range';
import { readTakeFileName, type TakeFile, takeFileName, takePath } from './domain/take-file';

/** Where takes lie: a folder a tenant, on a disk that the switch shares. Not sealed: the switch plays them. */
@Injectable()
export class SoundStore {
  constructor(private readonly config: Config) {}

  pathOf(take: TakeFile): string {
    return takePath(this.root(), tenantContext.tenantId(), take);
  }

  write(take: TakeFile, wav: Buffer): Promise<void> {
    return writeWhole(this.pathOf(take), wav);
  }

  /** @throws AppError gone where the file is not there */
  async read(take: TakeFile, { start, end }: ByteRange): Promise<AsyncIterable<Buffer>> {
    const file = await open(this.pathOf(take), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new AppError('gone', 'The file of the sound is missing: upload it anew.');
      throw error;
    });
    return createReadStream('', { fd: file, start, end });
  }

  /** Files that no row needs any more, or that nobody finished, last written to before an instant. @returns how many went */
  async removeLeftovers(wanted: readonly TakeFile[], before: Date): Promise<number> {
    const folder = join(this.root(), tenantContext.tenantId());
    const kept = new Set(wanted.map(takeFileName));
    const names = await readdir(folder).catch(gone);
    let removed = 0;
    for (const name of names ?? []) {
      const isOurs = readTakeFileName(name) !== null || name.endsWith(UNFINISHED);
      if (!isOurs || kept.has(name)) continue;
      const file = await stat(join(folder, name)).catch(gone);
      if (!file || file.mtimeMs >= before.getTime()) continue;
      await rm(join(folder, name), { force: true });
      removed += 1;
    }
    return removed;
  }

  private root(): string {
    const { TENANT_SOUNDS_DIR } = this.config;
    if (!TENANT_SOUNDS_DIR) throw new AppError('unavailable', "No place is configured where tenants' sounds are kept.");
    return TENANT_SOUNDS_DIR;
  }
}

function gone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
