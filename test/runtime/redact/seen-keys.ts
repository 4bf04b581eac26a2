import {
  ALPHANUMERIC,
  around,
  BASE64,
  CAPITALS,
  HEX,
  madeUp,
  type Sample,
} from '#test/runtime/redact/made-up.ts';

const dashes = '-'.repeat(5);
const armoured = (kind: string, seed: string, isWhole = true) => {
  const body = [1, 2, 3].map((line) => madeUp(`${seed}${line}`, 64, BASE64));
  const end = isWhole ? `\n${dashes}END ${kind}${dashes}` : '';
  return { text: `${dashes}BEGIN ${kind}${dashes}\n${body.join('\n')}${end}`, secrets: body };
};
const pem = armoured('PRIVATE KEY', 'one line');

/** Keys of AWS, keys in files, contacts: of the kinds that were seen. */
export const SEEN_KEYS: Record<string, Sample> = {
  'aws-access-key-id': around('{}', `AKIA${madeUp('akid', 16, CAPITALS)}`),
  'aws-temporary-key-id': around('{}', `ASIA${madeUp('asid', 16, CAPITALS)}`),
  'aws-secret-labelled': around('aws_secret_access_key = {}', madeUp('s1', 40, BASE64)),
  'aws-session-token': around('aws_session_token={}', `IQoJb3JpZ2lu${madeUp('st', 300, BASE64)}==`),
  'amz-signature': around('X-Amz-Signature={}', madeUp('sig', 64, HEX)),
  'presigned-s3-v4': around(
    'https://b.s3.ap-northeast-1.amazonaws.com/k.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=300&X-Amz-Signature={}&x-id=GetObject',
    madeUp('sig4', 64, HEX),
  ),
  'presigned-s3-v2': around(
    'https://b.s3.amazonaws.com/k?AWSAccessKeyId=x&Expires=1700000000&Signature={}',
    `${madeUp('sig2', 27)}%3D`,
  ),
  'pem-pkcs8': armoured('PRIVATE KEY', 'p8'),
  'pem-ec': armoured('EC PRIVATE KEY', 'ec'),
  'pem-dsa': armoured('DSA PRIVATE KEY', 'dsa'),
  'pem-one-line': { text: pem.text.replaceAll('\n', String.raw`\n`), secrets: pem.secrets },
  'pem-cut': armoured('RSA PRIVATE KEY', 'cut', false),
  'ssh-openssh': armoured('OPENSSH PRIVATE KEY', 'ssh'),
  'pgp-private-block': armoured('PGP PRIVATE KEY BLOCK', 'pgp'),
  'putty-key': around(
    `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\n{}\nPrivate-MAC: ${madeUp('mac', 64, HEX)}`,
    madeUp('ppk', 64, BASE64),
  ),
  'age-key': around('{}', `AGE-SECRET-KEY-1${madeUp('age', 58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')}`),
  'email-plain': around('{}', 'hanako.suzuki@corp.example.com'),
  'email-fullwidth': around('ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ｈａｎａｋｏ', 'ｅｘａｍｐｌｅ'),
  'phone-north-american': around('{}', '(206) 555-0142'),
  'phone-japanese': around('{}', '03-5555-0142'),
  'phone-japanese-fullwidth': around('{}', '０３−５５５５−０１４２'),
  'phone-japan-country-code': around('{}', '+81-3-5555-0142'),
  'phone-japanese-mobile': around('{}', '090-5555-0142'),
  'card-visa': around('{}', '4111 1111 1111 1111'),
  'card-mastercard': around('{}', '5555-5555-5555-4444'),
  'card-jcb': around('{}', '3530111333300000'),
  'card-fullwidth': around('{}', '４１１１１１１１１１１１１１１１'),
  'secret-split-wrapped-40': {
    text: `AWS_SECRET_ACCESS_KEY=${madeUp('wr', 22, BASE64)}\n${madeUp('wr2', 18, BASE64)}`,
    secrets: [madeUp('wr', 22, BASE64), madeUp('wr2', 18, BASE64)],
  },
  'aws-bedrock-key': around('{}', `ABSK${madeUp('bed', 128, BASE64)}`),
  'rds-iam-token': around(
    'db.cluster.eu-west-1.rds.amazonaws.com:3306/?Action=connect&DBUser=app&X-Amz-Expires=900&X-Amz-Signature={}',
    madeUp('rds', 64, HEX),
  ),
  'ecr-login-password': around(
    'docker login -u AWS -p {} 111122223333.dkr.ecr.eu-west-1.amazonaws.com',
    `eyJwYXlsb2FkIjoi${madeUp('ecr', 400, BASE64)}`,
  ),
  'azure-client-secret': around('{}', `${madeUp('a', 3)}8Q~${madeUp('azs', 34, ALPHANUMERIC)}`),
};
