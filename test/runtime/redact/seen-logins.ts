import { around, BASE64, HEX, madeUp, type Sample } from '#test/runtime/redact/made-up.ts';

const word = (seed: string) => `Kumo${madeUp(seed, 7)}7!`;
const jwt = ['eyJhbGciOiJIUzI1NiJ9', `eyJzdWIi${madeUp('sub', 60)}`, madeUp('jwt', 43)];

/** Passwords, headers and connection strings: of the kinds that were seen. */
export const SEEN_LOGINS: Record<string, Sample> = {
  'jwt-wrapped': {
    text: `${jwt[0]}.${jwt[1]?.slice(0, 40)}\n${jwt[1]?.slice(40)}.${jwt[2]}`,
    secrets: [jwt[1]?.slice(0, 40) ?? '', jwt[2] ?? ''],
  },
  'auth-basic': around('Authorization: Basic {}', `${madeUp('basic', 22)}==`),
  'auth-bearer': around('authorization: Bearer {}', madeUp('bearer', 48)),
  'auth-digest': around(
    'Authorization: Digest username="app", realm="r", response="{}"',
    madeUp('dig', 32, HEX),
  ),
  'proxy-authorization': around('Proxy-Authorization: Basic {}', `${madeUp('proxy', 22)}==`),
  'x-api-key-header': around('x-api-key: {}', madeUp('xapi', 40)),
  'curl-oauth-header': around(
    `curl -H 'Authorization: token {}' https://api.example.com`,
    madeUp('oauth', 40, HEX),
  ),
  'postgres-url': around('postgres://app:{}@db.example.com:5432/shop', word('pg')),
  'mysql-url': around('mysql://app:{}@db.example.com/shop', word('my')),
  'redis-url': around('rediss://:{}@cache.example.com:6379/0', word('re')),
  'smtp-url': around('smtps://mailer:{}@email-smtp.eu-west-1.amazonaws.com:465', word('sm')),
  'set-cookie': around('Set-Cookie: session={}; Path=/; HttpOnly', madeUp('cookie', 40)),
  'password-wa-ja': around('パスワードは{}です', word('wa')),
  'password-markdown': around('**Password**: `{}`', word('md')),
  'password-yaml': around('db:\n  user: app\n  password: {}', word('ya')),
  'password-xml': around('<user>app</user><password>{}</password>', word('xm')),
  'password-cli-flag': around('aws rds modify-db-instance --master-user-password {}', word('cl')),
  'password-powershell': around('ConvertTo-SecureString "{}" -AsPlainText -Force', word('ps')),
  'passphrase-label': around('passphrase: {}', 'correct horse battery staple', 'battery staple'),
  'pin-ja': around('暗証番号：{}', '４８２９'),
  'ango-japanese': around('暗号鍵＝{}', madeUp('ango', 32)),
  'k8s-secret-yaml': around(
    'apiVersion: v1\nkind: Secret\ndata:\n  username: YWRtaW4x\n  db: {}',
    `${madeUp('k8s', 22, BASE64)}==`,
  ),
  netrc: around('machine api.example.com login app password {}', word('ne')),
  pgpass: around('\ndb.example.com:5432:shop:app:{}', word('pp')),
  htpasswd: around('app:{}', `$apr1$${madeUp('salt', 8)}$${madeUp('apr', 22)}`),
  'wifi-psk': around('psk="{}"', word('psk')),
  'snmp-community': around('snmp-server community: {}', word('snmp')),
  'ldap-bind': around('bindpw: {}', word('ldap')),
  'oauth-code-callback': around('https://app.example.com/callback?code={}&state=1', madeUp('code', 40)),
  'client-secret-form': around(
    'grant_type=client_credentials&client_id=app&client_secret={}',
    madeUp('cs', 40),
  ),
  'ssh-pass-command': around('sshpass -p {} ssh app@host', word('ssh')),
  'google-service-account': around(
    `{"type":"service_account","private_key":"${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}\\n{}\\n","client_id":"1"}`,
    madeUp('gsa', 400, BASE64),
  ),
  'kintone-token': around('X-Cybozu-API-Token: {}', madeUp('kin', 40)),
  'line-channel-token': around('チャネルアクセストークン: {}', `${madeUp('line', 170, BASE64)}=`),
};
