/** A moment in milliseconds since 1970, as everywhere in CloudWatch Logs. */
export type WorldLogEvent = { timestamp: number; message: string };

/** A log group of CloudWatch Logs: its streams by name, each from its first event to its last. */
export type WorldLogGroup = {
  account: string;
  region: string;
  name: string;
  streams: Record<string, WorldLogEvent[]>;
};
