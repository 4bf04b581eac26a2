import {
  ALPHANUMERIC,
  around,
  BASE64,
  CAPITALS,
  HEX,
  madeUp,
  type Sample,
} from '#test/runtime/redact/made-up.ts';

const word = (seed: string) => `Yama${madeUp(seed, 7)}3#`;
const token = (start: string, length: number, alphabet = ALPHANUMERIC, end = '') =>
  around('{}', `${start}${madeUp(start, length, alphabet)}${end}`);
const dashes = '-'.repeat(5);
const armoured = (kind: string, head = '') => {
  const body = madeUp(kind, 64, BASE64);
  return around(`${dashes}BEGIN ${kind}${dashes}\n${head}{}\n${dashes}END ${kind}${dashes}`, body);
};

/** Samples of the third of the kinds that was not looked at; written when the detectors were there. */
export const UNSEEN_KINDS: Record<string, Sample> = {
  'aws-secret-bare': around('{}', `${madeUp('bare', 20, BASE64)}/${madeUp('bare2', 19, BASE64)}`),
  'aws-secret-japanese-label': around('シークレットアクセスキー：{}', madeUp('jl', 40, BASE64)),
  'aws-secret-himitsukagi': around('秘密鍵：{}', madeUp('hk', 40, BASE64)),
  'amz-security-token': around('X-Amz-Security-Token: {}', `${madeUp('xst', 300, BASE64)}=`),
  'azure-sas': around(
    'https://a.blob.core.windows.net/c/b?sv=2022-11-02&se=2026-01-01&sp=r&sig={}',
    `${madeUp('sas', 43)}%3D`,
  ),
  'gcs-signed-url': around(
    'https://storage.googleapis.com/b/o?GoogleAccessId=x&Expires=1&Signature={}',
    madeUp('gcs', 344),
  ),
  'cloudfront-signed-url': around(
    'https://d111.cloudfront.net/a.mp4?Expires=1&Signature={}&Key-Pair-Id=K2JCJMDEHXQW5F',
    madeUp('cf', 200),
  ),
  'pem-rsa': armoured('RSA PRIVATE KEY'),
  'pem-encrypted': armoured('ENCRYPTED PRIVATE KEY'),
  jwt: around('{}', `eyJhbGciOiJSUzI1NiJ9.eyJ${madeUp('jp', 90)}.${madeUp('js', 200)}`),
  'curl-user': around('curl -u app:{} https://api.example.com/v1', word('curl')),
  'jdbc-url': around('jdbc:mysql://db.example.com/shop?user=app&password={}', word('jdbc')),
  'odbc-string': around(
    'Driver={ODBC Driver 18 for SQL Server};Server=db;Uid=app;Pwd=SECRET;'
      .replace('SECRET', '{}')
      .replace('{ODBC Driver 18 for SQL Server}', 'ODBC'),
    word('odbc'),
  ),
  'mongodb-url': around('mongodb+srv://app:{}@cluster0.example.mongodb.net/shop', word('mongo')),
  'amqp-url': around('amqps://app:{}@mq.example.com:5671/vhost', word('amqp')),
  'url-basic-auth': around('https://deploy:{}@git.example.com/repo.git', word('uba')),
  'ado-net-string': around('Server=tcp:db,1433;User ID=app;Password={};Encrypt=True;', word('ado')),
  'cookie-header': around('Cookie: theme=dark; sid={}', madeUp('sid', 40)),
  'password-is': around('the password is {}', word('pis')),
  'password-colon-ja': around('パスワード：{}', word('pcj')),
  'password-fullwidth': around('ｐａｓｓｗｏｒｄ＝{}', 'Ｋｕｍｏ１２３４'),
  'password-quoted': around('password = "{}"', `${word('pq')} two words`),
  'password-html-entities': around('password&#61;&quot;{}&quot;', word('phe')),
  'password-env': around('export DB_PASSWORD={}', word('penv')),
  'password-json': around('{"user":"app","password":"SECRET"}'.replace('SECRET', '{}'), word('pjson')),
  'password-split-lines': around('Password:\n{}', word('psl')),
  'email-japanese-context': around('担当の鈴木（{}）まで', 'taro.suzuki@example.co.jp'),
  'phone-international': around('{}', '+44 20 7946 0958'),
  'card-amex': around('{}', '3782 822463 10005'),
  'github-fine-grained': token('github_pat_', 82),
  'slack-user': token('xoxp-', 50, '0123456789', `-${madeUp('xoxp', 32, HEX)}`),
  sendgrid: around('{}', `SG.${madeUp('sg', 22)}.${madeUp('sg2', 43)}`),
  'npmrc-auth': around('//registry.example.com/:_authToken={}', madeUp('npmrc', 36)),
  'pypi-token': token('pypi-AgEIcHlwaS5vcmc', 140),
  dockerconfigjson: around('.dockerconfigjson: {}', `eyJhdXRocyI6eyJ${madeUp('dcj', 120)}`),
  'terraform-cloud': around('{}', `${madeUp('tfc', 14)}.atlasv1.${madeUp('tfc2', 67)}`),
  huggingface: token('hf_', 34, ALPHANUMERIC.slice(0, 52)),
  shopify: token('shpat_', 32, HEX),
  square: token('sq0csp-', 43),
  databricks: token('dapi', 32, HEX),
  snowflake: around('snowsql -a acme -u app; SNOWSQL_PWD={}', word('snow')),
  'k8s-service-account': around(
    'token: {}',
    `eyJhbGciOiJSUzI1NiIsImtpZCI6IiJ9.eyJ${madeUp('ksa', 200)}.${madeUp('ksa2', 300)}`,
  ),
  'otp-seed': around('TOTP seed: {}', madeUp('otp', 32, CAPITALS)),
  'windows-product-key': around(
    '{}',
    [1, 2, 3, 4, 5].map((at) => madeUp(`win${at}`, 5, 'BCDFGHJKMPQRTVWXY2346789')).join('-'),
  ),
  'heroku-key': around(
    'HEROKU_API_KEY={}',
    [8, 4, 4, 4, 12].map((at, i) => madeUp(`her${i}`, at, HEX)).join('-'),
  ),
  'cloudflare-token': around('CLOUDFLARE_API_TOKEN={}', madeUp('cfl', 40)),
  'notion-key': token('ntn_', 11, '0123456789', madeUp('ntn', 35)),
  'grafana-token': token('glsa_', 32, ALPHANUMERIC, '_1a2b3c4d'),
  'mailchimp-key': around('{}', `${madeUp('mc', 32, HEX)}-us14`),
  'twitter-bearer': around('{}', `AAAAAAAAAAAAAAAAAAAAA${madeUp('tw', 80)}`),
  'fastly-key': around('Fastly-Key: {}', madeUp('fast', 32)),
  'backlog-key': around('https://acme.backlog.com/api/v2/issues?apiKey={}', madeUp('bl', 64)),
  'aws-mws': around(
    '{}',
    `amzn.mws.${[8, 4, 4, 4, 12].map((at, i) => madeUp(`mws${i}`, at, HEX)).join('-')}`,
  ),
  'secret-url-encoded': around('redirect_uri=x&login=password%3D{}%26user%3Dapp', madeUp('sue', 14)),
  'secret-base64-of-basic': around('{}', Buffer.from(`Basic app:${word('b64')}`).toString('base64')),
};
