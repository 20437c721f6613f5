import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PhoneBehaviour } from './phones';
import { phoneScenario } from './scenario';
import { runSipp, untilListening } from './sipp-process';

/** A carrier played by SIPp: every number that is called through it does the same. */
export interface SippCarrier {
  /** Where the switch sends its calls, host:port. */
  address: string;
  /** The INVITE that called a number, as it came; empty while there was none. */
  heard(number: string): string;
  stop(): Promise<void>;
}

/** The switch is told of its carrier at its start, so this one starts first. */
export async function startCarrier(behaviour: PhoneBehaviour): Promise<SippCarrier> {
  const workDir = mkdtempSync(join(tmpdir(), 'carrier-'));
  const messages = join(workDir, 'messages');
  const process = await runSipp(workDir, phoneScenario(behaviour), ['-trace_msg', '-message_file', messages]);
  await untilListening(process);
  return {
    address: `127.0.0.1:${process.port}`,
    heard: (number) => {
      const received = existsSync(messages) ? readFileSync(messages, 'latin1').split('UDP message received') : [];
      return received.find((text) => text.includes(`INVITE sip:${number}@`)) ?? '';
    },
    stop: async () => {
      process.kill();
      await process.ended;
      rmSync(workDir, { recursive: true, force: true });
    },
  };
}
