import { element, xmlDocument } from './xml-element';

/** One step of a dialplan: an application of the switch and its argument. */
export type Action = readonly [application: string, data: string];

/** A dialplan that matches just the number that was asked about. */
export function dialplanXml(context: string, destination: string, actions: Action[]): string {
  return xmlDocument(
    'dialplan',
    element(
      'context',
      { name: context },
      element(
        'extension',
        { name: 'seatline' },
        element(
          'condition',
          { field: 'destination_number', expression: `^${destination.replace(/[^A-Za-z0-9_-]/g, '\\$&')}$` },
          ...actions.map(([application, data]) => element('action', { application, data })),
        ),
      ),
    ),
  );
}
