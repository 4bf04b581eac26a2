import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Tells the checks why a policy below `scope` may hold a resource with `*`; `resource` as they print it. */
export function acknowledgeWildcard(scope: IConstruct, resource: string, reason: string): void {
  const id = `AwsSolutions::AwsSolutions-IAM5[Resource::${resource}]`;
  Validations.of(scope).acknowledge({ id, reason });
}
