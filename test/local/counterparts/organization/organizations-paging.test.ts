import {
  ListAccountsCommand,
  type ListAccountsCommandOutput,
  ListAccountsForParentCommand,
  OrganizationsClient,
  paginateListAccounts,
  paginateListTagsForResource,
} from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { largeWorld } from '#local/counterparts/organization/large-world.ts';
import { USUAL_PAGING } from '#local/counterparts/organization/paging.ts';
import { anOrganization, type RunningOrganization } from './an-organization.ts';

const { world } = largeWorld();
const paging = { ...USUAL_PAGING };
let organization: RunningOrganization;
let client: OrganizationsClient;

beforeAll(async () => {
  organization = await anOrganization({ world, paging });
  client = organization.client(OrganizationsClient);
});
beforeEach(() => void Object.assign(paging, USUAL_PAGING));
afterAll(() => organization.proxy.close());

async function pagesOfAccounts(pageSize?: number): Promise<string[][]> {
  const pages: string[][] = [];
  for await (const { Accounts = [] } of paginateListAccounts(
    { client, ...(pageSize ? { pageSize } : {}) },
    {},
  ))
    pages.push(Accounts.map(({ Id = '' }) => Id));
  return pages;
}
const ALL = world.accounts.map(({ id }) => id);

it('gives 300 accounts in 15 pages of 20', async () => {
  const pages = await pagesOfAccounts();
  expect(pages.map((page) => page.length)).toEqual(Array.from({ length: 15 }, () => 20));
  expect(pages.flat()).toEqual(ALL);
});

it('gives smaller pages to those who ask for them', async () => {
  const pages = await pagesOfAccounts(7);
  expect(pages).toHaveLength(43);
  expect(pages.flat()).toEqual(ALL);
});

it('may put an empty page before each, which is not the end', async () => {
  paging.emptyPages = true;
  const pages = await pagesOfAccounts();
  expect(pages.filter((page) => page.length === 0)).toHaveLength(15);
  expect(pages.flat()).toEqual(ALL);
});

it('cuts also the lists whose callers cannot choose a size', async () => {
  paging.pageSize = 1;
  const tags: (string | undefined)[] = [];
  let pages = 0;
  for await (const { Tags = [] } of paginateListTagsForResource({ client }, { ResourceId: '111122223333' })) {
    tags.push(...Tags.map(({ Key }) => Key));
    pages += 1;
  }
  expect({ tags, pages }).toEqual({ tags: ['stage', 'owner'], pages: 2 });
});

it('takes a token again, since an answer may be lost, but for its own list only', async () => {
  const { NextToken } = await client.send(new ListAccountsCommand());
  const again = (): Promise<ListAccountsCommandOutput> => client.send(new ListAccountsCommand({ NextToken }));
  expect((await again()).Accounts).toEqual((await again()).Accounts);
  const elsewhere = client.send(new ListAccountsForParentCommand({ ParentId: 'r-a1b2', NextToken }));
  await expect(elsewhere).rejects.toMatchObject({ name: 'InvalidInputException' });
});
