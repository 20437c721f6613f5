import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { CdrRejects } from '../src/features/calls/cdr-rejects';
import { SignInSecrets } from '../src/features/sign-in/sign-in-secrets';
import { TenantsReader } from '../src/features/tenants/tenants.reader';
import { AuditChains } from '../src/platform/audit/audit-chains';
import { AuditTrail } from '../src/platform/audit/audit-trail';
import { ConfigError } from '../src/platform/config/config';
import { ProviderDatabase } from '../src/platform/database/provider-database';
import { MasterKeys } from '../src/platform/encryption/master-keys';
import { TenantKeys } from '../src/platform/encryption/tenant-keys';
import { tenantContext } from '../src/platform/tenancy/tenant-context';
import { type Environment, withProduct } from './installation/with-product';
import { ServiceError } from './services/service-error';

const USAGE = `usage: npm run keys -- rotate-master | rotate TENANT | destroy TENANT --yes
  rotate-master  wraps every tenant's keys, the secrets of sign-ins and the rejected CDRs by MASTER_KEY, and seals the
                 audit logs by it; then MASTER_KEY_PREVIOUS can go
  rotate         gives the tenant a new key for what is sealed from now on; what is sealed already keeps its own
  destroy        destroys the tenant's keys: all its recordings and the numbers of its calls are erased for good, in
                 every backup too`;

/** What the person at the terminal can mend: shown without a stack. */
class Refusal extends Error {}

type Verb = 'rotate-master' | 'rotate' | 'destroy';

interface Command {
  verb: Verb;
  tenant: string | undefined;
  yes: boolean;
}

const ACTS: Record<Verb, (app: INestApplicationContext, command: Command) => Promise<string>> = {
  'rotate-master': async (app) => {
    const [keys, secrets] = [await app.get(TenantKeys).rewrapAll(), await app.get(SignInSecrets).rewrapAll()];
    const cdrs = await app.get(CdrRejects, { strict: false }).rewrapAll();
    const database = app.get(ProviderDatabase);
    const chains = await database.transaction(() => app.get(AuditChains).resealAll(database.manager()));
    if (keys + secrets + cdrs + chains > 0) await noteRotation(app, { keys, secrets, cdrs, chains });
    return `${keys} keys wrapped anew, ${secrets} secrets and ${cdrs} rejected CDRs; ${chains} audit logs sealed anew`;
  },
  rotate: (app, command) =>
    forTenant(app, command, async (slug) => `${slug}: key ${await app.get(TenantKeys).rotate()} seals from now on`),
  destroy: (app, command) =>
    forTenant(app, command, async (slug) => {
      if (!command.yes) throw new Refusal(`Everything that is sealed for ${slug} would be erased for good: say --yes.`);
      return `${slug}: ${await app.get(TenantKeys).destroy()} keys destroyed`;
    }),
};

async function noteRotation(app: INestApplicationContext, detail: Record<string, number>): Promise<void> {
  const objectId = app.get(MasterKeys).currentId;
  await app.get(AuditTrail).recordForProvider({ action: 'rotated', objectType: 'master_keys', objectId, detail });
}

async function forTenant(
  app: INestApplicationContext,
  { tenant = '' }: Command,
  act: (slug: string) => Promise<string>,
): Promise<string> {
  const found = await app.get(TenantsReader, { strict: false }).named(tenant);
  if (!found) throw new Refusal(`There is no tenant "${tenant}".`);
  return tenantContext.open({ tenantId: found.id }, () => act(found.slug));
}

function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [verb = '', tenant, ...others] = positionals;
  const namesTenant = verb !== 'rotate-master';
  if (!Object.hasOwn(ACTS, verb) || namesTenant !== (tenant !== undefined) || others.length > 0) throw new Refusal(USAGE);
  return { verb: verb as Verb, tenant, yes: values.yes ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { yes: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Resolves with the exit code. */
export async function keys(
  args: readonly string[],
  environment: Environment,
  write: (line: string) => void,
  warn: (line: string) => void,
): Promise<number> {
  try {
    const command = readCommand(args);
    write(await withProduct(environment, warn, (app) => ACTS[command.verb](app, command)));
    return 0;
  } catch (error) {
    const isTheirs = error instanceof Refusal || error instanceof ServiceError || error instanceof ConfigError;
    warn(isTheirs ? error.message : String((error as Error).stack ?? error));
    return 1;
  }
}

if (require.main === module) {
  const write = (line: string): boolean => process.stdout.write(`${line}\n`);
  const warn = (line: string): boolean => process.stderr.write(`${line}\n`);
  void keys(process.argv.slice(2), process.env, write, warn).then((code) => (process.exitCode = code));
}
