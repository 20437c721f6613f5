import type { components } from './schema';

export type Problem = components['schemas']['ProblemDto'];

/** No answer of the API's came back: the network, or a proxy in between. */
export const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'Unreachable',
  status: 0,
  code: 'unavailable',
  detail: '',
  trace_id: '',
};

/** A request that was refused or failed, as RFC 9457 tells it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
  }

  is(code: Problem['code']): boolean {
    return this.problem.code === code;
  }
}
