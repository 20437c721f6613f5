import { openSync, readSync, closeSync } from 'node:fs';

/** Where nothing tells how long a file plays. */
const DEFAULT_MILLISECONDS = 1000;

/** How long a file or stream plays, in milliseconds; infinite where it loops for ever. */
export function mediaDuration(path: string): number {
  const source = path.replace(/^\{[^}]*\}/, '');
  if (source.startsWith('tone_stream://')) return toneDuration(source.slice('tone_stream://'.length));
  if (source.startsWith('silence_stream://')) return silenceDuration(source.slice('silence_stream://'.length));
  if (/^(local_stream|shout):\/\//.test(source)) return Number.POSITIVE_INFINITY;
  if (source.startsWith('file_string://')) return sum(source.slice('file_string://'.length).split('!'));
  return wavDuration(source) ?? DEFAULT_MILLISECONDS;
}

const sum = (paths: string[]): number => paths.reduce((total, path) => total + mediaDuration(path), 0);

/** TGML: `%(on,off,frequency…)` repeated, `;loops=N` with -1 for ever; v=, l= and other settings add nothing. */
function toneDuration(script: string): number {
  const loops = Number(/(?:;|^)loops=(-?\d+)/.exec(script)?.[1] ?? 1);
  if (loops < 0) return Number.POSITIVE_INFINITY;
  let once = 0;
  for (const [, on = '0', off = '0'] of script.matchAll(/%\(\s*(\d+)\s*,\s*(\d+)/g)) once += Number(on) + Number(off);
  const inner = Number(/(?:^|;)L=(\d+)/i.exec(script)?.[1] ?? 1);
  return once * loops * inner;
}

function silenceDuration(argument: string): number {
  const milliseconds = Number(argument.split(',')[0]);
  return milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds;
}

const HEADER_BYTES = 4096;

/** Reads a RIFF header: data bytes ÷ bytes a second. Undefined when the file is not there or not a WAV file. */
function wavDuration(path: string): number | undefined {
  const header = readHead(path);
  if (!header || header.toString('latin1', 0, 4) !== 'RIFF') return undefined;
  let at = 12;
  let bytesPerSecond = 0;
  while (at + 8 <= header.length) {
    const chunk = header.toString('latin1', at, at + 4);
    const size = header.readUInt32LE(at + 4);
    if (chunk === 'fmt ' && at + 20 <= header.length) bytesPerSecond = header.readUInt32LE(at + 16);
    if (chunk === 'data') return bytesPerSecond > 0 ? Math.round((size * 1000) / bytesPerSecond) : undefined;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function readHead(path: string): Buffer | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const buffer = Buffer.alloc(HEADER_BYTES);
      return buffer.subarray(0, readSync(file, buffer, 0, HEADER_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
