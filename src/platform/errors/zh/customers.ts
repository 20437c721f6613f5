import type { Entry } from '../translate';

/** Customers and their segments. */
export const CUSTOMERS: readonly Entry[] = [
  ['There is a segment of that name.', '已有同名客户分级。'],
  ['must be a segment of this tenant', '须为本租户的客户分级'],
  ['must be another segment of this tenant', '须为本租户的另一个客户分级'],
  ['Customers belong to the segment: say with move_to where they go.', '该分级中仍有客户，请用 move_to 指明客户转入的分级。'],
  ['Customers belong to the segment {0}: move them to another one first.', '分级 {0} 中仍有客户，请先将其转入其他分级。'],
  ['must be 1 to 200 characters on one line', '须为 1 至 200 个字符，且不换行'],
  ['belongs to another customer', '已属于其他客户'],
  ['A number belongs to another customer; see errors.', '有号码已属于其他客户，详见 errors。'],
  [
    "must be a caller's number such as +8613800138001, 13800138001 or 02160010001",
    '须为来电号码，例如 +8613800138001、13800138001 或 02160010001',
  ],
  ['is required: what it was is erased', '必填：原内容已被删除'],
  ['must not begin or end with a space', '首尾不得有空格'],
  ['must be 1 to 40 letters, digits, hyphens and underscores', '须为 1 至 40 个字母、数字、连字符或下划线'],
];
