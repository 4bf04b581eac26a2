import { expect, test } from 'vitest';
import { consoleLinks } from '#lambdas/runtime/console-link.ts';

test.each([
  [
    'eu-west-1',
    'https://eu-west-1.console.aws.amazon.com/s3/object/reports?region=eu-west-1&prefix=a%2Fb.html',
  ],
  [
    'us-gov-west-1',
    'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/object/reports?region=us-gov-west-1&prefix=a%2Fb.html',
  ],
  [
    'cn-north-1',
    'https://cn-north-1.console.amazonaws.cn/s3/object/reports?region=cn-north-1&prefix=a%2Fb.html',
  ],
  [
    'eusc-de-east-1',
    'https://eusc-de-east-1.console.amazonaws-eusc.eu/s3/object/reports?region=eusc-de-east-1&prefix=a%2Fb.html',
  ],
])('a file in %s opens in the console of its partition', (region, url) => {
  expect(consoleLinks('reports', region)('a/b.html')).toBe(url);
});
