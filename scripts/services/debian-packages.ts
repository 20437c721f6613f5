import { spawn } from 'node:child_process';
import { ServiceError } from './service-error';

const LOCK_PATIENCE_S = 300;

/** Whether this process may install packages here: root on a machine with apt-get. */
export function mayInstallPackages(aptGet: string | undefined): aptGet is string {
  return aptGet !== undefined && process.getuid?.() === 0;
}

/**
 * Installs Debian packages without questions; on failure refreshes the package lists and tries once more, since a
 * fresh image has none.
 * @throws ServiceError with apt-get's own words.
 */
export async function installPackages(aptGet: string, packages: string[], log: (line: string) => void): Promise<void> {
  log(`Installing Debian packages: ${packages.join(' ')} …`);
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  const first = await runAptGet(aptGet, install);
  if (first.code === 0) return;
  log('Refreshing the package lists …');
  const update = await runAptGet(aptGet, ['update']);
  const second = await runAptGet(aptGet, install);
  if (second.code === 0) return;
  throw new ServiceError(`apt-get could not install ${packages.join(' ')}:\n${update.output}${second.output}`);
}

function runAptGet(aptGet: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // another package manager at work, as on a machine just booted, is waited for
    const child = spawn(aptGet, ['--quiet', '-o', `DPkg::Lock::Timeout=${LOCK_PATIENCE_S}`, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}
