import { Readable } from 'node:stream';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';

/** A file, or the part of it that was asked for; `end` is the last byte's number. */
export interface FilePart {
  type: string;
  /** Of the whole. */
  size: number;
  start: number;
  end: number;
  isPart: boolean;
  chunks: AsyncIterable<Buffer>;
  /** A name to save it under; left out, it is to be shown. */
  saveAs?: string;
}

/** Documents that a route which answers with a file gives parts of it too. */
export function ByteRanges(type: string): MethodDecorator {
  const content = { [type]: { schema: { type: 'string' as const, format: 'binary' }, example: '(the bytes)' } };
  return applyDecorators(
    ApiHeader({ name: 'Range', required: false, description: 'Which bytes.', example: 'bytes=0-65535' }),
    ApiResponse({ status: 206, description: 'The bytes asked for.', content }),
  );
}

/** Sends it, never to be kept by whatever lies between. One that breaks off half-way ends the connection. */
export function sendFilePart(response: Response, part: FilePart): StreamableFile {
  const { type, size, start, end, isPart, chunks, saveAs } = part;
  response.status(isPart ? 206 : 200).set({ 'Accept-Ranges': 'bytes', 'Cache-Control': 'no-store' });
  if (isPart) response.set('Content-Range', `bytes ${start}-${end}/${size}`);
  const disposition = saveAs === undefined ? 'inline' : `attachment; filename="${saveAs}"`;
  const file = new StreamableFile(Readable.from(chunks, { objectMode: false }), { type, disposition, length: end - start + 1 });
  return file.setErrorHandler((_error, sending) => sending.destroy?.());
}
