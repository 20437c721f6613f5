import { defineTexts } from '../texts/define-texts';

export const entry = defineTexts(
  'entry',
  {
    enter: 'Enter',
    enter_named: 'Enter {{name}}',
    title: 'Enter {{name}}',
    about: 'The tenant sees your name, your reason and until when, and can end it at any time. All that you do there stands in its log as yours.',
    reason: 'Why',
    reason_hint: 'The tenant reads it, such as: Sets up the autumn campaign',
    how_long: 'For how long',
    hours_one: '1 hour',
    hours_other: '{{count}} hours',
    days_one: '1 day',
    days_other: '{{count}} days',
  },
  {
    enter: '进入',
    enter_named: '进入 {{name}}',
    title: '进入 {{name}}',
    about: '租户会看到您的姓名、原因和截止时间，并可随时终止。您在其中的所有操作都会以您的名义记入其日志。',
    reason: '原因',
    reason_hint: '租户会看到此内容，例如：配置秋季活动',
    how_long: '时长',
    hours_one: '{{count}} 小时',
    hours_other: '{{count}} 小时',
    days_one: '{{count}} 天',
    days_other: '{{count}} 天',
  },
);
