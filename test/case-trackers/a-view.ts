import type { CaseView, MessageView } from '#lambdas/case-trackers/mirror/case-view.ts';

export function aMessage(
  changes: Partial<MessageView> = {},
  body = 'The instance does not start.',
): MessageView {
  return {
    key: 'k1',
    at: '2026-11-20T03:00:00.000Z',
    from: 'customer',
    text: { author: 'Role/Admin', body, files: [], isEdited: false },
    ...changes,
  };
}

export function aView(changes: Partial<CaseView> = {}): CaseView {
  return {
    account: '111122223333',
    accountName: 'shop-prod',
    displayId: '176962049400621',
    status: 'work-in-progress',
    state: 'in-progress',
    url: 'https://support.console.aws.amazon.com/support/home#/case/?displayId=176962049400621',
    facts: {
      service: 'amazon-ec2',
      category: 'using-ec2',
      severity: 'high',
      createdAt: '2026-11-20T03:00:00.000Z',
    },
    subject: 'An instance does not start',
    messages: [aMessage()],
    ...changes,
  };
}
