import { createInterface } from 'node:readline/promises';
import { TenantFilesService } from '../src/features/tenants/tenant-files.service';
import { renderPlan } from '../src/features/tenants/domain/render-plan';
import { exportTenant } from '../src/features/tenants/domain/tenant-export';
import { type Plan, planTenant } from '../src/features/tenants/domain/tenant-plan';
import { ConfigError } from '../src/platform/config/config';
import { AppError } from '../src/platform/errors/app-error';
import { type Environment, withProduct } from './installation/with-product';
import { ServiceError } from './services/service-error';
import { readCommand, type TenantCommand, USAGE, UsageError } from './tenant/command';
import { ownSounds } from './tenant/own-sounds';
import { readFile, slugOf, type SoundPlaces } from './tenant/read-file';
import { Refusal } from './tenant/refusal';

/** Where the command's words come from and go to. */
export interface Terminal {
  environment: Environment;
  /** Whether a person reads the output. */
  colours: boolean;
  write(text: string): void;
  warn(line: string): void;
  /** Asks a person yes or no; null where there is none. */
  confirm: ((question: string) => Promise<boolean>) | null;
}

type Act = (command: TenantCommand, terminal: Terminal) => Promise<void>;

const ACTS: Record<TenantCommand['verb'], Act> = {
  plan: async ({ target }, terminal) => {
    const spec = await readFile(target, soundsOf(terminal));
    show(await withFiles(terminal, (files) => files.plan(spec)), terminal);
  },
  apply: async ({ target }, terminal) => {
    const spec = await readFile(target, soundsOf(terminal));
    const plan = await withFiles(terminal, (files) => files.apply(spec));
    show(plan, terminal);
    if (plan.changes.length > 0) terminal.write('applied\n');
  },
  export: async ({ target }, terminal) => {
    const slug = await slugOf(target, soundsOf(terminal));
    const spec = await withFiles(terminal, (files) => files.read(slug));
    if (!spec) throw new Refusal(`There is no tenant "${slug}".`);
    terminal.write(exportTenant(spec));
  },
  remove: async ({ target, yes }, terminal) => {
    const slug = await slugOf(target, soundsOf(terminal));
    if (!yes && !terminal.confirm) throw new UsageError('remove: nobody can be asked here, so it takes --yes');
    await withFiles(terminal, async (files) => {
      const current = await files.read(slug);
      if (!current) throw new Refusal(`There is no tenant "${slug}".`);
      show(planTenant(current, null), terminal);
      if (!yes && !(await terminal.confirm?.(`End everything that ${slug} leases?`))) throw new Refusal('Nothing was changed.');
      await files.remove(slug);
      terminal.write('removed\n');
    });
  },
};

function soundsOf({ environment, warn }: Terminal): SoundPlaces {
  return { directory: environment['SOUNDS_DIR'], ownOf: (slug) => ownSounds(environment, warn, slug) };
}

function withFiles<T>({ environment, warn }: Terminal, work: (files: TenantFilesService) => Promise<T>): Promise<T> {
  return withProduct(environment, warn, (app) => work(app.get(TenantFilesService)));
}

function show(plan: Plan, { colours, write }: Terminal): void {
  write(renderPlan(plan, { colours }));
}

/** What went wrong, in words; a fault of the program keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof Refusal || error instanceof ServiceError || error instanceof ConfigError) return error.message;
  if (error instanceof AppError) return `${error.detail} Nothing was changed.`;
  return String((error as Error).stack ?? error);
}

/** Resolves with the exit code: 0, 1 when it was refused, 2 when the command cannot be understood. */
export async function tenant(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const command = readCommand(args);
    await ACTS[command.verb](command, terminal);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) terminal.warn(`${error.message}\n${USAGE}`);
    else terminal.warn(explain(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

async function confirm(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}

if (require.main === module) {
  const terminal: Terminal = {
    environment: process.env,
    colours: process.stdout.isTTY,
    write: (text) => void process.stdout.write(text),
    warn: (line) => void process.stderr.write(`${line}\n`),
    confirm: process.stdin.isTTY ? confirm : null,
  };
  void tenant(process.argv.slice(2), terminal).then((code) => (process.exitCode = code));
}
