import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';

/** A case of two messages, made up. */
export function aThread(overrides: Partial<CaseThread> = {}): CaseThread {
  return {
    account: '111122223333',
    displayId: '176900000000001',
    caseIds: ['case-111122223333-muen-2026-a'],
    subject: 'RDS: login of ken@example.com fails',
    status: 'opened',
    service: 'amazon-relational-database-service-aurora',
    category: 'connectivity',
    severity: 'low',
    language: 'ja',
    author: 'Admin (ken@example.com)',
    cc: ['boss@example.com'],
    createdAt: '2026-03-01T00:00:00.000Z',
    messages: [
      {
        key: 'k1',
        at: '2026-03-01T00:00:00.000Z',
        from: 'customer',
        author: 'Admin (ken@example.com)',
        body: 'パスワードはTanuki-42xです。mio@example.com も 10.0.0.7 から試しました。',
        bodyHash: 'raw',
        attachments: [{ id: 'a1', fileName: 'log-of-ken@example.com.txt' }],
      },
      {
        key: 'k2',
        at: '2026-03-01T01:00:00.000Z',
        from: 'aws',
        author: 'Amazon Web Services',
        body: 'Tanuki-42x does not work from 10.0.0.7 in 111122223333.',
        bodyHash: 'raw2',
        attachments: [],
      },
    ],
    ...overrides,
  };
}
