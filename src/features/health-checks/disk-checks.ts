import type { StatsFs } from 'node:fs';
import { readdir, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { byLimits, byReserve, type Check, type CheckId } from './domain/check';

/** CDRs and recordings that the switch kept because nobody took them: some for a moment is usual. */
const SPOOLED = { warn: 100, bad: 1000 };
/** Per cent. */
const LEFT = { warn: 15, bad: 5 };
const BYTES_PER_GIGABYTE = 1_000_000_000;

/** What this machine sees of the folders; another may see others. */
@Injectable()
export class DiskChecks {
  constructor(private readonly config: Config) {}

  looks() {
    return {
      cdr_spool: () => spooled('cdr_spool', this.config.CDR_SPOOL, '.cdr.json'),
      recording_spool: () => spooled('recording_spool', this.config.RECORDING_SPOOL, '.wav'),
      disk: () => space(this.config.RECORDINGS_DIR),
    };
  }
}

async function spooled(id: CheckId, directory: string | undefined, ending: string): Promise<Check> {
  if (directory === undefined) return { id, state: 'off', figures: {} };
  const names = await readdir(directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    // the switch makes it when it needs it
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(ending)).length;
  return { id, state: byLimits(files, SPOOLED), figures: { files } };
}

async function space(directory: string | undefined): Promise<Check> {
  if (directory === undefined) return { id: 'disk', state: 'off', figures: {} };
  const { bavail, blocks, bsize } = await volumeOf(directory);
  const percent = Math.round((bavail / blocks) * 100);
  return { id: 'disk', state: byReserve(percent, LEFT), figures: { free_percent: percent, free_gigabytes: Math.round((bavail * bsize) / BYTES_PER_GIGABYTE) } };
}

/** The folder itself is made with the first recording: until then what counts is where it is going to be. */
async function volumeOf(directory: string): Promise<StatsFs> {
  try {
    return await statfs(directory);
  } catch (error) {
    const parent = dirname(directory);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === directory) throw error;
    return volumeOf(parent);
  }
}
