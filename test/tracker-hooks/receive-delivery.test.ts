import { expect, test } from 'vitest';
import { isSigned } from '#lambdas/tracker-hooks/hook-signature.ts';
import { aPayload, aReceiver, aRequest, CASE, SECRET, sign } from '#test/tracker-hooks/a-delivery.ts';

const HEARD = { kind: 'heard', tracker: 'ops', ...CASE, item: '7' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test('the vector that GitHub publishes is signed', () => {
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

  expect(isSigned(Buffer.from('Hello, World!'), signature, ["It's a Secret to Everybody"])).toBe(true);
  expect(isSigned(Buffer.from('Hello, World!'), signature, ["It's a secret to Everybody"])).toBe(false);
});

test('a command in an issue of a case is passed on, without its words or who wrote it', async () => {
  const { receive, told } = aReceiver();

  expect(await receive(aRequest())).toMatchObject({ statusCode: 202, body: 'Heard.' });
  expect(told).toEqual([HEARD]);
});

test.each([
  ['JSON in base64', { base64: true }],
  ['JSON with a character set', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
  ['an edited comment', { body: JSON.stringify(aPayload({ action: 'edited' })) }],
  [
    'an issue whose lines end otherwise',
    withIssue({ body: '<!-- aws-case:111122223333:176962049400621 -->\r\nx' }),
  ],
  ['white space that JSON does not need', { body: ` ${JSON.stringify(aPayload(), undefined, 2)}\n` }],
  ['escaped characters', { body: JSON.stringify(aPayload()).replaceAll(/[^ -~]/g, escaped) }],
  ['a form', { ...aForm(), base64: true }],
  ['a form as a text', aForm()],
])('%s is read as it was signed', async (_what, given) => {
  const { receive, told } = aReceiver();

  expect(await receive(aRequest(given))).toMatchObject({ statusCode: 202 });
  expect(told).toEqual([HEARD]);
});

test.each([
  ['a pull request', withIssue({ pull_request: { url: 'https://api.github.com/x' } }), 'a pull request'],
  ['a deleted comment', { body: JSON.stringify(aPayload({ action: 'deleted' })) }, 'no comment that stands'],
  [
    'another repository',
    { body: JSON.stringify(aPayload({ repository: { full_name: 'a/b' } })) },
    'another repository',
  ],
  ['what people say', withComment('I would use /aws reply'), 'no command'],
  ['a command that is quoted', withComment('> /aws resolve'), 'no command'],
  ['a word that begins so', withComment('/awsome'), 'no command'],
  ['what Reeve answered', withComment('<!-- aws-answer:11 -->\nSent to AWS.'), 'no command'],
  ['a comment without words', withComment(null), 'no command'],
  ['an issue of people', withIssue({ body: 'It is slow' }), 'no issue of a case'],
  ['an issue without words', withIssue({ body: null }), 'no issue of a case'],
  [
    'a marker that stands below',
    withIssue({ body: '\n<!-- aws-case:111122223333:1 -->' }),
    'no issue of a case',
  ],
  [
    'a marker with more on its line',
    withIssue({ body: '<!-- aws-case:111122223333:1 --> x' }),
    'no issue of a case',
  ],
])('%s is left alone', async (_what, given, why) => {
  const { receive, told } = aReceiver();

  expect(await receive(aRequest(given))).toMatchObject({ statusCode: 200, body: `Ignored: ${why}.` });
  expect(told).toEqual([]);
});

test.each([
  ['ping', 'Reeve listens.'],
  ['issues', 'Ignored: no comment of an issue.'],
  ['', 'Ignored: no comment of an issue.'],
])('the event "%s" is answered', async (event, body) => {
  const { receive, told } = aReceiver();

  expect(await receive(aRequest({ headers: { 'x-github-event': event } }))).toMatchObject({
    statusCode: 200,
    body,
  });
  expect(told).toEqual([]);
});

test.each([
  ['no signature', ''],
  ['another header alone', 'sha1=7d38cdd689735b008b3c702edd92eea23791c5f6'],
  ['upper case', sign(JSON.stringify(aPayload())).toUpperCase()],
  ['two at once', `${sign(JSON.stringify(aPayload()))},${sign(JSON.stringify(aPayload()))}`],
  ['more behind it', `${sign(JSON.stringify(aPayload()))}00`],
  ['one of another secret', sign(JSON.stringify(aPayload()), 'e'.repeat(32))],
  ['one of an empty secret', sign(JSON.stringify(aPayload()), '')],
])('%s admits nobody, and says nothing', async (_what, signature) => {
  const { receive, told, notes } = aReceiver();
  const answer = await receive(aRequest({ headers: { 'x-hub-signature-256': signature } }));

  expect(answer).toMatchObject({ statusCode: 401, body: '' });
  expect(told).toEqual([]);
  expect(notes).toEqual([{ message: expect.stringContaining('refused') as string, tracker: 'ops' }]);
});

test('what is no signature at all has no secret read', async () => {
  const { receive, read } = aReceiver();
  await receive(aRequest({ headers: { 'x-hub-signature-256': 'sha256=short' } }));
  await receive(aRequest({ path: '/other' }));
  await receive(aRequest({ method: 'GET' }));

  expect(read).toEqual([]);
});

test.each([
  [404, { path: '/payments' }],
  [404, { path: '/' }],
  [404, { path: '/ops/' }],
  [404, { path: '/constructor' }],
  [405, { method: 'GET' }],
  [405, { method: 'PUT' }],
  [413, { body: 'x'.repeat(3_000_001) }],
  [400, { body: 'no JSON' }],
  [400, { body: JSON.stringify(aPayload({ issue: undefined })) }],
  [400, { headers: { 'content-type': 'text/plain' } }],
  [400, { headers: FORM }],
  [400, { body: 'other=1', headers: FORM }],
])('it answers %i to %o', async (statusCode, given) => {
  const { receive, told } = aReceiver();

  expect(await receive(aRequest(given))).toMatchObject({ statusCode });
  expect(told).toEqual([]);
});

test('while one secret takes the place of another, both sign', async () => {
  const { receive } = aReceiver(JSON.stringify({ secrets: ['a'.repeat(16), SECRET] }));

  expect(await receive(aRequest())).toMatchObject({ statusCode: 202 });
});

test.each([['f'.repeat(32)], ['{}'], ['{"secrets":[]}'], ['{"secrets":[""]}'], ['null']])(
  'a secret that is stored as %s admits nobody, and is not shown',
  async (stored) => {
    const failure = await aReceiver(stored)
      .receive(aRequest())
      .catch((error: Error) => error);

    expect(failure).toMatchObject({ name: 'PermanentError' });
    expect((failure as Error).message).toContain('secret set hooks:NAME');
    expect(JSON.stringify(Object.entries(failure))).not.toContain('f'.repeat(16));
  },
);

test('who cannot be told makes the delivery fail, so that GitHub shows it', async () => {
  const tell = () => Promise.reject(new Error('no'));

  await expect(aReceiver(undefined, { tell }).receive(aRequest())).rejects.toThrow('no');
});

test('notes hold ids only, of headers only what GitHub would write', async () => {
  const { receive, notes } = aReceiver();
  await receive(aRequest());
  await receive(aRequest({ headers: { 'x-github-delivery': 'a text\nof somebody' } }));
  await receive(aRequest({ body: JSON.stringify(aPayload({ comment: { body: 5 } })) }));

  expect(notes).toEqual([
    {
      message: 'A comment was heard',
      tracker: 'ops',
      delivery: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
      ...CASE,
      item: '7',
    },
    { message: 'A comment was heard', tracker: 'ops', delivery: '', ...CASE, item: '7' },
    {
      message: 'A delivery is unreadable',
      tracker: 'ops',
      delivery: expect.any(String) as string,
      fields: ['comment.body'],
    },
  ]);
});

function withIssue(issue: object) {
  const { issue: usual } = aPayload();
  return { body: JSON.stringify(aPayload({ issue: { ...(usual as object), ...issue } })) };
}
function withComment(body: string | null) {
  return { body: JSON.stringify(aPayload({ comment: { body } })) };
}
function aForm() {
  return { body: new URLSearchParams({ payload: JSON.stringify(aPayload()) }).toString(), headers: FORM };
}
function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
