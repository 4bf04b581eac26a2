import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAnswerWorld, type Fault } from './an-answer-world.ts';

const MINUTE_MS = 60_000;

const fault: fc.Arbitrary<Fault> = fc.record({
  at: fc.integer({ min: 2, max: 120 }),
  how: fc.constantFrom('before', 'after', 'killed before', 'killed after'),
});
/** With signs among them chance would write what looks like a password. */
const words = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'あ', '漢', '😀', '\n'),
  minLength: 1,
  maxLength: 20,
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('reply' as const), text: words }),
  fc.record({ kind: fc.constant('attach' as const), files: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constantFrom('resolve', 'remark', 'stranger', 'side by side') }),
  fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ kind: fc.constant('run' as const), times: fc.integer({ min: 1, max: 3 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
const LINKS = [1, 2, 3].map((number) => `https://github.com/user-attachments/files/${number}/a.log`);
const WORDS: Record<string, string> = { resolve: '/aws resolve', remark: 'Hm', stranger: '/aws reply Hi' };

async function play(steps: Step[], faults: Fault[]) {
  const world = await anAnswerWorld();
  for (const link of LINKS) world.kept.set(link, new TextEncoder().encode(link));
  world.state.faults = faults;
  const written: { id: string; author: string; body: string }[] = [];
  const run = () => world.run().catch(() => undefined);
  for (const one of steps) {
    if ('minutes' in one) world.pass(one.minutes * MINUTE_MS);
    else if ('text' in one) written.push(world.write(`/aws reply x${one.text}`));
    else if ('files' in one) written.push(world.write(`/aws attach ${LINKS.slice(0, one.files).join(' ')}`));
    else if ('times' in one) for (let time = 0; time < one.times; time += 1) await run();
    else if (one.kind === 'side by side') await Promise.all([run(), run(), run()]);
    else written.push(world.write(WORDS[one.kind] ?? '', one.kind === 'stranger' ? 'mallory' : 'hanako'));
    world.pass(1000);
    // As often as the schedule: no comment is older than it hears.
    if ('minutes' in one) await run();
  }
  world.state.faults = [];
  world.pass(30 * MINUTE_MS);
  await world.run();
  return { world, written };
}

test('after lost, doubled and simultaneous hooks, calls that fail before or after their effect, and runs killed anywhere, one sweep has every command done and told once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.array(fault, { maxLength: 8 }),
      async (steps, faults) => {
        const { world, written } = await play(steps, faults);
        const commands = written.filter(({ body }) => body.startsWith('/aws'));
        const replies = commands.filter(
          ({ body, author }) => /^\/aws (?:reply|attach)/.test(body) && author === 'hanako',
        );
        const filesOf = ({ body }: { body: string }) => body.match(/files\/\d/g)?.length ?? 0;
        const sent = world.aws.messages.map(({ body }) => body.split(' ').at(-1)).toReversed();

        expect(sent).toEqual(replies.map(({ id }) => id));
        const files = world.aws.messages.map((message) => message.files.length).toReversed();
        expect(files).toEqual(replies.map(filesOf));
        expect(world.aws.status === 'resolved').toBe(commands.some(({ body }) => body === '/aws resolve'));
        expect(world.aws.resolved).toBeLessThanOrEqual(1);
        expect(commands.map((comment) => world.told(comment).length)).toEqual(commands.map(() => 1));
        expect(world.comments()).toHaveLength(written.length + commands.length);
      },
    ),
    { numRuns: 400 },
  );
});
