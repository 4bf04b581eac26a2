import type { AwsCall } from '#local/proxy/aws-call.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import {
  addAttachmentsToSet,
  describeAttachment,
  getAttachmentDownloadLink,
} from './attachment-operations.ts';
import type { CaseCaller } from './case-caller.ts';
import {
  describeCreateCaseOptions,
  describeServices,
  describeSeverityLevels,
  describeSupportedLanguages,
} from './option-operations.ts';
import { describeCases, describeCommunications } from './read-operations.ts';
import { CASE_REQUESTS, type CaseOperationName } from './request-shapes.ts';
import { problemsOf } from './shape.ts';
import {
  completeAttachmentUpload,
  describeAttachmentUploadStatus,
  getAttachmentUploadLinks,
} from './upload-operations.ts';
import { addCommunicationToCase, createCase, resolveCaseOperation } from './write-operations.ts';

type Input = Record<string, unknown>;

const OPERATIONS = {
  DescribeCases: describeCases,
  DescribeCommunications: describeCommunications,
  DescribeAttachment: describeAttachment,
  GetAttachmentDownloadLink: getAttachmentDownloadLink,
  CreateCase: createCase,
  AddCommunicationToCase: addCommunicationToCase,
  ResolveCase: resolveCaseOperation,
  AddAttachmentsToSet: addAttachmentsToSet,
  DescribeServices: describeServices,
  DescribeSeverityLevels: describeSeverityLevels,
  DescribeSupportedLanguages: describeSupportedLanguages,
  DescribeCreateCaseOptions: describeCreateCaseOptions,
  GetAttachmentUploadLinks: getAttachmentUploadLinks,
  CompleteAttachmentUpload: completeAttachmentUpload,
  DescribeAttachmentUploadStatus: describeAttachmentUploadStatus,
};

/**
 * The operations of AWS Support about cases. What a request may hold is checked first, by `CASE_REQUESTS`; `callerOf`
 * refuses those without a plan.
 * https://docs.aws.amazon.com/awssupport/latest/APIReference/API_Operations.html
 */
export function caseOperations(callerOf: (call: AwsCall) => CaseCaller) {
  const served = (name: CaseOperationName) => (input: Input, call: AwsCall) => {
    const [problem] = problemsOf(CASE_REQUESTS[name], input);
    if (problem !== undefined) throw new AwsError('ValidationException', problem);
    // The shape was checked: what an operation takes is what its shape says.
    const run = OPERATIONS[name](input as never, callerOf(call));
    if (input['dryRun'] === true)
      throw new AwsError('DryRunOperationException', 'The request would have succeeded');
    return run();
  };
  const names = Object.keys(CASE_REQUESTS) as CaseOperationName[];
  return Object.fromEntries(names.map((name) => [name, served(name)]));
}
