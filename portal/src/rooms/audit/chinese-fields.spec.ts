import { getMetadataArgsStorage } from 'typeorm';
import { ENTITIES } from '../../../../src/entities';
import { auditRuleOf } from '../../../../src/platform/audit/audited';
import { CHINESE } from './chinese-fields';

/** Which row it is, which the entry itself tells. */
const TOLD_OTHERWISE = ['id', 'tenantId', 'version'];

/** What of an entity may stand in an entry: its columns and those of what it is made from. */
function columnsOf(entity: object): string[] {
  const { columns } = getMetadataArgsStorage();
  return columns.filter(({ target }) => target === entity || Object.prototype.isPrototypeOf.call(target, entity)).map(({ propertyName }) => propertyName);
}

it('has a Chinese word for every field whose change the log tells', () => {
  const missing = ENTITIES.flatMap((entity) => {
    const rule = auditRuleOf(entity);
    return rule ? columnsOf(entity).filter((field) => ![...rule.ignored, ...TOLD_OTHERWISE].includes(field)) : [];
  });
  const told = [...new Set(missing)].filter((field) => !(field in CHINESE));
  expect(told).toEqual([]);
});
