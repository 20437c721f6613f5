import { defineTexts } from '../../texts/define-texts';

export const notes = defineTexts(
  'notes',
  {
    label: 'My note about this call',
    hint: 'What the next colleague should know. It is saved as you type.',
    codes: 'How did it end?',
    codes_required: 'How did it end? Choose before you are done.',
    saved: 'Saved',
    saving: 'Saving …',
    kept: 'Not saved yet: it is kept here and tried again.',
    refused: 'Not saved: {{reason}}',
    left: '{{count}} characters left',
  },
  {
    label: '我对此通话的备注',
    hint: '写下同事需要知道的内容，边写边存。',
    codes: '通话小结',
    codes_required: '通话小结（完成前必选）',
    saved: '已保存',
    saving: '正在保存……',
    kept: '尚未保存：内容已保留在本页，将自动重试。',
    refused: '未保存：{{reason}}',
    left: '还可输入 {{count}} 字',
  },
);
