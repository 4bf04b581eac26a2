import { restOperation } from '#local/counterparts/organization/rest-operation.ts';
import type { RecordedCall } from '#local/proxy/recorded-call.ts';

const READS = /^(?:Describe|Get|List|Scan$|AssumeRole$)/;

/** The calls that are not known to leave everything as it is. */
export function writesOf(calls: readonly RecordedCall[]): string[] {
  return actionsOf(calls).filter((action) => !READS.test(action.replace(/^.*:/, '')));
}

/** The actions of the calls, as IAM names them. */
export function actionsOf(calls: readonly RecordedCall[]): string[] {
  return [...new Set(calls.map(({ service, operation }) => `${service}:${restOperation(operation)}`))].sort();
}
