import { element, param, xmlDocument } from './xml-element';

/** One queue as callcenter.conf holds it: its full name and the module's own parameters. */
export interface QueueConfiguration {
  /** `queue@domain` */
  name: string;
  params: Record<string, string | number | boolean>;
}

/**
 * callcenter.conf with at most the one queue that was asked for, and no agents or tiers: those are driven over the
 * event socket, since importing them here would reset their status.
 */
export function callcenterXml(queue?: QueueConfiguration): string {
  const queues = queue
    ? [element('queue', { name: queue.name }, ...Object.entries(queue.params).map(([name, value]) => param(name, value)))]
    : [];
  return xmlDocument(
    'configuration',
    element(
      'configuration',
      { name: 'callcenter.conf', description: 'mod_callcenter' },
      element('settings'),
      element('queues', {}, ...queues),
      element('agents'),
      element('tiers'),
    ),
  );
}
