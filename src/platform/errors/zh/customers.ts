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

  ['stands in a line before', '前面的行中已出现'],
  ['has more cells than there are columns: text with a comma stands in quotes', '单元格多于列数：含逗号的文本须加引号'],
  ['must be 1 to 100 characters', '须为 1 至 100 个字符'],
  ['must be at most 200 characters', '不得超过 200 个字符'],
  ['must be zh-CN or en, or empty', '须为 zh-CN 或 en，或留空'],
  [
    "must be callers' numbers such as +8613800138001 or 02160010001, with ; between them",
    '须为来电号码，例如 +8613800138001 或 02160010001，多个号码以 ; 分隔',
  ],
  ['must not be more than 10 numbers', '不得超过 10 个号码'],
  ['must not be more than 20 attributes', '不得超过 20 个属性'],
  ['must be external_id, name, numbers, segment, language or attribute.NAME', '须为 external_id、name、numbers、segment、language 或 attribute.名称'],
  ['must name an attribute of 1 to 40 characters', '属性名须为 1 至 40 个字符'],
  ['is required: by it a customer is known again', '必填：用于识别同一客户'],
  ['is required: a new customer has one', '必填：新客户须有姓名'],
  ['The columns of the file break a rule; see errors.', '文件的列不符合要求，详见 errors。'],
  ['must be a CSV whose first line names its columns', '须为首行列出列名的 CSV 文件'],
  ['must be a CSV: line {0} cannot be read, a quote stands wrong or a line is too long', '须为 CSV 文件：第 {0} 行无法读取，引号有误或该行过长'],
  ['must be text in UTF-8, not GB18030 or another encoding: save it as "CSV UTF-8"', '须为 UTF-8 编码的文本，不支持 GB18030 等其他编码：请另存为“CSV UTF-8”'],
  ['must not have more than 100,000 rows', '不得超过 100,000 行'],
  ['The body must be a file, its Content-Type text/….', '请求正文须为文件，其 Content-Type 为 text/…。'],
];
