import { WRAP_UP_CODE } from '../../wrap-up-codes/domain/wrap-up-code';
import type { WrapUpCodeSpec } from './tenant-spec';
import { FREE_TEXT, QUEUE_NAME } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

const KEYS = ['code', 'name', 'name_zh', 'queues', 'active'];

/** Null where the file does not tell of wrap-up codes: those that the tenant has made stay. */
export function readWrapUpCodes(section: YamlCursor): Located<WrapUpCodeSpec>[] | null {
  if (!section.present) return null;
  return section.items('a list of wrap-up codes').flatMap((at) => (at.expectMap(KEYS) ? [{ value: readWrapUpCode(at), at }] : []));
}

function readWrapUpCode(at: YamlCursor): WrapUpCodeSpec {
  const [nameZh, active] = [at.field('name_zh'), at.field('active')];
  return {
    code: at.field('code').text(WRAP_UP_CODE),
    name: at.field('name').text(FREE_TEXT),
    nameZh: nameZh.present ? nameZh.text(FREE_TEXT) : null,
    queues: readQueueNames(at.field('queues')),
    active: active.present ? active.flag() : true,
  };
}

function readQueueNames(field: YamlCursor): string[] {
  const seen = new Set<string>();
  for (const at of field.items('a list of queues')) {
    const name = at.text(QUEUE_NAME);
    if (seen.has(name)) at.refuse('stands here a second time', name);
    seen.add(name);
  }
  return [...seen];
}
