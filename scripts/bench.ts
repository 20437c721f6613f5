import { spawnSync } from 'node:child_process';
import { auditAppendUs } from '../bench/audit-append';
import { cdrIntakeVsSingleInsert } from '../bench/cdr-intake';
import { eslDecodeVsModesl } from '../bench/esl-decode';
import type { Figure } from '../bench/figure';
import { desktopFirstContent, floorFirstContent } from '../bench/first-content';
import { floorEventToScreen } from '../bench/floor-page';
import { foreignVsUnknownId } from '../bench/foreign-ids';
import { ivrKbPerHeldCall, ivrStepsPerCpuSecond } from '../bench/ivr-load';
import { ivrSetupAddedMs } from '../bench/ivr-setup';
import { provisionHotlineSeconds } from '../bench/provision-hotline';
import { quietTenantP99 } from '../bench/quiet-tenant';
import { ratingVsDecimalJs } from '../bench/rating';
import { scopedReadVsMysql2 } from '../bench/scoped-read';
import { xmlAnswerP99 } from '../bench/xml-answer';
import { ServiceError } from './services/service-error';

type Measure = (log: (line: string) => void) => Promise<Figure>;

const FIGURES: Record<string, Measure> = {
  'esl-decode-vs-modesl': () => eslDecodeVsModesl(),
  'cdr-intake-vs-single-insert': cdrIntakeVsSingleInsert,
  'xml-answer-p99-ms': xmlAnswerP99,
  'provision-hotline-s': provisionHotlineSeconds,
  'scoped-read-vs-mysql2': scopedReadVsMysql2,
  'audit-append-us': auditAppendUs,
  'quiet-tenant-p99-under-flood': quietTenantP99,
  'foreign-vs-unknown-id': foreignVsUnknownId,
  'rating-vs-decimaljs': ratingVsDecimalJs,
  'ivr-steps-per-cpu-s': ivrStepsPerCpuSecond,
  'ivr-kb-per-held-call': ivrKbPerHeldCall,
  'ivr-setup-added-ms': ivrSetupAddedMs,
  'floor-event-to-screen-p99-ms': floorEventToScreen,
  'desktop-first-content-ms': desktopFirstContent,
  'floor-first-content-ms': floorFirstContent,
};

const USAGE = `usage: npm run -s bench [-- FIGURE]
  FIGURE is one of: ${Object.keys(FIGURES).join(', ')}; without one, all of them are measured`;

/** Prints one JSON line a figure. Resolves with the exit code: 0, 1 when one could not be measured, 2 for wrong use. */
export async function bench(
  args: readonly string[],
  write: (line: string) => void,
  warn: (line: string) => void,
): Promise<number> {
  const unknown = args.find((name) => !Object.hasOwn(FIGURES, name));
  if (unknown !== undefined || args.length > 1) {
    warn(unknown === undefined ? USAGE : `${unknown}: no such figure\n${USAGE}`);
    return 2;
  }
  const [name] = args;
  if (name === undefined) return Math.max(...Object.keys(FIGURES).map(measureApart));
  try {
    write(JSON.stringify(await FIGURES[name]?.(warn)));
    return 0;
  } catch (error) {
    warn(`${name}: ${error instanceof ServiceError ? error.message : String((error as Error).stack ?? error)}`);
    return 1;
  }
}

/** In a process of its own: what one figure leaves on the heap must not slow the next. Returns its exit code. */
function measureApart(name: string): number {
  return spawnSync(process.execPath, [...process.execArgv, __filename, name], { stdio: 'inherit' }).status ?? 1;
}

if (require.main === module) {
  const write = (line: string): boolean => process.stdout.write(`${line}\n`);
  const warn = (line: string): boolean => process.stderr.write(`${line}\n`);
  void bench(process.argv.slice(2), write, warn).then((code) => (process.exitCode = code));
}
