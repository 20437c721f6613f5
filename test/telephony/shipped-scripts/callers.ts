import type { DigitPresses } from '../../../freeswitch/phones/phones';
import { ANSWERS_HTML, BREAKS_DOWN, NEVER_ANSWERS } from '../../../scripts/start/insurers-crm';

type ShippedTenant = 'pharma' | 'insurance';

/** One caller's way through a shipped script. */
export interface ScriptedCaller {
  what: string;
  tenant: ShippedTenant;
  /** Milliseconds after the answer: keys. */
  digits?: DigitPresses[];
  /** Gives up so many milliseconds after dialling. */
  hangupAfterMs?: number;
  /** The steps that he must have been led through, and no others. */
  way: string;
  outcome: 'answered' | 'completed' | 'abandoned' | 'timeout' | 'exit-key' | 'callback';
  /** What becomes of the callback that he asks for. */
  callback?: 'reached' | 'waiting';
  /** To the survey. */
  answers?: Record<string, number>;
  /** How the one SMS begins that he gets. */
  sms?: string;
}

/** Whoever comes into the queue is answered at once, and the agent hangs up after two seconds. */
export const WHILE_OPEN: ScriptedCaller[] = [
  { what: 'reports harm', tenant: 'pharma', digits: presses([2, '2'], [5, '1']), way: 'language english concern adverse-event desk', outcome: 'answered' },
  {
    what: 'says nothing, has it said again, is advised and answers both questions', tenant: 'pharma',
    digits: presses([29, '9'], [33, '2'], [42, '5'], [47, '1']),
    way: 'language chinese concern concern hours adviser satisfaction solved thanks', outcome: 'answered', answers: { satisfaction: 5, solved: 1 },
  },
  {
    what: 'presses what is no choice until the tries are over, and answers no question', tenant: 'pharma',
    digits: presses([2, '1'], [5, '7'], [10, '7'], [15, '7']), way: 'language chinese concern adviser satisfaction solved thanks', outcome: 'answered',
  },
  { what: 'asks to be called back', tenant: 'pharma', digits: presses([2, '2'], [5, '3']), way: 'language english concern call-back promised', outcome: 'callback', callback: 'reached' },
  { what: 'hangs up in the first menu', tenant: 'pharma', hangupAfterMs: 3000, way: 'language', outcome: 'abandoned' },
  { what: 'hangs up in the second menu', tenant: 'pharma', digits: presses([2, '2']), hangupAfterMs: 6000, way: 'language english concern', outcome: 'abandoned' },
  {
    what: 'hangs up in the survey', tenant: 'pharma', digits: presses([2, '2'], [5, '2']), hangupAfterMs: 14_000,
    way: 'language english concern hours adviser satisfaction', outcome: 'answered',
  },
  { what: 'has had an accident', tenant: 'insurance', digits: presses([2, '1']), way: 'concern accident people', outcome: 'answered' },
  {
    what: 'asks for a claim that is decided, then for people', tenant: 'insurance', digits: presses([2, '2'], [6, '12345678#'], [24, '2']),
    way: 'concern policy claim decided tell written sent more hours people', outcome: 'answered', sms: 'Policy 12345678: your claim was decided on',
  },
  {
    what: 'types too little, then asks for a claim that is open, and for another', tenant: 'insurance',
    digits: presses([2, '2'], [6, '123#'], [14, '12345679#'], [24, '1']), hangupAfterMs: 30_000,
    way: 'concern policy claim decided open-claim more policy', outcome: 'abandoned',
  },
  {
    what: 'asks for a policy that nobody knows, and says no more', tenant: 'insurance', digits: presses([2, '2'], [6, '11111111#']),
    way: 'concern policy claim unknown more goodbye', outcome: 'completed',
  },
  ...[BREAKS_DOWN, ANSWERS_HTML, NEVER_ANSWERS].map((policy) => ({
    what: `asks a system that fails: ${policy}`, tenant: 'insurance' as const, digits: presses([2, '2'], [6, `${policy}#`]),
    way: 'concern policy claim hours people', outcome: 'answered' as const,
  })),
  { what: 'types nothing', tenant: 'insurance', digits: presses([2, '2']), way: 'concern policy hours people', outcome: 'answered' },
  { what: 'does nothing at all', tenant: 'insurance', way: 'concern hours people', outcome: 'answered' },
  { what: 'hangs up while it is looked up', tenant: 'insurance', digits: presses([2, '2'], [5, `${NEVER_ANSWERS}#`]), hangupAfterMs: 9000, way: 'concern policy claim', outcome: 'abandoned' },
];

/** Out of hours, and no agent is ready. */
export const WHILE_CLOSED: ScriptedCaller[] = [
  { what: 'wants advice', tenant: 'pharma', digits: presses([2, '2'], [5, '2']), way: 'language english concern hours closed', outcome: 'completed' },
  {
    what: 'presses what is no choice, leaves the queue by a key, hears it all again and hangs up', tenant: 'pharma',
    digits: presses([2, '2'], [5, '7'], [9, '7'], [13, '7'], [18, '0']), hangupAfterMs: 24_000, way: 'language english concern adviser concern', outcome: 'exit-key',
  },
  {
    what: 'leaves the queue to be called back', tenant: 'pharma', digits: presses([2, '2'], [5, '7'], [9, '7'], [13, '7'], [18, '1']),
    way: 'language english concern adviser call-back promised', outcome: 'callback', callback: 'waiting',
  },
  { what: 'gives up in the queue', tenant: 'pharma', digits: presses([2, '2'], [5, '1']), hangupAfterMs: 10_000, way: 'language english concern adverse-event desk', outcome: 'abandoned' },
  { what: 'wants people', tenant: 'insurance', digits: presses([2, '3']), way: 'concern hours closed', outcome: 'completed' },
  { what: 'has had an accident, and nobody comes', tenant: 'insurance', digits: presses([2, '1']), way: 'concern accident people sorry', outcome: 'timeout' },
];

function presses(...keys: [atSeconds: number, digits: string][]): DigitPresses[] {
  return keys.map(([seconds, digits]) => ({ afterMs: seconds * 1000, digits }));
}
