/** Actions with the resources that are known before. `wildcards`: those that hold a `*`, as the checks print them. */
export type ScopedActions = { actions: string[]; resources: string[]; wildcards: string[] };
