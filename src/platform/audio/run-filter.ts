import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { findProgram, programDirectories } from './find-program';
import { AppError } from '../errors/app-error';

export interface FilterLimits {
  /** Whatever it does, it ends after so many milliseconds, and after as many seconds of processor time. */
  timeMs: number;
  /** Longer output ends it. */
  outputBytes: number;
  /** Of any file that it writes; left out, it writes none. */
  fileBytes?: number;
}

export interface FilterResult {
  /** 0 where it is content; null where it was ended. */
  code: number | null;
  output: Buffer;
  /** The beginning of what it complained of. */
  complaint: string;
}

/** Enough for any of them, and too little to bring the machine down. */
const MEMORY_BYTES = 512 * 1024 * 1024;
const COMPLAINT_CHARACTERS = 2000;

/**
 * Feeds a program of Debian's with bytes of strangers. There is no shell and no file name; it gets an empty environment,
 * and by `prlimit` (util-linux, on every Debian) little memory, little time, and mostly no file to write.
 * @throws AppError unavailable where the program is not installed
 */
export async function runFilter(name: string, args: string[], input: Buffer, { timeMs, outputBytes, fileBytes = 0 }: FilterLimits): Promise<FilterResult> {
  const directories = programDirectories();
  const [prlimit, program] = ['prlimit', name].map((each) => findProgram(each, directories));
  if (!program || !prlimit) throw new AppError('unavailable', `A program that this needs is not installed: ${name as string}.`);
  const limits = [`--as=${MEMORY_BYTES}`, `--cpu=${Math.ceil(timeMs / 1000)}`, `--fsize=${fileBytes}`, '--core=0', '--nofile=64'];
  const child = spawn(prlimit, [...limits, '--', program, ...args], { cwd: tmpdir(), env: { LC_ALL: 'C.UTF-8' }, stdio: ['pipe', 'pipe', 'pipe'] });
  return new Promise((done, failed) => {
    const end = () => child.kill('SIGKILL');
    const timer = setTimeout(end, timeMs);
    const [chunks, complaints]: [Buffer[], string[]] = [[], []];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > outputBytes) end();
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => void (complaints.length < 20 && complaints.push(chunk.toString())));
    // it may have read enough, or have died: what it says counts, not that it did not read on
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error) => {
      clearTimeout(timer);
      failed(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, output: Buffer.concat(chunks), complaint: complaints.join('').slice(0, COMPLAINT_CHARACTERS) });
    });
  });
}
