import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 100;

/**
 * Runs `work` while no other process on this machine holds the lock called `name`; calls `onWait` once if it has to
 * wait. The lock is a Linux abstract socket name: the kernel releases it with the process, however that ends, so
 * there is never a stale lock to detect.
 */
export async function withKernelLock<T>(name: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const path = `\0seatline-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  let holder = await bind(path);
  if (!holder) onWait();
  while (!holder) {
    await sleep(RETRY_MS);
    holder = await bind(path);
  }
  try {
    return await work();
  } finally {
    holder.close();
  }
}

function bind(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen({ path }, () => resolve(server));
  });
}
