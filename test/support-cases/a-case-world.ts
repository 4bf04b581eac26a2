import { USUAL_HABITS, type WorldSupport } from '#local/counterparts/organization/world-cases.ts';

/** AWS Support without a case yet. */
export function aCaseWorld(): WorldSupport {
  return {
    cases: [],
    permitRequests: [],
    attachmentSets: {},
    uploads: {},
    habits: structuredClone(USUAL_HABITS),
  };
}
