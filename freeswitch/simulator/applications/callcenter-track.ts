import type { Application } from './application';

/** Counts a call outside the queues against its agent until the leg ends. */
export const callcenterTrack: Application = (sw, channel, argument) => {
  const agent = sw.callcenter.store.agent(argument);
  // it asks aloud whether there is such an agent
  if (!agent || sw.callcenter.agents.get('status', argument).result !== 'ok') return;
  channel.set('cc_tracked_agent', argument);
  agent.external_calls_count++;
  void channel.waitUntil(() => !channel.up).then(() => {
    agent.external_calls_count--;
  });
};
