import data from '#lib/tags/prevention/create-actions.json' with { type: 'json' };

/** An IAM action that makes a resource of a type and takes its tags with the same call. ARNs go without `arn:<partition>:`. */
export type CreateAction = {
  type: string;
  action: string;
  /** What is made, where the action is also decided on other things; those are decided without the tags. */
  resource?: string;
  /** These other things: a statement that covers them denies every call. */
  beside?: string[];
  /** The page of the service authorization reference that says so. */
  source: string;
};

export const CREATE_ACTIONS: readonly CreateAction[] = data.actions;

/** Types that a service control policy must leave alone, and why. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map(
  data.leftOut.map(({ type, reason }) => [type, reason]),
);
