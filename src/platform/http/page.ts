import { IntegerField, TextField } from './fields';

/** The one cursor style of all lists: newest first, `after` goes on, `before` goes back. */
export class PageRequest {
  @IntegerField({ inQuery: true, optional: true, min: 1, max: 100, description: 'How many at most.', default: 20 })
  limit: number = 20;

  @TextField({ optional: true, max: 40, description: 'Only those after this id in the list (older).' })
  after?: string;

  @TextField({ optional: true, max: 40, description: 'Only those before this id in the list (newer).' })
  before?: string;
}

export interface Page<T> {
  data: T[];
  hasMore: boolean;
}
