import { defineTexts } from '../../texts/define-texts';

/** What the check found, by its codes. */
export const findingTexts = defineTexts(
  'ivr-findings',
  {
    no_such_start: 'The script begins with "{{name}}", which is no step. Choose the first step.',
    no_such_step: 'An exit leads to "{{name}}", which is no step.',
    unreachable: 'No caller ever comes here: no exit leads to this step.',
    silent_loop: 'Whoever presses nothing is led round in circles here. Lead one of the exits to a queue or to the end.',
    no_such_queue: 'There is no queue "{{name}}".',
    no_such_sound: 'There is no sound "{{name}}".',
    no_such_calendar: 'There are no opening hours "{{name}}".',
    no_such_segment: 'There is no customer segment "{{name}}".',
    no_such_agent: 'There is no agent {{name}}.',
    no_such_script: 'There is no published script "{{name}}".',
    calls_itself: 'The script "{{name}}" leads back into this one without an end.',
    keeps_masked: 'The value "{{name}}" is secret: what the caller typed in confidence is not written down, and not sent.',
    never_set: 'Nothing ever sets the value "{{name}}": it is empty here.',
  },
  {
    no_such_start: '起始步骤“{{name}}”不存在，请选择第一个步骤。',
    no_such_step: '某个出口指向“{{name}}”，该步骤不存在。',
    unreachable: '来电者永远到不了这里：没有出口指向此步骤。',
    silent_loop: '不按键的来电者会在此无限循环。请将其中一个出口指向队列或结束。',
    no_such_queue: '没有队列“{{name}}”。',
    no_such_sound: '没有语音“{{name}}”。',
    no_such_calendar: '没有营业时间“{{name}}”。',
    no_such_segment: '没有客户分级“{{name}}”。',
    no_such_agent: '没有坐席 {{name}}。',
    no_such_script: '没有已发布的流程“{{name}}”。',
    calls_itself: '流程“{{name}}”会无休止地回到本流程。',
    keeps_masked: '数值“{{name}}”已设为保密，不能写入通知。',
    never_set: '没有任何步骤设置数值“{{name}}”，在此为空。',
  },
);
