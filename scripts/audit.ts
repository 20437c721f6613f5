import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TenantsReader } from '../src/features/tenants/tenants.reader';
import { AuditVerifier, type ChainFinding } from '../src/platform/audit/audit-verifier';
import type { AuditHead } from '../src/platform/audit/domain/audit-chain';
import { ConfigError } from '../src/platform/config/config';
import { type Environment, withProduct } from './installation/with-product';
import { ServiceError } from './services/service-error';

const USAGE = `usage: npm run -s audit -- verify [--noted FILE]   tells whether every audit log is as it was written
       npm run -s audit -- note > FILE             where the logs end now; keep it outside of the database:
                                                   a log that was put back to an earlier state is found by it`;

/** What the person at the terminal can mend: shown without a stack. */
class Refusal extends Error {}

interface Terminal {
  environment: Environment;
  write(line: string): void;
  warn(line: string): void;
}

interface Command {
  verb: 'verify' | 'note';
  noted: AuditHead[];
}

function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [verb, ...others] = positionals;
  if ((verb !== 'verify' && verb !== 'note') || others.length > 0) throw new Refusal(USAGE);
  if (values.noted !== undefined && verb === 'note') throw new Refusal(`--noted: only for verify\n${USAGE}`);
  return { verb, noted: values.noted === undefined ? [] : readNotes(values.noted) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { noted: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`);
  }
}

/** @throws Refusal when it is not what `note` printed */
function readNotes(path: string): AuditHead[] {
  try {
    const heads = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as AuditHead);
    if (heads.every(({ tenantId, seq, digest }) => tenantId && Number.isInteger(seq) && digest)) return heads;
  } catch (error) {
    throw new Refusal(`${path}: cannot be read (${(error as Error).message})`);
  }
  throw new Refusal(`${path}: must be what \`npm run -s audit -- note\` printed`);
}

async function verify(verifier: AuditVerifier, names: Map<string, string>, noted: AuditHead[], terminal: Terminal) {
  const chains = new Set([...(await verifier.tenantIds()), ...noted.map(({ tenantId }) => tenantId)]);
  let broken = 0;
  for (const tenantId of chains) {
    const finding = await verifier.verify(tenantId, noted.filter((head) => head.tenantId === tenantId));
    broken += Number(finding.problems.length > 0);
    for (const line of linesOf(finding, names.get(tenantId) ?? tenantId)) terminal.write(line);
  }
  return broken === 0;
}

function linesOf({ entries, problems }: ChainFinding, name: string): string[] {
  const verdict = problems.length === 0 ? 'as written' : 'NOT AS WRITTEN';
  return [`${name}: ${entries} entries, ${verdict}`, ...problems.map(({ seq, problem }) => `  ${seq}: ${problem}`)];
}

/** Resolves with the exit code: 0, 1 when a log is not as it was written or it could not be told. */
export async function audit(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { verb, noted } = readCommand(args);
    return await withProduct(terminal.environment, terminal.warn, async (app) => {
      const verifier = app.get(AuditVerifier);
      if (verb === 'verify') {
        const names = new Map((await app.get(TenantsReader).everyone()).map(({ id, slug }) => [id, slug]));
        return (await verify(verifier, names, noted, terminal)) ? 0 : 1;
      }
      for (const head of await verifier.heads()) terminal.write(JSON.stringify(head));
      return 0;
    });
  } catch (error) {
    const expected = error instanceof Refusal || error instanceof ServiceError || error instanceof ConfigError;
    terminal.warn(expected ? error.message : String((error as Error).stack ?? error));
    return 1;
  }
}

if (require.main === module) {
  const terminal: Terminal = {
    environment: process.env,
    write: (line) => void process.stdout.write(`${line}\n`),
    warn: (line) => void process.stderr.write(`${line}\n`),
  };
  void audit(process.argv.slice(2), terminal).then((code) => (process.exitCode = code));
}
