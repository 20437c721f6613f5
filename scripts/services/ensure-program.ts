import { installPackages, mayInstallPackages } from './debian-packages';
import { findProgram, programDirectories } from './programs';
import { ServiceError } from './service-error';

/** A program of Debian's that tests work with. */
export interface DebianProgram {
  /** What its executable may be called. */
  names: string[];
  packages: string[];
}

/** Plays the phones. */
export const SIPP: DebianProgram = { names: ['sipp'], packages: ['sip-tester'] };

/** Opens the portal, and is a phone in it; with letters for Chinese. */
export const CHROMIUM: DebianProgram = { names: ['chromium', 'chromium-browser'], packages: ['chromium', 'fonts-noto-cjk'] };

/**
 * Where it is. As root on Debian it is installed where it is missing.
 * @throws ServiceError saying how to get it
 */
export async function ensureProgram({ names, packages }: DebianProgram, log: (line: string) => void): Promise<string> {
  const directories = programDirectories(process.env['PATH']);
  const aptGet = findProgram(['apt-get'], directories);
  if (!findProgram(names, directories) && mayInstallPackages(aptGet)) await installPackages(aptGet, packages, log);
  const found = findProgram(names, directories);
  if (found) return found;
  throw new ServiceError(`${names[0]} is missing. Install it, on Debian with:  sudo apt-get install ${packages.join(' ')}`);
}
