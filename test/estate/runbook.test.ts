import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadLetterQueues } from '#bin/commands/redrive/dead-letter-queues.ts';
import { functionNames } from '#lib/platform/bundle-functions.ts';
import { hubTemplate } from '#test/estate/template.ts';
import { ROOT, sourceFiles } from '#test/source-files.ts';

const runbook = readFileSync(join(ROOT, 'docs/runbook.md'), 'utf8');
const sections = runbook.split(/^## /m).slice(1);
const ids = Object.entries(hubTemplate().Resources);

const startsOf = (command: string) =>
  [...runbook.matchAll(new RegExp(`\`${command} ReeveHub-(\\w+)\``, 'g'))].map(([, start = '']) => start);

test.each(startsOf('why'))('ReeveHub-%s leads to one log group', (start) => {
  const found = ids.filter(([id, { Type }]) => Type === 'AWS::Logs::LogGroup' && id.startsWith(start));

  expect(found).toHaveLength(1);
});

test.each(startsOf('letters'))('ReeveHub-%s leads to one queue', (start) => {
  const found = ids.filter(([id, { Type }]) => Type === 'AWS::SQS::Queue' && id.startsWith(start));

  expect(found).toHaveLength(1);
});

/** Capabilities without dead letters of their own. */
const ofTheClock = functionNames().filter((name) => !deadLetterQueues.has(name));

test.each(sections.map((section) => ({ name: section.split('\n')[0] ?? '', section })))(
  'the section $name says what people miss, why, and how to redrive',
  ({ name, section }) => {
    expect(section).toMatch(/^\S+\n\n\*\*.+\*\*/);
    const missed = ofTheClock.includes(name);
    expect(section).toContain('Why: `');
    expect(section).toContain(`Redrive: \`npm run reeve -- redrive ${missed ? 'missed-runs' : name}\``);
  },
);

/** What a bullet begins with: messages of the log, of several words each. */
const bullets = runbook.split('\n').filter((line) => line.startsWith('- `'));
const quoted = bullets.flatMap(
  (line) => line.split(/[^`]: /)[0]?.match(/(?<=`)[A-Z][a-z]* [^`]+(?=`)/g) ?? [],
);

test.each(quoted)('a function does log "%s"', (message) => {
  const logged = sourceFiles('lambdas').some(({ text }) => text.includes(message));

  expect(logged).toBe(true);
});

test('messages of the log are quoted', () => {
  expect(quoted).toContain('Message is unreadable');
  expect(quoted).toContain('Channel could not be reached');
});
