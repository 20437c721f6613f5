import { exampleId, IntegerField, TextField } from './fields';

const CURSOR = { optional: true, min: 1, max: 40, pattern: /^[\w-]+$/, patternRule: 'must be an id of the list', example: exampleId('queue') };

/** The one cursor style of all lists: newest first, `after` goes on, `before` goes back. */
export class PageRequest {
  @IntegerField({ inQuery: true, optional: true, min: 1, max: 100, description: 'How many at most.', default: 20 })
  limit: number = 20;

  @TextField({ ...CURSOR, description: 'Only those after this id in the list (older).' })
  after?: string;

  @TextField({ ...CURSOR, description: 'Only those before this id in the list (newer).' })
  before?: string;
}

export interface Page<T> {
  data: T[];
  hasMore: boolean;
}
