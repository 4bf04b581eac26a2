import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { functionCode } from '#lib/platform/function-code.ts';
import { roleNameOf } from '#lib/platform/role-names.ts';

export type CapabilityFunctionProps<Environment extends Record<string, unknown>> = {
  /** The folder below `lambdas/`. */
  name: string;
  /** Exactly what the function's `environment.ts` reads. */
  environment: { [Key in keyof NoInfer<Environment>]: string };
  timeout: Duration;
  /** 256 unless given: more is for those that hold tables in their hands. */
  memoryMegabytes?: number;
  /** So many run at once at most, and as many always may; no limit of its own unless given. */
  reservedConcurrency?: number;
  logRetention: RetentionDays;
  /** Written as `settings.json` beside the bundle. Validated settings only, never a secret. */
  settings?: object;
  /** Roles of other accounts that it assumes, by ARN. They know it by its name, so its role gets a fixed one. */
  assumes?: string[];
};

/** Where nobody names it: the compiler asks for this variable. */
type Unnamed = { 'CapabilityFunction<Environment>': never };

/**
 * A function of the house: arm64, Node 24, its own log group and a role that may nothing else yet.
 * `Environment` is that of its `environment.ts`: a renamed variable does not compile.
 */
export class CapabilityFunction<Environment extends Record<string, unknown> = Unnamed> extends Construct {
  readonly function: Function;

  constructor(scope: Construct, id: string, props: CapabilityFunctionProps<Environment>) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Not AWSLambdaBasicExecutionRole: that writes to every log group of the account.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      ...(props.assumes ? { roleName: roleNameOf(props.name) } : {}),
    });
    logGroup.grantWrite(role);
    if (props.assumes) {
      role.addToPolicy(new PolicyStatement({ actions: ['sts:AssumeRole'], resources: props.assumes }));
    }
    this.function = new Function(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes ?? 256,
      timeout: props.timeout,
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
      handler: 'index.handler',
      code: functionCode(this, props.name, props.settings),
      environment: props.environment,
      role,
      logGroup,
    });
  }
}
