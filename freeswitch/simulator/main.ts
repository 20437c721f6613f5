import { readFileSync } from 'node:fs';

import { parseConfig } from './config';
import { startSimulator } from './simulator';

/** The configuration: the first argument, or SIMULATOR_CONFIG; JSON itself or the path of a file with it. */
function configText(): string {
  const source = process.argv[2] ?? process.env['SIMULATOR_CONFIG'] ?? '{}';
  return source.trimStart().startsWith('{') ? source : readFileSync(source, 'utf8');
}

async function main(): Promise<void> {
  const simulator = await startSimulator(parseConfig(configText()));
  process.once('SIGTERM', () => void simulator.stop().then(() => process.exit(0)));
  process.once('SIGINT', () => void simulator.stop().then(() => process.exit(0)));
  process.stdout.write(`${JSON.stringify({ ready: true, pid: process.pid, ...simulator.ports })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
