import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bundleOf, functionNames } from '#lib/platform/bundle-functions.ts';

/** A cold start reads, unpacks and compiles all of it. */
const LIMITS = { kilobytes: 300, gzipped: 95 };
/** Functions that no event waits for, by name, with the reason. */
const LIMITS_WITH_REASON: Record<string, typeof LIMITS & { reason: string }> = {
  'account-directory': { kilobytes: 350, gzipped: 105, reason: 'Five clients; it runs once a day.' },
  'ecs-alerts': {
    kilobytes: 400,
    gzipped: 125,
    reason:
      'It asks ECS, STS and CloudWatch Logs of other accounts; a function of its own for that would cost a queue.',
  },
  'ecs-inventory': {
    kilobytes: 450,
    gzipped: 140,
    reason: 'Four clients, and one that sends files in parts; it runs once a day.',
  },
  'required-tags': {
    kilobytes: 400,
    gzipped: 125,
    reason: 'It asks AWS Config and the tagging API of other accounts; its messages have waited for minutes.',
  },
  'trusted-advisor-alerts': {
    kilobytes: 350,
    gzipped: 110,
    reason: 'It asks the tagging API of other accounts whose an item is; its batches wait for 20 seconds.',
  },
  'tag-coverage': {
    kilobytes: 600,
    gzipped: 180,
    reason: 'Six clients, of which AWS Config is one of the largest, and a page; it runs once a day.',
  },
  'trusted-advisor-sweep': {
    kilobytes: 650,
    gzipped: 200,
    reason: 'Seven clients, and a page; no event waits for it.',
  },
  'support-cases': {
    kilobytes: 720,
    gzipped: 230,
    reason:
      'Five clients, rules for secrets of many kinds, and a page; AWS shows what an event announced a minute later.',
  },
  'case-trackers': {
    kilobytes: 410,
    gzipped: 131,
    reason:
      'The clients of DynamoDB, Support and roles, rules for secrets, what carries files, and what speaks with two kinds of trackers; nobody waits for it.',
  },
  'cost-reports': {
    kilobytes: 2_200,
    gzipped: 1_400,
    reason: 'It draws pictures: 940 KB are a renderer and a font, packed. It runs once a day.',
  },
  'ecs-history': {
    kilobytes: 400,
    gzipped: 130,
    reason: 'The S3 client. Its batches wait for five minutes.',
  },
};

describe.each(functionNames())('the bundle of %s', (name) => {
  const { kilobytes, gzipped } = LIMITS_WITH_REASON[name] ?? LIMITS;
  const folder = bundleOf(name);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));

  test(`is ${kilobytes} KB at most`, () => {
    expect(sum(files)).toBeGreaterThan(10_000);
    expect(sum(files)).toBeLessThanOrEqual(kilobytes * 1024);
  });

  test(`is ${gzipped} KB at most when compressed`, () => {
    expect(sum(files.map((file) => gzipSync(file)))).toBeLessThanOrEqual(gzipped * 1024);
  });
});

function sum(files: { length: number }[]): number {
  return files.reduce((total, { length }) => total + length, 0);
}
