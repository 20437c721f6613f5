import { LONGEST_SECONDS } from './queue-settings';

/** What mod_callcenter holds per agent, in whole seconds unless said otherwise. */
export interface AgentTiming {
  wrapUp: number;
  /** Missed offers in a row before the queue's agent_no_answer_status is set; 0 means never. */
  maxNoAnswer: number;
  rejectDelay: number;
  busyDelay: number;
  noAnswerDelay: number;
  /** How long one offer rings. */
  ringSeconds: number;
}

/** One value of an agent: its name on the switch, in a tenant file and in AgentTiming. */
export interface AgentTimingSetting {
  key: keyof AgentTiming;
  /** Key of `callcenter_config agent set`, or the dial-string variable that carries it. */
  moduleName: string;
  yamlName: string;
  min: number;
  max: number;
  default: number;
  /** Why a value below `min` is refused. */
  belowMin?: string;
}

const HOT_LOOP =
  'with no delay mod_callcenter offers the same agent again every 100 ms, as nothing it sorts agents by has moved';

/** mod_callcenter gives up an offer after agent-originate-timeout (60 s) whatever the leg says. */
const LONGEST_RING = 60;

/** Everything a tenant sets per agent, in the order files are written. */
export const AGENT_TIMINGS: readonly AgentTimingSetting[] = [
  { key: 'wrapUp', moduleName: 'wrap_up_time', yamlName: 'wrap_up', min: 0, max: LONGEST_SECONDS, default: 3 },
  { key: 'maxNoAnswer', moduleName: 'max_no_answer', yamlName: 'max_no_answer', min: 0, max: 100, default: 3 },
  delay('rejectDelay', 'reject_delay_time', 'reject_delay'),
  delay('busyDelay', 'busy_delay_time', 'busy_delay'),
  delay('noAnswerDelay', 'no_answer_delay_time', 'no_answer_delay'),
  {
    key: 'ringSeconds',
    moduleName: 'leg_timeout',
    yamlName: 'ring_seconds',
    min: 1,
    max: LONGEST_RING,
    default: 15,
    belowMin: 'an offer that never rings can never be answered',
  },
];

function delay(key: keyof AgentTiming, moduleName: string, yamlName: string): AgentTimingSetting {
  return { key, moduleName, yamlName, min: 1, max: LONGEST_SECONDS, default: 5, belowMin: HOT_LOOP };
}
