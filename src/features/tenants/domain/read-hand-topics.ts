import { type HandTopic, MOST_TOPICS, TOPIC_CODE } from '../../hand-topics/domain/hand-topic';
import { FREE_TEXT } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

/** Null where the file does not tell of topics: those that the tenant has made stay. */
export function readHandTopics(section: YamlCursor): Located<HandTopic>[] | null {
  if (!section.present) return null;
  const topics = section.items('a list of topics').flatMap((at) => (at.expectMap(['code', 'name', 'name_zh']) ? [{ value: readTopic(at), at }] : []));
  if (topics.length > MOST_TOPICS) section.refuse(`must hold no more than ${MOST_TOPICS} topics`, topics.length);
  return topics;
}

function readTopic(at: YamlCursor): HandTopic {
  const nameZh = at.field('name_zh');
  return { code: at.field('code').text(TOPIC_CODE), name: at.field('name').text(FREE_TEXT), nameZh: nameZh.present ? nameZh.text(FREE_TEXT) : null };
}
