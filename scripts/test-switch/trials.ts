import { runBrowserPhone } from '../../test/telephony/browser-phone/run-browser-phone';
import { runCallbackStorm } from '../../test/telephony/callback-storm/run-callback-storm';
import { realSwitch } from '../../test/telephony/conformance/switch-under-test';
import { runMixedLoad } from '../../test/telephony/mixed-load/run-mixed-load';
import { runRecordingPause } from '../../test/telephony/recording/run-recording-pause';
import { freeSwitch, runSurvival } from '../../test/telephony/resilience/run-survival';
import { runShippedScripts } from '../../test/telephony/shipped-scripts/run-shipped-scripts';
import { provisionHotline } from '../provisioning/provision-hotline';
import { CHROMIUM, ensureProgram } from '../services/ensure-program';

/** What is tried on a real switch besides the scenarios: each by itself. */
export interface Trial {
  name: string;
  what: string;
  /** @returns what is wrong, and figures to be shown */
  run(binary: string, say: (line: string) => void): Promise<{ problems: string[] }>;
}

/** Seconds from a hotline's file to its first answered call. */
const PROVISIONED_WITHIN = 60;

export const TRIALS: readonly Trial[] = [
  {
    name: 'shipped-scripts',
    what: "Callers of the shipped tenants press each key and none, their clients' systems fail, and they hang up in each step",
    run: (binary) => runShippedScripts(realSwitch(binary)),
  },
  {
    name: 'callback-storm',
    what: 'Two hundred callers ask for a callback in a minute, and two processes are killed',
    run: (binary) => runCallbackStorm(freeSwitch(binary)),
  },
  {
    name: 'mixed-load',
    what: 'A fifth more callers than the agents can take, VIPs among them',
    run: (binary) => runMixedLoad(freeSwitch(binary)),
  },
  {
    name: 'kills',
    what: 'Every process of the product, and the switch itself, is killed under fifty calls',
    run: (binary) => runSurvival(freeSwitch(binary)),
  },
  {
    name: 'provisioning',
    what: "The emergency hotline goes from its file to its first answered call while another tenant's call goes on",
    run: async (_, say) => {
      const { seconds, ...figures } = await provisionHotline(say);
      const problems = seconds < PROVISIONED_WITHIN ? [] : [`the first call was answered after ${seconds} s, not within ${PROVISIONED_WITHIN} s`];
      return { problems, seconds, ...figures };
    },
  },
  {
    name: 'recording-pause',
    what: 'A conversation in which both sides speak is paused for card data, and its recording read sample by sample',
    run: (binary) => runRecordingPause(realSwitch(binary)),
  },
  {
    name: 'browser-phone',
    what: 'An agent answers in Chromium, over WebRTC, with the page loaded anew and the network cut in mid-call',
    run: async (binary, say) => {
      await ensureProgram(CHROMIUM, say);
      return runBrowserPhone(realSwitch(binary));
    },
  },
];
