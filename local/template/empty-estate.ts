import type { Estate } from '#local/estate.ts';

/** An estate in which nothing is. */
export function emptyEstate(): Estate {
  return {
    functions: [],
    permissions: [],
    urls: [],
    roles: [],
    queues: [],
    tables: [],
    buckets: [],
    buses: [],
    rules: [],
    sources: [],
    schedules: [],
    topics: [],
    alarms: [],
    configRules: [],
    aggregators: [],
    stackInstances: [],
    outputs: {},
    ignored: [],
  };
}
