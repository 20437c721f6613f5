import type { Entry } from '../translate';

/** What is told of tariffs and contracts. */
export const CONTRACTS: readonly Entry[] = [
  ['{0} "{1}" needs a row without a band too, for all other times', '{0}“{1}”还须有一行不带 band 的费率，用于其他时段'],
  ['must be a band of the tariff', '须为本资费的时段'],
  ['must be a band of the tariff; did you mean "{0}"?', '须为本资费的时段；是否应为“{0}”？'],
  ['the name of a band {0}', '时段名称{0}'],
  ['this band never holds', '此时段从不生效'],
  ['must be a day (mon … sun), days such as mon-fri, or on_holidays', '须为某天（mon … sun）、连续几天（例如 mon-fri）或 on_holidays'],
  ['bands by name', '按名称列出的时段'],
  ['days and on_holidays, e.g. mon-sun: "22:00-07:00"', '星期与 on_holidays，例如 mon-sun: "22:00-07:00"'],
  ['must not lie before {0}: what was agreed for earlier months stays as it was', '不得早于 {0}：此前月份的约定不再更改'],
  ['must not be negative', '不得为负'],
  ['must be an amount such as "1200" or "0.15", with 6 decimals at the most', '须为金额，例如 "1200" 或 "0.15"，最多 6 位小数'],
  ['must be 100 at the most', '最多为 100'],
  ['must be left out of the last one, which goes on', '最后一项须省略，因其无上限'],
  ['must be given on all but the last one', '除最后一项外均须填写'],
  ['must be more than {0}', '须大于 {0}'],
  ['must be the first digits of a number', '须为号码的前几位数字'],
  ['must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter', '须为 1 至 40 个小写字母、数字或连字符，以字母开头'],
  ['names an item or a discount already', '已用于另一收费项或折扣'],
  ['must be the code of an item, or one of {0}', '须为收费项的代码，或以下之一：{0}'],
  ['must be letters, digits, spaces and . / -', '须为字母、数字、空格或 . / -'],
  ['must be a country of ISO 3166, such as CN', '须为 ISO 3166 国家代码，例如 CN'],
  ['A draft is no invoice yet: its month is not over.', '草稿尚不是账单：当月尚未结束。'],
];
