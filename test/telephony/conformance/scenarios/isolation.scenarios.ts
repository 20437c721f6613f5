import type { PhoneAccount } from '../../../../freeswitch/phones/phones';
import type { Scenario } from '../scenario';
import { domainOf } from '../stage';

const INSURANCE = domainOf('insurance');

export const isolationScenarios: Scenario[] = [
  {
    name: 'registration',
    stages: { pharma: { agents: 1 }, insurance: { agents: 1 } },
    play: async ({ stage, facts }) => {
      const { account } = stage('pharma').agent(1);
      const { phones } = stage('pharma').bed;
      const attempts: Record<string, PhoneAccount> = {
        own: account,
        wrongPassword: { ...account, password: 'a guess' },
        foreignToHost: { ...account, toHost: INSURANCE },
        foreignRealm: { ...account, domain: INSURANCE },
        unknownUser: { ...account, user: '9999' },
        unknownDomain: { ...account, domain: 'nobody.seatline.test' },
      };
      for (const [what, attempt] of Object.entries(attempts)) facts[what] = await phones.register(attempt);
    },
    expected: {
      calls: [],
      facts: {
        own: 200, wrongPassword: 403, foreignToHost: 403, foreignRealm: 403, unknownUser: 403, unknownDomain: 403,
      },
    },
  },
  {
    name: 'no-way-across',
    stages: { pharma: { agents: 1 }, insurance: { agents: 2 } },
    play: async ({ stage, facts }) => {
      const [pharma, insurance] = [stage('pharma'), stage('insurance')];
      await pharma.seat(1, { kind: 'answer', afterMs: 200 });
      await insurance.seat(2, { kind: 'answer', afterMs: 200 });
      // an extension that only the other tenant has; it would pick up at once
      const to = insurance.agent(2).number;
      const { account } = pharma.agent(1);
      const attempts: Record<string, { account: PhoneAccount; to: string }> = {
        foreignExtension: { account, to },
        atForeignHost: { account: { ...account, toHost: INSURANCE }, to },
        foreignQueue: { account, to: insurance.names.queue },
        foreignContext: { account, to: 'tenant-insurance' },
        asForeignUser: { account: { ...account, user: to, domain: INSURANCE }, to },
      };
      for (const [what, attempt] of Object.entries(attempts)) {
        const { ended } = pharma.bed.phones.dial({ ...attempt, hangupAfterMs: 5000 });
        facts[what] = (await ended).status;
      }
    },
    expected: {
      calls: [],
      facts: { foreignExtension: 404, atForeignHost: 404, foreignQueue: 404, foreignContext: 404, asForeignUser: 403 },
    },
  },
];
