import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { sendHttps } from '#lambdas/case-trackers/https-client.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

const SECRET = 'very-secret';

test.each([
  ['no URL', SECRET],
  ['plain HTTP', `http://example.com/${SECRET}`],
  ['a private address', `https://10.0.0.1/${SECRET}`],
  ['the metadata service', `https://169.254.169.254/${SECRET}`],
  ['loopback of IPv6', `https://[::1]/${SECRET}`],
  ['a name of this machine', `https://localhost/${SECRET}`],
])('%s is refused for good, and the error does not hold it', async (_what, url) => {
  const headers = { authorization: `Bearer ${SECRET}` };
  const error = await sendHttps({ method: 'GET', url, headers, body: '' }).catch((cause: unknown) => cause);

  expect(error).toBeInstanceOf(PermanentError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET);
});
