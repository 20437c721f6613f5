import type { Scenario } from '../scenario';
import { answeringScenarios } from './answering.scenarios';
import { configurationScenarios } from './configuration.scenarios';
import { diallingScenarios } from './dialling.scenarios';
import { isolationScenarios } from './isolation.scenarios';
import { turnedAwayScenarios } from './turned-away.scenarios';
import { waitingScenarios } from './waiting.scenarios';

/** The one table: the same on the simulator and on a real switch. */
export const SCENARIOS: readonly Scenario[] = [
  ...answeringScenarios,
  ...waitingScenarios,
  ...turnedAwayScenarios,
  ...diallingScenarios,
  ...isolationScenarios,
  ...configurationScenarios,
];
