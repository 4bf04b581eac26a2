import { AwsError } from '#local/proxy/aws-call.ts';
import { BOOTSTRAP, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { type Breakage, HUB, inWorld } from '#test/commands/doctor/breakage.ts';

const forgotten =
  (parameter: string) =>
  ({ faults }: Deployment) =>
    faults.fail('ssm:GetParameter', new AwsError('ParameterNotFound', `Parameter ${parameter} not found.`), {
      when: ({ body }) => body.includes(JSON.stringify(parameter)),
    });

/** Of what the hub account holds. */
export const hubBreakages: Breakage[] = [
  {
    what: 'no bootstrap',
    breakIt: forgotten(BOOTSTRAP),
    told: {
      check: 'bootstrap',
      text: 'Not bootstrapped',
      mend: `npx cdk bootstrap aws://${HUB}/eu-central-1`,
    },
  },
  {
    what: 'an old bootstrap',
    breakIt: ({ parameters }) => parameters.set(BOOTSTRAP, '5', 'String'),
    told: { check: 'bootstrap', text: 'version 5, 6 is needed', mend: 'npx cdk bootstrap' },
  },
  {
    what: 'a hub of an older version',
    breakIt: inWorld(({ hubStack }) => {
      if (hubStack) hubStack.outputs['Version'] = '0.0.9';
    }),
    told: {
      check: 'deployed-version',
      verdict: 'warning',
      text: 'runs version 0.0.9',
      mend: 'npx cdk deploy ReeveHub',
    },
  },
  {
    what: 'a hub that could not be rolled back',
    breakIt: inWorld(({ hubStack }) => {
      if (hubStack) hubStack.status = 'UPDATE_ROLLBACK_FAILED';
    }),
    told: {
      check: 'deployed-version',
      text: 'UPDATE_ROLLBACK_FAILED',
      mend: 'npx cdk rollback ReeveHub && npx cdk deploy ReeveHub',
    },
  },
  {
    what: 'a hub that is not there',
    breakIt: inWorld((world) => {
      delete world.hubStack;
    }),
    told: { check: 'deployed-version', text: 'There is no stack ReeveHub', mend: 'npx cdk deploy ReeveHub' },
  },
  {
    what: 'an unconfirmed address',
    breakIt: inWorld(({ pendingSubscriptions }) => pendingSubscriptions.push('platform@example.com')),
    told: { check: 'alarm-emails', text: 'platform@example.com has not confirmed', mend: 'Follow the link' },
  },
  {
    what: 'an address that SNS has forgotten',
    breakIt: inWorld((world) => {
      world.alarmEmails = [];
    }),
    told: {
      check: 'alarm-emails',
      text: 'platform@example.com is not subscribed',
      mend: 'npx cdk deploy ReeveHub; where that changes nothing, aws sns subscribe --topic-arn arn:aws:sns:eu-central-1',
    },
  },
  {
    what: 'a young account',
    breakIt: inWorld((world) => {
      world.concurrentExecutions = 10;
    }),
    told: {
      check: 'concurrency',
      verdict: 'warning',
      text: '10 functions at once',
      mend: '--quota-code L-B99A9384 --desired-value 1000 --region eu-central-1',
    },
  },
  {
    what: 'no secret',
    breakIt: forgotten('/ReeveHub/channels/ops'),
    told: {
      check: 'secrets',
      text: 'there is no secret /ReeveHub/channels/ops',
      mend: 'npm run reeve -- secret set ops',
    },
  },
  {
    what: 'a secret of the wrong form',
    breakIt: ({ parameters }) => parameters.set('/ReeveHub/channels/ops', 'xoxp-of-a-person'),
    told: {
      check: 'secrets',
      text: 'ops: its secret has not the form that slack needs',
      mend: 'secret set ops',
    },
  },
  {
    what: 'a secret in the open',
    breakIt: ({ parameters }) => parameters.set('/ReeveHub/channels/ops', 'xoxb-town-hall', 'String'),
    told: { check: 'secrets', text: 'ops: its secret is a String', mend: 'secret set ops' },
  },
];
