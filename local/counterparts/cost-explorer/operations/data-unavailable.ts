import { AwsError } from '#local/proxy/aws-call.ts';

export const dataUnavailable = (message: string) => new AwsError('DataUnavailableException', message);
