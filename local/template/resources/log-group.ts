import type { ResourceReader } from '../resource.ts';

/** AWS::Logs::LogGroup: only its name matters, to the functions that write into it. */
export const readLogGroup: ResourceReader = ({ properties }) => {
  properties.optionalString('LogGroupName');
};
