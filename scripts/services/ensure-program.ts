import { spawnSync } from 'node:child_process';
import { installPackages, mayInstallPackages } from './debian-packages';
import { findProgram, programDirectories } from './programs';
import { ServiceError } from './service-error';

/** A program of Debian's that tests work with. */
export interface DebianProgram {
  /** What its executable may be called. */
  names: string[];
  packages: string[];
  /** Whether it can do what is wanted of it, where a part of it is a package of its own. */
  isWhole?(path: string): boolean;
}

/** Makes telephone audio of what tenants upload and machines say. */
export const SOX: DebianProgram = { names: ['sox'], packages: ['sox', 'libsox-fmt-mp3'], isWhole: readsMp3 };

/** Says texts. */
export const ESPEAK: DebianProgram = { names: ['espeak-ng'], packages: ['espeak-ng'] };

/** Reads what documents say. */
export const POPPLER: DebianProgram = { names: ['pdftotext'], packages: ['poppler-utils'] };

/** Plays the phones. */
export const SIPP: DebianProgram = { names: ['sipp'], packages: ['sip-tester'] };

/** Opens the portal, and is a phone in it; with letters for Chinese. */
export const CHROMIUM: DebianProgram = { names: ['chromium', 'chromium-browser'], packages: ['chromium', 'chromium-l10n', 'fonts-noto-cjk'] };

/**
 * Where it is. As root on Debian it is installed where it is missing.
 * @throws ServiceError saying how to get it
 */
export async function ensureProgram(program: DebianProgram, log: (line: string) => void): Promise<string> {
  const { names, packages } = program;
  const aptGet = findProgram(['apt-get'], programDirectories(process.env['PATH']));
  if (!find(program) && mayInstallPackages(aptGet)) await installPackages(aptGet, packages, log);
  const found = find(program);
  if (found) return found;
  throw new ServiceError(`${names[0]} is missing, or a part of it. Install it, on Debian with:  sudo apt-get install ${packages.join(' ')}`);
}

function find({ names, isWhole }: DebianProgram): string | undefined {
  const found = findProgram(names, programDirectories(process.env['PATH']));
  return found !== undefined && (isWhole?.(found) ?? true) ? found : undefined;
}

function readsMp3(sox: string): boolean {
  return / mp3 /.test(spawnSync(sox, ['--help'], { encoding: 'utf8' }).stdout ?? '');
}
