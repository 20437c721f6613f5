import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { readWavHeader, type WavFacts } from './domain/wav-header';

const BEGINNING_BYTES = 4096;
const PIECE_BYTES = 256 * 1024;
/** A file that nobody has written to for so long, its writer died of. */
const ABANDONED_MS = 600_000;

export interface SpooledRecording extends WavFacts {
  bytes: number;
  /** Epoch milliseconds. */
  lastWrittenAt: number;
  /** The whole file, with the sizes in its head put right. */
  chunks(): AsyncGenerator<Buffer>;
  /** What follows its head. */
  samples(): AsyncGenerator<Buffer>;
}

/**
 * Reads a file that the switch writes, while `work` lasts.
 * @returns null where there is nothing to take in now: it is gone, still being written, or no recording
 */
export async function withSpooledRecording<T>(
  path: string,
  now: Date,
  work: (recording: SpooledRecording) => Promise<T>,
): Promise<T | null> {
  // a link could lead to whatever this process may read
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(gone);
  if (!file) return null;
  try {
    const { size: bytes, mtimeMs: lastWrittenAt } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
    const facts = readWavHeader(buffer.subarray(0, bytesRead), bytes);
    if (!facts || !(facts.isComplete || now.getTime() - lastWrittenAt >= ABANDONED_MS)) return null;
    return await work({ ...facts, bytes, lastWrittenAt, chunks: () => chunksOf(file, facts.head, bytes), samples: () => samplesOf(file, facts.head, bytes) });
  } finally {
    await file.close();
  }
}

async function* chunksOf(file: FileHandle, head: Buffer, bytes: number): AsyncGenerator<Buffer> {
  yield head;
  yield* samplesOf(file, head, bytes);
}

async function* samplesOf(file: FileHandle, head: Buffer, bytes: number): AsyncGenerator<Buffer> {
  for (let at = head.length; at < bytes; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE_BYTES), 0, Math.min(PIECE_BYTES, bytes - at), at);
    if (bytesRead === 0) throw new Error('The recording became shorter while it was read.');
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** Another worker took it in. */
function gone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
