import { installPackages, mayInstallPackages } from '../services/debian-packages';
import { findProgram, programDirectories } from '../services/programs';
import { ServiceError } from '../services/service-error';

const PACKAGE = 'sip-tester';

/**
 * SIPp plays the phones. As root on Debian it is installed where it is missing.
 * @throws ServiceError saying how to get it
 */
export async function ensureSipp(log: (line: string) => void): Promise<void> {
  const directories = programDirectories(process.env['PATH']);
  if (findProgram(['sipp'], directories)) return;
  const aptGet = findProgram(['apt-get'], directories);
  if (mayInstallPackages(aptGet)) await installPackages(aptGet, [PACKAGE], log);
  if (findProgram(['sipp'], directories)) return;
  throw new ServiceError(`SIPp is missing. Install it, on Debian with:  sudo apt-get install ${PACKAGE}`);
}
