import { nameIn } from '#local/arn-words.ts';
import type { Clock } from '#local/clock.ts';
import type { Estate, Rule } from '#local/estate.ts';
import { asynchronousInvocations } from '#local/lambda/asynchronous-invocations.ts';
import type { Queues } from '#local/queues/queues.ts';
import { invokeTarget, type TargetPorts } from '#local/scheduler/invoke-target.ts';
import { targetKind } from '#local/target-kind.ts';
import { type BusStep, createEventBus, type EventBus } from './event-bus.ts';

type Surroundings = {
  estate: Pick<Estate, 'rules' | 'functions' | 'permissions'>;
  clock: Clock;
  queues: Pick<Queues, 'send'>;
  invoke: TargetPorts['invokeFunction'];
  onStep: (step: BusStep) => void;
};

/** The buses of the estate. Rules hand events to queues, and to functions without waiting for them. */
export function openBus({ estate, clock, queues, invoke, onStep }: Surroundings): EventBus {
  const send = (queueArn: string, body: string) => void queues.send(nameIn(queueArn), { body });
  const bus = createEventBus({
    rules: estate.rules,
    clock,
    onStep,
    deliver: async (target, event, rule) => {
      if (targetKind(target.arn) !== 'function') return send(target.arn, JSON.stringify(event));
      if (!mayInvoke(rule, target.arn, estate))
        throw new Error('The function does not let the rule invoke it');
      invokeLater(target.arn, event);
    },
  });
  const ports: TargetPorts = {
    invokeFunction: invoke,
    sendMessage: (arn, { body }) => send(arn, body),
    putEvents: bus.putEvents,
  };
  const invokeLater = asynchronousInvocations({
    functions: estate.functions,
    clock,
    invoke: (targetArn, event) => invokeTarget({ targetArn }, JSON.stringify(event), ports),
    sendToDestination: send,
  });
  return bus;
}

function mayInvoke({ arn }: Rule, functionArn: string, { permissions }: Surroundings['estate']): boolean {
  return permissions.some(
    (permission) =>
      permission.functionArn === functionArn &&
      permission.action === 'lambda:InvokeFunction' &&
      permission.principal === 'events.amazonaws.com' &&
      (permission.sourceArn ?? arn) === arn,
  );
}
