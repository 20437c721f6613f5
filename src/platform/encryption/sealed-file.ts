import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataKey } from './tenant-keys';
import { CIPHER, KEY_BYTES, NONCE_BYTES, SealBroken, TAG_BYTES } from './sealed';

/*
 * A sealed file: a head (`SLF1`, the key's version, a random salt), then chunks of 64 KiB, each sealed by itself so that
 * a part can be read without the rest. The key is derived from the tenant's, the salt and the place, so that no two files
 * share one; a chunk's nonce is its number, and says whether it is the last (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, 2015): chunks cannot be swapped, left out or cut off.
 */
const MAGIC = Buffer.from('SLF1');
const SALT_BYTES = 32;
const HEAD_BYTES = MAGIC.length + 4 + SALT_BYTES;
const CHUNK_BYTES = 64 * 1024;

/** SHA-256 of the sealed file, base64url: whether it is intact can be told without any key. */
export interface SealedFileFacts {
  bytes: number;
  digest: string;
}

/**
 * Seals what `chunks` yields into a file that is there whole or not at all, also after a power cut.
 * @param place where it stands: under another name it does not open
 * @throws the file system's error (ENOSPC …); nothing is left behind then
 */
export async function sealFile(
  path: string,
  place: string,
  key: DataKey,
  chunks: AsyncIterable<Buffer>,
): Promise<SealedFileFacts> {
  const unfinished = `${path}.new`;
  try {
    const facts = await writeSealed(unfinished, place, key, chunks);
    await rename(unfinished, path);
    await syncDirectory(dirname(path));
    return facts;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeSealed(path: string, place: string, key: DataKey, chunks: AsyncIterable<Buffer>): Promise<SealedFileFacts> {
  const file = await open(path, 'w', 0o600);
  try {
    const digest = createHash('sha256');
    const write = async (bytes: Buffer): Promise<void> => {
      digest.update(bytes);
      await writeAll(file, bytes);
    };
    const head = newHead(key.version);
    const fileKey = fileKeyOf(key.secret, place, head);
    await write(head);
    let bytes = 0;
    let number = 0;
    for await (const { chunk, isLast } of rechunked(chunks)) {
      const cipher = createCipheriv(CIPHER, fileKey, nonceOf(number, isLast)).setAAD(head);
      await write(Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]));
      bytes += chunk.length;
      number += 1;
    }
    await file.sync();
    return { bytes, digest: digest.digest('base64url') };
  } finally {
    await file.close();
  }
}

/** A disk that is nearly full takes a part of the bytes first. */
async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Chunks of the one size, the last one shorter; an empty file is one empty chunk. */
async function* rechunked(source: AsyncIterable<Buffer>): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let rest = Buffer.alloc(0);
  for await (const piece of source) {
    rest = Buffer.concat([rest, piece]);
    while (rest.length > CHUNK_BYTES) {
      yield { chunk: rest.subarray(0, CHUNK_BYTES), isLast: false };
      rest = rest.subarray(CHUNK_BYTES);
    }
  }
  yield { chunk: rest, isLast: true };
}

/**
 * A part of what was sealed, from `start` up to and including `end`, chunk by chunk: nothing is given out that was not
 * proved to be genuine.
 * @param bytes how many were sealed: a file of another length was cut or lengthened
 * @throws SealBroken; the file system's error (ENOENT …)
 */
export async function* readSealedFile(
  path: string,
  place: string,
  secret: Buffer,
  { bytes, start, end }: { bytes: number; start: number; end: number },
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const last = Math.max(0, Math.ceil(bytes / CHUNK_BYTES) - 1);
    if ((await file.stat()).size !== HEAD_BYTES + bytes + (last + 1) * TAG_BYTES) throw new SealBroken(place);
    const head = await readExactly(file, place, 0, HEAD_BYTES);
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken(place);
    const fileKey = fileKeyOf(secret, place, head);
    for (let number = Math.floor(start / CHUNK_BYTES); number * CHUNK_BYTES <= end; number += 1) {
      const from = number * CHUNK_BYTES;
      const length = Math.min(CHUNK_BYTES, bytes - from);
      const sealed = await readExactly(file, place, HEAD_BYTES + number * (CHUNK_BYTES + TAG_BYTES), length + TAG_BYTES);
      const plain = openChunk(fileKey, place, head, sealed, nonceOf(number, number === last));
      yield plain.subarray(Math.max(0, start - from), Math.min(length, end + 1 - from));
    }
  } finally {
    await file.close();
  }
}

function openChunk(key: Buffer, place: string, head: Buffer, sealed: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(head).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken(place);
  }
}

async function readExactly(file: FileHandle, place: string, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at);
    if (bytesRead === 0) throw new SealBroken(place);
    at += bytesRead;
  }
  return bytes;
}

function newHead(version: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(version);
  return Buffer.concat([MAGIC, number, randomBytes(SALT_BYTES)]);
}

function fileKeyOf(secret: Buffer, place: string, head: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, head.subarray(-SALT_BYTES), place, KEY_BYTES));
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}
