import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import type { QueueState } from '../queue-standing/domain/queue-state';
import type { Input } from './domain/command';
import { readScript } from './domain/read-script';
import type { Program } from './domain/script';
import { newState, step, type Stepped } from './domain/step';
import type { TryAnswerDto, TryInputDto, TryRequestDto } from './ivr-scripts.dto';
import { IvrScriptsRepository } from './ivr-scripts.repository';
import { IvrScriptsService } from './ivr-scripts.service';

/** Walks through a script without a switch: whoever asks tells what came of each command. */
@Injectable()
export class ScriptTrialService {
  constructor(
    private readonly scripts: IvrScriptsRepository,
    private readonly drafts: IvrScriptsService,
  ) {}

  async try(id: string, { document, language = 'zh-CN', variables = {}, inputs }: TryRequestDto): Promise<TryAnswerDto> {
    const { name, draft } = await this.drafts.find(id);
    const program = await this.programOf(name, document ?? draft, document ? '/document' : '/draft');
    const begun = step(program, newState(program, language, textsOf(variables)), { kind: 'begin' });
    const { state, commands } = inputs.reduce<Stepped>(({ state: before }, input) => step(program, before, inputOf(input)), begun);
    const { masked, variables: known } = state.call;
    const shown = Object.entries(known).map(([variable, value]) => [variable, masked.includes(variable) ? null : value]);
    return {
      step: state.frames.at(-1)?.at ?? null, ended: state.ended, commands: [...commands], path: [...state.path],
      variables: Object.fromEntries(shown),
    };
  }

  private async programOf(name: string, document: object, pointer: string): Promise<Program> {
    const reading = readScript(document, pointer);
    if (!reading.ok) throw new AppError('invalid_request', 'The document is no script yet: check it.', reading.problems);
    return { name, scripts: (await this.scripts.liveScripts()).set(name, reading.script) };
  }
}

function inputOf({ kind, digits = '', why = 'failed', values = {}, open = {}, queues = {} }: TryInputDto): Input {
  switch (kind) {
    case 'digits':
      return { kind, digits };
    case 'found':
      return { kind, values: textsOf(values) };
    case 'facts':
      return { kind, open: mapOf(open, (value) => value === true), queues: mapOf(queues, factsOf) };
    case 'back':
      return why === 'key' ? { kind, why, key: digits } : { kind, why };
    default:
      return { kind };
  }
}

function textsOf(values: Record<string, unknown>): Record<string, string> {
  return mapOf(values, (value) => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 500) : ''));
}

function factsOf(value: unknown): QueueState {
  const { waiting, agents, estimated_wait: wait } = (value ?? {}) as Record<string, unknown>;
  const count = (of: unknown) => (typeof of === 'number' ? of : 0);
  return { waiting: count(waiting), agents: count(agents), estimatedWait: count(wait) };
}

function mapOf<T>(values: Record<string, unknown>, read: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(value)]));
}
