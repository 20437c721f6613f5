import { CdrRejects } from '../src/features/calls/cdr-rejects';
import { ConfigError } from '../src/platform/config/config';
import { type Environment, withProduct } from './installation/with-product';
import { ServiceError } from './services/service-error';

/** Prints the CDRs that were kept aside, oldest first, a JSON object a line. Resolves with the exit code. */
export async function rejectedCdrs(
  environment: Environment,
  write: (line: string) => void,
  warn: (line: string) => void,
): Promise<number> {
  try {
    await withProduct(environment, warn, async (app) => {
      for await (const { body, ...reject } of app.get(CdrRejects, { strict: false }).all()) {
        write(JSON.stringify({ ...reject, body: body.toString('utf8') }));
      }
    });
    return 0;
  } catch (error) {
    const isTheirs = error instanceof ServiceError || error instanceof ConfigError;
    warn(isTheirs ? error.message : String((error as Error).stack ?? error));
    return 1;
  }
}

if (require.main === module) {
  const write = (line: string): boolean => process.stdout.write(`${line}\n`);
  const warn = (line: string): boolean => process.stderr.write(`${line}\n`);
  void rejectedCdrs(process.env, write, warn).then((code) => (process.exitCode = code));
}
