import {
  BooleanField,
  DataField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
  TimeField,
} from '../../platform/http/fields';

export class SwitchLinkDto {
  @BooleanField({ example: true })
  up: boolean;

  @TimeField({ description: 'Since when it is so.' })
  since: Date;

  @TextField({ nullable: true, example: null, description: 'Why it is down.' })
  reason: string | null;
}

export class SwitchFiguresDto {
  @TimeField({ description: 'When the switch told it; it does so every 20 s.' })
  at: Date;

  @TextField({ min: 0, example: '1.10.12-release' })
  version: string;

  @IntegerField({ example: 86_400 })
  uptimeSeconds: number;

  @IntegerField({ example: 12, description: 'Legs of calls at this moment.' })
  sessions: number;

  @IntegerField({ example: 2000, description: 'Legs that the switch takes at the most.' })
  maxSessions: number;

  @IntegerField({ max: 100, example: 96 })
  idleCpuPercent: number;
}

export class LastReconciliationDto {
  @TimeField()
  at: Date;

  @IntegerField({ example: 42, description: 'How long it took.' })
  milliseconds: number;

  @DataField({ example: {}, description: 'How often each kind of step was taken; empty when all was as it should be.' })
  corrections: Record<string, number>;

  @IntegerField({ example: 0, description: 'Steps that the switch refused; the next pass tries again.' })
  refused: number;

  @TextField({ nullable: true, max: 1000, example: null, description: 'Why it could not be done.' })
  failure: string | null;
}

export class MendedDto {
  @IntegerField({ example: 3, description: 'Passes that found something for a tenant.' })
  passes: number;

  @IntegerField({ example: 1, description: 'Agents that no call was offered to any more, though free.' })
  agentsFreed: number;

  @IntegerField({ example: 0, description: 'Callers that no queue had any more, queued anew.' })
  callersRequeued: number;

  @IntegerField({ example: 0, description: 'Steps that the switch refused.' })
  refused: number;
}

export class NodeFindingDto {
  @IdField('reconciliation')
  id: string;

  @IdField('tenant')
  tenantId: string;

  @TextField({ max: 64, example: 'Drug maker' })
  tenantName: string;

  @DataField({ example: { 'free-agent': 1 }, description: 'How often each kind of step was taken.' })
  counts: Record<string, number>;

  @IntegerField({ example: 0 })
  refused: number;

  @TextListField({ example: ['free-agent 1001@pharma.seatline.test'], description: 'The first few steps.' })
  examples: string[];

  @TimeField()
  createdAt: Date;
}

export class SwitchNodeDto {
  @TextField({ max: 60, example: 'sw1' })
  node: string;

  @BooleanField({ example: true, description: 'Whether its switch process still tells of it; what follows is what it told last.' })
  alive: boolean;

  @TimeField({ description: 'When it told last.' })
  at: Date;

  @TimeField({ description: 'Since when its switch process runs.' })
  startedAt: Date;

  @ObjectField(() => SwitchLinkDto)
  link: SwitchLinkDto;

  @ObjectField(() => SwitchFiguresDto, { optional: true, description: 'Left out before the switch has told anything.' })
  switch?: SwitchFiguresDto;

  @ObjectField(() => LastReconciliationDto, { optional: true, description: 'Left out before the first.' })
  reconciliation?: LastReconciliationDto;

  @ObjectField(() => MendedDto, { description: 'In the last 24 hours.' })
  mended: MendedDto;

  @ListField(() => NodeFindingDto, { max: 200, description: 'What was mended in the last 24 hours, newest first; the last few.' })
  findings: NodeFindingDto[];
}

export class SwitchNodesDto {
  @ListField(() => SwitchNodeDto, { description: 'By name; one that is silent for a week is forgotten.' })
  nodes: SwitchNodeDto[];
}
