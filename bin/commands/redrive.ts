import { defineCommand } from '#bin/commands/command-line/command.ts';
import { describeError } from '#bin/commands/command-line/describe-error.ts';
import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import { deadLetterQueues } from '#bin/commands/redrive/dead-letter-queues.ts';
import { openDeadLetters } from '#bin/commands/redrive/dead-letters.ts';
import { describeFound, describePlan, type Found } from '#bin/commands/redrive/describe-dead-letters.ts';
import { findQueue, nameOf } from '#bin/commands/redrive/find-queue.ts';
import { moveMessages } from '#bin/commands/redrive/move-messages.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { yesOption } from '#bin/commands/yes-option.ts';

const NAMES = [...deadLetterQueues.keys()];
const CAPABILITIES = NAMES.join(', ');
/** Of a line of the help. */
const NAMES_PER_LINE = 6;

export const redrive = defineCommand({
  name: 'redrive',
  summary: 'Sends the dead letters of a capability back to where they belong',
  details:
    `Of ${NAMES.slice(0, NAMES_PER_LINE).join(', ')},\n${NAMES.slice(NAMES_PER_LINE).join(', ')}.\n` +
    'Mend the cause first, else they come back: docs/runbook.md. Those of missed-runs are\n' +
    'deleted: what was missed is done by the next run.',
  parameters: ['<capability>'],
  options: { yes: yesOption, stack: stackOption },

  async run({ parameters: [capability = ''], options: { stack, yes = false } }, terminal) {
    const queues = deadLetterQueues.get(capability);
    if (!queues) throw new UsageError(`Dead letters are those of ${CAPABILITIES}: name one of them.`);
    const queueUrl = await findQueue(stack, queues.deadLetters);
    const source = queues.source && (await findQueue(stack, queues.source));
    const deadLetters = openDeadLetters(queueUrl);
    const count = await deadLetters.count();
    const found: Found = {
      capability,
      queue: nameOf(queueUrl),
      to: source && nameOf(source),
      ...count,
      sentTimes: count.visible > 0 ? await deadLetters.sentTimes() : [],
    };
    const holds = describeFound(found, new Date());
    if (!yes || found.visible === 0) {
      terminal.answer(`${holds}\n${describePlan(found)}`, { ...found, moved: 0 });
      return;
    }

    terminal.progress(holds);
    let moved = 0;
    try {
      await moveMessages(found.visible, {
        receive: deadLetters.receive,
        send: async (message) => {
          if (source) await deadLetters.send(source, message);
        },
        remove: (message) => deadLetters.remove(message),
        onMoved: () => (moved += 1),
      });
    } catch (error) {
      const rest = `${moved} of ${found.visible} were moved, the others are still there`;
      throw new Failure(`${rest}. ${describeError(error)}`, { cause: error });
    }
    const done = found.to
      ? `Moved ${moved} of ${found.visible} to ${found.to}`
      : `Deleted ${moved} missed runs`;
    terminal.answer(`${done}.`, { ...found, moved });
  },
});
