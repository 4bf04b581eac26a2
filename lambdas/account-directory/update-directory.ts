import type { DirectoryMessage } from '#lambdas/account-directory/directory-message.ts';
import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import { lookAtAccount } from '#lambdas/account-directory/look-at-account.ts';
import { readAccounts } from '#lambdas/account-directory/read-accounts.ts';
import { sweepOrganization } from '#lambdas/account-directory/sweep-organization.ts';
import { toNews } from '#lambdas/account-directory/to-news.ts';

/** Brings the directory of accounts up to date with what a message asks for or an event tells. */
export async function updateDirectory(message: DirectoryMessage, ports: DirectoryPorts): Promise<void> {
  if (!('kind' in message)) return followEvent(message.detail, ports);
  switch (message.kind) {
    case 'sweep':
      return sweepOrganization('all', ports);
    case 'read':
      return readAccounts(message, ports);
    case 'look':
      return lookAtAccount(message.account, ports);
  }
}

async function followEvent(detail: unknown, ports: DirectoryPorts): Promise<void> {
  const news = toNews(detail);
  switch (news.about) {
    case 'nothing':
      return;
    case 'account':
      return lookAtAccount(news.id, ports);
    case 'tree':
      return sweepOrganization('changed', ports);
  }
}
