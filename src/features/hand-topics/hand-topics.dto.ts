import { ListField, TextField } from '../../platform/http/fields';
import { FREE_TEXT } from '../tenants/domain/text-rules';
import { type HandTopic, MOST_TOPICS, TOPIC_CODE } from './domain/hand-topic';

const NAME = { max: 64, pattern: FREE_TEXT.pattern, patternRule: FREE_TEXT.rule };

export class HandTopicDto implements Omit<HandTopic, 'nameZh'> {
  @TextField({ max: TOPIC_CODE.max, pattern: TOPIC_CODE.pattern, patternRule: TOPIC_CODE.rule, example: 'decision' })
  code: string;

  @TextField({ ...NAME, example: 'Need a decision' })
  name: string;

  @TextField({ ...NAME, optional: true, nullable: true, example: '需要决定', description: 'Null: the name serves both languages.' })
  nameZh?: string | null;
}

export class HandTopicsDto {
  @ListField(() => HandTopicDto, { max: MOST_TOPICS, description: 'In the order in which agents see them; no code twice.' })
  topics: HandTopicDto[];
}
