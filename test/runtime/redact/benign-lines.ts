import { BASE64, HEX, madeUp } from '#test/runtime/redact/made-up.ts';

const hex = (seed: string, length: number) => madeUp(seed, length, HEX);
const uuid = (seed: string) => [8, 4, 4, 4, 12].map((length, at) => hex(`${seed}${at}`, length)).join('-');
const digits = (seed: string, length: number) => madeUp(seed, length, '123456789');

/** Lines as engineers write them to AWS, without a secret; `n` makes each its own. */
const LINES: ((n: string) => string)[] = [
  (n) => `An error occurred (AccessDenied) when calling the GetObject operation: RequestId ${uuid(n)}`,
  (n) => `x-amz-request-id: ${madeUp(n, 16, 'ABCDEF0123456789')}, x-amz-id-2: ${madeUp(n, 75, BASE64)}=`,
  (n) => `リクエストID ${uuid(n)} でエラーが発生しています。`,
  (n) =>
    `Instance i-0${hex(n, 16)} in subnet-0${hex(`${n}s`, 16)} of vpc-0${hex(`${n}v`, 16)} does not start.`,
  (n) =>
    `インスタンス（i-0${hex(n, 16)}）が停止しました。セキュリティグループは sg-0${hex(`${n}g`, 16)} です。`,
  (n) =>
    `arn:aws:iam::${digits(n, 12)}:role/service-role/AmazonSageMaker-ExecutionRole-20${digits(n, 6)}T${digits(n, 6)}`,
  (n) => `arn:aws:secretsmanager:ap-northeast-1:${digits(n, 12)}:secret:prod/db/password-${madeUp(n, 6)}`,
  (n) => `commit ${hex(n, 40)} broke the build`,
  (n) => `sha256:${hex(n, 64)}`,
  (n) => `docker pull ${digits(n, 12)}.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:${hex(n, 64)}`,
  (n) => `2026-03-1${n.at(-1)}T12:34:56.789Z [INFO] task ${hex(n, 32)} RUNNING, exit code 0`,
  (n) => `2026/03/1${n.at(-1)} 12:34:56 JST から事象が発生しており、現在も継続しています。`,
  (n) => `    at Runtime.handler (/var/task/dist/orders/create-order-${n}.js:${digits(n, 3)}:17)`,
  (n) =>
    `java.lang.IllegalStateException: pool exhausted at com.example.shop.db.Pool${n}.borrow(Pool.java:88)`,
  (n) => `  "NextToken": "${madeUp(n, 120, BASE64)}=="`,
  (n) =>
    `aws ec2 describe-instances --instance-ids i-0${hex(n, 16)} --region eu-west-1 --query 'Reservations[].Instances[]'`,
  (n) => `aws s3 cp s3://logs-${n}/app/2026/03/01/app.log . --profile audit`,
  (n) => `aws secretsmanager get-secret-value --secret-id prod/shop/${n} --version-stage AWSCURRENT`,
  () => 'aws rds modify-db-instance --db-instance-identifier shop --master-user-password <your-password>',
  (n) => `password: \${DB_PASSWORD_${n}}`,
  (n) => `      password: !Sub '{{resolve:secretsmanager:prod/${n}:SecretString:password}}'`,
  () => '  DB_PASSWORD: "****"',
  (n) => `  secretName: shop-tls-${n}`,
  (n) => `{"SecretId": "prod/shop/${n}", "VersionId": "${uuid(n)}"}`,
  (n) => `The password is rotated every ${digits(n, 2)} days by Secrets Manager.`,
  () => 'The password is incorrect although nobody changed it.',
  (n) => `パスワードは${digits(n, 1)}文字以上に設定しています。`,
  () => 'パスワードはSecrets Managerで管理しています。',
  () => 'アクセスキーはIAMユーザーごとに発行しています。',
  () => 'トークンの有効期限が切れたというエラーが表示されます。',
  (n) => `max_tokens: ${digits(n, 4)}, token_type: bearer, tokens used: ${digits(n, 5)}`,
  (n) => `CIDR 10.${n.length}.0.0/16 overlaps with 172.31.0.0/16 and fd00:ec2::254`,
  (n) => `Cost in March was ${digits(n, 5)}.${digits(n, 2)} USD, in April ${digits(n, 6)} JPY`,
  (n) => `ケース番号 ${digits(n, 15)} の続きです。`,
  (n) => `Epoch 17${digits(n, 11)} and trace id 1-${hex(n, 8)}-${hex(`${n}t`, 24)}`,
  (n) => `X-Amzn-Trace-Id: Root=1-${hex(n, 8)}-${hex(`${n}r`, 24)};Sampled=1`,
  (n) => `ETag: "${hex(n, 32)}-${digits(n, 2)}", Content-MD5: ${madeUp(n, 22, BASE64)}==`,
  (n) => `kms key arn:aws:kms:eu-west-1:${digits(n, 12)}:key/${uuid(n)} is pending deletion`,
  (n) =>
    `base64 of the banner: ${Buffer.from(`Welcome to shop number ${n}, please wait a moment`).toString('base64')}`,
  (n) => `SELECT id, token_count FROM sessions WHERE id = ${digits(n, 6)};`,
  (n) => `ecs-agent 1.${digits(n, 2)}.0, kernel 5.10.${digits(n, 3)}-${digits(n, 3)}.959.amzn2.x86_64`,
  (n) => `ssh ec2-user@ip-10-0-1-${digits(n, 2)}.ec2.internal times out`,
  (n) => `resource "aws_db_instance" "db${n}" { password = var.db_password }`,
  (n) => `const token = await getToken(); // line ${n}`,
  (n) => `- name: API_KEY\n  valueFrom: { secretKeyRef: { name: shop-${n}, key: api-key } }`,
  (n) =>
    `https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Troubleshooting-${n}.html#CHAP_Troubleshooting.Connecting`,
  (n) =>
    `{"level":"error","logger":"Worker${n}","thread":"pool-${digits(n, 2)}-thread-3","message":"Connection reset by peer"}`,
  (n) => `fs-0${hex(n, 16)} eni-0${hex(`${n}e`, 16)} vol-0${hex(`${n}w`, 16)} ami-0${hex(`${n}a`, 16)}`,
  (n) => `s3://artifacts-${n}/services/orderService/src/main/java/com/example/OrderController.java`,
  () => 'IAM の認証情報レポートを確認しましたが、該当するユーザーは見つかりませんでした。',
];

/** A thousand of them: each form twenty times. */
export const BENIGN_LINES = Array.from({ length: 20 }, (_, round) =>
  LINES.map((line, form) => line(`${form}x${round}`)),
).flat();
