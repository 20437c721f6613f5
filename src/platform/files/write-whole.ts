import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What an unfinished file's name ends with. */
export const UNFINISHED = '.new';

/**
 * Writes a file that is there whole or not at all, also after a power cut; two at once do not meet. The folder is made.
 * @throws the file system's error (ENOSPC …); nothing is left behind then
 */
export async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  // the switch, which plays it, is another user
  await mkdir(dirname(path), { recursive: true, mode: 0o755 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
  try {
    const file = await open(unfinished, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
