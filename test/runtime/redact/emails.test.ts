import { describe, expect, test } from 'vitest';
import { redactTexts } from '#lambdas/runtime/redact/redact-texts.ts';

const redacted = async (text: string) => (await redactTexts([text], { pseudonyms: false })).texts[0];

describe('an address goes', () => {
  test.each([
    ['admin@example.co.jp', '[E-MAIL 1]'],
    ['root@example.com', '[E-MAIL 1]'],
    ['Admin/admin@corp.example.com', 'Admin/[E-MAIL 1]'],
    ['taro@corp.internal', '[E-MAIL 1]'],
    ['Mail taro@mail.corp.local, please', 'Mail [E-MAIL 1], please'],
    ['担当はadmin@example.comです', '担当は[E-MAIL 1]です'],
    ['taro@example.com_2026.csv', '[E-MAIL 1]_2026.csv'],
    ['export_taro.yamada@example.co.jp_2026.csv', '[E-MAIL 1]_2026.csv'],
    ['_taro@example.com_', '[E-MAIL 1]_'],
    ['taro@example.com-old.txt', '[E-MAIL 1]'],
    ['ssh fails, ask admin@example.com', 'ssh fails, ask [E-MAIL 1]'],
    ['ssh fails. admin@example.com', 'ssh fails. [E-MAIL 1]'],
    ['ssh -v says no\nadmin@example.com', 'ssh -v says no\n[E-MAIL 1]'],
    ['admin@example.com:080-1234', '[E-MAIL 1]:080-1234'],
    ['From root@example.com: it fails', 'From [E-MAIL 1]: it fails'],
    ['ssh taro.yamada@bastion.example.com', 'ssh [E-MAIL 1]'],
  ])('%s', async (text, expected) => {
    expect(await redacted(text)).toBe(expected);
  });
});

describe('a machine stays', () => {
  test.each([
    'git@github.com:octo/repo.git',
    'git clone git@github.com:repo.git',
    'ssh -T git@github.com',
    '$ ssh ec2-user@ip-10-0-1-12.ec2.internal',
    'ssh -i ~/.ssh/key.pem -p 2222 ubuntu@host.example.com uptime',
    'ssh -J bastion ec2-user@db.corp.internal',
    'scp report.csv admin@host.example.com:/tmp',
    'rsync -az ./dist deploy@web.internal:~/dist',
    'root@db1.corp.internal:~# df -h',
    'ssh://git@git.example.com/repo',
    'postgres://app@db.corp.internal/shop',
    'logo@2x.png',
  ])('%s', async (text) => {
    expect(await redacted(text)).toBe(text);
  });
});

test('a long line before an address takes no longer than it has words', async () => {
  const text = `${'ssh -a '.repeat(20_000)}${'root@example.com '.repeat(2_000)}`;
  const from = performance.now();
  await redacted(text);
  expect(performance.now() - from).toBeLessThan(5_000);
});
