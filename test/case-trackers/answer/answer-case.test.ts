import { beforeEach, describe, expect, test } from 'vitest';
import { anAnswerWorld, THE_CALL } from './an-answer-world.ts';

const MINUTE_MS = 60_000;
const SECRET = ['wJalrXUtnFEMI/K7MDENG', '/bPxRfiCY0123456789'].join('');

let world: Awaited<ReturnType<typeof anAnswerWorld>>;
beforeEach(async () => {
  world = await anAnswerWorld();
});
const bodies = () => world.aws.messages.map(({ body }) => body).toReversed();

test('a reply is sent with who posted it, and said to be, each once', async () => {
  const comment = world.write('/aws reply\n東京で続いています。');
  await world.run();
  world.pass(30 * MINUTE_MS);
  await world.run();

  expect(bodies()).toEqual([`東京で続いています。\n\nPosted by hanako via ops, comment ${comment.id}`]);
  expect(world.told(comment)).toEqual([
    `<!-- aws-answer:${comment.id} -->\nSent to AWS. The status of the case is \`work-in-progress\`.`,
  ]);
});

test('what is no command stays in the tracker, and what Reeve says is none', async () => {
  world.write('Shall we ask AWS?');
  world.write('<!-- aws-answer:h9 -->\n/aws resolve');
  await world.run();

  expect(world.aws.messages).toEqual([]);
  expect(world.comments()).toHaveLength(2);
});

test('a comment of last month that is made a command is none, nor one that nobody heard for days', async () => {
  const old = world.write('Thanks.');
  await world.run();
  world.pass(30 * 24 * 60 * MINUTE_MS);
  old.body = '/aws resolve';
  await world.run();
  world.write('/aws resolve');
  world.pass(40 * 24 * 60 * MINUTE_MS);
  await world.run();

  expect(world.aws.resolved).toBe(0);
});

test('a case is resolved once; one that was so is told apart', async () => {
  const first = world.write('/aws resolve');
  await world.run();
  const second = world.write('/aws resolve');
  await world.run();

  expect(world.aws.resolved).toBe(1);
  expect(world.told(first)[0]).toContain('The case is resolved.');
  expect(world.told(second)[0]).toContain('had been resolved already');
});

test.each([
  [true, '`reopened`'],
  [false, 'still resolved'],
])('a reply to a resolved case is posted, and its status read again (reopens: %s)', async (reopens, says) => {
  world.aws.status = 'resolved';
  world.aws.repliesReopen = reopens;
  const comment = world.write('/aws reply It is back.');
  await world.run();

  expect(bodies()).toHaveLength(1);
  expect(world.told(comment)[0]).toContain(says);
});

describe('nothing is sent', () => {
  const refused: [string, string, string, string][] = [
    ['from who is not allowed', '/aws resolve', 'mallory', '`support.answers.actors.ops`'],
    ['of a secret', `/aws reply secret key: ${SECRET}`, 'hanako', '[REDACTED: AWS secret key]'],
    ['that is too long', `/aws reply ${'x'.repeat(8000)}`, 'hanako', '8000 characters'],
    ['that is not known', '/aws close', 'hanako', '`/aws reply`'],
  ];
  test.each(refused)('%s, and that is said once', async (_, body, author, says) => {
    const comment = world.write(body, author);
    await world.run();
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.aws.resolved).toBe(0);
    expect(world.told(comment)).toEqual([expect.stringContaining(says)]);
    expect(world.told(comment)[0]).not.toContain(SECRET);
  });

  test.each([
    ['no-role', 'organization.writerTargets'],
    ['no-plan', 'support plan'],
  ] as const)('where AWS refuses: %s', async (refusal, says) => {
    world.aws.refusesWith = refusal;
    const comment = world.write('/aws reply Hello');
    await world.run();
    world.aws.refusesWith = undefined;
    world.pass(30 * MINUTE_MS);
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.told(comment)).toEqual([expect.stringContaining(says)]);
  });

  test('while nobody is allowed', async () => {
    world.rules.actors = [];
    world.write('/aws reply Hello');
    await world.run();

    expect(world.aws.messages).toEqual([]);
  });
});

test('the login of an actor is the same in capitals', async () => {
  world.write('/aws reply Hello', 'Hanako');
  await world.run();

  expect(bodies()).toHaveLength(1);
});

test('more than so many commands in an hour are refused, by one answer; strangers take no one else’s place', async () => {
  world.rules.perHour = 3;
  for (let stranger = 0; stranger < 9; stranger += 1) world.write('/aws resolve', 'mallory');
  const own = Array.from({ length: 6 }, (_, number) => world.write(`/aws reply ${String(number)}`));
  await world.run();

  expect(bodies()).toHaveLength(3);
  expect(own.map((comment) => world.told(comment).length)).toEqual([1, 1, 1, 1, 0, 0]);
  expect(world.told(own[3] ?? { id: '' })[0]).toContain('support.answers.perHour');
  expect(world.comments()).toHaveLength(15 + 4 + 4);

  world.pass(61 * MINUTE_MS);
  world.write('/aws reply later');
  await world.run();
  expect(bodies()).toHaveLength(4);
});

describe('while a command waits', () => {
  const begin = async (body = '/aws reply Hello') => {
    const comment = world.write(body);
    world.state.faults = [{ at: world.state.calls + THE_CALL, how: 'before' }];
    await expect(world.run()).rejects.toThrow('It failed');
    world.pass(30 * MINUTE_MS);
    return comment;
  };

  test('one that is edited is not sent', async () => {
    const comment = await begin();
    comment.body = '/aws reply Something else';
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.told(comment)[0]).toContain('was changed');
  });

  test('a resolve that becomes a remark resolves nothing', async () => {
    const comment = await begin('/aws resolve');
    comment.body = 'Not yet';
    await world.run();

    expect(world.aws.resolved).toBe(0);
  });

  test('one that is deleted is neither sent nor answered', async () => {
    await begin();
    world.comments().length = 0;
    await world.run();
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.comments()).toEqual([]);
  });

  test('those after it wait, too', async () => {
    await begin();
    world.write('/aws resolve');
    await world.run();

    expect(bodies()).toHaveLength(1);
    expect(world.aws.resolved).toBe(1);
  });

  test('it is given up after a day', async () => {
    const comment = await begin();
    world.pass(25 * 60 * MINUTE_MS);
    await world.run();

    expect(world.aws.messages).toEqual([]);
    expect(world.told(comment)[0]).toContain('for a day');
  });
});

test('of a very long text with a secret no other is offered: nobody could send it', async () => {
  const comment = world.write(`/aws reply ${'x '.repeat(30_000)} secret key: ${SECRET}`);
  await world.run();

  expect(world.told(comment)[0]).toContain('Write it again without that.');
  expect(world.told(comment)[0]?.length).toBeLessThan(1000);
});

test('what was sent stays, though its comment is edited or deleted', async () => {
  const comment = world.write('/aws reply Hello');
  await world.run();
  comment.body = '/aws reply Hello, and more';
  await world.run();
  world.comments().splice(0, 1);
  await world.run();

  expect(bodies()).toHaveLength(1);
});

test('a comment of before Reeve listened, and one of long ago that is edited, ask for nothing', async () => {
  world.write('/aws resolve');
  const remark = world.write('Not yet');
  world.pass(25 * 60 * MINUTE_MS);
  await world.run();
  world.write('A newer one');
  await world.run();
  world.pass(60 * MINUTE_MS);
  remark.body = '/aws resolve';
  await world.run();

  expect(world.aws.resolved).toBe(0);
});

test('nothing that is kept holds a text of a comment', async () => {
  world.write(`/aws reply The word is konpeito ${SECRET}`);
  world.write('/aws reply The word is konpeito');
  await world.run();

  expect(JSON.stringify([...world.rows.values()])).not.toMatch(/konpeito|wJalr/);
});
