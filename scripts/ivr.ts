import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Command, Input } from '../src/features/ivr-scripts/domain/command';
import { readScript } from '../src/features/ivr-scripts/domain/read-script';
import type { Program, Script } from '../src/features/ivr-scripts/domain/script';
import { newState, step, type Stepped } from '../src/features/ivr-scripts/domain/step';
import { formatProblem } from '../src/features/tenants/domain/problem';
import { readTenantFile } from '../src/features/tenants/domain/tenant-file';
import { choicesOf, narrate, readAnswer } from './ivr/narrate';
import { ServiceError } from './services/service-error';

const USAGE = `usage: npm run ivr -- try FILE [SCRIPT] [--language en|zh-CN] [--caller NUMBER]
  walks through the script in FILE, a JSON document as /v1/ivr-scripts takes it, without a switch: it tells what a
  caller would hear, and you type what he does; FILE may be a tenant's, and SCRIPT one of its scripts`;

async function main(): Promise<void> {
  const { positionals, values } = arguments_();
  const [verb, file, script, ...more] = positionals;
  if (verb !== 'try' || file === undefined || more.length > 0) throw new ServiceError(USAGE);
  const program = programOf(file, script);
  const language = values.language === 'en' ? 'en' : 'zh-CN';
  await walk(program, step(program, newState(program, language, { caller_number: values.caller ?? '+8613800000001' }), { kind: 'begin' }));
}

function arguments_() {
  try {
    const options = { language: { type: 'string' }, caller: { type: 'string' } } as const;
    return parseArgs({ args: process.argv.slice(2), allowPositionals: true, options });
  } catch (error) {
    throw new ServiceError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Of a tenant's file all scripts are at hand, as one may call another. */
function programOf(file: string, name: string | undefined): Program {
  if (!/\.ya?ml$/.test(file)) return { name: 'script', scripts: new Map([['script', scriptOf(file, jsonOf(file))]]) };
  const reading = readTenantFile(textOf(file));
  if (!reading.ok) throw new ServiceError(reading.problems.map((problem) => formatProblem(file, problem)).join('\n'));
  const documents = new Map((reading.spec.ivrScripts ?? []).map(({ name: each, document }) => [each, document]));
  if (name === undefined || !documents.has(name)) throw new ServiceError(`SCRIPT must be one of ${[...documents.keys()].join(', ')}\n${USAGE}`);
  return { name, scripts: new Map([...documents].map(([each, document]) => [each, scriptOf(each, document)])) };
}

function scriptOf(file: string, document: unknown): Script {
  const reading = readScript(document);
  if (reading.ok) return reading.script;
  const problems = reading.problems.map(({ pointer, rule }) => `  ${pointer === '' ? '/' : pointer}: ${rule}`);
  throw new ServiceError(`${file} is no script:\n${problems.join('\n')}`);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceError(`${file} is no JSON: ${error.message}`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ServiceError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** Until the call ends, or nobody types any more. */
async function walk(program: Program, begun: Stepped): Promise<void> {
  const terminal = createInterface({ input: process.stdin, terminal: false });
  const lines = terminal[Symbol.asyncIterator]();
  let stepped = begun;
  for (;;) {
    process.stdout.write(`${stepped.state.path.at(-1) ?? 'the fallback'}\n`);
    for (const command of stepped.commands) process.stdout.write(`${narrate(command)}\n`);
    const last = stepped.commands.at(-1);
    const input = stepped.state.ended || !last ? null : await answer(last, lines);
    if (input === null) break;
    stepped = step(program, stepped.state, input);
  }
  terminal.close();
}

async function answer(command: Command, lines: AsyncIterator<string>): Promise<Input | null> {
  const choices = choicesOf(command);
  if (choices === '') return { kind: 'done' };
  for (;;) {
    process.stdout.write(`  (${choices}) > `);
    const { value, done } = await lines.next();
    if (done) return null;
    const input = readAnswer(command, value as string);
    if (input) return input;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ServiceError ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
