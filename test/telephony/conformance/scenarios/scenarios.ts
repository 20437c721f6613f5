import type { Scenario } from '../scenario';
import { answeringScenarios } from './answering.scenarios';
import { configurationScenarios } from './configuration.scenarios';
import { diallingScenarios } from './dialling.scenarios';
import { floodScenarios } from './flood.scenarios';
import { fraudScenarios } from './fraud.scenarios';
import { isolationScenarios } from './isolation.scenarios';
import { ivrScenarios } from './ivr.scenarios';
import { outboundScenarios } from './outbound.scenarios';
import { overflowScenarios } from './overflow.scenarios';
import { sipScenarios } from './sip.scenarios';
import { spendingScenarios } from './spending.scenarios';
import { standingScenarios } from './standing.scenarios';
import { supervisionScenarios } from './supervision.scenarios';
import { transferScenarios } from './transfers.scenarios';
import { turnedAwayScenarios } from './turned-away.scenarios';
import { waitingScenarios } from './waiting.scenarios';

/** The one table: the same on the simulator and on a real switch, but for what only SIP can say. */
export const SCENARIOS: readonly Scenario[] = [
  ...answeringScenarios,
  ...waitingScenarios,
  ...turnedAwayScenarios,
  ...diallingScenarios,
  ...isolationScenarios,
  ...configurationScenarios,
  ...outboundScenarios,
  ...fraudScenarios,
  ...spendingScenarios,
  ...floodScenarios,
  ...transferScenarios,
  ...supervisionScenarios,
  ...ivrScenarios,
  ...standingScenarios,
  ...overflowScenarios,
  ...sipScenarios,
];

/** Those that the simulator can play. */
export const WITHOUT_SIP: readonly Scenario[] = SCENARIOS.filter(({ sip }) => !sip);
