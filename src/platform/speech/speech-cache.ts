import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED } from '../files/write-whole';

/** What one tenant's spoken texts may take: some 40 hours. */
export const MOST_CACHED_BYTES = 200_000_000;
/** It is told so often that a file was used; in between it costs nothing. */
const TOLD_EVERY_MS = 3600 * 1000;
/** Whoever wrote it died of it. */
const ABANDONED_MS = 3600 * 1000;

/** Whether a file is there; if so it was used now. */
export async function touch(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(missing);
  if (!found) return false;
  if (now.getTime() - found.mtimeMs > TOLD_EVERY_MS) await utimes(path, now, now).catch(missing);
  return true;
}

/** Removes what was not used for longest until the rest fits, and what nobody finishes. */
export async function trim(folder: string, now: Date, most = MOST_CACHED_BYTES): Promise<void> {
  const names = (await readdir(folder).catch(missing)) ?? [];
  const files: { path: string; usedAt: number; bytes: number }[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(missing);
    if (!found) continue;
    const abandoned = name.endsWith(UNFINISHED) && now.getTime() - found.mtimeMs > ABANDONED_MS;
    if (abandoned) await rm(path, { force: true });
    else files.push({ path, usedAt: found.mtimeMs, bytes: found.size });
  }
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of files.sort((a, b) => a.usedAt - b.usedAt)) {
    if (total <= most) return;
    await rm(path, { force: true });
    total -= bytes;
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
