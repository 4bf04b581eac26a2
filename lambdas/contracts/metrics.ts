/** Metrics of Reeve's own, as functions write them and alarms read them: one dimension, the stack. */
export const METRIC_NAMESPACE = 'Reeve';
export const STACK_DIMENSION = 'Stack';

/** Members × Regions that should have been heard and were not. */
export const SILENT_MEMBERS = 'SilentMembers';

/** Events of ECS of a type that Reeve does not know. */
export const UNKNOWN_ECS_EVENTS = 'UnknownEcsEvents';
