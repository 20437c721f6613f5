import type { Locale } from '../../tenants/domain/tenant-spec';

export interface MailedReset {
  /** Of the tenant, as people know it. */
  company: string;
  link: string;
  /** For which the link is good. */
  minutes: number;
}

interface Letter {
  subject: string;
  text: string;
}

const LETTERS: Record<Locale, (reset: MailedReset) => Letter> = {
  en: ({ company, link, minutes }) => ({
    subject: 'Your Seatline password',
    text: [
      `Somebody asked for a new password for your account at ${company}.`,
      `To set one, open this link within ${minutes} minutes. It is good once:`,
      link,
      'If it was not you, leave it: your password stays as it is.',
    ].join('\n\n'),
  }),
  'zh-CN': ({ company, link, minutes }) => ({
    subject: '重设您的 Seatline 密码',
    text: [
      `有人申请为您在“${company}”的账号重设密码。`,
      `请在 ${minutes} 分钟内打开以下链接并设置新密码，链接只能使用一次：`,
      link,
      '如果不是您本人申请，请忽略本邮件，您的密码不会改变。',
    ].join('\n\n'),
  }),
};

/** What somebody is sent who may set another password, in his tenant's language. */
export function passwordResetMail(locale: Locale, reset: MailedReset): Letter {
  return LETTERS[locale](reset);
}
