import { CAPITALS, HEX, madeUp } from '#test/runtime/redact/made-up.ts';

const after = (start: string, length: number, alphabet?: string) =>
  `${start}${madeUp(start, length, alphabet)}`;
const form = (text: string, secret: string) => ({ text: text.replace('{}', () => secret), secret });

/** Forms that one detector alone finds: without it, the secret stays. */
export const LONE_FORMS: { text: string; secret: string }[] = [
  form(
    `PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 1\n{}\nPrivate-MAC: ${madeUp('m', 40, HEX)}`,
    'Qx7Kp2Zz==',
  ),
  form('Private-Lines: 1\n{}', madeUp('lines', 64)),
  form('the body is {}', after('MIIEvQIBADANBgkqhkiG9w0B', 80)),
  form(`aws_session_token=${madeUp('st1', 30)}\n{}`, `${madeUp('st2', 30)}9`),
  form('we sent {}', after('IQoJb3JpZ2lu', 90)),
  form('we sent {}', after('ghp_', 24)),
  form('we sent {}', after('npm_', 31)),
  form('we sent {}', after('dckr_oat_', 32)),
  form('we sent {}', after('pub', 32, HEX)),
  form('we sent {}', after('u+', 18)),
  form('we sent {}', after('hvs.', 24)),
  form('we sent {}', after('sk-ant-admin01-', 30)),
  form('we sent {}', after('lin_oauth_', 40)),
  form('jdbc:oracle:thin:scott/{}@db:1521/x', 'Tanuki99x'),
  form('https://{}@sentry.internal/42', madeUp('dsn', 32, HEX)),
  form('we sent Bearer {} to it', `${madeUp('b', 24)}7`),
  form('we sent Basic {} to it', 'dXNlcjpUYW51a2k5'),
  form('AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature={}', madeUp('v4', 64, HEX)),
  form('JSESSIONID={}', madeUp('js', 24, CAPITALS)),
  form('"auth": "{}"', 'dXNlcjpUYW51a2k5'),
  form('otpauth://totp/app:ken?x={}', madeUp('otp', 16, CAPITALS)),
  form('.dockerconfigjson: {}', after('eyAiYXV0aHMi', 40)),
  form('アクセストークンは{}です', madeUp('said', 24)),
  form('my passphrase: correct {}', 'horse battery staple'),
  form('連絡先は{}です', '09055550142'),
  form('電話 {}', '0355550142'),
];
