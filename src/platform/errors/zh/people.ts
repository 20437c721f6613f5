import type { Entry } from '../translate';

/** Signing in, passwords, second factors, users, API keys, webhooks and the portal's look. */
export const PEOPLE: readonly Entry[] = [
  ['The tenant, e-mail or password is wrong.', '租户、电子邮箱或密码有误。'],
  ['The code is wrong, or was used.', '验证码有误或已使用。'],
  ['This sign-in took too long: begin anew.', '登录已超时，请重新开始。'],
  ['The session is over: sign in again.', '会话已结束，请重新登录。'],
  ['Choose a password of your own first (POST /v1/me/password).', '请先设置自己的密码（POST /v1/me/password）。'],
  ['Enrol a second factor first (POST /v1/me/second-factor).', '请先设置二次验证（POST /v1/me/second-factor）。'],
  ['There is a second factor: remove that first.', '已设置二次验证，请先移除。'],
  ['There is no second factor that waits to be confirmed.', '没有待确认的二次验证。'],
  ['must be a code that is shown now and was not used yet', '须为当前显示且未使用过的验证码'],
  ['must be the password in use', '须为当前密码'],
  ['must not contain "{0}"', '不得包含“{0}”'],
  ['must not be a common password, or a pattern that is easily guessed', '不得为常见密码或容易猜到的组合'],
  ['must not be one of your last {0}', '不得与最近 {0} 个密码相同'],
  ['must be the token of a mail of the last 30 minutes, not used yet: ask for another one', '链接已失效或已使用（有效期 30 分钟），请重新申请'],

  ['There is no such tenant, or it has no identity provider.', '租户不存在，或未配置身份提供商。'],
  ['The identity provider does not answer.', '身份提供商没有响应。'],
  ['Signing in by the identity provider failed: begin anew.', '通过身份提供商登录失败，请重新开始。'],
  [
    'Somebody else of the identity provider signs in as the user of this e-mail address: an administrator can end that ' +
      '(DELETE /v1/users/{id}/identity-links).',
    '该电子邮箱的用户已关联身份提供商的另一账号，管理员可解除关联（DELETE /v1/users/{id}/identity-links）。',
  ],
  ['must be a public https address that answers with its OpenID configuration', '须为可公开访问且提供 OpenID 配置的 https 地址'],
  ['must be domains in lower case, such as pharma.example', '须为小写域名，例如 pharma.example'],

  ['Such a user may do what you may not: {0}.', '此类用户拥有您没有的权限：{0}。'],
  ['How its users sign in is for the tenant to say.', '用户的登录方式由租户自行管理。'],
  ['There is a user of that e-mail address.', '该电子邮箱已有用户。'],
  ['This is the last tenant_admin with a password of his own: another must choose his first.', '这是最后一位拥有自设密码的 tenant_admin，须先由另一位设置自己的密码。'],
  ['users: must keep a tenant_admin who signs in with a password of his own: it is for the tenant to replace him', 'users：须保留一位以自设密码登录的 tenant_admin，更换须由租户自行完成'],
  ['This is the last active tenant_admin: make another one first.', '这是最后一位启用的 tenant_admin，请先设置另一位。'],

  ['must be permissions, such as calls:read', '须为权限名称，例如 calls:read'],
  ['must be permissions of the role, which {0} is not', '须为该角色的权限，{0} 不属于该角色'],
  ['must grant no more than you may yourself, as {0} would', '不得超出您自己的权限，{0} 超出了范围'],
  ['must lie in the future', '须为将来的时间'],
  ['must lie within {0} days', '须在 {0} 天之内'],
  ['This key may do what you may not: {0}.', '此密钥拥有您没有的权限：{0}。'],
  ['must not lie after the end of your access', '不得晚于您的访问截止时间'],
  ['This key was not made by your access.', '此密钥并非凭您的访问授权创建。'],
  ['This key is revoked or has expired: create another.', '此密钥已撤销或已过期，请新建密钥。'],

  ['must be a URL like https://example.com/hooks', '须为形如 https://example.com/hooks 的网址'],
  ['must not hold a user or password', '不得包含用户名或密码'],
  ['must not hold a fragment (#…)', '不得包含片段（#…）'],
  ['must begin with https://', '须以 https:// 开头'],
  ['must use one of the ports {0}', '须使用以下端口之一：{0}'],
  ['must lead to a public address', '须指向公网地址'],
  ['There may be {0} endpoints.', '最多可有 {0} 个端点。'],
  ['It is being delivered already.', '正在投递中。'],
  ['Its endpoint is not active.', '其端点未启用。'],

  ['must be a colour like #0f5fd8', '须为形如 #0f5fd8 的颜色'],
  [
    'must be darker: white text on it has a contrast of {0}:1, and needs {1}:1',
    '颜色须更深：其上白色文字的对比度为 {0}:1，至少须为 {1}:1',
  ],
  [
    'must be a PNG of at most {0} × {1} pixels, written data:image/png;base64,…',
    '须为不超过 {0} × {1} 像素的 PNG，以 data:image/png;base64,… 形式填写',
  ],
];
