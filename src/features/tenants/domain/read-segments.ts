import { SEGMENT_BOUNDS, SEGMENT_COLOURS, SEGMENT_DEFAULTS } from '../../segments/domain/segment';
import { readSound } from './read-queues';
import type { SegmentSpec } from './tenant-spec';
import { FREE_TEXT, PURPOSE, QUEUE_NAME } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

const KEYS = ['name', 'rank', 'description', 'greeting', 'queue', 'priority_seconds', 'answer_target', 'colour'];

/** Null where the file does not tell of segments: those that the tenant has made stay. */
export function readSegments(section: YamlCursor): Located<SegmentSpec>[] | null {
  if (!section.present) return null;
  return section.items('a list of segments').flatMap((at) => (at.expectMap(KEYS) ? [{ value: readSegment(at), at }] : []));
}

function readSegment(at: YamlCursor): SegmentSpec {
  const { rank, prioritySeconds: priority, answerTargetSeconds: target } = SEGMENT_BOUNDS;
  const [description, queue, colour] = [at.field('description'), at.field('queue'), at.field('colour')];
  const [wait, goal] = [at.field('priority_seconds'), at.field('answer_target')];
  return {
    name: at.field('name').text(FREE_TEXT),
    rank: at.field('rank').integer(rank.min, rank.max),
    description: description.present ? description.text(PURPOSE) : SEGMENT_DEFAULTS.description,
    greeting: readSound(at.field('greeting')),
    queue: queue.present ? queue.text(QUEUE_NAME) : null,
    prioritySeconds: wait.present ? wait.integer(priority.min, priority.max) : SEGMENT_DEFAULTS.prioritySeconds,
    answerTarget: goal.present ? goal.integer(target.min, target.max) : null,
    colour: colour.present ? colour.oneOf(SEGMENT_COLOURS) : SEGMENT_DEFAULTS.colour,
  };
}
